/* options.h: what can be said on a command line, and where else it can be said.
 *
 * An option is a row: its name, what follows it, what it may be, and its words for help, the manual
 * page and completion. The same rows read the command line, the environment and the settings file:
 *
 *     command line   --average mean
 *     environment    MAINSTAY_AVERAGE=mean          only options marked `setting`
 *     settings file  average = mean                 only options marked `setting`
 *
 * The first of these that speaks is believed; the row's fallback speaks last. What stands bare on a
 * command line ("walsall" in `mainstay scorecard walsall`) fills an option too, so a command has one
 * place to look for each thing it needs.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/error.h"
#include "base/str.h"

enum option_id {
	OPTION_AUTHORITY, OPTION_MEASURE, OPTION_YEAR, OPTION_ON, OPTION_AVERAGE, OPTION_BASIS, OPTION_FIGURES,
	OPTION_SORT, OPTION_AGAINST, OPTION_RELEASE,
	OPTION_ALL, OPTION_PAGE, OPTION_VIEW, OPTION_COLUMNS, OPTION_TYPE, OPTION_REF, OPTION_CHANGE,
	OPTION_SET, OPTION_REASON,
	OPTION_QUERY, OPTION_SENTENCE, OPTION_FILE, OPTION_LOAD, OPTION_NOUN, OPTION_SHELL,
	OPTION_DRY_RUN, OPTION_OUT, OPTION_TITLE, OPTION_PUBLISHED, OPTION_ADDRESS, OPTION_MODEL,
	OPTION_SEED, OPTION_ORIGIN, OPTION_REPLACE, OPTION_REMOVE,
	OPTION_LAST_YEAR, OPTION_FORM, OPTION_RULE,
	OPTION_MONTHS, OPTION_RUNS, OPTION_SAFE, OPTION_LEVER, OPTION_LEVER_B, OPTION_LEVER_C, OPTION_KEEP, OPTION_FORECAST,
	OPTION_BESIDE, OPTION_ALL_ENGLAND, OPTION_THREADS, OPTION_RANKS,
	OPTION_ENTRY, OPTION_EXIT, OPTION_EVENT, OPTION_BY, OPTION_COX, OPTION_TIES, OPTION_LIMITS, OPTION_TIMES,
	OPTION_LIST, OPTION_PROFILE, OPTION_COMPLETE, OPTION_ENDS,
	OPTION_APPLY, OPTION_CONFIRM, OPTION_SHOW, OPTION_ROUND, OPTION_STAGE,
	OPTION_FORMAT, OPTION_OUTPUT, OPTION_GUARD,
	OPTION_ACCOUNT, OPTION_NAME, OPTION_PERSON, OPTION_DUTY, OPTION_UNIT, OPTION_FROM, OPTION_TO,
	OPTION_GRANT, OPTION_HEAD, OPTION_ACTOR, OPTION_ACTION, OPTION_OBJECT,
	OPTION_ROLE, OPTION_CHANCE, OPTION_LEAD, OPTION_LEAVING, OPTION_POSTS, OPTION_FILLED, OPTION_TARGET, OPTION_TARGET_DAY,
	OPTION_PLAN_MONTHS, OPTION_BUDGET, OPTION_AGENCY_MOST, OPTION_SENIORS, OPTION_PER_SENIOR, OPTION_INTAKE,
	OPTION_STORE, OPTION_PORT, OPTION_PUBLIC_ADDRESS, OPTION_TRUSTED_PROXY, OPTION_REFERENCE_DOCX, OPTION_MAIL, OPTION_LOG,
	OPTION_HELP, OPTION_VERSION,
	OPTIONS
};
_Static_assert(OPTIONS <= 128, "sets of options are kept in 128 bits");

/* A set of options. */
__extension__ typedef unsigned __int128 option_set;
#define OPTION(id) ((option_set)1 << (id))

/* What a shell can offer when the tab key is pressed. */
enum offers { OFFER_NOTHING, OFFER_AREAS, OFFER_MEASURES, OFFER_FILES };

struct option {
	Str  name;                   /* "authority": said as --authority */
	Str  argument;               /* "AREA": what follows it; empty: it stands alone */
	Str  help;
	Str  choices;                /* "median mean": the only words it may be; empty: any */
	Str  fallback;               /* what holds when nobody speaks; empty: nothing does */
	int  least, most;            /* most over 0: a whole number from least to this */
	bool setting;                /* may come from the environment and the settings file */
	bool bare;                   /* has no flag: only ever stands bare */
	enum offers offers;
};

extern const struct option options[OPTIONS];

/* Who said what holds. */
enum source { BY_NOBODY, BY_FALLBACK, BY_FILE, BY_ENVIRONMENT, BY_COMMAND_LINE };

struct given { Str text; enum source source; };

enum { WORDS_MOST = 8 };

/* A command line, taken apart. */
struct line {
	Str words[WORDS_MOST];       /* what stands bare, in order */
	int word_count;
	struct given given[OPTIONS];
};

/* Takes a command line apart. Options may stand anywhere, as "--name value" or "--name=value";
 * after "--" everything is bare. False, with words and the nearest name, for what is not known. */
bool line_read(int count, char *const arguments[], struct line *line, struct error *err);

/* Fills what the command line left open from the environment, then from the settings file's text
 * (`file` names it in words), then from the rows' fallbacks. False for a value that may not be. */
bool settings_fill(struct line *line, Str text, Str file, struct arena *perm, struct error *err);

/* Whether an option may be this, in words when not. */
bool option_allows(enum option_id id, Str value, struct error *err);

Str  line_text(const struct line *line, enum option_id id);     /* empty when nobody spoke */
bool line_has(const struct line *line, enum option_id id);      /* somebody spoke, fallback aside */
int  line_number(const struct line *line, enum option_id id);   /* of a row with `most` */

Str  option_variable(enum option_id id, struct arena *perm);    /* "MAINSTAY_STORE" */
Str  source_text(enum source source);                           /* "environment" */

#endif
