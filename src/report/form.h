/* form.h: what a page asks of its reader, as data: a block of a document like any other.
 *
 * A form is drawn by the GOV.UK components and is complete without script. It keeps what was given:
 * whoever answers a form gives `value`, or `chosen`, back, and beside it in `error` what is wrong
 * with it and what to do ("Enter the day they started, for example 5 Mar 2026"). When any input of
 * a document has an error, the page begins with all of them, each a link to its input, and its
 * title begins with "Error: ".
 *
 * A form that asks (`asks`) is sent by GET: it changes nothing, and the address keeps what was
 * asked. Every other is sent by POST, with the document's token in a hidden field "token".
 *
 * A request takes no name twice, so the names in one form differ.
 */
#ifndef REPORT_FORM_H
#define REPORT_FORM_H

#include "base/str.h"

enum input_kind {
	INPUT_TEXT,
	INPUT_NOTE,                  /* several lines */
	INPUT_DATE,                  /* one line: people write 5 Mar 2026, 05/03/2026 or 2026-03-05 */
	INPUT_SELECT,                /* one of many picks, folded */
	INPUT_RADIOS,                /* one of a few picks, all to be seen */
	INPUT_CHECKS,                /* any of the picks: see form_check_name */
	INPUT_FILE,                  /* two a form at most: the form is sent in parts */
	INPUT_PASSWORD,              /* its value is never written to a page */
	INPUT_HIDDEN,
	INPUT_KINDS
};

struct pick { Str value, words, hint; bool chosen; };    /* one thing to choose */

struct input {
	enum input_kind kind;
	Str  name;                   /* of the field that is sent */
	Str  label, hint;            /* a label always, but for one check alone and for what is hidden */
	Str  value;                  /* what was given; of SELECT and RADIOS the pick with it is chosen */
	Str  error;
	const struct pick *picks;    /* of TEXT: what is offered as one types, anything else goes too */
	int  pick_count;
	int  width;                  /* in characters: 2 3 4 5 10 20 30; 0: as wide as the page lets it */
	bool numeric;                /* a phone shows figures and a point */
	int64_t least, most;         /* of a whole number: with script there is a slider under it; of a
	                              * NOTE `most` are characters, which are counted as one types; both 0: none */
	bool optional;               /* said after the label */
	Str  autocomplete;           /* "username"; empty is "off": what is typed is about other people */
};

enum button_tone { BUTTON_MAIN, BUTTON_SECOND, BUTTON_WARNING };
/* `action`: where it sends the form, when that is not where the form goes. */
struct button { Str words, name, value; enum button_tone tone; Str action; };

struct form {
	Str  action;                 /* a path of ours */
	bool asks;
	Str  id;                     /* or empty: ids are then made from the form's place in the page */
	Str  legend;                 /* heads all its inputs */
	Str  error;                  /* of no single input: "Those do not match"; leads to the first */
	bool in_a_row;               /* a filter: side by side */
	const struct input *inputs;
	int  input_count;
	const struct button *buttons;        /* the first is what the Enter key presses */
	int  button_count;
};

/* The field of one box. A single box is the field NAME, sent as its own value. Of several, each is
 * a field of its own, "NAME.VALUE", sent as "yes": a request takes no name twice. */
Str form_check_name(const struct input *input, int pick, struct arena *perm);
/* What that field holds when the box is ticked. */
Str form_check_value(const struct input *input, int pick);

/* Whether a pick is the chosen one, by itself or by the input's value. */
bool form_chosen(const struct input *input, int pick);

/* "date": for JSON. */
Str form_kind_name(enum input_kind kind);

#endif
