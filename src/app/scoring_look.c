/* scoring_look.c: as whom of a panel somebody looks at scores; words and addresses. */
#include "app/scoring_parts.h"

#include "app/estab.h"

bool
scoring_settle(const struct world *world, const struct ask *ask, struct scoring_look *s, struct answer *why,
               struct arena *perm)
{
	const struct viewer *viewer = ask->viewer;
	if (!hiring_settle(world, ask, &s->l, why, perm))
		return false;
	s->books = score_books_of(s->l.own.council, perm);
	s->machine = viewer->all;
	s->who = (struct assessor){ .account = viewer->account, .today = ask->today,
		.person = str_equal(viewer->authority_of_person, ask->area) ? viewer->person : S("") };
	return true;
}

bool
scoring_round(const struct world *world, const struct ask *ask, struct scoring_look *s, const struct record **round,
              struct answer *why, struct arena *perm)
{
	int first;
	if (!scoring_settle(world, ask, s, why, perm))
		return false;
	const struct records *rounds = &s->l.own.council->of[TYPE_ROUND];
	if (records_of(rounds, ask->ref, &first) > 0) {
		*round = &rounds->at[first];
		return true;
	}
	*why = answer_words(UNKNOWN, S("There is no such round"), str_format(perm, "\u201c%.*s\u201d is no round of recruitment of %.*s.",
		STR_ARG(ask->ref), STR_ARG(s->l.own.place->name)), perm);
	return false;
}

static bool
reads_scores(const struct record *member)
{
	return member_chairs(member) || member_scores(member, SHORTLISTING) || member_scores(member, ASSESSMENT);
}

/* On a command line, the member of the round that it names. */
static const struct record *
member_named(const struct scoring_look *s, Str round)
{
	const struct sents *sent = s->l.own.ask->sent;
	Str ref = sent ? str_trim(sents_find(sent, S("member"))) : S("");
	int first, count = grouped_find(&s->books.panel_of, round, &first);
	for (int i = first; i < first + count; i++)
		if (str_equal(s->books.panel_of.rows[i].record->ref, ref))
			return s->books.panel_of.rows[i].record;
	return NULL;
}

const struct record *
scoring_member(const struct scoring_look *s, Str round)
{
	const struct record *member = s->machine ? member_named(s, round) : assessor_member(&s->books, &s->who, round);
	return member && reads_scores(member) ? member : NULL;
}

bool
scoring_reads(const struct scoring_look *s, Str round)
{
	return s->machine || scoring_member(s, round) != NULL;
}

bool
scoring_reads_of(const struct scoring_look *s, const struct application *a)
{
	const struct record *member = a->round ? scoring_member(s, a->round->ref) : NULL;
	if (!member)
		return s->machine && a->round;
	return s->machine || !assessor_has_interest(&s->books, &s->who, member, a->record);
}

struct answer
scoring_did(const struct scoring_look *s, const struct changes *changes, Str object, Str title, Str to)
{
	struct error err = { 0 };
	struct wish wish = { .what = S("edit"), .object = object, .by_panel = true };
	struct done done = deed_do(s->l.own.world, s->l.own.ask, &wish, changes, s->l.own.perm, &err);
	return answer_done(&s->l.own, &done, &err, title, to);
}

bool
may_score_somewhere(const struct ask *ask)
{
	if (!ask->held || !ask->viewer || ask->viewer->all)
		return false;
	const struct records *members = &ask->held->council.of[TYPE_PANEL_MEMBER];
	const struct viewer *viewer = ask->viewer;
	bool here = str_equal(viewer->authority_of_person, ask->area);
	for (int i = 0; i < members->count; i++) {
		const struct record *member = &members->at[i];
		Str account = said_text(TYPE_PANEL_MEMBER, member, "account"), person = said_text(TYPE_PANEL_MEMBER, member, "colleague");
		bool theirs = (account.len && str_equal(account, viewer->account)) ||
		              (person.len && here && str_equal(person, viewer->person));
		if (theirs && reads_scores(member) && member_stays(member, ask->today))
			return true;
	}
	return false;
}

/* ---- words and addresses ------------------------------------------------------------------------------ */

Str
applicant_words(const struct scoring_look *s, const struct application *a)
{
	return scoring_names(a) ? candidate_words(&s->l, a) : a->ref;
}

Str
criterion_bar_words(const struct criterion *criterion, struct arena *perm)
{
	if (criterion->needed == NOT_NEEDED)
		return str_format(perm, "Desirable, of %d", criterion->most);
	return str_format(perm, "Essential: %d of %d", criterion->needed, criterion->most);
}

Str
parts_words(int64_t parts, struct arena *perm)
{
	Figure figure = figure_ratio(figure_whole(parts), figure_whole(SCORE_PARTS), 1);
	return figure_short(figure_round(figure, 2), perm);
}

Str
href_of_sheet(const struct scoring_look *s, const struct application *a, enum sitting sitting)
{
	Str to = own_href(&s->l.own, str_format(s->l.own.perm, "recruitment/scoring/%.*s", STR_ARG(a->ref)));
	if (sitting == sitting_of((int)a->stage))
		return to;
	return str_format(s->l.own.perm, "%.*s?how=%.*s", STR_ARG(to), STR_ARG(sitting_rows[sitting].code));
}

Str
href_of_round(const struct scoring_look *s, Str round, const char *page)
{
	return own_href(&s->l.own, str_format(s->l.own.perm, "recruitment/rounds/%.*s/%s", STR_ARG(round), page));
}
