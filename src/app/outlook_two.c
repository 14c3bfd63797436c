/* outlook_two.c: where a council has two outlooks, from its own people and from published figures: why they differ. */
#include "app/forecast_view.h"

#include "app/keeper.h"

/* One of the two: what it begins with and what it expects. */
struct side {
	enum forecast_from from;
	int    filled, posts;
	double leaving;
	int    own_weight;
	Str    day, source, counted;
};

static struct side
side_of(const struct forecast_order *order, const struct outlook *outlook, struct arena *perm)
{
	const struct prospect *p = outlook->prospect;
	bool own = order->from == FROM_OWN;
	struct side side = { .from = order->from, .leaving = outlook->leaving, .own_weight = outlook->own_weight,
		.day = own ? date_text(order->day, perm) : str_format(perm, "30 September %d", order->origin),
		.source = own ? S("The council\u2019s people and posts as they are kept here") : S("Department for Education, children\u2019s social work workforce"),
		.counted = own ? S("People in posts of social workers, agency apart") : S("Full-time equivalents, agency apart") };
	for (int i = 0; i < p->seat_count; i++) {
		bool now = p->seats[i].first == 0;
		side.posts += now;
		side.filled += now && p->seats[i].grade != VACANT;
	}
	return side;
}

static const struct column two_columns[] = {
	{ STR("what"), STR("What they begin with"), false, false }, { STR("own"), STR("From own people"), false, false },
	{ STR("published"), STR("From published figures"), false, false },
};

static void
two_row(struct rows_made *rows, const char *what, Str own, Str published, struct arena *perm)
{
	struct cell *cells = rows_push(rows, countof(two_columns), perm);
	cells[0] = cell_text(str_of(what));
	cells[1] = cell_text(own);
	cells[2] = cell_text(published);
}

static Str
filled_words(const struct side *side, struct arena *perm)
{
	return str_format(perm, "%d of %d", side->filled, side->posts);
}

static Str
leaving_words(const struct side *side, struct arena *perm)
{
	Str rate = figure_words(figure_near(side->leaving * 100), 1, UNIT_PERCENT, perm);
	return str_format(perm, "%.*s a year, of which %d parts in 100 the council\u2019s own", STR_ARG(rate), side->own_weight);
}

static const struct table *
two_table(const struct side *own, const struct side *published, struct arena *perm)
{
	struct rows_made rows = { 0 };
	two_row(&rows, "Posts filled at the start, of all", filled_words(own, perm), filled_words(published, perm), perm);
	two_row(&rows, "What is counted", own->counted, published->counted, perm);
	two_row(&rows, "Leaving expected", leaving_words(own, perm), leaving_words(published, perm), perm);
	two_row(&rows, "As at", own->day, published->day, perm);
	two_row(&rows, "Where it is from", own->source, published->source, perm);
	return table_of(S("two_outlooks"), S("The two outlooks of this council"), two_columns, countof(two_columns), rows, perm);
}

/* "with 12 posts filled fewer, and it expects leaving to be 1.3 percentage points a year higher" */
static Str
difference_words(const struct side *here, const struct side *there, struct arena *perm)
{
	int filled = here->filled - there->filled;
	Figure rate = figure_round(figure_near((here->leaving - there->leaving) * 100), 1);
	Str posts = filled == 0 ? S("as many posts filled") : str_format(perm, "%.*s filled %s",
		STR_ARG(counted(filled < 0 ? -filled : filled, "post", "posts", perm)), filled < 0 ? "fewer" : "more");
	Str leaving = rate.micro == 0 ? S("the same") : str_format(perm, "%.*s percentage points a year %s",
		STR_ARG(figure_text(figure_micro(rate.micro < 0 ? -rate.micro : rate.micro), 1, perm)), rate.micro < 0 ? "lower" : "higher");
	return str_format(perm, "This outlook is from %s, and there is one from %s. They differ because they begin with other figures: "
		"this one with %.*s, and it expects leaving to be %.*s.", here->from == FROM_OWN ? "own people" : "published figures",
		here->from == FROM_OWN ? "published figures" : "own people", STR_ARG(posts), STR_ARG(leaving));
}

static void
add_link(const struct telling *to, struct forecasting other)
{
	struct arena *perm = to->doc->arena;
	struct run *run = new(perm, 1, struct run);
	bool own = other.order.from == FROM_OWN;
	Str address = forecasting_address(&other, S("outlook"), perm);
	if (!own)
		address = str_format(perm, "%.*s%sfigures=published", STR_ARG(address), str_find(address, S("?")) < 0 ? "?" : "&");
	*run = (struct run){ .text = own ? S("See the outlook from own people") : S("See the outlook from published figures"),
	                     .href = address };
	document_runs(to->doc, BLOCK_PARAGRAPH, run, 1);
}

void
tell_two(const struct telling *to, const struct forecasting *in, const struct world *world, const struct ask *ask)
{
	struct arena *perm = to->doc->arena;
	struct error err = { "" };
	struct forecasting other = *in;
	other.order.from = in->order.from == FROM_OWN ? FROM_PUBLISHED : FROM_OWN;
	if (!in->may_own || ask->held->roster.post_count == 0)
		return;
	const struct outlook *outlook = forecast_outlook(world, ask, &other.order, perm, &err);
	if (!outlook)
		return;
	struct side *sides = new(perm, 2, struct side);
	sides[in->order.from] = side_of(&in->order, in->forecast.outlook, perm);
	sides[other.order.from] = side_of(&other.order, outlook, perm);
	document_heading(to->doc, 2, S("Why there are two outlooks"), S("two"));
	document_paragraph(to->doc, difference_words(&sides[in->order.from], &sides[other.order.from], perm));
	document_table(to->doc, two_table(&sides[FROM_OWN], &sides[FROM_PUBLISHED], perm));
	add_link(to, other);
}
