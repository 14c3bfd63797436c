/* propose_fte.c: how many FTE a post has, where nobody has said it: as many as its holders work.
 *
 * HR's list says who is in a post and seldom how large it is. Such a post is given the most that is held
 * in it on any day, so that its holder leaves no vacancy beside them; and it grows from the day on which
 * a fuller holder comes. Nothing here makes a post smaller. As soon as somebody says its FTE it is left alone, and who is in it
 * beyond that breaks a rule (workforce/rules.h).
 */
#include "intake/cells.h"
#include "intake/held.h"
#include "intake/proposing.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A post whose FTE was not said: a draft, or one that is there (draft -1). */
struct wanting { Str ref; int draft, post; };
struct taking {
	struct proposing *in;
	struct wanting *posts;               /* by ref */
	int post_count;
	struct held *held;                   /* by post */
	int held_count;
	const int *lines;                    /* by post that is there: the line about it */
	int taken;                           /* new posts whose FTE was taken */
	struct arena *perm;
};

/* ---- which posts, and who is in them ----------------------------------------------------------- */

static int
by_ref(const void *a, const void *b)
{
	const struct wanting *x = a, *y = b;
	return str_compare(x->ref, y->ref);
}

static int
by_post(const void *a, const void *b)
{
	const struct held *x = a, *y = b;
	return x->of != y->of ? x->of - y->of : x->when.first.day - y->when.first.day;
}

static int
wanting_find(const struct taking *t, Str ref)
{
	struct wanting key = { .ref = ref };
	const struct wanting *found = t->post_count == 0 ? NULL
		: bsearch(&key, t->posts, (size_t)t->post_count, sizeof key, by_ref);
	return found ? (int)(found - t->posts) : NOT_THERE;
}

/* Posts that are there and that the list changes something of. */
static void
mark_touched(const struct taking *t, bool *touched)
{
	const struct proposing *in = t->in;
	int field = field_find(&record_types[TYPE_SPELL], S("post"));
	for (int i = 0; i < in->changes->count; i++) {
		const struct change *change = &in->changes->at[i];
		if (change->type != &record_types[TYPE_SPELL] || change->kind == REMOVE)
			continue;
		int post = roster_post(in->roster, change->after.values[field]);
		if (post != NOT_THERE)
			touched[post] = true;
	}
	for (int i = 0; i < in->vacancy_count; i++)
		if (in->vacancies[i].line->post != NOT_THERE)
			touched[in->vacancies[i].line->post] = true;
}

static bool
is_unsaid(const struct proposing *in, int post)
{
	const struct records *posts = &in->council->of[TYPE_POST];
	int first, count = records_of(posts, in->roster->posts[post].ref, &first);
	for (int i = first; i < first + count; i++)
		if (!post_fte_said(&posts->at[i]))
			return true;
	return false;
}

static void
find_wanting(struct taking *t)
{
	const struct proposing *in = t->in;
	const struct roster *r = in->roster;
	bool *touched = new(t->perm, r->post_count, bool);
	t->posts = new(t->perm, (ptrdiff_t)in->draft_count + r->post_count, struct wanting);
	for (int d = 0; d < in->draft_count; d++)
		if (in->drafts[d].type == &record_types[TYPE_POST] && in->drafts[d].fte_line == 0)
			t->posts[t->post_count++] = (struct wanting){ in->drafts[d].ref, d, NOT_THERE };
	mark_touched(t, touched);
	for (int p = 0; p < r->post_count; p++)
		if ((touched[p] || in->says_fte[p]) && is_unsaid(in, p))
			t->posts[t->post_count++] = (struct wanting){ r->posts[p].ref, -1, p };
	if (t->post_count > 1)
		qsort(t->posts, (size_t)t->post_count, sizeof *t->posts, by_ref);
}

