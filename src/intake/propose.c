/* propose.c: the changes that would make the records agree with a list.
 *
 * HR's list says who is in which post; finance's says what posts there are; agencies' say who helps
 * out; a team's own says how many cases. Each changes only what it is about. What a cell leaves blank
 * is not known better than before, and stays.
 */
#include "intake/proposing.h"

#include <assert.h>
#include <string.h>

/* ---- drafts, previews, questions ----------------------------------------------------------------- */

uint64_t
fresh_key(Str a, Str b, Str c, struct arena scratch)
{
	Str key = str_format(&scratch, "%.*s|%.*s|%.*s", STR_ARG(heading_fold(a, &scratch)),
	                     STR_ARG(heading_fold(b, &scratch)), STR_ARG(c));
	return str_hash(key) | 1;                    /* 0 is a free place */
}

int *
fresh_place(struct fresh_table *table, uint64_t hash)
{
	for (uint64_t i = hash % (uint64_t)table->room;; i = (i + 1) % (uint64_t)table->room) {
		if (table->at[i].hash == 0)
			table->at[i].hash = hash;
		if (table->at[i].hash == hash)
			return &table->at[i].number;
	}
}

int
draft_new(struct proposing *in, enum type_id type, Date first)
{
	if (in->draft_count == in->draft_room) {
		int room = 2 * in->draft_room;
		struct draft *moved = new(in->perm, room, struct draft);
		if (in->draft_count > 0)
			memcpy(moved, in->drafts, (size_t)in->draft_count * sizeof *moved);
		in->drafts = moved;
		in->draft_room = room;
	}
	if (in->taken[type]++ == 0)
		in->last[type] = ref_last(&in->council->of[type]);
	in->drafts[in->draft_count] = (struct draft){ .type = &record_types[type],
		.when = { first, DATE_OPEN }, .values = new(in->perm, record_types[type].field_count, Str),
		.ref = ref_numbered(&record_types[type], ++in->last[type], in->perm) };
	return in->draft_count++;
}

void
draft_set(struct proposing *in, int draft, Str field, Str value)
{
	int f = field_find(in->drafts[draft].type, field);
	assert(f >= 0);
	in->drafts[draft].values[f] = value;
}

void
preview_add(struct proposing *in, enum outcome_of_row outcome, int line, enum type_id type, Str ref,
            Str words)
{
	in->preview->at[in->preview->count++] = (struct preview_row){ .outcome = outcome, .line = line,
		.type = &record_types[type], .ref = ref, .words = words };
	in->preview->counts[outcome]++;
}

/* Of a time in post: whose it is, and in which post. */
static void
preview_spell(struct proposing *in, enum outcome_of_row outcome, int line, const struct record *spell, Str words)
{
	const struct record_type *type = &record_types[TYPE_SPELL];
	preview_add(in, outcome, line, TYPE_SPELL, spell->ref, words);
	struct preview_row *row = &in->preview->at[in->preview->count - 1];
	row->post = record_value(type, spell, S("post"));
	row->person = record_value(type, spell, S("person"));
}

void
ask_about(struct proposing *in, Str code, int line, Str wrong, Str mend)
{
	findings_add(in->found, (struct finding){ .severity = QUERY, .code = code, .line = line,
		.record = in->read->sheet, .wrong = wrong, .mend = mend });
}

void
ask_about_cell(struct proposing *in, Str code, const struct line_read *line, enum target target, Str wrong,
               Str mend)
{
	findings_add(in->found, (struct finding){ .severity = QUERY, .code = code, .line = line->line,
		.record = in->read->sheet, .field = target_rows[target].title, .seen = line->values[target],
		.wrong = wrong, .mend = mend });
}

static void
refuse(struct proposing *in, Str code, int line, Str wrong, Str mend)
{
	findings_add(in->found, (struct finding){ .severity = MISTAKE, .code = code, .line = line,
		.record = in->read->sheet, .wrong = wrong, .mend = mend });
}

Str *
values_with(struct proposing *in, const struct record_type *type, const struct record *record,
            const struct line_read *line, const enum target *targets, int count, Str *words)
{
	Str *values = new(in->perm, type->field_count, Str);
	struct text said = text_new(in->perm);
	for (int f = 0; f < type->field_count; f++)
		values[f] = record->values[f];
	for (int i = 0; i < count; i++) {
		int f = field_find(type, target_rows[targets[i]].field);
		Str is = line->values[targets[i]];
		assert(f >= 0);
		if (is.len == 0 || str_equal(is, values[f]))
			continue;
		Str was = values[f].len ? value_words(&type->fields[f], values[f], in->perm) : S("blank");
		text_format(&said, "%s%.*s: %.*s becomes %.*s", said.len ? "; " : "",
		            STR_ARG(type->fields[f].label), STR_ARG(was),
		            STR_ARG(value_words(&type->fields[f], is, in->perm)));
		values[f] = is;
	}
	*words = text_str(&said);
	return values;
}

