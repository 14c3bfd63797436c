/* word.h: a document as the HTML that pandoc makes a Word file of.
 *
 * Not the HTML of a page: pictures stand in files beside it, because Word shows SVG as blanks and
 * pandoc writes a picture's data address into the file as its name; the title is in the head only,
 * because pandoc makes a title of the head's and another of an h1; what is folded on a page is open
 * on paper; sparks are left out. A picture is a paragraph with an image and its caption a paragraph
 * of its own, because the caption of a <figure> would take the place of the alternative text.
 */
#ifndef REPORT_WORD_H
#define REPORT_WORD_H

#include "report/document.h"

struct word_picture {
	char svg_name[24], png_name[24];     /* files in the folder */
	Str  svg;
};

struct word {
	Str html;
	struct word_picture *pictures;
	int picture_count;
};

struct word word_of(const struct document *doc, struct arena *perm);

#endif
