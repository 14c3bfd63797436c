/* learner_joining.c: whoever joins: the person they are here or become, and their time in the numbered post. */
#include "app/filling.h"
#include "app/induction_parts.h"
#include "app/supply_parts.h"

struct joining {
	const struct supply_look *l;
	const struct learner *of;
	const struct learner_wanted *w;
	struct learner_faults *faults;
	int  person;                 /* known here, or NOT_THERE */
	Str  number;
	int  post;
	const struct post_row *row;
	int64_t fte;
	int  spell;                  /* the time in post that they are in on that day, or NOT_THERE */
};

bool
joins_whole(const struct supply_look *l)
{
	return viewer_permit(l->own.ask->viewer, l->own.place->slug, GROUP_IDENTITY, l->own.ask->today).reach >= REACH_WRITE;
}

static bool
wrong(struct joining *j, const char *input, Str words)
{
	learner_fault_add(j->faults, input, words);
	return false;
}

/* ---- who ----------------------------------------------------------------------------------------------- */

static const struct record *
candidate_of(const struct supply_look *l, const struct learner *learner)
{
	return said_record(l->own.council, TYPE_CANDIDATE, said_text(TYPE_LEARNER, learner->record, "candidate"));
}

int
learner_person(const struct supply_look *l, const struct learner *learner)
{
	const struct record *candidate = candidate_of(l, learner);
	int person = roster_same(l->own.roster, roster_person(l->own.roster, said_text(TYPE_LEARNER, learner->record, "colleague")));
	return person != NOT_THERE || !candidate ? person : candidate_person(&l->returners, candidate);
}

/* A number that was typed may be mistyped: of nobody who has another name. */
static bool
names_differ(const struct joining *j, int person)
{
	const struct person *known = &j->l->own.roster->people[person];
	return !str_equal_fold(known->family_name, said_text(TYPE_LEARNER, j->of->record, "family_name")) &&
	       !str_equal_fold(known->given_names, said_text(TYPE_LEARNER, j->of->record, "given_names"));
}

static bool
settle_person(struct joining *j)
{
	const struct record *learner = j->of->record;
	const struct own *own = &j->l->own;
	j->number = j->w->number.len ? j->w->number : said_text(TYPE_CANDIDATE, candidate_of(j->l, j->of), "swe_number");
	int numbered = numbered_person(&j->l->returners, j->number);
	j->person = learner_person(j->l, j->of);
	if (j->person != NOT_THERE && numbered != NOT_THERE && numbered != j->person)
		return wrong(j, "number", str_format(own->perm, "It is the registration number of %.*s, and not theirs", STR_ARG(person_words(own, numbered))));
	if (j->person == NOT_THERE && numbered != NOT_THERE && names_differ(j, numbered))
		return wrong(j, "number", str_format(own->perm, "It is the registration number of %.*s: if that is the same person, say so on the "
			"learner\u2019s record, else mend the number", STR_ARG(person_words(own, numbered))));
	if (j->person == NOT_THERE)
		j->person = numbered;
	if (j->person == NOT_THERE && (!said_text(TYPE_LEARNER, learner, "given_names").len || !said_text(TYPE_LEARNER, learner, "family_name").len))
		return wrong(j, "move", S("Nobody has said their given names and their family name: say them first, on the learner\u2019s record"));
	return true;
}

/* ---- which post ----------------------------------------------------------------------------------------- */

static int64_t
held_on(const struct roster *r, int post, Date day)
{
	int64_t held = 0;
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		const struct spell_row *spell = spell_on(r, r->post_spells[i], day);
		held += spell && basis_holds(spell->basis) ? spell->fte : 0;
	}
	return held;
}

/* FTE that is promised to somebody else: an offer was accepted, or another learner was offered it. */
static int64_t
promised(const struct joining *j, Str *to)
{
	struct arena *perm = j->l->own.perm;
	const struct filling *fillings;
	int64_t fte = 0;
	int count = fillings_on(j->l->own.roster, j->l->own.ask->day, &fillings, perm);
	for (int i = 0; i < count; i++)
		if (fillings[i].post == j->post && fillings[i].application.len) {
			fte += fillings[i].fte;
			*to = fillings[i].application;
		}
	for (int i = 0; i < j->l->all.learner_count; i++) {
		const struct learner *other = &j->l->all.learners[i];
		if (other != j->of && other->stage == LEARNER_OFFERED &&
		    str_equal(said_text(TYPE_LEARNER, other->record, "post_offered"), j->l->own.roster->posts[j->post].ref)) {
			fte += j->row->fte < FTE_ONE ? j->row->fte : FTE_ONE;
			*to = other->ref;
		}
	}
	return fte;
}

