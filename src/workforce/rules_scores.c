/* rules_scores.c: who may be on a panel; who scores whom, once, until both are in; what steps need of them. */
#include "workforce/rules_hiring.h"

#define value_of hiring_value

static int
whole_of(Str text)
{
	struct parsed_decimal read = parse_decimal(text, 0, false);
	return read.ok ? (int)(read.micro / MICRO) : 0;
}

/* ---- panels ------------------------------------------------------------------------------------------ */

static bool
same_said(Str a, Str b)
{
	return a.len && str_equal(a, b);
}

/* Nobody scores under two names. */
static void
check_once_on_panel(struct hiring *h, const struct change *change)
{
	int first, count = grouped_find(&h->books.panel_of, value_of(change, "round"), &first);
	for (int i = first; i < first + count; i++) {
		const struct record *other = h->books.panel_of.rows[i].record;
		if (str_equal(other->ref, change->after.ref) || said_text(TYPE_PANEL_MEMBER, other, "left_on").len)
			continue;
		if (same_said(value_of(change, "colleague"), said_text(TYPE_PANEL_MEMBER, other, "colleague")) ||
		    same_said(value_of(change, "account"), said_text(TYPE_PANEL_MEMBER, other, "account"))) {
			rule_breaks(h->in, RULE_PANEL, change->after.ref, str_format(h->in->perm, "they are on this panel already, as %.*s",
				STR_ARG(other->ref)), S("change that member instead"));
			return;
		}
	}
}

void
member_check(struct hiring *h, const struct change *change)
{
	Str colleague = value_of(change, "colleague");
	int first, count = grouped_find(&h->referred_by, colleague, &first);
	if (value_of(change, "left_on").len)
		return;
	check_once_on_panel(h, change);
	for (int i = first; colleague.len && i < first + count; i++)
		if (str_equal(said_text(TYPE_APPLICATION, h->referred_by.rows[i].record, "round"), value_of(change, "round"))) {
			rule_breaks(h->in, RULE_PANEL, change->after.ref, S("they referred a candidate of this round"),
			            S("choose another panel member"));
			return;
		}
}

void
interest_check(struct hiring *h, const struct change *change)
{
	const struct record *member = hiring_record(h, TYPE_PANEL_MEMBER, value_of(change, "member"));
	Str round = member ? said_text(TYPE_PANEL_MEMBER, member, "round") : S("");
	int first, count = grouped_find(&h->of_candidate, value_of(change, "candidate"), &first);
	for (int i = first; i < first + count; i++)
		if (str_equal(said_text(TYPE_APPLICATION, h->of_candidate.rows[i].record, "round"), round))
			return;
	if (member)
		rule_breaks(h->in, RULE_PANEL, change->after.ref, S("the candidate is not in the round of this panel member"),
		            S("choose a candidate of the round"));
}

/* ---- criteria ------------------------------------------------------------------------------------------ */

static bool
same_sitting(Str a, Str b)
{
	return str_equal(a, S("shortlist")) == str_equal(b, S("shortlist"));
}

/* Whether anybody has handed in a score at the sitting that a criterion is of. */
static bool
is_scored_at(const struct hiring *h, Str round, Str part)
{
	const struct records *scores = &h->in->after->of[TYPE_SCORE];
	for (int i = 0; i < scores->count; i++) {
		const struct record *of = hiring_record(h, TYPE_CRITERION, said_text(TYPE_SCORE, &scores->at[i], "criterion"));
		const struct record *application = hiring_record(h, TYPE_APPLICATION, said_text(TYPE_SCORE, &scores->at[i], "application"));
		if (of && application && str_equal(said_text(TYPE_SCORE, &scores->at[i], "handed_in"), S("yes")) &&
		    str_equal(said_text(TYPE_CRITERION, of, "round"), round) && same_sitting(said_text(TYPE_CRITERION, of, "part"), part) &&
		    !h->brought[application - h->in->after->of[TYPE_APPLICATION].at])
			return true;
	}
	return false;
}

/* What is scored stays as it is once anybody handed in: all are held to the same. Its words, day and place may be mended. */
void
criterion_check(struct hiring *h, const struct change *change)
{
	static const char *const fixed[] = { "round", "role", "part", "most", "needed", "weight" };
	bool other = change->kind == ADD;
	for (int i = 0; i < countof(fixed) && change->kind == ALTER; i++)
		other = other || !str_equal(value_of(change, fixed[i]), record_value(change->type, &change->before, str_of(fixed[i])));
	if (value_of(change, "needed").len && whole_of(value_of(change, "needed")) > whole_of(value_of(change, "most")))
		rule_breaks(h->in, RULE_SCORE, change->after.ref, S("what suffices is above the highest score"), S("mend one of the two"));
	if (other && is_scored_at(h, value_of(change, "round"), value_of(change, "part")))
		rule_breaks(h->in, RULE_SCORE_LOCKED, change->after.ref, S("somebody has handed in scores on the criteria as they were"),
		            S("leave them so for this round; the next may have others"));
}

