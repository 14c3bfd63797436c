/* written_hiring.c: a year of recruitment, as records: the seats, the rounds, who applied, and who is on their way.
 *
 * Everybody who started in a post of their own in the last census year came by an application, of a round or of the open
 * advert, with checks that were cleared; for each came one or two who did not. For posts that are vacant now some are on
 * their way, at every stage. Names, words and spend are made up and say so. It draws numbers of its own, so that nothing
 * else of the council is another for it. */
#include "demo/writing.h"

#include "workforce/stages.h"
#include "workforce/types_hiring.h"

enum { FIRST_YEAR = 2025, ROUNDS = 5, OPEN_ADVERT = ROUNDS, CAMPAIGN = 1, LINES = 3, WAY = 9 };

struct applicant;
struct hiring {
	struct writing *w;
	struct random dice, said;    /* said: of answers for equality monitoring, drawn by themselves */
	Date today;
	int requisitions, candidates, applications, steps, checks, answers;
	struct applicant *again;     /* who was recorded twice */
	int *spare, spare_count;     /* vacant posts for which nobody is on their way */
};

static const Str made_up = STR("Made up for this demonstration");

static Str
number_of(const struct hiring *in, enum type_id type, int number)
{
	return ref_numbered(&record_types[type], number, in->w->perm);
}

static Str
day_text(const struct hiring *in, Date day)
{
	return date_iso(day, in->w->perm);
}

/* ---- the campaign and the rounds ---------------------------------------------------------------------- */

struct round_row { Str name; int month_from, day_from, month_to, day_to, years_before; };
static const struct round_row rounds[ROUNDS] = {
	{ STR("Round 1, summer"), 7, 1, 8, 31, 1 }, { STR("Round 2, autumn"), 10, 1, 11, 30, 1 },
	{ STR("Round 3, winter"), 1, 2, 2, 28, 0 }, { STR("Round 4, spring"), 4, 1, 5, 31, 0 },
	{ STR("Round 5, summer"), 7, 1, 8, 31, 0 },
};

static struct period
days_of_round(const struct hiring *in, int round)
{
	const struct round_row *row = &rounds[round];
	int year = in->w->m->year - row->years_before;
	return (struct period){ date_of(year, row->month_from, row->day_from), date_of(year, row->month_to, row->day_to) };
}

/* What the open advert says to everybody, and what it asks of whoever applies by the public form. */
static const struct { Str name; bool essential; } specification[] = {
	{ STR("A social work qualification, and registration or a day for it"), true },
	{ STR("Work with children and families at risk of harm, done yourself"), true },
	{ STR("Writing assessments that families and courts can follow"), true },
	{ STR("Supporting a colleague who has just qualified"), false },
};

static void
write_advert(struct hiring *in, Str *v)
{
	static const enum type_id t = TYPE_ROUND, c = TYPE_CRITERION;
	writing_put(v, t, "advert", S("Come and do the work you trained for. Caseloads are small enough to know each child, and your manager has "
		"time for you every week.\nWe look for social workers who have just qualified and for those who have done it for years."));
	writing_put(v, t, "title", S("Social worker, children\u2019s services"));
	writing_put(v, t, "place", S("Teams across the borough"));
	writing_put(v, t, "worked", S("Full time or part time, up to two days a week at home"));
	writing_put(v, t, "pay", S("\u00a336,000 to \u00a345,000, by experience"));
	writing_put(v, t, "contact", S("The recruitment team (made up for this demonstration)"));
	for (int i = 0; i < countof(specification); i++) {
		Str *row = writing_row(in->w, c, number_of(in, c, i + 1), NO_DAYS);
		writing_put(row, c, "round", number_of(in, t, OPEN_ADVERT + 1));
		writing_put(row, c, "part", S("shortlist"));
		writing_put(row, c, "name", specification[i].name);
		writing_put(row, c, "most", S("4"));
		writing_put(row, c, "needed", specification[i].essential ? S("2") : S(""));
		writing_put(row, c, "place", writing_whole(in->w, i + 1));
	}
}

