/* html.h: writing HTML that cannot be injected.
 *
 * Text is escaped by default and by type; markup can only come from a string literal. Passing a
 * variable as markup does not compile.
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "base/str.h"

struct html { struct text out; int next_id; };

struct html html_new(struct arena *perm);
Str  html_str(const struct html *h);

/* Markup written in the source, and nothing else: it must be a string literal. */
#define html_raw(h, literal) html_bytes_((h), S(literal))
void html_bytes_(struct html *h, Str bytes);

/* Text: < > & " ' are escaped, for an element or a quoted attribute. */
void html_text(struct html *h, Str text);
/* ` name="text"`; nothing when the text is empty. The name is a literal. */
#define html_attr(h, name, text) html_attr_((h), S(name), (text))
void html_attr_(struct html *h, Str name, Str text);
void html_int(struct html *h, int number);
/* Percent-encodes one value for a query or path segment, then escapes it. */
void html_url_part(struct html *h, Str text);
/* Markup that this folder itself made (an SVG of chart.h): named so that its callers can be
 * counted; a test does. */
void html_svg(struct html *h, Str svg);

#endif