/* ---- one score ----------------------------------------------------------------------------------------- */

struct scoring {
	struct hiring *h;
	const struct change *change;
	const struct record *application, *criterion, *member;       /* member: NULL where it was agreed */
	Date on;
	int  stage;
	struct sheet sheet;
};

static bool
is_brought(const struct hiring *h, const struct record *application)
{
	return h->brought[application - h->in->after->of[TYPE_APPLICATION].at];
}

static void
breaks(const struct scoring *s, enum rule_id rule, Str wrong, Str mend)
{
	rule_breaks(s->h->in, rule, s->change->after.ref, wrong, mend);
}

static bool
on_sheet(const struct scoring *s)
{
	for (int c = 0; c < s->sheet.criterion_count; c++)
		if (str_equal(s->sheet.criteria[c].ref, s->criterion->ref))
			return true;
	return false;
}

static void
check_who(const struct scoring *s)
{
	const struct record *m = s->member;
	if (!m)
		return;
	if (!str_equal(said_text(TYPE_PANEL_MEMBER, m, "round"), said_text(TYPE_APPLICATION, s->application, "round")) ||
	    !member_stays(m, s->on))
		breaks(s, RULE_SCORER, S("whoever gave it is not on the panel of the round"), S("name them on the panel first"));
	else if (!member_scores(m, s->sheet.sitting))
		breaks(s, RULE_SCORER, S("whoever gave it does not score there"), S("let somebody score who does"));
	else if (member_has_interest(&s->h->books, m, s->application))
		breaks(s, RULE_SCORER, S("whoever gave it has to do with the candidate"), S("let somebody else of the panel score them"));
}

static void
check_once(const struct scoring *s)
{
	int first, count = grouped_find(&s->h->books.scores_of, s->application->ref, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *other = s->h->books.scores_of.rows[i].record;
		if (str_equal(other->ref, s->change->after.ref) ||
		    !str_equal(said_text(TYPE_SCORE, other, "criterion"), s->criterion->ref) ||
		    !str_equal(said_text(TYPE_SCORE, other, "assessor"), value_of(s->change, "assessor")))
			continue;
		breaks(s, RULE_SCORE_LOCKED, S("it is given already"), S("change that one while it is not handed in"));
		return;
	}
}

/* All criteria are handed in, or none: one that is missing is told of once, with the first of the others. */
static void
check_whole(const struct scoring *s)
{
	const struct scorer *scorer = s->member ? sheet_scorer(&s->sheet, s->member->ref) : NULL;
	int c = 0;
	if (!scorer || scorer->handed_in == 0 || scorer->handed_in == s->sheet.criterion_count)
		return;
	while (!scorer->marks[c].handed_in)
		c++;
	if (str_equal(s->sheet.criteria[c].ref, s->criterion->ref))
		breaks(s, RULE_SCORE, S("it was handed in, and not every criterion is scored"), S("score each of them, then hand them in"));
}

static void
check_open(const struct scoring *s)
{
	bool agreed = !s->member, brought = is_brought(s->h, s->application);
	bool in_time = agreed ? sitting_agrees(s->sheet.sitting, s->stage) : sitting_scores(s->sheet.sitting, s->stage);
	if (!brought && !in_time)
		breaks(s, RULE_SCORE_LOCKED, S("the application is past the stage where it is scored, or not there yet"),
		       S("score it while it stands there"));
	else if (!brought && !agreed && s->sheet.any_agreed)
		breaks(s, RULE_SCORE_LOCKED, S("the scores were agreed already"), S("nothing is scored after"));
	else if (agreed && (s->sheet.in < SCORERS_LEAST || s->sheet.to_come > 0))
		breaks(s, RULE_SCORE_LOCKED, S("it was agreed before all had handed in theirs"), S("wait until all are in"));
	if (agreed && value_of(s->change, "note").len == 0)
		breaks(s, RULE_SCORE_LOCKED, S("what was agreed has no note"), S("say what both saw, and why this score"));
	if (agreed && !str_equal(value_of(s->change, "handed_in"), S("yes")))
		breaks(s, RULE_SCORE_LOCKED, S("what was agreed is not handed in"), S("hand it in: it cannot be changed after"));
}

/* What may change nothing: what was handed in. */
static bool
was_handed_in(const struct change *change)
{
	return change->kind != ADD && str_equal(record_value(change->type, &change->before, S("handed_in")), S("yes"));
}