static void
write_round(struct hiring *in, int round)
{
	static const enum type_id t = TYPE_ROUND;
	bool open = round == OPEN_ADVERT;
	struct period when = open ? (struct period){ date_of(in->w->m->year - 1, 4, 1), DATE_OPEN } : days_of_round(in, round);
	Str *v = writing_row(in->w, t, number_of(in, t, round + 1), NO_DAYS);
	writing_put(v, t, "name", open ? S("Open advert") : rounds[round].name);
	writing_put(v, t, "number", open ? S("") : writing_whole(in->w, round + 1));
	writing_put(v, t, "campaign", number_of(in, TYPE_CAMPAIGN, CAMPAIGN));
	writing_put(v, t, "opens_on", day_text(in, when.first));
	writing_put(v, t, "anonymous", S("yes"));
	writing_put(v, t, "public", open ? S("yes") : S("no"));
	if (open) {
		write_advert(in, v);
		return;
	}
	writing_put(v, t, "closes_on", day_text(in, when.last));
	writing_put(v, t, "shortlist_by", day_text(in, (Date){ when.last.day + 10 }));
	writing_put(v, t, "assess_on", day_text(in, (Date){ when.last.day + 24 }));
	writing_put(v, t, "decide_by", day_text(in, (Date){ when.last.day + 28 }));
	if (when.last.day + 28 < in->today.day) {
		writing_put(v, t, "closed_on", day_text(in, (Date){ when.last.day + 28 }));
		writing_put(v, t, "lessons", S("Interview days were set late: set them before the advert goes out"));
	}
}

static const struct { const char *channel; int pounds; const char *asset; } lines[LINES] = {
	{ "council_site", 0, "Page for social workers" }, { "linkedin", 4200, "Three short films" }, { "radio", 6800, "Two weeks of adverts" },
};

static void
write_campaign(struct hiring *in)
{
	static const enum type_id t = TYPE_CAMPAIGN, l = TYPE_CAMPAIGN_LINE;
	Date from = date_of(in->w->m->year - 1, 4, 1);
	Str *v = writing_row(in->w, t, number_of(in, t, CAMPAIGN), NO_DAYS);
	writing_put(v, t, "name", S("Come and do the work you trained for"));
	writing_put(v, t, "theme", S("Small caseloads, and time to think"));
	writing_put(v, t, "supplier", made_up);
	writing_put(v, t, "band", bands[BAND_EXPERIENCED].code);
	writing_put(v, t, "wanted", S("20"));
	writing_put(v, t, "starts_on", day_text(in, from));
	for (int i = 0; i < LINES; i++) {
		v = writing_row(in->w, l, number_of(in, l, i + 1), NO_DAYS);
		writing_put(v, l, "campaign", number_of(in, t, CAMPAIGN));
		writing_put(v, l, "channel", str_of(lines[i].channel));
		writing_put(v, l, "starts_on", day_text(in, from));
		writing_put(v, l, "spend", writing_whole(in->w, lines[i].pounds));
		writing_put(v, l, "asset", str_of(lines[i].asset));
	}
}

/* The round that was open on a day, else the open advert: it is for social workers, and who leads a service is looked for in
 * the round before. */
static int
round_on(const struct hiring *in, Date day, enum made_role role)
{
	int before = OPEN_ADVERT;
	for (int r = 0; r < ROUNDS; r++) {
		struct period when = days_of_round(in, r);
		if (day.day >= when.first.day && day.day <= when.last.day)
			return r;
		if (role <= MADE_HEAD && when.last.day < day.day)
			before = r;
	}
	return before;
}

/* ---- an application ---------------------------------------------------------------------------------------- */

/* The way to a start, and days before it of each step, without haste. */
static const struct { enum application_move move; int before; } way[WAY] = {
	{ MOVE_SHORTLIST, 70 }, { MOVE_INVITE, 68 }, { MOVE_ASSESS, 57 }, { MOVE_CHOOSE, 56 }, { MOVE_OFFER, 54 },
	{ MOVE_ACCEPT, 50 }, { MOVE_CLEAR, 22 }, { MOVE_AGREE, 20 }, { MOVE_START, 0 },
};
enum { RECEIVED_BEFORE = 82, OFFERING = 4, CHECKING = 5, CLEARING = 6, AGREEING = 7 };      /* places in the way */

