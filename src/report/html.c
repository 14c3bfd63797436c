/* html.c: escaping. The only place where text becomes markup. */
#include "report/html.h"

#include <assert.h>

struct html
html_new(struct arena *perm)
{
	return (struct html){ .out = text_new(perm) };
}

Str
html_str(const struct html *h)
{
	return text_str(&h->out);
}

void
html_bytes_(struct html *h, Str bytes)
{
	text_add(&h->out, bytes);
}

/* What stands for a byte on a page; empty when it stands for itself. Control characters may not
 * stand in HTML at all, so they are shown as U+FFFD, as a browser shows a byte it cannot read. */
static Str
escape(char c)
{
	switch (c) {
	case '<':  return S("&lt;");
	case '>':  return S("&gt;");
	case '&':  return S("&amp;");
	case '"':  return S("&quot;");
	case '\'': return S("&#39;");
	case '\t':
	case '\n': return (Str){ 0 };
	case '\r': return S("&#13;");
	}
	bool control = (unsigned char)c < 0x20 || c == 0x7F;
	return control ? S("\uFFFD") : (Str){ 0 };
}

/* Well-formed UTF-8, in runs: what needs no escape is copied at once. */
static void
add_escaped(struct text *out, Str text)
{
	ptrdiff_t plain = 0;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		Str instead = escape(text.at[i]);
		if (instead.len) {
			text_add(out, (Str){ text.at + plain, i - plain });
			text_add(out, instead);
			plain = i + 1;
		}
	}
	text_add(out, str_from(text, plain));
}

/* How far a text is ASCII that stands for itself: of nearly every text, all of it. */
static ptrdiff_t
plain_upto(Str text)
{
	ptrdiff_t i = 0;
	for (; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c < ' ' || c >= 0x7F || c == '<' || c == '>' || c == '&' || c == '"' || c == '\'')
			break;
	}
	return i;
}

void
html_text(struct html *h, Str text)
{
	ptrdiff_t bad, plain = plain_upto(text);
	text_add(&h->out, str_upto(text, plain));
	text = str_from(text, plain);
	while (!str_utf8(text, &bad)) {
		add_escaped(&h->out, str_upto(text, bad));
		text_add(&h->out, S("\uFFFD"));
		text = str_from(text, bad + 1);
	}
	add_escaped(&h->out, text);
}

void
html_attr_(struct html *h, Str name, Str text)
{
	if (text.len == 0)
		return;
	text_char(&h->out, ' ');
	text_add(&h->out, name);
	text_add(&h->out, S("=\""));
	html_text(h, text);
	text_char(&h->out, '"');
}

void
html_int(struct html *h, int number)
{
	char digits[16], *first = digits + sizeof digits;
	unsigned rest = number < 0 ? 0u - (unsigned)number : (unsigned)number;
	do
		*--first = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--first = '-';
	text_add(&h->out, (Str){ first, digits + sizeof digits - first });
}

/* RFC 3986, section 2.3: all others are percent-encoded. */
static bool
unreserved(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
		|| c == '-' || c == '.' || c == '_' || c == '~';
}

void
html_url_part(struct html *h, Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++) {
		if (unreserved(text.at[i]))
			text_char(&h->out, text.at[i]);
		else
			text_format(&h->out, "%%%02X", (unsigned)(unsigned char)text.at[i]);
	}
}

void
html_svg(struct html *h, Str svg)
{
	assert(svg.len == 0 || str_begins(svg, S("<svg")));
	text_add(&h->out, svg);
}