static bool
is_holder(const struct record *spell)
{
	static const struct record_type *const type = &record_types[TYPE_SPELL];
	const struct field *basis = &type->fields[field_find(type, S("basis"))];
	const struct choice *choice = choice_find(basis, record_value(type, spell, S("basis")));
	return choice && basis_holds((enum basis)(choice - basis->choices));
}

/* Somebody in the post on the day of the list, of whom no line of it speaks. */
static const struct person *
still_there(const struct proposing *in, int post)
{
	const struct roster *r = in->roster;
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		int spell = r->post_spells[i];
		const struct spell_row *row = spell_on(r, spell, in->as_at);
		bool ends = in->profile->complete || !row || row->when.last.day != DATE_OPEN.day;
		if (!ends && !in->touched[spell] && basis_holds(row->basis) && row->person != NOT_THERE)
			return &r->people[row->person];
	}
	return NULL;
}

/* A vacancy is part of its post, unless somebody is still in it by the records. */
static void
hold_vacancies(struct taking *t)
{
	struct proposing *in = t->in;
	for (int i = 0; i < in->vacancy_count; i++) {
		const struct vacancy *v = &in->vacancies[i];
		const struct person *there = v->line->post == NOT_THERE ? NULL : still_there(in, v->line->post);
		int of = wanting_find(t, v->post);
		if (there)
			ask_about_cell(in, S("vacant-held"), v->line, TO_POST, str_format(in->perm,
				"is vacant by this list, and %.*s is in it by the records, and stays", STR_ARG(there->ref)),
				S("if they have left, end their time in post, or give a row with their last day"));
		else if (of != NOT_THERE && v->fte > 0)
			t->held[t->held_count++] = (struct held){ .of = of, .when = { in->as_at, DATE_OPEN },
				.fte = v->fte, .vacant = true };
	}
}

static void
find_held(struct taking *t)
{
	const struct proposing *in = t->in;
	const struct record_type *type = &record_types[TYPE_SPELL];
	int post = field_find(type, S("post")), fte = field_find(type, S("fte"));
	struct records after = { 0 };
	if (t->post_count > 0)
		after = records_after(&in->council->of[TYPE_SPELL], in->changes, t->perm);
	t->held = new(t->perm, (ptrdiff_t)after.count + in->vacancy_count, struct held);
	for (int i = 0; i < after.count; i++) {
		const struct record *spell = &after.at[i];
		int of = wanting_find(t, spell->values[post]);
		if (of != NOT_THERE)
			t->held[t->held_count++] = (struct held){ of, spell->when,
				parse_decimal(spell->values[fte], 6, false).micro, is_holder(spell), false };
	}
	hold_vacancies(t);
	if (t->held_count > 1)
		qsort(t->held, (size_t)t->held_count, sizeof *t->held, by_post);
}

/* ---- a new post -------------------------------------------------------------------------------- */

/* "what its holder works" */
static const char *
taken_from(const struct held *held, int count)
{
	int holders = 0, vacant = 0;
	for (int i = 0; i < count; i++) {
		holders += held[i].holder;
		vacant += held[i].vacant;
	}
	if (count == 0)
		return "as nothing says it";
	if (vacant > 0)
		return holders > 0 ? "what its holders work and what is vacant" : "what is vacant";
	if (holders > 0)
		return holders == 1 ? "what its holder works" : "the most that its holders work";
	return count == 1 ? "what the worker in it works" : "the most that is worked in it";
}