struct applicant {
	struct made_name name;
	bool woman, twice;           /* twice: recorded as two candidates, with one telephone */
	int  left;                   /* who worked here before, or NOTHING */
	int  person, spell, post;    /* NOTHING: not, or not yet */
	enum made_role role;
	enum band band;
	Date start;                  /* to which its days lead, had it gone on */
	int  pace;                   /* per cent of the days that the way takes */
	int  taken;                  /* steps of the way */
	enum application_move end;   /* APPLICATION_MOVES: none */
	const char *reason;
};

/* So many days of the way before the start, at its own pace. */
static Date
days_before(const struct applicant *a, int days)
{
	return (Date){ a->start.day - days * a->pace / 100 };
}

static Str
write_requisition(struct hiring *in, const struct applicant *a)
{
	static const enum type_id t = TYPE_REQUISITION;
	Date received = days_before(a, RECEIVED_BEFORE);
	Str ref = number_of(in, t, ++in->requisitions);
	Str *v = writing_row(in->w, t, ref, NO_DAYS);
	writing_put(v, t, "post", writing_ref(in->w, TYPE_POST, a->post));
	writing_put(v, t, "unit", writing_ref(in->w, TYPE_UNIT, post_now(in->w->m, a->post)->unit));
	writing_put(v, t, "role", writing_ref(in->w, TYPE_ROLE, (int)a->role));
	writing_put(v, t, "why", S("The post fell vacant"));
	writing_put(v, t, "redeployment", S("nobody"));
	writing_put(v, t, "transfers", S("nobody"));
	writing_put(v, t, "looked_on", day_text(in, (Date){ received.day - 36 }));
	writing_put(v, t, "asked_by", S("Team manager"));
	writing_put(v, t, "asked_on", day_text(in, (Date){ received.day - 40 }));
	writing_put(v, t, "decision", S("approved"));
	writing_put(v, t, "decided_by", S("Head of service"));
	writing_put(v, t, "decided_on", day_text(in, (Date){ received.day - 32 }));
	writing_put(v, t, "advertised_on", day_text(in, (Date){ received.day - 20 }));
	writing_put(v, t, "round", number_of(in, TYPE_ROUND, round_on(in, received, a->role) + 1));
	return ref;
}

static Str
write_candidate(struct hiring *in, const struct applicant *a)
{
	static const enum type_id t = TYPE_CANDIDATE;
	static const char *const links[] = { "lives", "studied", "placement", "none", "none" };
	Str ref = number_of(in, t, ++in->candidates);
	Str *v = writing_row(in->w, t, ref, NO_DAYS);
	writing_put(v, t, "given_names", a->name.given);
	writing_put(v, t, "family_name", a->name.family);
	writing_put(v, t, "local_link", str_of(links[random_below(&in->dice, countof(links))]));
	writing_put(v, t, "email", str_format(in->w->perm, "candidate%d@example.org", in->candidates));
	if (a->twice)
		writing_put(v, t, "phone", S("0121 496 0172"));
	if (a->left != NOTHING)
		writing_put(v, t, "swe_number", str_format(in->w->perm, "SW%d", 20011 + a->left * 13));
	if (a->person != NOTHING)
		writing_put(v, t, "colleague", writing_ref(in->w, TYPE_PERSON, a->person));
	if (a->end != APPLICATION_MOVES)
		writing_put(v, t, "remove_on", day_text(in, (Date){ a->start.day + 130 }));
	return ref;
}

