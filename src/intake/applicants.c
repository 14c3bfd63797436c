/* applicants.c: lines of a list of applications, held to the records that are there, as changes. */
#include "intake/applicants.h"

#include <stdlib.h>

#include "register/grouped.h"
#include "workforce/stages.h"
#include "workforce/types_hiring.h"
#include "workforce/said.h"

enum { STEP_MOVES_MOST = 8 };

/* ---- what is known by a key ------------------------------------------------------------------------------ */

struct slot { Str key; int at; };
struct keys { struct slot *slots; int room; };

static struct keys
keys_new(int most, struct arena *perm)
{
	struct keys keys = { .room = 16 };
	while (keys.room < 2 * most)
		keys.room *= 2;
	keys.slots = new(perm, keys.room, struct slot);
	return keys;
}

/* The slot of a key, or the free one where it belongs. */
static struct slot *
keys_slot(const struct keys *keys, Str key)
{
	int at = (int)(str_hash(key) & (uint64_t)(keys->room - 1));
	while (keys->slots[at].key.at && !str_equal(keys->slots[at].key, key))
		at = (at + 1) & (keys->room - 1);
	return &keys->slots[at];
}

static int
keys_find(const struct keys *keys, Str key)
{
	const struct slot *slot = keys_slot(keys, key);
	return slot->key.at ? slot->at : NOT_THERE;
}

/* The first with a key stays. */
static void
keys_put(struct keys *keys, Str key, int at)
{
	struct slot *slot = keys_slot(keys, key);
	if (!slot->key.at)
		*slot = (struct slot){ key, at };
}

/* ---- what there is ------------------------------------------------------------------------------------------ */

/* Somebody who applies: a record that is there, or a new one. */
struct somebody { Str ref, given, family; };
/* An application: how far it is, and the line that brought it. */
struct applied { Str ref; const struct record *record; int somebody, stage, turns, line; bool answered; Date last; };

struct proposing {
	struct applicants *list;
	const struct applicants_asked *asked;
	struct somebody *people;
	struct applied *applied;
	int people_count, applied_count;
	struct keys known, applications;     /* somebody by number or email; an application by whose, round and role, or by reference */
	struct grouped steps;
	int64_t next[RECORD_TYPES];
	struct applicant_row *rows;
	struct arena *perm;
};

static Str
key_of(const struct proposing *in, const char *kind, Str text)
{
	return str_lower(str_format(in->perm, "%s %.*s", kind, STR_ARG(text)), in->perm);
}

static Str
key_of_place(const struct proposing *in, int somebody, Str round, Str role)
{
	return str_format(in->perm, "p %d %.*s %.*s", somebody, STR_ARG(round), STR_ARG(role));
}

static Str
key_of_reference(const struct proposing *in, Str reference, Str round)
{
	return key_of(in, "r", str_format(in->perm, "%.*s %.*s", STR_ARG(reference), STR_ARG(round)));
}

static void
know(struct proposing *in, int somebody, Str email, Str number)
{
	if (number.len)
		keys_put(&in->known, key_of(in, "n", number), somebody);
	if (email.len)
		keys_put(&in->known, key_of(in, "e", email), somebody);
}

/* A candidate that was made one with another is that other. */
static const struct record *
who_stays(const struct records *candidates, const struct record *record)
{
	for (int steps = 0; steps < candidates->count && said_text(TYPE_CANDIDATE, record, "same_as").len; steps++) {
		int first;
		if (records_of(candidates, said_text(TYPE_CANDIDATE, record, "same_as"), &first) == 0)
			break;
		record = &candidates->at[first];
	}
	return record;
}

static void
know_candidates(struct proposing *in)
{
	const struct records *all = &in->asked->council->of[TYPE_CANDIDATE];
	for (int i = 0; i < all->count; i++)
		in->people[in->people_count++] = (struct somebody){ all->at[i].ref, said_text(TYPE_CANDIDATE, &all->at[i], "given_names"),
			said_text(TYPE_CANDIDATE, &all->at[i], "family_name") };
	for (int merged = 0; merged < 2; merged++)           /* those that stay first */
		for (int i = 0; i < all->count; i++)
			if ((said_text(TYPE_CANDIDATE, &all->at[i], "same_as").len > 0) == (merged == 1) && !said_text(TYPE_CANDIDATE, &all->at[i], "removed_on").len)
				know(in, (int)(who_stays(all, &all->at[i]) - all->at), said_text(TYPE_CANDIDATE, &all->at[i], "email"),
				     said_text(TYPE_CANDIDATE, &all->at[i], "swe_number"));
}

