/* proposing.h: a list becoming changes: what is shared by the parts. Private to intake/. */
#ifndef INTAKE_PROPOSING_H
#define INTAKE_PROPOSING_H

#include "intake/headings.h"

/* Things this list adds, by a key's hash, so that two lines about one new team add one team. */
struct fresh { uint64_t hash; int number; };
struct fresh_table { struct fresh *at; int room; };

/* A record to be added, open until the whole list was seen: a post begins when the first person in
 * it does. */
struct draft { const struct record_type *type; Str ref; struct period when; Str *values;
               int line, fte_line, preview; };  /* of a post: whose line it is, which says its FTE (0: none) */

/* FTE that HR's list says is vacant in a post, from the day of the list. */
struct vacancy { Str post; int64_t fte; const struct line_read *line; };

struct proposing {
	const struct list_read *read;
	const struct profile *profile;
	const struct council *council;
	const struct roster *roster;
	struct changes  *changes;
	struct preview  *preview;
	struct findings *found;
	Date as_at, beginning;               /* the day of the list; the first day in it */
	struct draft *drafts;
	int  draft_count, draft_room;
	int  taken[RECORD_TYPES];            /* refs given out */
	int64_t last[RECORD_TYPES];          /* the number of the last, once one was */
	struct fresh_table units, roles, posts, people;
	bool *touched;                       /* spells that a line was about */
	const struct line_read **says_fte;   /* by post: the first line that says its FTE, of HR's list */
	struct vacancy *vacancies;
	int  vacancy_count;
	struct arena *perm;
};

/* Where the hash's number is kept, 0 when it is new: then write it (1 more than a draft's number). */
int *fresh_place(struct fresh_table *table, uint64_t hash);
uint64_t fresh_key(Str a, Str b, Str c, struct arena scratch);

/* A new record of the type, with its ref; gives its number among the drafts. */
int  draft_new(struct proposing *in, enum type_id type, Date first);
void draft_set(struct proposing *in, int draft, Str field, Str value);

void preview_add(struct proposing *in, enum outcome_of_row outcome, int line, enum type_id type,
                 Str ref, Str words);
void ask_about(struct proposing *in, Str code, int line, Str wrong, Str mend);
/* The same of one cell of a line. */
void ask_about_cell(struct proposing *in, Str code, const struct line_read *line, enum target target,
                    Str wrong, Str mend);

/* What a line says of somebody who is there. */
void known_person(struct proposing *in, const struct line_read *line);
/* The ref of whom a line is about, who is added when the council does not have them. */
Str person_of_line(struct proposing *in, const struct line_read *line);

/* The ref of the post a line leads to, which is added when the council does not have it. Empty when the
 * line says none. */
Str post_of_line(struct proposing *in, const struct line_read *line, Date first);

/* A line of HR's list that says that nobody is in its post. */
void vacant_line(struct proposing *in, const struct line_read *line);
/* What HR's list says of the FTE of a post that is there. */
void post_fte_line(struct proposing *in, const struct line_read *line);
/* A post's values with another FTE, that was said or was taken from its holders. */
Str *post_with_fte(const struct record *post, Str fte, bool said, struct arena *perm);
/* Once every line was seen: the FTE of posts of which nobody has said it (propose_fte.c). */
void settle_posts(struct proposing *in);

/* The values of a record with those that a line gives, where it gives any. `*words` says what
 * becomes what; empty when nothing does. */
Str *values_with(struct proposing *in, const struct record_type *type, const struct record *record,
                 const struct line_read *line, const enum target *targets, int count, Str *words);

#endif