static void
write_step(struct hiring *in, Str application, int turn, enum application_move move, Date on, const char *reason)
{
	static const enum type_id t = TYPE_STEP;
	Str *v = writing_row(in->w, t, number_of(in, t, ++in->steps), NO_DAYS);
	writing_put(v, t, "application", application);
	writing_put(v, t, "move", application_moves[move].code);
	writing_put(v, t, "held_on", day_text(in, on));
	writing_put(v, t, "turn", writing_whole(in->w, turn));
	writing_put(v, t, "reason", reason ? str_of(reason) : S(""));
	writing_put(v, t, "made_by", S("HR officer"));
	if (move == MOVE_INVITE || move == MOVE_OFFER)
		writing_put(v, t, "due_on", day_text(in, (Date){ on.day + 11 }));
	if (move == MOVE_INVITE) {
		static const char *const hours[] = { "09:30", "11:00", "14:15" };
		writing_put(v, t, "due_at", str_of(hours[in->steps % (int)countof(hours)]));
		writing_put(v, t, "place", S("Room 2, Civic Centre"));
	}
}

/* Every check, a reference twice; cleared before the offer was, else somewhere on the way. */
static void
write_checks(struct hiring *in, Str application, const struct applicant *a)
{
	static const enum type_id t = TYPE_VETTING;
	Date asked = days_before(a, way[CHECKING].before - 1);
	bool cleared = a->taken > CLEARING;
	for (int i = 0; i <= CHECK_KINDS; i++) {
		int kind = i == CHECK_KINDS ? CHECK_REFERENCE : i, came = random_between(&in->dice, 4, 24) * a->pace / 100;
		bool here = asked.day + came <= in->today.day;
		Str *v = writing_row(in->w, t, number_of(in, t, ++in->checks), NO_DAYS);
		enum check_state state = cleared || (here && random_in_100(&in->dice, 70)) ? CHECK_CLEARED : here ? CHECK_RECEIVED : CHECK_REQUESTED;
		writing_put(v, t, "application", application);
		writing_put(v, t, "kind", check_kinds[kind].code);
		writing_put(v, t, "state", check_states[state].code);
		writing_put(v, t, "owner", S("HR officer"));
		if (kind == CHECK_REFERENCE) {
			writing_put(v, t, "referee", i == CHECK_KINDS ? S("Ashley Example") : S("Rowan Example"));
			writing_put(v, t, "referee_email", str_format(in->w->perm, "referee%d@example.org", in->checks));
		}
		writing_put(v, t, "due_on", day_text(in, (Date){ asked.day + 28 }));
		writing_put(v, t, "requested_on", day_text(in, asked));
		if (state >= CHECK_RECEIVED)
			writing_put(v, t, "received_on", day_text(in, (Date){ asked.day + came }));
		if (state == CHECK_CLEARED) {
			writing_put(v, t, "cleared_on", day_text(in, (Date){ asked.day + came }));
			writing_put(v, t, "seen_by", S("HR officer"));
		}
	}
}

/* Six in seven answer. Shares are made up. */
static void
write_answers(struct hiring *in, Str application, const struct applicant *a)
{
	static const enum type_id t = TYPE_CANDIDATE_EQUALITY;
	if (random_below(&in->said, 7) == 0)
		return;
	Str *v = writing_row(in->w, t, number_of(in, t, ++in->answers), NO_DAYS);
	writing_put(v, t, "application", application);
	writing_put(v, t, "sex", a->woman ? S("F") : S("M"));
	writing_put(v, t, "ethnicity", random_below(&in->said, 20) == 0 ? S("REFU") : a->name.ethnicity);
	writing_put(v, t, "disability", random_below(&in->said, 8) == 0 ? S("yes") : S("no"));
	writing_put(v, t, "answered_on", day_text(in, days_before(a, RECEIVED_BEFORE)));
}

