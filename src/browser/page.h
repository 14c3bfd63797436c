/* page.h: the census check inside a page, for a laptop on which nothing may be installed.
 *
 * The same readers, rules, figures and documents as the command, compiled to WebAssembly (tools/web-check.sh).
 * The page's script lays a file's bytes down, has them checked, and shows or saves the answers; nothing goes
 * over a network, and nothing is kept. One program reads one file: the script starts a new one for the next.
 *
 * What is exported is called from script, so it takes and gives plain numbers.
 */
#ifndef BROWSER_PAGE_H
#define BROWSER_PAGE_H

#include "base/str.h"

/* What the page lays down before it asks. */
enum page_part {
	PART_FILE, PART_FILE_NAME,
	PART_LAST_YEAR, PART_LAST_YEAR_NAME,         /* empty: there is none */
	PART_RELEASE, PART_NEIGHBOURS,               /* DfE's published figures, as data/ has them */
	PAGE_PARTS
};
/* What it may ask for afterwards. */
enum page_answer {
	ANSWER_PAGE, ANSWER_TEXT, ANSWER_CSV, ANSWER_JSON,           /* of the check */
	MEASURES_PAGE, MEASURES_CSV, MEASURES_JSON,                  /* empty when the file is no return */
	PAGE_ANSWERS
};

/* Room for so many bytes of a part; 0 when there is none. */
char *page_room(int part, int length);
/* Checks what was laid down. `now`: seconds since 1970. Gives the command's status: 0 or 1. */
int   page_check(double now);
/* An answer's bytes, and how many. */
const char *page_answer(int answer);
int   page_answer_length(int answer);

#endif
