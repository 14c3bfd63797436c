/* load_parts.h: what the pages of lists share. Private to app/. */
#ifndef APP_LOAD_PARTS_H
#define APP_LOAD_PARTS_H

#include "app/form_made.h"
#include "app/instant.h"
#include "app/load.h"
#include "app/load_jobs.h"
#include "app/own.h"

/* One list on its page. */
struct load_page {
	struct own own;                      /* council, place, ask, perm; there may be no records yet */
	struct kept_list kept;
	struct load_seen seen;
	const struct load_work *work;        /* NULL unless it was worked out */
	struct document doc;
};

/* Settles council and viewer: lists are for those who keep the whole council's records. */
bool lists_settle(const struct world *world, const struct ask *ask, struct own *own, struct answer *why,
                  struct arena *perm);
/* And the list `ask->ref`. False with an answer when there is none. */
bool list_settle(const struct world *world, const struct ask *ask, struct load_page *page,
                 struct answer *why, struct arena *perm);

/* What somebody says of a list as they bring it, with what is wrong with it. */
struct list_form { Str list, on, profile; bool complete; Str file_error, list_error, on_error; };

/* "/authorities/walsall/loads/12", with "?how=..." when it is given. */
Str href_of_list(const struct own *own, int64_t number, Str how);
struct button button_do(Str words, Str does, enum button_tone tone);   /* sends do=DOES */
Str list_title(Str list);                                /* "HR's list" */
Str profile_field(enum target target, struct arena *perm);   /* "column.payroll" */

/* The parts of a staged list's page, each added to its document. */
typedef void load_part(struct load_page *page);
load_part part_columns;  /* load_columns.c */
load_part part_words;    /* load_words.c */
load_part part_mend;     /* load_mend.c */
load_part part_changes;  /* load_changes.c */
/* The table of what it would do, or did, for files. */
const struct table *table_of_changes(struct load_page *page, enum outcome_of_row only, bool paged);

/* One piece of text, as a block that keeps it. */
void add_words(struct document *doc, enum block_kind kind, Str text, Str href);
/* A store for one thing, with what it says on failure as an answer. */
struct answer lists_failed(const struct own *own, Str title, const struct error *err);

/* The profile of a list as it is: what was said, else what was guessed. */
struct profile *profile_now(const struct load_page *page);
/* The line as it was read; NULL when the list has no such line. */
const struct line_read *line_read_at(const struct load_work *work, int line);
/* How many must be mended, and how many should be looked at. */
int to_mend(const struct load_work *work);
int to_confirm(const struct load_work *work);

#endif