static void
write_application(struct hiring *in, const struct applicant *a, Str requisition)
{
	static const enum type_id t = TYPE_APPLICATION;
	Date received = days_before(a, RECEIVED_BEFORE);
	Str ref = number_of(in, t, ++in->applications), *v = writing_row(in->w, t, ref, NO_DAYS);
	writing_put(v, t, "candidate", write_candidate(in, a));
	writing_put(v, t, "round", number_of(in, TYPE_ROUND, round_on(in, received, a->role) + 1));
	writing_put(v, t, "role", writing_ref(in->w, TYPE_ROLE, (int)a->role));
	writing_put(v, t, "band", bands[a->band].code);
	writing_put(v, t, "received_on", day_text(in, received));
	writing_put(v, t, "channel", channels[random_below(&in->dice, CHANNELS)].code);
	writing_put(v, t, "statement", made_up);
	if (a->taken > OFFERING)
		writing_put(v, t, "requisition", requisition);
	if (a->taken > AGREEING)
		writing_put(v, t, "starts_on", day_text(in, a->start));
	if (a->spell != NOTHING)
		writing_put(v, t, "spell", writing_ref(in->w, TYPE_SPELL, a->spell));
	write_answers(in, ref, a);
	int turn = 0;
	for (; turn < a->taken; turn++)
		write_step(in, ref, turn + 1, way[turn].move, days_before(a, way[turn].before), NULL);
	if (a->end != APPLICATION_MOVES)
		write_step(in, ref, turn + 1, a->end, (Date){ days_before(a, turn ? way[turn - 1].before : RECEIVED_BEFORE).day + random_between(&in->dice, 1, 9) }, a->reason);
	if (a->taken > CHECKING)
		write_checks(in, ref, a);
}

/* ---- who ------------------------------------------------------------------------------------------------------- */

static struct applicant
stranger(struct hiring *in, enum made_role role, Date start)
{
	bool newly = random_in_100(&in->dice, 60), woman = random_in_100(&in->dice, 80);
	return (struct applicant){ .name = name_draw(&in->dice, woman, in->w->perm), .woman = woman, .left = NOTHING, .person = NOTHING,
		.spell = NOTHING, .post = NOTHING, .role = role, .band = newly ? BAND_NEWLY : BAND_EXPERIENCED, .start = start,
		.pace = random_between(&in->dice, 60, 150), .end = APPLICATION_MOVES };
}

/* One who came for the same seat and went no further than chosen. */
static void
write_other(struct hiring *in, enum made_role role, Date start)
{
	static const struct { int taken; enum application_move end; const char *reason; } ends[] = {
		{ 0, MOVE_REJECT, "criteria" }, { 0, MOVE_REJECT, "criteria" }, { 2, MOVE_NO_SHOW, "no_answer" },
		{ 3, MOVE_REJECT, "scores" }, { 1, MOVE_WITHDRAW, "other_post" }, { 3, MOVE_WITHDRAW, "too_long" },
	};
	struct applicant a = stranger(in, role, start);
	int end = random_below(&in->dice, countof(ends));
	if (in->again->twice) {
		a.name = in->again->name;
		a.woman = in->again->woman;
		a.twice = true;
		in->again->twice = false;
	}
	a.taken = ends[end].taken;
	a.end = ends[end].end;
	a.reason = ends[end].reason;
	write_application(in, &a, S(""));
}

bool
writing_hired(const struct making *m, const struct made_spell *s, struct period year)
{
	const struct made_person *person = &m->people.at[s->person];
	return s->basis == PERMANENT && s->first.day >= year.first.day && s->first.day <= year.last.day &&
	       person->first.day == s->first.day && post_is_open(m, s->post);
}

/* No seat is offered while its post is frozen. */
static bool
offered_frozen(const struct making *m, const struct applicant *a)
{
	Date offered = days_before(a, way[OFFERING].before);
	for (int i = 0; i < m->post_lines.count; i++) {
		const struct post_line *line = &m->post_lines.at[i];
		if (line->post == a->post && line->status == FROZEN && line->when.first.day <= offered.day && offered.day <= line->when.last.day)
			return true;
	}
	return false;
}

