/* rules_hiring.c: what must be true of recruitment taken together: days in order, seats that were approved, one engagement
 * of one application, a panel that referred none of its candidates. What steps and checks allow: rules_steps.c. */
#include "workforce/rules_hiring.h"

Str
hiring_value(const struct change *change, const char *field)
{
	return record_value(change->type, &change->after, str_of(field));
}

const struct record *
hiring_record(const struct hiring *h, enum type_id type, Str ref)
{
	int first;
	const struct records *records = &h->in->after->of[type];
	return ref.len && records_of(records, ref, &first) > 0 ? &records->at[first] : NULL;
}

#define value_of hiring_value

static bool
says(const struct change *change, const char *field, const char *code)
{
	return str_equal(value_of(change, field), str_of(code));
}

/* ---- days --------------------------------------------------------------------------------------- */

static const struct span spans[] = {
	{ TYPE_REQUISITION, "asked_on", "decided_on" }, { TYPE_CAMPAIGN, "starts_on", "ends_on" },
	{ TYPE_CAMPAIGN, "starts_on", "closed_on" }, { TYPE_CAMPAIGN_LINE, "starts_on", "ends_on" },
	{ TYPE_ROUND, "opens_on", "closes_on" }, { TYPE_ROUND, "closes_on", "shortlist_by" },
	{ TYPE_ROUND, "shortlist_by", "assess_on" }, { TYPE_ROUND, "assess_on", "decide_by" },
	{ TYPE_VETTING, "requested_on", "chased_on" }, { TYPE_VETTING, "requested_on", "received_on" },
	{ TYPE_VETTING, "received_on", "cleared_on" }, { TYPE_VETTING, "covers_from", "covers_to" },
};

void
rule_span(struct ruling *in, enum rule_id rule, const struct span *span, const struct change *change)
{
	Date first, last;
	if (record_type_id(change->type) != span->type || !date_parse(value_of(change, span->first), &first) ||
	    !date_parse(value_of(change, span->last), &last) || first.day <= last.day)
		return;
	const struct field *fields = change->type->fields;
	rule_breaks(in, rule, change->after.ref, str_format(in->perm, "\u201c%.*s\u201d is before \u201c%.*s\u201d",
		STR_ARG(fields[field_find(change->type, str_of(span->last))].label),
		STR_ARG(fields[field_find(change->type, str_of(span->first))].label)), S("mend one of the two"));
}

/* ---- seats -------------------------------------------------------------------------------------- */

/* Of a post or of a ticket, in the unit that it names: the unit says who may ask and decide. */
static void
check_requisition(struct hiring *h, const struct change *change)
{
	struct ruling *in = h->in;
	int post = roster_post(&in->roster, value_of(change, "post"));
	const struct record *ticket = hiring_record(h, TYPE_TICKET, value_of(change, "ticket"));
	bool decided = value_of(change, "decision").len > 0;
	if (post == NOT_THERE && !ticket)
		rule_breaks(in, RULE_REQUISITION, change->after.ref, S("it names no post and no ticket"),
		            S("say which post is to be filled, or by which ticket"));
	if (ticket && !str_equal(said_text(TYPE_TICKET, ticket, "unit"), value_of(change, "unit")))
		rule_breaks(in, RULE_REQUISITION, change->after.ref, S("its unit is not that of its ticket"),
		            S("choose the unit of the ticket"));
	if (decided != (value_of(change, "decided_on").len > 0))
		rule_breaks(in, RULE_REQUISITION, change->after.ref, S("a decision and its day go together"),
		            S("say both, or neither"));
	if (says(change, "decision", "approved") && (!value_of(change, "redeployment").len || !value_of(change, "transfers").len))
		rule_breaks(in, RULE_REQUISITION, change->after.ref, S("it was approved, and nobody looked at who could move first"),
		            S("look at the redeployment list and at requests to transfer, and say what came of it"));
	if (value_of(change, "round").len && !says(change, "decision", "approved"))
		rule_breaks(in, RULE_REQUISITION, change->after.ref, S("it is in a round and was not approved"),
		            S("let somebody approve it first"));
}

/* ---- campaigns ---------------------------------------------------------------------------------- */

static void
check_campaign(struct hiring *h, const struct change *change)
{
	if (value_of(change, "closed_on").len && (!value_of(change, "achieved").len || !value_of(change, "lessons").len))
		rule_breaks(h->in, RULE_CLOSE_OUT, change->after.ref, S("it is closed without a review"),
		            S("say what it achieved and what to do otherwise"));
}

/* ---- applications -------------------------------------------------------------------------------- */

/* Once in a round for a role. */
static void
check_applied_once(struct hiring *h, const struct change *change)
{
	int first, count = grouped_find(&h->of_candidate, value_of(change, "candidate"), &first);
	for (int i = first; i < first + count; i++) {
		const struct record *other = h->of_candidate.rows[i].record;
		if (str_equal(other->ref, change->after.ref) ||
		    !str_equal(said_text(TYPE_APPLICATION, other, "round"), value_of(change, "round")) ||
		    !str_equal(said_text(TYPE_APPLICATION, other, "role"), value_of(change, "role")))
			continue;
		rule_breaks(h->in, RULE_APPLIED_TWICE, change->after.ref, str_format(h->in->perm, "%.*s is the same candidate\u2019s, for "
			"the same role in the same round", STR_ARG(other->ref)), S("go on with that one"));
		return;
	}
}