static Str
called(const struct joining *j)
{
	return post_called(j->l->own.roster, j->post, j->w->on);
}

/* The post is one that can be joined on that day. */
static bool
settle_post(struct joining *j)
{
	const struct roster *r = j->l->own.roster;
	struct arena *perm = j->l->own.perm;
	Str on = day_words(j->w->on, perm);
	Str ref = j->w->post.len ? j->w->post : said_text(TYPE_LEARNER, j->of->record, "post_offered");
	j->post = roster_post(r, ref);
	if (ref.len == 0)
		return wrong(j, "post_offered", S("Say which post they join: none was offered"));
	if (j->post == NOT_THERE)
		return wrong(j, "post_offered", str_format(perm, "There is no post %.*s", STR_ARG(ref)));
	j->row = post_on(r, j->post, j->w->on);
	if (!j->row) {
		bool to_come = r->post_rows[r->posts[j->post].first].when.first.day > j->w->on.day;
		return wrong(j, "post_offered", str_format(perm, "Post %.*s is %s on %.*s", STR_ARG(post_called(r, j->post, j->w->on)),
			to_come ? "not there yet" : "closed", STR_ARG(on)));
	}
	if (j->row->status == FROZEN || j->row->status == PROPOSED)
		return wrong(j, "post_offered", str_format(perm, "Post %.*s is %s on %.*s: choose another, or have it funded first",
			STR_ARG(called(j)), j->row->status == FROZEN ? "frozen" : "only proposed", STR_ARG(on)));
	return true;
}

/* There is room for them in it: a handover is none's mistake. */
static bool
settle_room(struct joining *j)
{
	const struct roster *r = j->l->own.roster;
	struct arena *perm = j->l->own.perm;
	int64_t now = held_on(r, j->post, j->w->on), then = held_on(r, j->post, (Date){ j->w->on.day + HANDOVER_DAYS });
	int64_t held = now < then ? now : then, left = j->row->fte - held;
	struct parsed_decimal typed = parse_decimal(j->w->fte, 6, false);
	Str to = { 0 };
	j->fte = typed.ok ? typed.micro : left > 0 && left < FTE_ONE ? left : FTE_ONE;
	if (held + j->fte > j->row->fte)
		return wrong(j, left > 0 ? "fte" : "post_offered", str_format(perm, "Post %.*s is filled: %.*s FTE of its %.*s is held on %.*s",
			STR_ARG(called(j)), STR_ARG(fte_words(held, perm)), STR_ARG(fte_words(j->row->fte, perm)), STR_ARG(day_words(j->w->on, perm))));
	if (held + promised(j, &to) + j->fte > j->row->fte)
		return wrong(j, "post_offered", str_format(perm, "Post %.*s is promised to somebody else (%.*s)", STR_ARG(called(j)), STR_ARG(to)));
	return true;
}

/* Whoever is in a post here already goes on in it, leaves it, or has both. */
static bool
settle_before(struct joining *j)
{
	const struct roster *r = j->l->own.roster;
	struct arena *perm = j->l->own.perm;
	j->spell = NOT_THERE;
	for (int i = r->person_spells_begin[j->person]; i < r->person_spells_begin[j->person + 1]; i++)
		if (spell_on(r, r->person_spells[i], j->w->on) && (j->spell == NOT_THERE || spell_on(r, r->person_spells[i], j->w->on)->post == j->post))
			j->spell = r->person_spells[i];
	if (j->spell == NOT_THERE || spell_on(r, j->spell, j->w->on)->post == j->post)
		return true;
	int post = spell_on(r, j->spell, j->w->on)->post;
	Str in = post == NOT_THERE ? S("a post") : str_format(perm, "post %.*s", STR_ARG(post_called(r, post, j->w->on)));
	if (str_equal(j->w->before, S("ends")) && spell_period(r, j->spell).first.day >= j->w->on.day)
		return wrong(j, "before", str_format(perm, "They have been in %.*s only since %.*s: it cannot end before that", STR_ARG(in),
			STR_ARG(day_words(spell_period(r, j->spell).first, perm))));
	if (str_equal(j->w->before, S("ends")) || str_equal(j->w->before, S("stays")))
		return true;
	return wrong(j, "before", str_format(perm, "They have been in %.*s since %.*s: say whether that ends, or goes on beside it", STR_ARG(in),
		STR_ARG(day_words(spell_period(r, j->spell).first, perm))));
}