/* ---- where an application stands --------------------------------------------------------------------------- */

struct taken { int turn, move; Date on; };

static int
by_turn(const void *a, const void *b)
{
	return ((const struct taken *)a)->turn - ((const struct taken *)b)->turn;
}

static void
walk_steps(const struct proposing *in, struct applied *applied)
{
	int first, count = grouped_find(&in->steps, applied->ref, &first);
	struct arena scratch = *in->perm;
	struct taken *taken = new(&scratch, count + 1, struct taken);
	for (int i = 0; i < count; i++) {
		const struct record *step = in->steps.rows[first + i].record;
		struct parsed_decimal turn = parse_decimal(said_text(TYPE_STEP, step, "turn"), 0, false);
		taken[i] = (struct taken){ .turn = turn.ok ? (int)(turn.micro / MICRO) : 0, .move = move_find(&application_stages, said_text(TYPE_STEP, step, "move")) };
		(void)date_parse(said_text(TYPE_STEP, step, "held_on"), &taken[i].on);
	}
	qsort(taken, (size_t)count, sizeof *taken, by_turn);
	for (int i = 0; i < count; i++) {
		int after = taken[i].move < 0 ? -1 : stage_after(&application_stages, applied->stage, taken[i].move);
		applied->stage = after < 0 ? applied->stage : after;
		applied->last = taken[i].on;
	}
	applied->turns = count;
}

static void
know_applications(struct proposing *in)
{
	const struct records *all = &in->asked->council->of[TYPE_APPLICATION], *candidates = &in->asked->council->of[TYPE_CANDIDATE];
	for (int i = 0; i < all->count; i++) {
		const struct record *record = &all->at[i];
		struct applied *applied = &in->applied[in->applied_count];
		int first, somebody = NOT_THERE;
		Str round = said_text(TYPE_APPLICATION, record, "round"), reference = said_text(TYPE_APPLICATION, record, "brought_as");
		if (records_of(candidates, said_text(TYPE_APPLICATION, record, "candidate"), &first) > 0)
			somebody = (int)(who_stays(candidates, &candidates->at[first]) - candidates->at);
		*applied = (struct applied){ .ref = record->ref, .record = record, .somebody = somebody };
		(void)date_parse(said_text(TYPE_APPLICATION, record, "received_on"), &applied->last);
		walk_steps(in, applied);
		keys_put(&in->applications, key_of_place(in, somebody, round, said_text(TYPE_APPLICATION, record, "role")), in->applied_count);
		if (reference.len)
			keys_put(&in->applications, key_of_reference(in, reference, round), in->applied_count);
		in->applied_count++;
	}
}

static void
know_answers(struct proposing *in)
{
	struct keys of = keys_new(in->applied_count + 1, in->perm);
	for (int a = 0; a < in->applied_count; a++)
		keys_put(&of, in->applied[a].ref, a);
	for (int i = 0; i < in->asked->equality->count; i++) {
		int at = keys_find(&of, said_text(TYPE_CANDIDATE_EQUALITY, &in->asked->equality->at[i], "application"));
		if (at != NOT_THERE)
			in->applied[at].answered = true;
	}
}

/* ---- changes ------------------------------------------------------------------------------------------------- */

struct valued { const char *field; Str value; };

static Str
add(struct proposing *in, enum type_id type, const struct valued *valued, int count)
{
	const struct record_type *of = &record_types[type];
	Str *values = new(in->perm, of->field_count, Str), ref = ref_numbered(of, in->next[type]++, in->perm);
	for (int i = 0; i < count; i++)
		values[field_find(of, str_of(valued[i].field))] = valued[i].value;
	changes_add(&in->list->changes, (struct change){ .kind = ADD, .type = of, .after = { .version = 1, .ref = ref, .values = values } });
	return ref;
}

