/* forecast.h: a forecast: what was asked, settled; the run; and what came out, in figures. Private to app/.
 *
 * Everything that a result follows from is in an order: which council, from which figures, how far ahead,
 * how many replications, which seed, what counts as safe, which scenarios. The same order on the same figures
 * by the same program gives the same integers, whoever asks, on a page, a command or another day; so an
 * order written down (forecast_recipe.h) is a forecast kept.
 *
 * Three sources of doubt are told apart by running the same luck twice more: as years usually differ and our
 * estimate may be off; with years alike; with years alike and the estimate taken for true.
 *
 * A run does no more than a page can wait for: person-months are limited (forecast_room), and more is for
 * the command line, which shows how far it is and can be stopped.
 */
#ifndef APP_FORECAST_H
#define APP_FORECAST_H

#include "app/drawn_kept.h"
#include "app/views.h"
#include "model/lever.h"
#include "model/simulate.h"
#include "outlook/outlook.h"
#include "spread/spread.h"

enum {
	SCENARIOS_MOST = OTHERS_MOST,        /* side by side: more cannot be read in one picture */
	PULLS_MOST = 12,             /* levers of one scenario */
	MONTHS_USUAL = 36, RUNS_USUAL = 1000, SEED_USUAL = 1,
	RUNS_MOST_PAGE = 5000, RUNS_MOST = 1000000
};
/* Posts x months x replications that a page may ask for: about half a second of one core. */
#define FORECAST_ROOM INT64_C(150000000)

struct scenario {
	struct lever levers[PULLS_MOST];
	int count;
};

enum forecast_from { FROM_PUBLISHED, FROM_OWN };
Str forecast_from_name(enum forecast_from from);       /* "published" */

struct forecast_order {
	int  area;                   /* in the world's areas */
	enum forecast_from from;
	int  origin;                 /* FROM_PUBLISHED: the last year that is looked at */
	Date day;                    /* FROM_OWN: the day the records are looked at */
	int  months, runs;
	int64_t seed;
	int  safe;                   /* posts filled below which it is not safe; 0: not said */
	struct scenario scenarios[SCENARIOS_MOST];
	int  scenario_count;         /* those from the first on; an empty one between counts */
};

/* Reads what was asked. False, with words, for what cannot be: no months, a million runs on a page, a lever
 * that is not one. `most` is the most replications allowed here. */
bool forecast_order_read(const struct asked *asked, const struct ask *ask, int most, struct forecast_order *order,
                         struct error *err);
/* "over 10 from 3 for 24; payment 2 from 1 for 12", and back. */
bool scenario_read(Str text, struct scenario *scenario, struct error *err);
Str  scenario_write(const struct scenario *scenario, struct arena *perm);
/* "Recruit over establishment: 10, from month 3 for 24 months" */
Str  lever_words(const struct lever *lever, struct arena *perm);
bool lever_assumes_nothing(const struct lever *lever);
Str  scenario_words(const struct scenario *scenario, struct arena *perm);
Str  scenario_letter(int i);                           /* "A" */

/* What one way ahead came to: run now, or read from a result that was kept. */
struct result;
struct way {
	const struct prospect *prospect;
	struct tally *tally;
	struct gap_tally *gap;       /* less the base; NULL for the base itself */
	const struct result *kept;   /* then there are no tallies */
	int kept_as;                 /* which way of the result */
};

/* Of the variance of posts filled in the last month: shares of a hundred that sum to it. */
struct doubt { int process, parameters, years; };

struct forecast {
	struct forecast_order order;
	const struct outlook *outlook;
	struct way base, scenarios[SCENARIOS_MOST];
	struct doubt doubt;
};

/* How far a run is, for who waits; false stops it. NULL: nobody. */
struct forecast_watch {
	bool (*going)(void *who, int64_t done, int64_t of);      /* or NULL */
	void *who;
	int threads, ranks;          /* workers; 0 threads: as many as the machine has; ranks: programs instead */
};
/* Replications of the order, of each job, shared out as the watch says (threads, where it is NULL). The same whole numbers
 * whoever works. False, with words, when it was stopped or cannot be. */
bool forecast_share_out(const struct spread_job *jobs, int count, const struct forecast_order *order,
                        const struct forecast_watch *watch, struct error *err);

/* What is run: the outlook's prospect, with what the order counts as safe. */
const struct prospect *forecast_base(const struct forecast_order *order, const struct outlook *outlook, struct arena *perm);
/* Runs it, beside a base that is kept drawn where `kept` is not NULL. False, with words, for a lever that cannot be pulled,
 * or when it was stopped. */
bool forecast_run(const struct forecast_order *order, const struct outlook *outlook, struct drawn_kept *kept,
                  const struct forecast_watch *watch, struct forecast *forecast, struct arena *perm,
                  struct error *err);
/* What its doubt is made of, by two more runs of the base. */
bool forecast_doubt(struct forecast *forecast, const struct forecast_watch *watch, struct arena *perm, struct error *err);
/* Whether the order is within what a page may ask, of a prospect of so many posts. */
bool forecast_fits(const struct forecast_order *order, int posts, struct error *err);
/* The most replications that would be; 0: not even one. */
int64_t forecast_runs_most(const struct forecast_order *order, int posts);

/* ---- in figures ------------------------------------------------------------------------------- */

/* One line of a result, a row each. */
struct forecast_line {
	enum tally_line line;
	Str  name, title, plain;     /* "posts_filled", "Posts filled", "posts filled" */
	enum unit unit;
	int  places;
	bool since;                  /* counts from the start */
	bool headline;               /* stands in the table of the page */
};
extern const struct forecast_line forecast_lines[];
extern const int forecast_line_count;
const struct forecast_line *forecast_line_of(enum tally_line line);

/* Whether the prospect knows the line: no caseload without cases, no cost without prices. */
bool forecast_has(const struct forecast *forecast, const struct forecast_line *row);

/* A whole number of a tally as the figure it stands for. */
Figure forecast_figure(const struct way *way, enum tally_line line, double value);
Figure forecast_quantile(const struct way *way, enum tally_line line, int month, int per_mille);
Figure forecast_mean(const struct way *way, enum tally_line line, int month);
bool   forecast_has_gap(const struct way *way);
Figure forecast_gap_quantile(const struct way *way, enum tally_line line, int month, int per_mille);
Figure forecast_gap_mean(const struct way *way, enum tally_line line, int month);
/* Of a hundred in post, how many under two years: of the means. */
Figure forecast_new_share(const struct way *way, int month);
Figure forecast_cost_line(const struct way *way, enum cost_line line, int month);      /* mean pounds since the start */
Str    forecast_cost_name(enum cost_line line);

/* Of all futures, those that fell below the safe level in some month. */
double forecast_short(const struct way *way, int runs);

/* Months between those that are told in a table and held against own records, of so many ahead: few enough to read. The
 * last month is one of them. */
int forecast_step(int months);
/* The calendar month of a month of the forecast: 0 is the month before it begins. */
struct civil forecast_civil(const struct prospect *prospect, int month);
Str forecast_month(const struct prospect *prospect, int month, struct arena *perm);    /* "September 2027" */
/* A chance in words: "9 in 10", "1 in 20", "fewer than 1 in 100". */
Str odds_words(double share, struct arena *perm);

#endif