static void
write_hires(struct hiring *in)
{
	struct making *m = in->w->m;
	struct period year = census_period(m->year);
	for (int s = 0; s < m->spells.count; s++) {
		const struct made_spell *spell = &m->spells.at[s];
		if (!writing_hired(m, spell, year))
			continue;
		const struct made_person *person = &m->people.at[spell->person];
		struct applicant a = { .name = person->name, .woman = person->woman, .left = NOTHING, .person = spell->person, .spell = s, .post = spell->post,
			.role = m->posts.at[spell->post].role, .band = person->newly_qualified ? BAND_NEWLY : BAND_EXPERIENCED,
			.start = spell->first, .pace = random_between(&in->dice, 70, 150), .taken = WAY, .end = APPLICATION_MOVES };
		if (offered_frozen(m, &a))
			continue;                        /* the ways of others led to that post */
		Str requisition = write_requisition(in, &a);
		write_application(in, &a, requisition);
		for (int others = random_between(&in->dice, 1, 2); others > 0; others--)
			write_other(in, a.role, spell->first);
	}
}

/* A social worker who left in the year before the last, and has nobody's number but their own. */
static int
who_left(const struct making *m)
{
	for (int i = 0; i < m->people.count; i++) {
		const struct made_person *p = &m->people.at[i];
		if (p->social_worker && p->twin == NOTHING && p->leaver_year == m->year - 1 && p->left.day > 0)
			return i;
	}
	return NOTHING;
}

/* The first on their way worked here before; the second had applied before, and is there twice. */
static void
write_known(struct hiring *in, struct applicant *a, int coming)
{
	int left = coming == 0 ? who_left(in->w->m) : NOTHING;
	if (left != NOTHING) {
		a->name = in->w->m->people.at[left].name;
		a->woman = in->w->m->people.at[left].woman;
		a->left = left;
		a->band = BAND_RETURNER;
	}
	if (coming == 1) {
		a->twice = true;
		*in->again = *a;
	}
}

/* For every second vacant post somebody is on their way; the steps until today were taken. */
static void
write_coming(struct hiring *in)
{
	struct making *m = in->w->m;
	int coming = 0;
	for (int p = 0; p < m->posts.count; p++) {
		if (!post_is_vacant(m, p))
			continue;
		if (!random_in_100(&in->dice, 50)) {
			in->spare[in->spare_count++] = p;
			continue;
		}
		struct applicant a = stranger(in, m->posts.at[p].role, in->today);
		a.post = p;
		a.start.day += random_between(&in->dice, 3, RECEIVED_BEFORE * a.pace / 100 - 2);
		while (a.taken < WAY - 1 && days_before(&a, way[a.taken].before).day <= in->today.day - random_below(&in->dice, 4))
			a.taken++;
		if (a.taken > OFFERING && offered_frozen(m, &a))
			a.taken = OFFERING;
		write_known(in, &a, coming++);
		Str requisition = write_requisition(in, &a);
		write_application(in, &a, requisition);
		if (random_in_100(&in->dice, 60))
			write_other(in, a.role, (Date){ in->today.day });
	}
}

/* Two of one role, if there are. */
static struct hiring_written
seats_to_score(const struct hiring *in)
{
	struct hiring_written so_far = { .rounds = OPEN_ADVERT + 1, .criteria = countof(specification), .requisitions = in->requisitions, .candidates = in->candidates,
		.applications = in->applications, .steps = in->steps, .role = MADE_WORKER };
	for (int i = 0; i < in->spare_count && so_far.seat_count < SCORED_SEATS; i++)
		if (in->w->m->posts.at[in->spare[i]].role == MADE_WORKER)
			so_far.seats[so_far.seat_count++] = in->spare[i];
	return so_far;
}

void
written_hiring(struct writing *w)
{
	struct hiring in = { .w = w, .dice = w->m->random, .said = w->m->random, .today = census_period(w->m->year).last,
		.spare = new(w->perm, w->m->posts.count + 1, int), .again = new(w->perm, 1, struct applicant) };
	if (w->m->year < FIRST_YEAR)
		return;
	write_campaign(&in);
	for (int r = 0; r <= OPEN_ADVERT; r++)
		write_round(&in, r);
	write_hires(&in);
	write_coming(&in);
	struct hiring_written so_far = seats_to_score(&in);
	written_panels(w, so_far.rounds + written_scoring(w, &so_far));
}
