/* own.c: see own.h. */
#include "outlook/left.h"
#include "outlook/owning.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>

#include "outlook/own_learners.h"
#include "outlook/own_posts.h"
#include "outlook/own_starters.h"
#include "outlook/prices.h"

/* Vacancy-months that the assumed time to fill counts as, beside those seen. */
static const double assumed_months = 12;
static const double filling_years = 3;

/* ---- what is said of it ------------------------------------------------------------------------------ */

void
owning_input(struct owning *o, const char *format, ...)
{
	va_list args;
	struct text text = text_new(o->perm);
	if (o->out->input_count == OWN_SAID_MOST)
		return;
	va_start(args, format);
	text_vformat(&text, format, args);
	va_end(args);
	o->out->inputs[o->out->input_count++] = text_str(&text);
}

int64_t
owning_assume(struct owning *o, enum assumption_id id)
{
	struct assumed used = assumption_value(o->roster->council, id, S(""), o->day);
	if (o->out->assumption_count < OWN_SAID_MOST)
		o->out->assumptions[o->out->assumption_count++] = assumption_said(&used, o->perm);
	return used.value;
}

void
owning_take(struct owning *o, const char *what, Str value, const char *source)
{
	if (o->out->assumption_count < OWN_SAID_MOST)
		o->out->assumptions[o->out->assumption_count++] =
			(struct assumption){ .what = str_of(what), .value = value, .source = str_of(source), .grade = S("D") };
}

/* ---- posts -------------------------------------------------------------------------------------------- */

static void
name_grades(struct prospect *p, const struct own_posts *posts)
{
	int highest = 0;
	for (int i = 0; i < posts->count; i++)
		highest = posts->at[i].rank > highest ? posts->at[i].rank : highest;
	p->grades = highest + 1;
	for (int g = 0; g < p->grades; g++)
		p->grade_name[g] = spell_rank_names[g];
}

static void
set_cases(struct owning *o, const struct own_posts *posts)
{
	struct prospect *p = o->out->prospect;
	p->fte_per_head = posts->filled ? (int32_t)(posts->fte / posts->filled) : MICRO;
	p->cases = (int32_t)(posts->cases < 1000000 ? posts->cases : 1000000);
	p->holder_share = posts->filled ? (int32_t)((int64_t)posts->case_holders * MICRO / posts->filled) : MICRO;
	if (p->cases)
		owning_take(o, "Cases", S("As many as on the day"), "Not forecast");
}

bool
owning_seats(struct owning *o, struct error *err)
{
	struct prospect *p = o->out->prospect;
	struct own_posts posts;
	own_posts_on(&posts, o->roster, o->day, p->months, TENURE_MOST, o->perm);
	if (posts.count == 0)
		return fail(err, "There are no posts of social workers on that day.");
	if (posts.count > SEATS_MOST)
		return fail(err, "There are more than %d posts.", SEATS_MOST);
	name_grades(p, &posts);
	p->seats = new(o->perm, posts.count, struct prospect_seat);
	p->seat_count = posts.count;
	for (int i = 0; i < posts.count; i++) {
		const struct own_post *post = &posts.at[i];
		p->seats[i] = (struct prospect_seat){ .grade = (int8_t)(post->rank == POST_VACANT ? VACANT : post->rank),
			.tenure = (uint8_t)post->months, .first = (uint8_t)post->first,
			.last = (uint8_t)(post->last == POST_ALWAYS ? MONTHS_MOST + 1 : post->last) };
	}
	owning_input(o, "%d posts filled and %d vacant on the day", posts.filled, posts.vacant);
	set_cases(o, &posts);
	p->cover = posts.vacant_fte > 0 ? (Chance)(fmin(8, posts.agency_fte / posts.vacant_fte) * (double)CERTAIN) : 0;
	if (!(posts.vacant_fte > 0))
		p->cover = chance_of(fmin(1, (double)owning_assume(o, ASSUME_AGENCY_COVER) / MICRO));
	return true;
}