static int
add_somebody(struct proposing *in, const struct applicant_line *line)
{
	const Str *v = line->values;
	Str ref = add(in, TYPE_CANDIDATE, (struct valued[]){ { "given_names", v[COL_GIVEN] }, { "family_name", v[COL_FAMILY] },
		{ "email", v[COL_EMAIL] }, { "phone", v[COL_PHONE] }, { "swe_number", v[COL_NUMBER] }, { "keep_in_touch", v[COL_AGAIN] },
		{ "sponsor_needed", v[COL_SPONSOR] } }, 7);
	in->people[in->people_count] = (struct somebody){ ref, v[COL_GIVEN], v[COL_FAMILY] };
	in->list->candidates++;
	return in->people_count++;
}

static int
add_application(struct proposing *in, const struct applicant_line *line, int somebody)
{
	const Str *v = line->values;
	const struct record *round = &in->asked->council->of[TYPE_ROUND].at[line->round];
	Str role = in->asked->roster->roles[line->role].ref;
	Str ref = add(in, TYPE_APPLICATION, (struct valued[]){ { "candidate", in->people[somebody].ref }, { "round", round->ref },
		{ "role", role }, { "band", v[COL_BAND] }, { "received_on", v[COL_RECEIVED] }, { "channel", v[COL_CHANNEL] },
		{ "brought_as", v[COL_REFERENCE] } }, 7);
	in->applied[in->applied_count] = (struct applied){ .ref = ref, .somebody = somebody, .last = line->received };
	keys_put(&in->applications, key_of_place(in, somebody, round->ref, role), in->applied_count);
	if (v[COL_REFERENCE].len)
		keys_put(&in->applications, key_of_reference(in, v[COL_REFERENCE], round->ref), in->applied_count);
	return in->applied_count++;
}

static bool
add_answers(struct proposing *in, const struct applicant_line *line, struct applied *applied)
{
	struct valued valued[COL_ORIENTATION - COL_SEX + 3];
	int count = 0;
	bool any = false;
	valued[count++] = (struct valued){ "application", applied->ref };
	valued[count++] = (struct valued){ "answered_on", line->values[COL_RECEIVED] };
	for (int c = COL_SEX; c <= COL_ORIENTATION; c++) {
		any = any || line->values[c].len;
		valued[count++] = (struct valued){ str_c(applicant_columns[c].code, in->perm), line->values[c] };
	}
	if (!any || applied->answered)
		return false;
	add(in, TYPE_CANDIDATE_EQUALITY, valued, count);
	return applied->answered = true;
}

/* ---- stages ----------------------------------------------------------------------------------------------------- */

/* Steps that a list can bring: none beyond chosen. */
static const enum application_move brings[] = {
	MOVE_LONGLIST, MOVE_SHORTLIST, MOVE_INVITE, MOVE_ASSESS, MOVE_HOLD, MOVE_CHOOSE, MOVE_REJECT, MOVE_WITHDRAW, MOVE_NO_SHOW,
};

/* The shortest way by these from one stage to another; how many moves, or -1. */
static int
way_to(int from, int to, enum application_move moves[STEP_MOVES_MOST])
{
	int before[APPLICATION_STAGES], by[APPLICATION_STAGES], queue[APPLICATION_STAGES], head = 0, tail = 0;
	for (int s = 0; s < APPLICATION_STAGES; s++)
		before[s] = -1;
	before[from] = from;
	queue[tail++] = from;
	while (head < tail && before[to] < 0) {
		int at = queue[head++];
		for (int m = 0; m < countof(brings); m++) {
			int after = stage_after(&application_stages, at, (int)brings[m]);
			if (after < 0 || before[after] >= 0)
				continue;
			before[after] = at;
			by[after] = (int)brings[m];
			queue[tail++] = after;
		}
	}
	int count = 0;
	for (int s = to; before[to] >= 0 && s != from; s = before[s])
		count++;
	if (before[to] < 0 || count > STEP_MOVES_MOST)
		return -1;
	for (int s = to, n = count; n > 0; s = before[s])
		moves[--n] = (enum application_move)by[s];
	return count;
}

static void
query(struct proposing *in, const struct applicant_line *line, const char *code, Str wrong, Str mend)
{
	applicant_complain(in->list, line, 0, (struct finding){ .severity = QUERY, .code = str_of(code), .field = S("stage"), .wrong = wrong, .mend = mend }, in->perm);
}

