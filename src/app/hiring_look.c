/* hiring_look.c: who sees what of recruitment; words and addresses. */
#include "app/hiring_parts.h"

#include "app/estab.h"
#include "app/kept.h"

/* Of a day, for whoever asks: kept. */
static const void *
make_recruitment(const struct roster *roster, Date day, struct arena *perm)
{
	struct recruitment *all = new(perm, 1, struct recruitment);
	recruitment_read(all, roster, day, perm);
	return all;
}

bool
hiring_settle(const struct world *world, const struct ask *ask, struct hiring_look *l, struct answer *why,
              struct arena *perm)
{
	if (!own_settle(world, ask, &l->own, why, perm))
		return false;
	l->all = *(const struct recruitment *)kept_of(world, ask, make_recruitment, perm);
	returners_read(&l->returners, l->own.roster, perm);
	return true;
}

bool
hiring_take(const struct world *world, const struct ask *ask, struct hiring_look *l, const struct application **a,
            struct answer *why, struct arena *perm)
{
	if (!hiring_settle(world, ask, l, why, perm))
		return false;
	int found = application_find(&l->all, ask->ref);
	if (found != NOT_THERE) {
		*a = &l->all.applications[found];
		return true;
	}
	*why = answer_words(UNKNOWN, S("There is no such application"), str_format(perm, "\u201c%.*s\u201d is no application to %.*s "
		"by that day. The board lists them all.", STR_ARG(ask->ref), STR_ARG(l->own.place->name)), perm);
	return false;
}

int
hiring_term(const struct own *own, enum hiring_term of, Date day)
{
	const struct records *terms = &own->council->of[TYPE_HIRING_TERM];
	for (int i = 0; i < terms->count; i++) {
		const struct record *term = &terms->at[i];
		struct parsed_decimal days = parse_decimal(said_text(TYPE_HIRING_TERM, term, "days"), 0, false);
		if (str_equal(said_text(TYPE_HIRING_TERM, term, "what"), hiring_terms[of].code) && days.ok &&
		    term->when.first.day <= day.day && day.day <= term->when.last.day)
			return (int)(days.micro / MICRO);
	}
	return hiring_term_rows[of].otherwise;
}

bool
hiring_writes(const struct hiring_look *l, enum field_group group)
{
	return viewer_permit(l->own.ask->viewer, l->own.place->slug, group, l->own.ask->today).reach >= REACH_WRITE;
}

/* ---- words and addresses -------------------------------------------------------------------------- */

Str
candidate_words(const struct hiring_look *l, const struct application *a)
{
	Str given = said_text(TYPE_CANDIDATE, a->candidate, "given_names");
	Str family = said_text(TYPE_CANDIDATE, a->candidate, "family_name");
	if (given.len + family.len == 0)
		return a->ref;
	return str_trim(str_format(l->own.perm, "%.*s %.*s", STR_ARG(given), STR_ARG(family)));
}

Str
worked_here_words(const struct hiring_look *l, const struct application *a)
{
	struct worked_here worked;
	if (!worked_here(&l->returners, a->candidate, a->received, &worked) || !person_seen(&l->own, worked.person))
		return S("");
	return worked.until.day == DATE_OPEN.day ? S("Works here")
		: str_format(l->own.perm, "Worked here until %.*s", STR_ARG(date_text(worked.until, l->own.perm)));
}

Str
round_words(const struct record *round)
{
	return round ? said_text(TYPE_ROUND, round, "name") : S("No round");
}

Str
hiring_sent_or(const struct hiring_look *l, const char *of, const char *input, Str otherwise)
{
	const struct sents *sent = l->own.ask->sent;
	return sent && sents_has(sent, str_of(of)) ? str_trim(sents_find(sent, str_of(input))) : otherwise;
}

struct cell
stage_cell(const struct application *a)
{
	const struct stage_row *row = &application_stages.rows[a->stage];
	int tone = row->ended ? TAG_GREY : a->stage >= AT_STARTED ? TAG_GREEN : row->whose == OUR_MOVE ? TAG_YELLOW : TAG_BLUE;
	return cell_tag(row->words, tone);
}

struct cell
waiting_cell(const struct application *a)
{
	struct cell cell = cell_figure(figure_whole(a->waiting), 0, UNIT_DAYS);
	if (a->late) {
		cell.tag = S("late");
		cell.tag_tone = TAG_RED;
	}
	return cell;
}

Str
href_of_board(const struct own *own, Str more)
{
	return href_in_unit(own, S("recruitment"), NOT_THERE, more);
}

Str
href_of_application(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "recruitment/%.*s", STR_ARG(ref)));
}

/* ---- picks ------------------------------------------------------------------------------------------ */

const struct pick *
hiring_round_picks(const struct own *own, int *count)
{
	const struct records *rounds = &own->council->of[TYPE_ROUND];
	struct pick *picks = new(own->perm, rounds->count + 1, struct pick);
	*count = 0;
	for (int r = rounds->count - 1; r >= 0; r--)
		if (said_text(TYPE_ROUND, &rounds->at[r], "closed_on").len == 0)
			picks[(*count)++] = (struct pick){ .value = rounds->at[r].ref, .words = round_words(&rounds->at[r]) };
	return picks;
}

const struct pick *
hiring_role_picks(const struct own *own, int *count)
{
	struct pick *picks = new(own->perm, own->roster->role_count + 1, struct pick);
	*count = 0;
	for (int role = 0; role < own->roster->role_count; role++)
		if (role_on(own->roster, role, own->ask->day))
			picks[(*count)++] = (struct pick){ .value = own->roster->roles[role].ref, .words = role_words(own, role, own->ask->day) };
	return picks;
}