/* ---- time in post ------------------------------------------------------------------------------ */

static Date
date_read(Str iso)
{
	Date date = { 0 };
	bool read = date_parse(iso, &date);
	assert(read);
	return date;
}

/* "in post P1 from 1 April 2021 to 31 March 2026, 0.5 FTE (18.5 of 37 hours)" */
static Str
spell_words(struct proposing *in, const struct line_read *line, Str post, struct period when)
{
	struct text words = text_new(in->perm);
	const Str *v = line->values;
	int known = roster_post(in->roster, post);
	Str called = v[TO_POST].len ? v[TO_POST] : known == NOT_THERE ? post : post_called(in->roster, known, in->as_at);
	text_format(&words, "in post %.*s from %.*s", STR_ARG(called),
	            STR_ARG(date_text(when.first, in->perm)));
	if (when.last.day < DATE_OPEN.day)
		text_format(&words, " to %.*s", STR_ARG(date_text(when.last, in->perm)));
	text_format(&words, ", %.*s FTE", STR_ARG(v[TO_FTE]));
	if (line->hours.len > 0)
		text_format(&words, " (%.*s)", STR_ARG(line->hours));
	return text_str(&words);
}

static void
new_spell(struct proposing *in, const struct line_read *line)
{
	static const enum target targets[] = { TO_FTE, TO_AGENCY, TO_ORIGIN, TO_REASON, TO_DESTINATION };
	Date first = date_read(line->values[TO_FROM]);
	if (line->post != NOT_THERE)
		post_fte_line(in, line);
	if (line->values[TO_FTE].len == 0) {
		refuse(in, S("no-fte"), line->line, S("has no FTE, and the time in post is new"),
		       S("give the FTE, or the hours a week"));
		return;
	}
	Str person = person_of_line(in, line), post = post_of_line(in, line, first);
	int draft = draft_new(in, TYPE_SPELL, first);
	Str usual = in->read->list == LIST_AGENCY ? S("agency") : S("permanent");
	draft_set(in, draft, S("person"), person);
	draft_set(in, draft, S("post"), post);
	draft_set(in, draft, S("basis"), line->values[TO_BASIS].len ? line->values[TO_BASIS] : usual);
	for (ptrdiff_t i = 0; i < countof(targets); i++)
		draft_set(in, draft, target_rows[targets[i]].field, line->values[targets[i]]);
	if (line->values[TO_LAST_DAY].len > 0)
		in->drafts[draft].when.last = date_read(line->values[TO_LAST_DAY]);
	struct record spell = { .ref = in->drafts[draft].ref, .values = in->drafts[draft].values };
	preview_spell(in, ROW_ADDED, line->line, &spell, spell_words(in, line, post, in->drafts[draft].when));
}

/* The last row of a spell ends, with the reason that the list gives. */
static void
end_spell(struct proposing *in, const struct line_read *line, const struct record *last, Date day)
{
	static const enum target targets[] = { TO_FTE, TO_BASIS, TO_REASON, TO_DESTINATION };
	Str words;
	struct record after = *last;
	after.values = values_with(in, &record_types[TYPE_SPELL], last, line, targets, countof(targets),
	                           &words);
	after.when.last = day;
	if (day.day < last->when.first.day) {
		refuse(in, S("ends-early"), line->line,
		       str_format(in->perm, "ends before the change of %.*s that is known of it",
		                  STR_ARG(date_text(last->when.first, in->perm))),
		       S("check the last day, or correct that change first"));
		return;
	}
	changes_add(in->changes, (struct change){ ALTER, &record_types[TYPE_SPELL], *last, after });
	preview_spell(in, ROW_ENDED, line->line, last,
	            str_format(in->perm, "ends on %.*s%s%.*s", STR_ARG(date_text(day, in->perm)),
	                       words.len ? "; " : "", STR_ARG(words)));
}

/* A change of FTE or of how a post is held, from the day of the list on. */
static void
change_spell(struct proposing *in, const struct line_read *line, const struct record *now)
{
	static const enum target targets[] = { TO_FTE, TO_BASIS, TO_AGENCY };
	const struct records *spells = &in->council->of[TYPE_SPELL];
	Str words;
	struct error err;
	Str *values = values_with(in, spells->type, now, line, targets, countof(targets), &words);
	if (words.len == 0) {
		preview_spell(in, ROW_SAME, line->line, now, (Str){ 0 });
		return;
	}
	if (!change_from(spells, now->ref, in->as_at, values, in->changes, &err)) {
		refuse(in, S("change"), line->line, str_copy(str_of(err.text), in->perm),
		       S("change it on its own page"));
		return;
	}
	preview_spell(in, ROW_CHANGED, line->line, now,
	            str_format(in->perm, "%.*s from %.*s", STR_ARG(words),
	                       STR_ARG(date_text(in->as_at, in->perm))));
}

