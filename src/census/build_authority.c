/* build_authority.c: the header, and what is returned of the authority itself. */
#include "census/building.h"

#include "measure/own_people.h"

static void
put_header(struct building *in)
{
	const struct build_wish *wish = in->wish;
	Str day = date_iso(date_at(wish->now), in->perm);
	int seconds = (int)(wish->now % SECONDS_OF_DAY);
	building_put(in, 0, ITEM_COLLECTION, S("CSWW"));
	building_put(in, 0, ITEM_YEAR, str_format(in->perm, "%d", wish->year));
	building_date(in, 0, ITEM_REFERENCE_DATE, in->day);
	building_put(in, 0, ITEM_SOURCE_LEVEL, S("L"));
	building_put(in, 0, ITEM_LEA, wish->lea);
	building_put(in, 0, ITEM_SOFTWARE, wish->software);
	building_put(in, 0, ITEM_DATE_TIME, str_format(in->perm, "%.*sT%02d:%02d:%02d", STR_ARG(day), seconds / 3600,
		seconds / 60 % 60, seconds % 60));
}

/* What the council says of the year, or NULL. */
static const struct record *
year_record(const struct building *in)
{
	const struct records *years = &in->roster->council->of[TYPE_CENSUS_YEAR];
	for (int i = 0; i < years->count; i++)
		if (census_record_of_year(years->type, &years->at[i], in->wish->year))
			return &years->at[i];
	return NULL;
}

static void
put_said(struct building *in, const struct record *year, enum item item, Str field, bool needed)
{
	const struct record_type *type = &record_types[TYPE_CENSUS_YEAR];
	Str text = year ? record_value(type, year, field) : (Str){ 0 };
	if (text.len > 0)
		building_put(in, 0, item, text);
	else if (needed)
		building_lacks(in, 0, item, (struct mended){ type->name, year ? year->ref : S(""), field, true });
}

static void
put_allowances(struct building *in, const struct record *year)
{
	static const struct { enum item item; Str field; bool needed; } asked[] = {
		{ ITEM_RECRUITMENT_BONUS, STR("recruitment_bonus"), true }, { ITEM_RETENTION_BONUS, STR("retention_bonus"), true },
		{ ITEM_PERFORMANCE_AWARD, STR("performance_award"), true }, { ITEM_CAR_ALLOWANCE, STR("car_allowance"), true },
		{ ITEM_RELOCATION, STR("relocation"), true }, { ITEM_WEIGHTING, STR("regional_weighting"), true },
		{ ITEM_COST_SWE, STR("registration_fee"), true }, { ITEM_COST_DBS, STR("dbs_fee"), true },
		{ ITEM_OTHER_ALLOWANCES, STR("other_allowances"), false },
	};
	for (ptrdiff_t i = 0; i < countof(asked); i++)
		put_said(in, year, asked[i].item, asked[i].field, asked[i].needed);
}

bool
building_is_director(const struct building *in, const struct post_row *post, Date day)
{
	static const Str titles[] = { STR("director of children's services"), STR("director of children\u2019s services"),
		STR("director of childrens services"), STR("director of children services"), STR("dcs") };
	const struct role_row *role = post->role == NOT_THERE ? NULL : role_on(in->roster, post->role, day);
	for (ptrdiff_t i = 0; i < countof(titles); i++)
		if (str_equal_fold(post->title, titles[i]) || (role && str_equal_fold(role->title, titles[i])))
			return true;
	return false;
}

/* The director's post is vacant in no return, if directors are left out of it. */
static int64_t
directors_vacant(const struct building *in, struct arena scratch)
{
	struct establishment est;
	int64_t vacant = 0;
	if (working_usual(in, WORKING_DIRECTOR) != 0)
		return 0;
	establishment_on(&est, in->roster, NOT_THERE, in->day, &scratch);
	for (int i = 0; i < est.seat_count; i++) {
		const struct post_row *post = est.seats[i].row;
		const struct role_row *role = post->role == NOT_THERE ? NULL : role_on(in->roster, post->role, in->day);
		if (role && role->census > 0 && building_is_director(in, post, in->day))
			vacant += est.seats[i].vacant;
	}
	return vacant;
}

/* Worked out from posts and who is in them, unless the council says another figure, with its reason. */
static void
put_posts(struct building *in, const struct record *year)
{
	struct own_figures own;
	own_figures_on(&own, in->roster, NOT_THERE, in->day, *in->perm);
	own.value[VACANCY_FTE].micro -= directors_vacant(in, *in->perm);
	Figure covering = figure_present(own.value[AGENCY_COVER_FTE]) ? figure_whole(own.people[AGENCY_COVER_FTE])
	                                                               : own.value[AGENCY_COVER_FTE];
	const struct { enum item item; Str field; Figure worked_out; } asked[] = {
		{ ITEM_VACANCIES, S("vacancies"), own.value[VACANCY_FTE] },
		{ ITEM_COVER_FTE, S("cover_fte"), own.value[AGENCY_COVER_FTE] },
		{ ITEM_COVER_HEADCOUNT, S("cover_headcount"), covering },
	};
	for (ptrdiff_t i = 0; i < countof(asked); i++) {
		Str said = year ? record_value(&record_types[TYPE_CENSUS_YEAR], year, asked[i].field) : (Str){ 0 };
		struct parsed_decimal number = parse_decimal(said, 6, false);
		Figure figure = number.ok ? figure_micro(number.micro) : asked[i].worked_out;
		if (figure_present(figure))
			building_number(in, 0, asked[i].item, figure.micro);
		else
			building_lacks(in, 0, asked[i].item, (struct mended){ S("census_year"), year ? year->ref : S(""),
			                                                      asked[i].field, true });
	}
}

void
building_authority(struct building *in)
{
	const struct record *year = year_record(in);
	put_header(in);
	put_posts(in, year);
	put_allowances(in, year);
}
