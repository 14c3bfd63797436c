/* words.c: numbers, names and addresses as the views write them. */
#include "app/views.h"

#include "report/html.h"

Str
ordinal(int n, struct arena *perm)
{
	static const char *const ends[10] = { "th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th" };
	bool teen = n % 100 >= 11 && n % 100 <= 13;
	return str_format(perm, "%d%s", n, teen ? "th" : ends[n % 10]);
}

Str
rank_words(const struct place_row *row, int ranked, struct arena *perm)
{
	if (!row || row->rank == 0)
		return S("not ranked");
	Str place = ordinal(row->rank, perm);
	return str_format(perm, "%s%.*s of %d", row->tied ? "=" : "", STR_ARG(place), ranked);
}

Str
year_text(int year, struct arena *perm)
{
	return str_format(perm, "%d", year);
}

Str
counted(int64_t count, const char *one, const char *many, struct arena *perm)
{
	Str number = figure_text(figure_whole(count), 0, perm);
	return str_format(perm, "%.*s %s", STR_ARG(number), count == 1 ? one : many);
}

Str
list_words(const Str *items, int count, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < count; i++) {
		text_add(&text, i == 0 ? S("") : i == count - 1 ? S(" and ") : S(", "));
		text_add(&text, items[i]);
	}
	return text_str(&text);
}

Str
possessive(Str name, struct arena *perm)
{
	return str_join(name, str_ends(name, S("s")) ? S("\u2019") : S("\u2019s"), perm);
}

Str
neighbours_words(enum average average)
{
	return average == MEAN ? S("neighbours\u2019 mean") : S("neighbours\u2019 median");
}

Str
title_and_unit(const struct measure *m, struct arena *perm)
{
	if (m->unit != UNIT_PERCENT && m->unit != UNIT_DAYS)
		return m->title;
	return str_format(perm, "%.*s, %.*s", STR_ARG(m->title), STR_ARG(unit_title(m->unit)));
}

enum unit
change_unit(enum unit unit)
{
	return unit == UNIT_PERCENT ? UNIT_PERCENTAGE_POINTS : unit;
}

/* "?average=mean&basis=headcount", only what departs from the default. */
static Str
kept_choices(const struct asked *asked, struct arena *perm)
{
	bool mean = asked->average == MEAN;
	return str_format(perm, "%s%s%s", mean ? "?average=mean" : "",
	                  asked->headcount ? (mean ? "&" : "?") : "",
	                  asked->headcount ? "basis=headcount" : "");
}

Str
url_part(Str text, struct arena *perm)
{
	struct html h = html_new(perm);
	html_url_part(&h, text);
	return html_str(&h);
}

Str
href_scorecard(const struct asked *asked, int area, struct arena *perm)
{
	Str kept = kept_choices(asked, perm);
	return str_format(perm, "/authorities/%.*s/scorecard%.*s",
	                  STR_ARG(asked->p->areas.at[area].slug), STR_ARG(kept));
}

Str
href_measure(const struct asked *asked, int area, enum measure_id m, struct arena *perm)
{
	return str_format(perm, "/authorities/%.*s/measures/%.*s%s", STR_ARG(asked->p->areas.at[area].slug),
	                  STR_ARG(measures[m].name), asked->average == MEAN ? "?average=mean" : "");
}

Str
href_standing(const struct asked *asked, int area, enum measure_id m, int year, struct arena *perm)
{
	return str_format(perm, "/authorities/%.*s/standing/%.*s?year=%d",
	                  STR_ARG(asked->p->areas.at[area].slug), STR_ARG(measures[m].name), year);
}

Str
href_figures(enum measure_id m, int year, struct arena *perm)
{
	return str_format(perm, "/figures/%.*s?year=%d", STR_ARG(measures[m].name), year);
}