/* ---- the records ----------------------------------------------------------------------------------------- */

/* The row of their time in post that holds on the day before ends with it. Rows from the day on are no more. */
static void
end_before(const struct joining *j, const struct deed_made *deed)
{
	const struct records *all = &j->l->own.council->of[TYPE_SPELL];
	int first, count = records_of(all, j->l->own.roster->spells[j->spell].ref, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *row = &all->at[i];
		struct record after = *row;
		if (row->when.last.day < j->w->on.day)
			continue;
		after.when.last = (Date){ j->w->on.day - 1 };
		after.version++;
		if (row->when.first.day < j->w->on.day)
			changes_add(deed->changes, (struct change){ .kind = ALTER, .type = all->type, .before = *row, .after = after });
		else
			changes_add(deed->changes, (struct change){ .kind = REMOVE, .type = all->type, .before = *row });
	}
}

static Str
add_person(const struct joining *j, const struct deed_made *deed)
{
	const struct record *of = j->of->record;
	Str person = j->person != NOT_THERE ? j->l->own.roster->people[j->person].ref
		: record_made(deed, TYPE_PERSON, (struct period){ 0 }, (struct valued[]){ { "given_names", said_text(TYPE_LEARNER, of, "given_names") },
		  { "family_name", said_text(TYPE_LEARNER, of, "family_name") } }, 2);
	Date granted = said_day(TYPE_LEARNER, of, "registered_on");
	struct period when = { granted.day && granted.day <= j->w->on.day ? granted : j->w->on, DATE_OPEN };
	if (j->number.len && !registered_on(j->l->own.council, (struct registered){ person, j->number }, j->w->on))
		record_made(deed, TYPE_REGISTRATION, when, (struct valued[]){ { "person", person }, { "number", j->number } }, 2);
	return person;
}

static Str
add_spell(const struct joining *j, const struct deed_made *deed, Str person)
{
	struct arena *perm = j->l->own.perm;
	const struct roster *r = j->l->own.roster;
	struct period when = { j->w->on, DATE_OPEN };
	if (j->spell != NOT_THERE && spell_on(r, j->spell, j->w->on)->post == j->post)
		return r->spells[j->spell].ref;
	if (j->spell != NOT_THERE && str_equal(j->w->before, S("ends")))
		end_before(j, deed);
	Str spell = record_made(deed, TYPE_SPELL, when, (struct valued[]){ { "person", person }, { "post", r->posts[j->post].ref },
		{ "basis", S("permanent") }, { "fte", fte_words(j->fte, perm) } }, 4);
	induction_begin(&j->l->own, &(struct starter){ person, spell, j->row->role, j->w->on }, deed->changes, deed->taken);
	return spell;
}

struct joined
learner_joins(const struct supply_look *l, const struct learner *learner, const struct learner_wanted *wanted,
              const struct deed_made *deed, struct learner_faults *faults)
{
	struct joining j = { .l = l, .of = learner, .w = wanted, .faults = faults, .person = NOT_THERE, .post = NOT_THERE, .spell = NOT_THERE };
	if (wanted->spell.len)
		return (struct joined){ .spell = wanted->spell, .person = said_text(TYPE_LEARNER, learner->record, "colleague"), .post = wanted->post };
	if (!joins_whole(l)) {
		wrong(&j, "spell", S("Their record as a person is HR\u2019s to make: ask the HR lead to record this step, or say which time in "
			"post it became"));
		return (struct joined){ 0 };
	}
	int before = faults->count;
	bool person = settle_person(&j), post = settle_post(&j);
	if (person && j.person != NOT_THERE)
		person = settle_before(&j);
	bool own = j.spell != NOT_THERE && j.row && spell_on(l->own.roster, j.spell, wanted->on)->post == j.post;
	if (post && !own)
		settle_room(&j);
	if (faults->count > before)
		return (struct joined){ 0 };
	Str of = add_person(&j, deed);
	return (struct joined){ of, add_spell(&j, deed, of), l->own.roster->posts[j.post].ref };
}