void
score_check(struct hiring *h, const struct change *change)
{
	struct scoring s = { .h = h, .change = change, .member = hiring_record(h, TYPE_PANEL_MEMBER, value_of(change, "assessor")),
		.application = hiring_record(h, TYPE_APPLICATION, value_of(change, "application")),
		.criterion = hiring_record(h, TYPE_CRITERION, value_of(change, "criterion")) };
	if (was_handed_in(change))
		breaks(&s, RULE_SCORE, S("it was handed in"), S("a score is not changed after; agree on one together"));
	if (!s.application || !s.criterion || (!s.member && value_of(change, "assessor").len))
		return;                      /* a reference that leads nowhere is told of elsewhere */
	if (whole_of(value_of(change, "score")) > whole_of(said_text(TYPE_CRITERION, s.criterion, "most")))
		breaks(&s, RULE_SCORE, S("it is above the highest of its criterion"), S("mend the score"));
	bool shortlists = str_equal(said_text(TYPE_CRITERION, s.criterion, "part"), S("shortlist"));
	enum sitting sitting = shortlists ? SHORTLISTING : ASSESSMENT;
	(void)date_parse(value_of(change, "scored_on"), &s.on);
	s.stage = stage_reached(h, s.application->ref);
	sheet_read(&s.sheet, &h->books, s.application, (struct sitting_at){ sitting, shortlists ? AT_RECEIVED : AT_INVITED, s.on },
	           h->in->perm);
	if (!on_sheet(&s)) {
		breaks(&s, RULE_SCORE, S("its criterion is not of this application\u2019s round and role"), S("choose one that is"));
		return;
	}
	check_who(&s);
	check_once(&s);
	check_whole(&s);
	check_open(&s);
}

/* What was handed in goes with its application, or when its candidate is removed, and not before. */
void
score_gone(struct hiring *h, const struct change *change)
{
	const struct record *application = hiring_record(h, TYPE_APPLICATION, record_value(change->type, &change->before,
		S("application")));
	const struct record *candidate = application ? hiring_record(h, TYPE_CANDIDATE, said_text(TYPE_APPLICATION, application,
		"candidate")) : NULL;
	if (was_handed_in(change) && candidate && said_text(TYPE_CANDIDATE, candidate, "removed_on").len == 0)
		rule_breaks(h->in, RULE_SCORE, change->before.ref, S("it was handed in"), S("a score is not taken away after"));
}

/* ---- what steps need ------------------------------------------------------------------------------------- */

static void
check_scored(struct hiring *h, const struct change *change, const struct sheet *sheet)
{
	struct arena *perm = h->in->perm;
	int differ = sheet_to_agree(sheet);
	if (sheet->criterion_count == 0)
		return;
	if (sheet->in < SCORERS_LEAST)
		rule_breaks(h->in, RULE_SCORED_FIRST, change->after.ref, str_format(perm, "%d of two assessors %s scored it", sheet->in,
			sheet->in == 1 ? "has" : "have"), S("let two of the panel hand in their scores first"));
	else if (!sheet_open(sheet))
		rule_breaks(h->in, RULE_SCORED_FIRST, change->after.ref, str_format(perm, "%d of the panel %s to hand in", sheet->to_come,
			sheet->to_come == 1 ? "has still" : "have still"), S("wait for them, or say that they left the panel"));
	else if (differ > 0)
		rule_breaks(h->in, RULE_SCORED_FIRST, change->after.ref, str_format(perm, "the assessors differ on %d criteri%s", differ,
			differ == 1 ? "on" : "a"), S("let them agree, and the chair write it down"));
}

/* What was done elsewhere, and is brought with its application, is not judged again. */
void
step_scored(struct hiring *h, const struct change *change, const struct record *application, enum application_move move)
{
	Date on = { 0 };
	struct sheet sheet;
	if (is_brought(h, application))
		return;
	(void)date_parse(value_of(change, "held_on"), &on);
	if ((move == MOVE_INVITE || move == MOVE_ASSESS) &&
	    !panel_trained(&h->books, said_text(TYPE_APPLICATION, application, "round"), on))
		rule_breaks(h->in, RULE_PANEL_TRAINED, change->after.ref, S("nobody on the panel of its round is trained in safer recruitment"),
		            S("name somebody who is, or the day of their training, on the page of the panel"));
	if (move == MOVE_SHORTLIST || move == MOVE_ASSESS) {
		struct sitting_at at = { move == MOVE_SHORTLIST ? SHORTLISTING : ASSESSMENT, move == MOVE_SHORTLIST ? AT_RECEIVED : AT_INVITED, on };
		sheet_read(&sheet, &h->books, application, at, h->in->perm);
		check_scored(h, change, &sheet);
	}
}