/* The furthest that a list can bring on the way to a stage. */
static int
stage_brought(struct proposing *in, const struct applicant_line *line)
{
	bool beyond = (line->stage > AT_CHOSEN && line->stage <= AT_CONFIRMED) || line->stage >= AT_DECLINED;
	if (beyond)
		query(in, line, "beyond", str_format(in->perm, "says \u201c%.*s\u201d; a list brings an application as far as \u201cChosen\u201d",
			STR_ARG(application_stages.rows[line->stage].words)), S("record the offer and what followed on the page of the application"));
	return beyond ? AT_CHOSEN : line->stage;
}

static void
add_step(struct proposing *in, const struct applicant_line *line, struct applied *applied, enum application_move move, bool last)
{
	bool reasoned = application_stages.moves[move].reasoned, given = line->values[COL_REASON].len > 0;
	add(in, TYPE_STEP, (struct valued[]){ { "application", applied->ref }, { "move", application_moves[move].code },
		{ "held_on", date_iso(line->stage_on, in->perm) }, { "turn", str_format(in->perm, "%d", ++applied->turns) },
		{ "reason", !reasoned ? S("") : given ? line->values[COL_REASON] : S("other") },
		{ "note", !last ? S("Brought by a list, which has no day of it: the day is that of the stage it gives") :
		          reasoned && !given ? S("Brought by a list, which gave no reason") : S("Brought by a list") },
		{ "made_by", in->asked->made_by } }, 7);
	applied->stage = application_stages.moves[move].to;
	applied->last = line->stage_on;
}