static void
take_new(struct taking *t, struct draft *draft, const struct held *held, int count)
{
	struct proposing *in = t->in;
	struct arena scratch = *t->perm;
	struct stretch *stretches;
	int stretched = held_stretches(held, count, (struct period){ { -DATE_OPEN.day }, DATE_OPEN }, &stretches,
	                             &scratch);
	int64_t most = held_most(stretches, stretched, scratch);
	Str fte = fte_text(most > 0 ? most : FTE_ONE, in->perm);
	const char *from = taken_from(held, most > 0 ? count : 0);
	struct preview_row *row = &in->preview->at[draft->preview];
	draft->values[field_find(draft->type, S("fte"))] = fte;
	draft->values[field_find(draft->type, S("fte_taken"))] = fte;
	row->words = str_format(in->perm, "%.*s. Post FTE is not in the list: taken as %.*s, %s", STR_ARG(row->words),
	                        STR_ARG(fte), from);
	t->taken++;
	if (in->profile->column[TO_POST_FTE].len == 0)
		return;
	findings_add(in->found, (struct finding){ .severity = QUERY, .code = S("post-fte"), .line = draft->line,
		.record = in->read->sheet, .field = target_rows[TO_POST_FTE].title,
		.wrong = str_format(in->perm, "is blank, and the post is taken to have %.*s, %s", STR_ARG(fte), from),
		.mend = S("write it if it is known; else check it") });
}

static void
say_taken(const struct taking *t)
{
	if (t->taken == 0 || t->in->profile->column[TO_POST_FTE].len > 0)
		return;
	findings_add(t->in->found, (struct finding){ .severity = QUERY, .code = S("post-fte"),
		.record = t->in->read->sheet, .wrong = str_format(t->in->perm, t->taken == 1
			? "no column says the FTE of posts: %d new post is taken to have what its holders work"
			: "no column says the FTE of posts: %d new posts are taken to have what their holders work", t->taken),
		.mend = S("check them; finance\u2019s list says it, or a column of this one that is not chosen yet") });
}

/* ---- a post that is there ---------------------------------------------------------------------- */

/* A row of a post in pieces, by the day from which each holds. */
enum { PIECES_MOST = 3 };
struct pieces { Date from[PIECES_MOST]; Str *values[PIECES_MOST]; int count; };

Str *
post_with_fte(const struct record *post, Str fte, bool said, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_POST];
	Str *values = new(perm, type->field_count, Str);
	memcpy(values, post->values, (size_t)type->field_count * sizeof *values);
	values[field_find(type, S("fte"))] = fte;
	values[field_find(type, S("fte_taken"))] = said ? (Str){ 0 } : fte;
	return values;
}

static void
piece_add(struct pieces *pieces, Date from, Str *values)
{
	if (pieces->from[pieces->count - 1].day == from.day)
		pieces->count--;
	pieces->from[pieces->count] = from;
	pieces->values[pieces->count++] = values;
}

static void
change_row(struct proposing *in, const struct record *row, const struct pieces *pieces)
{
	const struct record_type *type = &record_types[TYPE_POST];
	for (int i = 0; i < pieces->count; i++) {
		Date last = i + 1 < pieces->count ? (Date){ pieces->from[i + 1].day - 1 } : row->when.last;
		struct record after = i == 0 ? *row : (struct record){ .ref = row->ref };
		after.when = (struct period){ pieces->from[i], last };
		after.values = pieces->values[i] ? pieces->values[i] : row->values;
		if (i == 0)
			changes_add(in->changes, (struct change){ ALTER, type, *row, after });
		else
			changes_add(in->changes, (struct change){ .kind = ADD, .type = type, .after = after });
	}
}

static void
say_changed(struct proposing *in, const struct record *row, int line, Date from, Str fte, const char *why)
{
	Str was = record_value(&record_types[TYPE_POST], row, S("fte"));
	Str becomes = str_equal(was, fte) ? str_format(in->perm, "FTE: %.*s, which was taken from its holders,",
	                                               STR_ARG(fte))
		: str_format(in->perm, "FTE: %.*s becomes %.*s from %.*s,", STR_ARG(was), STR_ARG(fte),
		             STR_ARG(date_text(from, in->perm)));
	preview_add(in, ROW_CHANGED, line, TYPE_POST, row->ref, str_format(in->perm, "%.*s %s", STR_ARG(becomes), why));
}

