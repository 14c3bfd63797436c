/* rules_notices.c: a council's own words: of places that are known, one template of a notice at a time. When an interview
 * is. A council's own terms of recruitment. */
#include "workforce/ruling.h"

#include "base/london.h"
#include "workforce/notice.h"
#include "workforce/said.h"
#include "workforce/types_applied.h"

static void
check_places(struct ruling *in, const struct record *template, const char *field)
{
	Str unknown = notice_unknown(said_text(TYPE_MESSAGE_TEMPLATE, template, field));
	if (unknown.len)
		rule_breaks(in, RULE_TEMPLATE, template->ref, str_format(in->perm, "its %s have the place %.*s, which is not known", field,
			STR_ARG(str_upto(unknown, unknown.len < 60 ? unknown.len : 60))),
			S("use the places that the page of templates lists, each ended with two brackets"));
}

static void
check_alone(struct ruling *in, const struct record *template)
{
	const struct records *all = &in->after->of[TYPE_MESSAGE_TEMPLATE];
	for (int i = 0; i < all->count; i++)
		if (!str_equal(all->at[i].ref, template->ref) && days_meet(all->at[i].when, template->when) &&
		    str_equal(said_text(TYPE_MESSAGE_TEMPLATE, &all->at[i], "notice"), said_text(TYPE_MESSAGE_TEMPLATE, template, "notice"))) {
			rule_breaks(in, RULE_TEMPLATE, template->ref, str_format(in->perm, "%.*s holds for the same notice on some of its days",
				STR_ARG(all->at[i].ref)), S("change that one from a day on instead"));
			return;
		}
}

/* An interview has a time only with a day. */
static void
check_hour(struct ruling *in, const struct record *step)
{
	Str at = said_text(TYPE_STEP, step, "due_at");
	if (at.len && clock_read(at) < 0)
		rule_breaks(in, RULE_INTERVIEW, step->ref, S("its time is no time of a day"), S("write it like 09:30"));
	if (at.len && said_text(TYPE_STEP, step, "due_on").len == 0)
		rule_breaks(in, RULE_INTERVIEW, step->ref, S("it has a time and no day"), S("say the day of the interview"));
}

/* Within its bounds, and alone: two of one kind would hold on one day, and nobody could say which. */
static void
check_term(struct ruling *in, const struct record *term)
{
	const struct records *all = &in->after->of[TYPE_HIRING_TERM];
	Str what = said_text(TYPE_HIRING_TERM, term, "what");
	struct parsed_decimal many = parse_decimal(said_text(TYPE_HIRING_TERM, term, "days"), 0, false);
	for (int t = 0; t < HIRING_TERMS; t++) {
		const struct hiring_term_row *row = &hiring_term_rows[t];
		if (str_equal(hiring_terms[t].code, what) && many.ok && (many.micro < row->least * (int64_t)MICRO || many.micro > row->most * (int64_t)MICRO))
			rule_breaks(in, RULE_HIRING_TERM, term->ref, str_format(in->perm, "%.*s: it is not between %d and %d",
				STR_ARG(hiring_terms[t].words), row->least, row->most), S("choose a number between the two"));
	}
	for (int i = 0; i < all->count; i++)
		if (!str_equal(all->at[i].ref, term->ref) && days_meet(all->at[i].when, term->when) &&
		    str_equal(said_text(TYPE_HIRING_TERM, &all->at[i], "what"), what)) {
			rule_breaks(in, RULE_HIRING_TERM, term->ref, str_format(in->perm, "%.*s is the same term on some of its days",
				STR_ARG(all->at[i].ref)), S("change that one from a day on instead"));
			return;
		}
}

void
rules_of_notices(struct ruling *in)
{
	for (int i = 0; i < in->changes->count; i++) {
		const struct change *change = &in->changes->at[i];
		if (change->kind == REMOVE)
			continue;
		if (change->type == &record_types[TYPE_STEP])
			check_hour(in, &change->after);
		if (change->type == &record_types[TYPE_HIRING_TERM])
			check_term(in, &change->after);
		if (change->type != &record_types[TYPE_MESSAGE_TEMPLATE])
			continue;
		check_places(in, &change->after, "subject");
		check_places(in, &change->after, "words");
		check_alone(in, &change->after);
	}
}
