/* document_html_file.c: a document as one HTML file that needs nothing else. */
#include "report/document_html.h"

/* A small sheet of its own, for reading, sending and paper. The classes are those of the page. */
static void
style(struct html *h)
{
	html_raw(h, "<style>\n"
		"html { font: 16px/1.45 Arial, \"Liberation Sans\", sans-serif; color: #0b0c0c; "
		"background: #fff; }\n"
		"body { max-width: 60em; margin: 2em auto; padding: 0 1em; }\n"
		"h1 { font-size: 1.75em; line-height: 1.2; margin: 0 0 .3em; }\n"
		"h2 { font-size: 1.25em; margin: 2em 0 .5em; }\n"
		"h3, h4 { font-size: 1em; margin: 1.5em 0 .4em; }\n"
		"h1, h2, h3, h4 { text-wrap: balance; break-after: avoid; }\n"
		"p, ul, .govuk-inset-text, .govuk-warning-text { max-width: 44em; margin: 0 0 .9em; }\n"
		"ul { padding-left: 1.25em; }\n"
		"li { margin-bottom: .3em; }\n"
		"a { color: #12436d; }\n"
		".govuk-caption-l { display: block; color: #505a5f; font-size: 1.1em; }\n"
		".doc-period { color: #505a5f; }\n"
		".govuk-body-l { font-size: 1.15em; }\n"
		".govuk-visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; "
		"overflow: hidden; clip-path: inset(50%); white-space: nowrap; }\n"
		".govuk-inset-text { border-left: 4px solid #b1b4b6; padding: .2em 0 .2em 1em; }\n"
		".govuk-warning-text { border-left: 4px solid #0b0c0c; padding: .2em 0 .2em 1em; }\n"
		".govuk-warning-text__icon { display: none; }\n"
		"figure { margin: 1.5em 0; break-inside: avoid; }\n"
		"svg { max-width: 100%; height: auto; }\n"
		"td svg { max-width: none; }\n"
		".doc-table { position: relative; overflow-x: auto; margin: 1em 0 1.5em; }\n"
		"table { border-collapse: collapse; font-size: .875em; min-width: 100%; }\n"
		"caption { text-align: left; font-weight: bold; padding-bottom: .5em; }\n"
		"th, td { text-align: left; vertical-align: baseline; padding: .35em .75em .35em 0; "
		"border-bottom: 1px solid #d8dbdd; }\n"
		"thead th { border-bottom: 1px solid #0b0c0c; vertical-align: bottom; }\n"
		"tbody th { font-weight: normal; }\n"
		".govuk-table__header--numeric, .govuk-table__cell--numeric { text-align: right; "
		"font-variant-numeric: tabular-nums; }\n"
		".doc-ours th, .doc-ours td { font-weight: bold; border-bottom-color: #12436d; }\n"
		".doc-group th { font-weight: bold; padding-top: 1.2em; }\n"
		".doc-short { white-space: nowrap; }\n"
		".doc-absent { text-decoration: none; color: #505a5f; }\n"
		".doc-after, .doc-showing { color: #505a5f; }\n"
		".doc-note { display: block; color: #505a5f; font-size: .9em; }\n"
		".govuk-tag { font-weight: normal; border: 1px solid; border-radius: 3px; padding: 0 .35em; "
		"margin-right: .35em; }\n"
		"dl { margin: 0 0 1em; }\n"
		".govuk-summary-list__row { display: flex; gap: 1em; border-bottom: 1px solid #d8dbdd; "
		"padding: .3em 0; }\n"
		"dt { flex: 0 0 12em; font-weight: bold; }\n"
		"dd { margin: 0; }\n"
		"summary { cursor: pointer; padding: .3em 0; }\n"
		".doc-sources { border-top: 1px solid #b1b4b6; margin-top: 2.5em; font-size: .875em; "
		"overflow-wrap: anywhere; }\n"
		".doc-sources h2 { font-size: 1em; margin: 1em 0 .5em; }\n"
		"@page { size: A4; margin: 18mm 16mm; }\n"
		"@media print {\n"
		"html { font-size: 10.5pt; }\n"
		"body { margin: 0; padding: 0; max-width: none; }\n"
		"a { color: inherit; text-decoration: none; }\n"
		"tr, li { break-inside: avoid; }\n"
		"thead { display: table-header-group; }\n"
		".doc-table { overflow: visible; }\n"
		"}\n"
		"</style>\n");
}

Str
document_html_file(const struct document *doc, struct arena *perm)
{
	struct html page = html_new(perm), *h = &page;
	html_raw(h, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
	html_text(h, doc->title.len ? doc->title : S("Mainstay"));
	html_raw(h, "</title>\n"
	            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	style(h);
	html_raw(h, "</head>\n<body>\n<main>\n");
	body_document((struct body){ .h = h, .alone = true }, doc);
	html_raw(h, "</main>\n</body>\n</html>\n");
	return html_str(h);
}