static void
known_spell(struct proposing *in, const struct line_read *line)
{
	const struct records *spells = &in->council->of[TYPE_SPELL];
	int first, count = records_of(spells, in->roster->spells[line->spell].ref, &first);
	assert(count > 0);
	const struct record *last = &spells->at[first + count - 1];
	const struct record *now = record_on(spells, last->ref, in->as_at);
	known_person(in, line);
	if (in->touched[line->spell]) {
		refuse(in, S("twice"), line->line, S("is about the same time in post as a line above"),
		       S("keep one of the two"));
		return;
	}
	in->touched[line->spell] = true;
	post_fte_line(in, line);
	Str ends = line->values[TO_LAST_DAY];
	if (ends.len > 0 && date_read(ends).day != last->when.last.day)
		end_spell(in, line, last, date_read(ends));
	else
		change_spell(in, line, now ? now : last);
}

/* ---- finance's posts, teams' cases --------------------------------------------------------------- */

/* The list says the FTE that was taken from holders: it was that all along. */
static void
confirm_fte(struct proposing *in, const struct line_read *line, const struct record *now)
{
	const struct record_type *type = &record_types[TYPE_POST];
	Str fte = record_value(type, now, S("fte"));
	struct record after = *now;
	after.values = post_with_fte(now, fte, true, in->perm);
	changes_add(in->changes, (struct change){ ALTER, type, *now, after });
	preview_add(in, ROW_CHANGED, line->line, TYPE_POST, now->ref, str_format(in->perm,
		"FTE: %.*s, which was taken from its holders, is now said by the list", STR_ARG(fte)));
}

static void
known_post(struct proposing *in, const struct line_read *line)
{
	static const enum target targets[] = { TO_JOB_TITLE, TO_POST_FTE, TO_POST_STATUS };
	const struct records *posts = &in->council->of[TYPE_POST];
	Str ref = in->roster->posts[line->post].ref, words;
	struct error err;
	const struct record *now = record_on(posts, ref, in->as_at);
	if (!now) {
		refuse(in, S("post-over"), line->line,
		       str_format(in->perm, "post %.*s is not there on %.*s",
		                  STR_ARG(post_called(in->roster, line->post, in->as_at)),
		                  STR_ARG(date_text(in->as_at, in->perm))),
		       S("open the post again, or take the line out"));
		return;
	}
	Str *values = values_with(in, posts->type, now, line, targets, countof(targets), &words);
	bool says_fte = line->values[TO_POST_FTE].len > 0;
	if (says_fte)
		values[field_find(posts->type, S("fte_taken"))] = (Str){ 0 };
	if (words.len == 0 && says_fte && !post_fte_said(now)) {
		confirm_fte(in, line, now);
	} else if (words.len == 0) {
		preview_add(in, ROW_SAME, line->line, TYPE_POST, ref, (Str){ 0 });
	} else if (change_from(posts, ref, in->as_at, values, in->changes, &err)) {
		preview_add(in, ROW_CHANGED, line->line, TYPE_POST, ref,
		            str_format(in->perm, "%.*s from %.*s", STR_ARG(words),
		                       STR_ARG(date_text(in->as_at, in->perm))));
	} else {
		refuse(in, S("change"), line->line, str_copy(str_of(err.text), in->perm),
		       S("change it on its own page"));
	}
}

static bool
caseload_known(const struct proposing *in, int person)
{
	for (int i = 0; i < in->roster->caseload_count; i++) {
		const struct caseload *c = &in->roster->caseloads[i];
		if (c->person == person && c->day.day == in->as_at.day)
			return true;
	}
	return false;
}

static void
take_cases(struct proposing *in, const struct line_read *line)
{
	if (line->person == NOT_THERE) {
		ask_about(in, S("not-known"), line->line, S("is nobody the records know"),
		          S("see the list of differences"));
		return;
	}
	Str ref = in->roster->people[line->person].ref;
	if (line->values[TO_CASES].len == 0 || caseload_known(in, line->person)) {
		preview_add(in, ROW_SAME, line->line, TYPE_PERSON, ref, (Str){ 0 });
		return;
	}
	int draft = draft_new(in, TYPE_CASELOAD, in->as_at);
	draft_set(in, draft, S("person"), ref);
	draft_set(in, draft, S("day"), date_iso(in->as_at, in->perm));
	draft_set(in, draft, S("cases"), line->values[TO_CASES]);
	preview_add(in, ROW_ADDED, line->line, TYPE_CASELOAD, in->drafts[draft].ref,
	            str_format(in->perm, "%.*s cases", STR_ARG(line->values[TO_CASES])));
}