/* Whether it was moved on. */
static bool
bring_stage(struct proposing *in, const struct applicant_line *line, struct applied *applied)
{
	enum application_move moves[STEP_MOVES_MOST];
	int to = stage_brought(in, line), from = applied->stage, count = way_to(from, to, moves);
	Str here = application_stages.rows[from].words;
	if (from == to)
		return false;
	if (count < 0 && from >= AT_CHOSEN && from <= AT_CONFIRMED && to <= AT_CHOSEN)
		return false;                /* the records are further; lists lag */
	if (count < 0) {
		query(in, line, "behind", str_format(in->perm, "says \u201c%.*s\u201d, which cannot follow \u201c%.*s\u201d: the records stay as they are",
			STR_ARG(application_stages.rows[to].words), STR_ARG(here)), S("mend the list, or the records by hand"));
		return false;
	}
	if (line->stage_on.day < applied->last.day) {
		query(in, line, "before", str_format(in->perm, "gives a stage of a day before \u201c%.*s\u201d: the records stay as they are", STR_ARG(here)),
		      S("mend the day"));
		return false;
	}
	for (int i = 0; i < count; i++)
		add_step(in, line, applied, moves[i], i + 1 == count);
	return true;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static bool
wrong_line(struct proposing *in, const struct applicant_line *line, const char *code, Str wrong, Str mend)
{
	applicant_complain(in->list, line, 0, (struct finding){ .severity = MISTAKE, .code = str_of(code), .wrong = wrong, .mend = mend }, in->perm);
	return false;
}

/* Who it is, by number, email, and the application that has its reference; NOT_THERE: somebody new. */
static bool
who_is_it(struct proposing *in, const struct applicant_line *line, int *somebody)
{
	const Str *v = line->values;
	Str round = in->asked->council->of[TYPE_ROUND].at[line->round].ref;
	int by[3] = { NOT_THERE, NOT_THERE, NOT_THERE };
	if (v[COL_NUMBER].len)
		by[0] = keys_find(&in->known, key_of(in, "n", v[COL_NUMBER]));
	if (v[COL_EMAIL].len)
		by[1] = keys_find(&in->known, key_of(in, "e", v[COL_EMAIL]));
	int application = v[COL_REFERENCE].len ? keys_find(&in->applications, key_of_reference(in, v[COL_REFERENCE], round)) : NOT_THERE;
	by[2] = application == NOT_THERE ? NOT_THERE : in->applied[application].somebody;
	*somebody = NOT_THERE;
	for (int i = 0; i < 3; i++) {
		if (*somebody != NOT_THERE && by[i] != NOT_THERE && by[i] != *somebody)
			return wrong_line(in, line, "two-people", str_format(in->perm, "is %.*s by one of registration number, email and reference, and %.*s by another",
				STR_ARG(in->people[*somebody].ref), STR_ARG(in->people[by[i]].ref)), S("mend the line, or make the two candidates one first"));
		*somebody = by[i] != NOT_THERE ? by[i] : *somebody;
	}
	return true;
}

static Str
words_of(const struct proposing *in, const struct applicant_line *line, const struct applied *applied, enum applicant_outcome outcome)
{
	const struct record *round = &in->asked->council->of[TYPE_ROUND].at[line->round];
	Str stage = application_stages.rows[applied->stage].words;
	if (outcome == APPLICANT_ADDED)
		return str_format(in->perm, "%.*s, received on %.*s: %.*s", STR_ARG(said_text(TYPE_ROUND, round, "name")),
			STR_ARG(date_text(line->received, in->perm)), STR_ARG(str_lower(stage, in->perm)));
	return outcome == APPLICANT_MOVED ? str_format(in->perm, "now %.*s", STR_ARG(str_lower(stage, in->perm))) : S("as it is");
}

static void
propose_line(struct proposing *in, const struct applicant_line *line)
{
	int somebody;
	if (line->bad || !who_is_it(in, line, &somebody))
		return;
	bool known = somebody != NOT_THERE;
	if (!known)
		somebody = add_somebody(in, line);
	know(in, somebody, line->values[COL_EMAIL], line->values[COL_NUMBER]);
	Str round = in->asked->council->of[TYPE_ROUND].at[line->round].ref, role = in->asked->roster->roles[line->role].ref;
	int at = keys_find(&in->applications, key_of_place(in, somebody, round, role));
	enum applicant_outcome outcome = at == NOT_THERE ? APPLICANT_ADDED : APPLICANT_SAME;
	if (at == NOT_THERE)
		at = add_application(in, line, somebody);
	struct applied *applied = &in->applied[at];
	if (applied->line) {
		wrong_line(in, line, "duplicate", str_format(in->perm, "is the application of line %d again", applied->line), S("keep one of the two lines"));
		return;
	}
	applied->line = line->line;
	bool moved = bring_stage(in, line, applied), answered = add_answers(in, line, applied);
	if (outcome == APPLICANT_SAME && (moved || answered))
		outcome = APPLICANT_MOVED;
	in->list->counts[outcome]++;
	Str name = str_trim(str_format(in->perm, "%.*s %.*s", STR_ARG(in->people[somebody].given), STR_ARG(in->people[somebody].family)));
	in->rows[in->list->row_count++] = (struct applicant_row){ line->line, outcome, applied->ref, name,
		moved || !answered || outcome == APPLICANT_ADDED ? words_of(in, line, applied, outcome) : S("equality answers, kept apart"), known };
}

static void
propose(struct proposing *in)
{
	static const enum type_id given[] = { TYPE_CANDIDATE, TYPE_APPLICATION, TYPE_STEP };
	const struct council *council = in->asked->council;
	int lines = in->list->line_count;
	in->people = new(in->perm, council->of[TYPE_CANDIDATE].count + lines, struct somebody);
	in->applied = new(in->perm, council->of[TYPE_APPLICATION].count + lines, struct applied);
	in->known = keys_new(2 * (council->of[TYPE_CANDIDATE].count + lines) + 1, in->perm);
	in->applications = keys_new(2 * (council->of[TYPE_APPLICATION].count + lines) + 1, in->perm);
	in->steps = grouped_by(&council->of[TYPE_STEP], S("application"), in->perm);
	in->rows = new(in->perm, lines, struct applicant_row);
	in->list->rows = in->rows;
	for (int t = 0; t < countof(given); t++)
		in->next[given[t]] = ref_last(&council->of[given[t]]) + 1;
	in->next[TYPE_CANDIDATE_EQUALITY] = ref_last(in->asked->equality) + 1;
	know_candidates(in);
	know_applications(in);
	know_answers(in);
	changes_expect(&in->list->changes, 4 * lines);
	for (int l = 0; l < lines; l++)
		propose_line(in, &in->list->lines[l]);
}

void
applicants_read(struct applicants *list, Str bytes, Str file, const struct applicants_asked *asked, struct arena *perm)
{
	struct grids grids;
	*list = (struct applicants){ .changes = changes_new(perm), .found = findings_new(perm) };
	if (!grids_read(bytes, file, &grids, &list->found, perm) || !applicant_lines(list, &grids, asked, perm))
		return;
	propose(&(struct proposing){ .list = list, .asked = asked, .perm = perm });
}