void
owning_filling(struct owning *o)
{
	struct prospect *p = o->out->prospect;
	struct own_filling f;
	own_filling_upto(&f, o->roster, owning_since(o, filling_years), o->day);
	double months = fmax(0.5, (double)owning_assume(o, ASSUME_LEAD) / MICRO);
	double filled = fmin(o->joined, f.vacant_months) + assumed_months / months;
	double fill = filled / (f.vacant_months + assumed_months);
	p->fill = chance_of(fmin(1, fill));
	p->drifts[DRIFT_FILL].own = (int32_t)lround(MICRO / sqrt(filled));
	p->usual_vacancy = (int32_t)lround(f.vacancy * MICRO);
	owning_input(o, "Posts were vacant for %d months in all, of %d months looked at", f.vacant_months, f.months);
	owning_take(o, "Time to fill", S("A vacant post is as likely to be filled in any month as in its first"),
	            "How long posts had been vacant is not used");
}

/* ---- who is to start ----------------------------------------------------------------------------------- */

/* Posts that wait for somebody are filled by them: ordinary filling is of the others, as one share of all that are vacant
 * until the last of them has started. */
static void
spare_posts(struct owning *o, const struct own_starters *starters)
{
	struct prospect *p = o->out->prospect;
	int vacant = 0, months = starters->last - 1;
	for (int i = 0; i < p->seat_count; i++)
		vacant += p->seats[i].grade == VACANT && p->seats[i].first == 0;
	if (months < 1 || vacant == 0)
		return;
	double spoken = fmin(1, (double)starters->spoken / ((double)months * vacant));
	p->quickers[p->quicker_count++] = (struct quicker){ 1, months, (uint32_t)lround(Q16 * (1 - spoken)), 0 };
	owning_take(o, "Posts that wait for somebody whose start is agreed", S("Not filled by others meanwhile"),
	            "As one share of the posts that are vacant, until the last of them starts");
}

void
owning_starters(struct owning *o)
{
	struct prospect *p = o->out->prospect;
	struct own_starters starters;
	own_starters_after(&starters, o->roster, o->day, p->months, o->perm);
	if (starters.undated)
		owning_input(o, "%d accepted an offer and have no day yet: ordinary filling stands for them", starters.undated);
	if (starters.count == 0)
		return;
	Chance arrives = chance_of(fmin(1, (double)owning_assume(o, ASSUME_STARTS) / MICRO));
	for (int m = 1; m <= p->months; m++)
		for (int census = 1; census < STARTER_ROLES; census++) {
			int grade = spell_rank(census);
			if (starters.of[census][m] && p->cohort_count < COHORTS_MOST / 2)
				p->cohorts[p->cohort_count++] = (struct cohort){ m, starters.of[census][m], grade < p->grades ? grade : p->grades - 1,
					arrives };
		}
	owning_input(o, "%d are to start on a day that is agreed", starters.count);
	spare_posts(o, &starters);
}

/* ---- who is expected by pipelines ------------------------------------------------------------------------ */

/* Those who are not counted, and why. */
static void
say_left_out(struct owning *o, const struct own_learners *l)
{
	if (l->applied + l->here)
		owning_input(o, "Of pipelines %d accepted an offer and are counted with starters, and %d are social workers here already", l->applied, l->here);
	if (l->unsaid + l->undated + l->beyond)
		owning_input(o, "Of pipelines are not counted: %d without a chance, %d without a day, %d after the last month", l->unsaid, l->undated, l->beyond);
}

/* Ordinary filling was seen with those who came by pipelines in it: while there are some to come, it is of the others. */
static void
spare_pipelines(struct owning *o, const struct own_learners *l)
{
	struct prospect *p = o->out->prospect;
	double share = o->joined > 0 ? fmin(1, (double)l->joined / o->joined) : 0;
	if (l->joined == 0 || p->quicker_count == QUICKERS_MOST)
		return;
	p->quickers[p->quicker_count++] = (struct quicker){ 1, l->last, (uint32_t)lround(Q16 * (1 - share)), 0 };
	owning_input(o, "%d of the %d who joined came by pipelines", l->joined, o->joined);
	owning_take(o, "Posts that are filled in the ordinary way", S("Without those whom pipelines brought"),
	            "As their share of all who joined, until the last of those expected by pipelines has come");
}