/* A hire points to exactly one engagement, and an engagement to one hire. */
static void
check_one_hire(struct hiring *h, const struct change *change)
{
	int first, count = grouped_find(&h->of_spell, value_of(change, "spell"), &first);
	if (!value_of(change, "spell").len || count < 2)
		return;
	const struct record *other = h->of_spell.rows[first].record;
	if (str_equal(other->ref, change->after.ref))
		other = h->of_spell.rows[first + 1].record;
	rule_breaks(h->in, RULE_ONE_HIRE, change->after.ref, str_format(h->in->perm, "its time in post is that of %.*s already",
		STR_ARG(other->ref)), S("a time in post is of one hire: choose the other"));
}

/* Whoever referred a candidate is never on the panel that chooses. */
static void
check_referred(struct hiring *h, const struct change *change)
{
	Str by = value_of(change, "referred_by");
	int first, count = by.len ? grouped_find(&h->books.panel_of, value_of(change, "round"), &first) : 0;
	for (int i = first; count && i < first + count; i++) {
		const struct record *member = h->books.panel_of.rows[i].record;
		if (str_equal(said_text(TYPE_PANEL_MEMBER, member, "colleague"), by) && !said_text(TYPE_PANEL_MEMBER, member, "left_on").len)
			rule_breaks(h->in, RULE_PANEL, change->after.ref, S("whoever referred the candidate is on the panel"),
			            S("choose another panel member"));
	}
}

static void
check_application(struct hiring *h, const struct change *change)
{
	const struct record *seat = hiring_record(h, TYPE_REQUISITION, value_of(change, "requisition"));
	check_applied_once(h, change);
	check_one_hire(h, change);
	check_referred(h, change);
	steps_check(h, change->after.ref);
	seat_check(h, &change->after, change->after.ref);
	if (seat && !str_equal(said_text(TYPE_REQUISITION, seat, "decision"), S("approved")))
		rule_breaks(h->in, RULE_REQUISITION, change->after.ref, S("the seat that is offered was not approved"),
		            S("offer one that was"));
}

static void
check_candidate(struct hiring *h, const struct change *change)
{
	if (value_of(change, "given_names").len + value_of(change, "family_name").len + value_of(change, "removed_on").len == 0)
		rule_breaks(h->in, RULE_CANDIDATE, change->after.ref, S("it has no name"), S("say who applies"));
}

/* ---- all of them ---------------------------------------------------------------------------------- */

typedef void check_fn(struct hiring *h, const struct change *change);
static const struct { enum type_id type; check_fn *check; } checks[] = {
	{ TYPE_REQUISITION, check_requisition }, { TYPE_CAMPAIGN, check_campaign }, { TYPE_STEP, step_check },
	{ TYPE_APPLICATION, check_application }, { TYPE_PANEL_MEMBER, member_check }, { TYPE_VETTING, vetting_check },
	{ TYPE_SCORE, score_check }, { TYPE_CANDIDATE, check_candidate }, { TYPE_INTEREST, interest_check },
	{ TYPE_CRITERION, criterion_check },
};

static bool
of_hiring(const struct change *change)
{
	enum type_id type = record_type_id(change->type);
	return type >= TYPE_REQUISITION && type <= TYPE_VETTING;
}

static void
note_brought(struct hiring *h)
{
	const struct records *all = &h->in->after->of[TYPE_APPLICATION];
	h->brought = new(h->in->perm, all->count + 1, bool);
	for (int i = 0; i < h->in->changes->count; i++) {
		const struct change *change = &h->in->changes->at[i];
		int first;
		if (change->kind == ADD && change->type == &record_types[TYPE_APPLICATION] && records_of(all, change->after.ref, &first) > 0)
			h->brought[first] = true;
	}
}

static void
gather(struct hiring *h)
{
	const struct records *of = h->in->after->of;
	struct arena *perm = h->in->perm;
	h->walked = new(perm, of[TYPE_APPLICATION].count + 1, bool);
	h->steps = grouped_by(&of[TYPE_STEP], S("application"), perm);
	h->checks = grouped_by(&of[TYPE_VETTING], S("application"), perm);
	h->of_candidate = grouped_by(&of[TYPE_APPLICATION], S("candidate"), perm);
	h->of_spell = grouped_by(&of[TYPE_APPLICATION], S("spell"), perm);
	h->of_seat = grouped_by(&of[TYPE_APPLICATION], S("requisition"), perm);
	h->referred_by = grouped_by(&of[TYPE_APPLICATION], S("referred_by"), perm);
	h->books = score_books_of(h->in->after, perm);
	note_brought(h);
}

static void
check_change(struct hiring *h, const struct change *change)
{
	if (change->kind == REMOVE) {
		if (change->type == &record_types[TYPE_STEP])
			step_gone(h, change);
		if (change->type == &record_types[TYPE_SCORE])
			score_gone(h, change);
		return;
	}
	for (int i = 0; i < countof(spans); i++)
		rule_span(h->in, RULE_HIRING_DAYS, &spans[i], change);
	for (int c = 0; c < countof(checks); c++)
		if (change->type == &record_types[checks[c].type])
			checks[c].check(h, change);
}

void
rules_of_hiring(struct ruling *in)
{
	struct hiring h = { .in = in };
	bool gathered = false;
	for (int i = 0; i < in->changes->count; i++) {
		if (!of_hiring(&in->changes->at[i]))
			continue;
		if (!gathered)
			gather(&h);
		gathered = true;
		check_change(&h, &in->changes->at[i]);
	}
}