/* ---- a whole list ------------------------------------------------------------------------------ */

static void
propose_line(struct proposing *in, const struct line_read *line)
{
	bool names_nobody = line->person == NOT_THERE && line->values[TO_PAYROLL].len == 0
		&& line->values[TO_FAMILY_NAME].len == 0;
	switch (in->read->list) {
	case LIST_FINANCE:
		if (line->post != NOT_THERE)
			known_post(in, line);
		else
			post_of_line(in, line, in->as_at);
		break;
	case LIST_HR: case LIST_AGENCY:
		if (line->vacant && in->read->list == LIST_HR)
			vacant_line(in, line);
		else if (names_nobody)
			preview_add(in, ROW_SAME, line->line, TYPE_POST, (Str){ 0 }, S("names nobody"));
		else if (line->spell != NOT_THERE)
			known_spell(in, line);
		else
			new_spell(in, line);
		break;
	case LIST_TEAM:
		take_cases(in, line);
		break;
	case LISTS:
		break;
	}
}

/* Who is in post and in no line of a list that has everybody. */
static void
propose_missing(struct proposing *in)
{
	const struct roster *r = in->roster;
	struct error err;
	for (int s = 0; s < r->spell_count; s++) {
		const struct spell_row *row = spell_on(r, s, in->as_at);
		bool meant = row && (in->read->list == LIST_AGENCY ? row->basis == AGENCY
		                                                   : basis_employed(row->basis));
		if (!meant || in->touched[s] || row->when.last.day != DATE_OPEN.day)
			continue;
		Date last = { in->as_at.day - 1 };
		if (change_end(&in->council->of[TYPE_SPELL], r->spells[s].ref, last, in->changes, &err))
			preview_add(in, ROW_LEFT, 0, TYPE_SPELL, r->spells[s].ref,
			            str_format(in->perm, "is not in the list, and ends on %.*s",
			                       STR_ARG(date_text(last, in->perm))));
	}
}

static void
add_drafts(struct proposing *in)
{
	changes_expect(in->changes, in->draft_count);
	for (int d = 0; d < in->draft_count; d++) {
		struct draft *draft = &in->drafts[d];
		struct record after = { .ref = draft->ref, .values = draft->values };
		if (draft->type->dated)
			after.when = draft->when;
		changes_add(in->changes, (struct change){ .kind = ADD, .type = draft->type, .after = after });
	}
}

static Date
first_day(const struct list_read *read, Date as_at)
{
	Date first = as_at, day;
	for (int i = 0; i < read->count; i++)
		if (date_parse(read->at[i].values[TO_FROM], &day) && day.day < first.day)
			first = day;
	return first;
}

void
intake_propose(const struct list_read *read, const struct profile *profile,
               const struct council *council, const struct roster *roster, struct changes *changes,
               struct preview *preview, struct findings *found, struct arena *perm)
{
	struct proposing in = { .read = read, .profile = profile, .council = council, .roster = roster,
		.changes = changes, .preview = preview, .found = found, .perm = perm,
		.as_at = profile->as_at, .draft_room = 3 * read->count + 64 };
	in.beginning = first_day(read, in.as_at);
	in.drafts = new(perm, in.draft_room, struct draft);     /* often a person, a post and a spell */
	in.touched = new(perm, roster->spell_count, bool);
	in.says_fte = new(perm, roster->post_count, const struct line_read *);
	in.vacancies = new(perm, read->count, struct vacancy);
	struct fresh_table *tables[] = { &in.units, &in.roles, &in.posts, &in.people };
	for (ptrdiff_t t = 0; t < countof(tables); t++) {
		tables[t]->room = 4 * read->count + 1;       /* a team and its service: half full at most */
		tables[t]->at = new(perm, tables[t]->room, struct fresh);
	}
	ptrdiff_t rows = 4 * (ptrdiff_t)read->count + roster->spell_count + roster->post_row_count;
	*preview = (struct preview){ .at = new(perm, rows, struct preview_row) };
	for (int i = 0; i < read->count; i++)
		if (!read->at[i].unreadable)
			propose_line(&in, &read->at[i]);
	if (profile->complete && (read->list == LIST_HR || read->list == LIST_AGENCY))
		propose_missing(&in);
	add_drafts(&in);
	settle_posts(&in);
}