void
owning_learners(struct owning *o)
{
	struct prospect *p = o->out->prospect;
	struct own_learners l;
	int counted = 0;
	own_learners_after(&l, o->roster, (struct learners_ahead){ o->joined_since, o->day, p->months }, o->perm);
	say_left_out(o, &l);
	for (int g = 0; g < l.group_count && p->cohort_count < COHORTS_MOST / 2; g++) {
		const struct learners_group *of = &l.groups[g];
		int grade = spell_rank(of->census);
		p->cohorts[p->cohort_count++] = (struct cohort){ of->month, of->size, grade < p->grades ? grade : p->grades - 1, chance_of(of->part) };
		counted += of->size;
	}
	if (l.count == 0)
		return;
	owning_input(o, "%d are expected by pipelines, of %d cohorts%s", counted, l.cohorts, counted < l.count ? "; more are not counted" : "");
	for (int i = 0; i < l.said_count; i++)
		if (o->out->assumption_count < OWN_SAID_MOST)
			o->out->assumptions[o->out->assumption_count++] = (struct assumption){ .what = l.said[i].what, .value = l.said[i].value,
				.source = l.said[i].source, .grade = l.said[i].grade, .who = S("the cohort\u2019s record") };
	spare_pipelines(o, &l);
}

/* ---- the rest ------------------------------------------------------------------------------------------ */

static void
set_prices(struct owning *o)
{
	assert(o->out->assumption_count + PRICES_SAID <= OWN_SAID_MOST);
	prices_set(o->out->prospect, o->roster->council, o->day, &o->out->assumptions[o->out->assumption_count], o->perm);
	o->out->assumption_count += PRICES_SAID;
}

/* The spread of filling, posts, cover and cases from year to year is that of the council's forecast from published
 * figures, which past errors set: records tell how fast posts were filled, and not how far next year will differ. */
static void
borrow_spreads(struct owning *o)
{
	struct error none;
	int origin = left_last_year(o->published, o->day);
	struct outlook *wide = outlook_of_published(o->published, o->area, origin, o->out->prospect->months, o->perm, &none);
	if (!wide) {
		owning_take(o, "Posts and filling, from year to year", S("The same chances every year"),
		            "Too little is published of this council to say how far its years differ: the range is too narrow");
		return;
	}
	for (enum drift_of k = DRIFT_FILL; k < DRIFTS; k++) {
		struct drift *d = &o->out->prospect->drifts[k];
		const struct drift *of = &wide->prospect->drifts[k];
		d->wander = of->wander;
		d->nation = of->nation;
		d->keep = of->keep;
	}
	owning_take(o, "Posts, filling and agency, from year to year", S("Spread as past forecasts from published figures were off"),
	            "A council's own records do not say how far next year's budget and market will differ");
}

/* Years differ everywhere alike as they were seen to in England. */
static void
set_years(struct owning *o)
{
	struct prospect *p = o->out->prospect;
	p->drifts[DRIFT_LEAVE].nation = (int32_t)owning_assume(o, ASSUME_YEARS_DIFFER);
	p->drifts[DRIFT_LEAVE].keep = MICRO / 2;
	p->pressure = (int32_t)owning_assume(o, ASSUME_PRESSURE);
	borrow_spreads(o);
	owning_take(o, "Posts", S("Those funded on the day, and as decided since"), "No others are foreseen in the middle");
}

/* Room for three deviations of the year and for pushes of scenarios. */
static bool
make_room(struct owning *o, struct error *err)
{
	int times = 4;
	do
		prospect_room(o->out->prospect, times);
	while (!prospect_sound(o->out->prospect, err, *o->perm) && (times *= 2) <= 64);
	return prospect_sound(o->out->prospect, err, *o->perm);
}

struct outlook *
outlook_of_own(const struct roster *roster, const struct published *published, int area, Date day, int months,
               struct arena *perm, struct error *err)
{
	struct outlook *out = new(perm, 1, struct outlook);
	struct owning o = { roster, published, area, day, day, 0, out, perm, day };
	struct civil begin = date_civil((Date){ day.day + 1 });
	if (months < 1 || months > MONTHS_MOST)
		return fail(err, "A forecast goes 1 to %d months ahead, and not %d.", MONTHS_MOST, months), NULL;
	*out = (struct outlook){ .prospect = prospect_new(months, perm), .area = area, .year = begin.year };
	out->inputs = new(perm, OWN_SAID_MOST, Str);
	out->assumptions = new(perm, OWN_SAID_MOST, struct assumption);
	out->prospect->whom = (uint32_t)area;
	out->prospect->first_year = begin.year;
	out->prospect->first_month = begin.month;
	o.visible = spells_visible(roster, day, *perm);
	if (!owning_seats(&o, err))
		return NULL;
	owning_leaving(&o);
	owning_filling(&o);
	owning_starters(&o);
	owning_learners(&o);
	set_prices(&o);
	set_years(&o);
	return make_room(&o, err) ? out : NULL;
}
