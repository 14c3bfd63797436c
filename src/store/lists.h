/* lists.h: lists that were brought: files, how they are read, mends, profiles, decisions.
 *
 * A list is staged first: kept whole as it came, with its fingerprint. Nothing of it is among the
 * records until a deed applies it (records.h), whose object is list_object; whether that happened and
 * still counts is read from the deed, so there is nothing that could disagree. What is mended is kept
 * beside the file and never written into it.
 *
 * The file itself goes 30 days after the list was applied and 7 days after it was put aside or, when
 * nobody touches it, staged; its row stays. `file_until` is the last day on which it is kept.
 */
#ifndef STORE_LISTS_H
#define STORE_LISTS_H

#include "base/date.h"
#include "store/store.h"

enum list_state { LIST_STAGED, LIST_APPLIED, LIST_UNDONE, LIST_REJECTED,
                  LIST_AGREED,   /* applied, and the records said the same: there is no deed */
                  LIST_STATES };
enum { LIST_KEPT_STAGED = 7, LIST_KEPT_APPLIED = 30 };       /* days */

struct kept_list {
	int64_t number;
	Str  list, file, sha256, actor;
	Date as_at, file_until;
	int64_t staged_at, rejected_at, agreed_at, applied_at;
	int64_t deed;                /* what applied it, as deed_undo takes it; 0: none */
	enum list_state state;
	Str  profile;                /* text (intake/intake.h) */
	int64_t revision;            /* changes with the profile and the mends */
	Str  about;
	bool file_there;
};

/* "list 12": the object of the deed that applies it. */
Str list_object(int64_t number, struct arena *perm);

/* Keeps a new one and gives its number. When the same bytes wait as the same list, or are applied as it
 * with the same day, gives that number instead, and keeps nothing. */
struct list_staged { int64_t number; bool already; };
bool store_list_stage(struct store *store, Str authority, const struct kept_list *list, Str bytes,
                      struct list_staged *staged, struct arena scratch, struct error *err);
/* All of an authority, newest first, and one; number 0 in `*list` when there is none. */
bool store_lists(struct store *store, Str authority, struct kept_list **lists, int *count,
                 struct arena *perm, struct error *err);
bool store_list(struct store *store, Str authority, int64_t number, struct kept_list *list,
                struct arena *perm, struct error *err);
/* The file's bytes; false with words when they are gone. */
bool store_list_file(struct store *store, Str authority, int64_t number, Str *bytes, struct arena *perm,
                     struct error *err);

/* Changes of a staged list: how it is read; that it is put aside; what it comes to, as it is applied. */
bool store_list_profile(struct store *store, Str authority, int64_t number, Str profile, Date as_at,
                        struct error *err);
bool store_list_reject(struct store *store, Str authority, int64_t number, int64_t at, Date today,
                       struct error *err);
bool store_list_agree(struct store *store, Str authority, int64_t number, int64_t at, struct error *err);
bool store_list_about(struct store *store, Str authority, int64_t number, Str about, Date today,
                      struct error *err);

/* What cells are to be read as. Column 0: the line is left out. An empty `text` of a column is a blank
 * cell; `forget` takes the mend away. */
struct mend { int line, column; Str text; bool forget; };
bool store_list_mends(struct store *store, Str authority, int64_t number, struct mend **mends, int *count,
                      struct arena *perm, struct error *err);
bool store_list_mend(struct store *store, Str authority, int64_t number, const struct mend *mends,
                     int count, struct error *err);

/* Files whose time has come are taken away; gives how many. */
bool store_list_files_end(struct store *store, Date today, int64_t *ended, struct error *err);

struct kept_profile { Str name, list, text, actor; int64_t at; };
bool store_profiles(struct store *store, Str authority, struct kept_profile **profiles, int *count,
                    struct arena *perm, struct error *err);
/* Keeps it under its name, in place of one of that name. */
bool store_profile_keep(struct store *store, Str authority, const struct kept_profile *profile,
                        struct error *err);

struct kept_decision {
	int64_t number, at;
	Str  subject, facts;
	Str  side;                   /* "hr", "finance", "team", "records"; "none": they may differ */
	Str  said_by, why, actor;
	Date until;
};
/* Oldest first: of one subject the last counts. */
bool store_decisions(struct store *store, Str authority, struct kept_decision **decisions, int *count,
                     struct arena *perm, struct error *err);
bool store_decide(struct store *store, Str authority, const struct kept_decision *decision,
                  struct error *err);

#endif