/* One row of the post: it grows when more is held, and is what the list says from its day on. */
static void
settle_row(struct taking *t, const struct record *row, const struct line_read *says, const struct held *held,
           int count, int line)
{
	struct proposing *in = t->in;
	struct arena scratch = *t->perm;
	struct stretch *stretches;
	struct pieces pieces = { .from = { row->when.first }, .count = 1 };
	int64_t fte = parse_decimal(record_value(&record_types[TYPE_POST], row, S("fte")), 6, false).micro;
	bool said = says && row->when.first.day <= in->as_at.day && in->as_at.day <= row->when.last.day;
	struct period within = { row->when.first, said ? (Date){ in->as_at.day - 1 } : row->when.last };
	int stretched = held_stretches(held, count, within, &stretches, &scratch);
	Date grows = held_over_from(stretches, stretched, fte);
	Str text = { 0 };
	if (grows.day != DATE_OPEN.day) {
		text = fte_text(held_most(stretches, stretched, scratch), in->perm);
		piece_add(&pieces, grows, post_with_fte(row, text, false, in->perm));
		say_changed(in, row, line, grows, text, "since its holders work that, and nobody has said the post\u2019s FTE");
	}
	if (said) {
		Str was = record_value(&record_types[TYPE_POST], row, S("fte"));
		bool all_along = text.len == 0 && str_equal(was, says->values[TO_POST_FTE]);
		text = says->values[TO_POST_FTE];
		piece_add(&pieces, all_along ? row->when.first : in->as_at, post_with_fte(row, text, true, in->perm));
		say_changed(in, row, says->line, in->as_at, text, "is now said by the list");
	}
	if (text.len > 0)
		change_row(in, row, &pieces);
}

/* By post, the first line of the list about it. */
static int *
lines_of_posts(const struct proposing *in, struct arena *perm)
{
	int *lines = new(perm, in->roster->post_count, int);
	for (int i = in->read->count; i-- > 0;) {
		const struct line_read *line = &in->read->at[i];
		int post = line->post != NOT_THERE || line->spell == NOT_THERE ? line->post
			: spell_last(in->roster, line->spell)->post;
		if (post != NOT_THERE)
			lines[post] = line->line;
	}
	return lines;
}

static void
settle_known(struct taking *t, int post, const struct held *held, int count)
{
	const struct records *posts = &t->in->council->of[TYPE_POST];
	int first, rows = records_of(posts, t->in->roster->posts[post].ref, &first);
	for (int i = first; i < first + rows; i++)
		if (!post_fte_said(&posts->at[i]))
			settle_row(t, &posts->at[i], t->in->says_fte[post], held, count, t->lines[post]);
}

/* A new post whose FTE the list says: the preview says it too. */
static void
say_fte(struct proposing *in)
{
	for (int d = 0; d < in->draft_count; d++) {
		const struct draft *draft = &in->drafts[d];
		if (draft->type != &record_types[TYPE_POST] || draft->fte_line == 0)
			continue;
		struct preview_row *row = &in->preview->at[draft->preview];
		row->words = str_format(in->perm, "%.*s, %.*s FTE", STR_ARG(row->words),
		                        STR_ARG(draft->values[field_find(draft->type, S("fte"))]));
	}
}

void
settle_posts(struct proposing *in)
{
	struct taking t = { .in = in, .perm = in->perm, .lines = lines_of_posts(in, in->perm) };
	find_wanting(&t);
	find_held(&t);
	for (int p = 0, h = 0; p < t.post_count; p++) {
		const struct wanting *post = &t.posts[p];
		int first = h;
		while (h < t.held_count && t.held[h].of == p)
			h++;
		if (post->draft >= 0)
			take_new(&t, &in->drafts[post->draft], &t.held[first], h - first);
		else
			settle_known(&t, post->post, &t.held[first], h - first);
	}
	say_taken(&t);
	say_fte(in);
}
