/* reconcile.c: where the sides differ, post by post. */
#include "intake/reconcile.h"

#include <stdlib.h>

#include "intake/headings.h"
#include "intake/reconciling.h"

const struct side_row side_rows[SIDES] = {
	{ SIDE_HR, STR("hr"), STR("HR's list"), STR("HR says") },
	{ SIDE_FINANCE, STR("finance"), STR("Finance's list"), STR("Finance says") },
	{ SIDE_TEAM, STR("team"), STR("The team's list"), STR("The team says") },
	{ SIDE_RECORDS, STR("records"), STR("The records"), STR("The records say") },
};

const struct difference_row difference_rows[DIFFERENCE_KINDS] = {
	{ DIFFER_UNFUNDED, STR("unfunded"), STR("In a post that finance does not pay for") },
	{ DIFFER_LEAVER, STR("leaver"), STR("Left on one list, still on another") },
	{ DIFFER_VACANT, STR("vacant"), STR("Vacant on one, filled on another") },
	{ DIFFER_HOLDER, STR("holder"), STR("Another holder") },
	{ DIFFER_POST, STR("post"), STR("A post on one and not on another") },
	{ DIFFER_FTE, STR("fte"), STR("Another FTE of a person") },
	{ DIFFER_POST_FTE, STR("post-fte"), STR("Another FTE of a post") },
	{ DIFFER_TITLE, STR("title"), STR("Another title") },
	{ DIFFER_TEAM, STR("team"), STR("Another team") },
};

bool
side_find(Str name, enum side *side)
{
	for (int s = 0; s < SIDES; s++)
		if (str_equal(side_rows[s].name, name)) {
			*side = (enum side)s;
			return true;
		}
	return false;
}

/* ---- differences ----------------------------------------------------------------------------- */

struct finding_differences {
	const struct sides *sides;
	struct disagreement *at;
	int count, room;
	struct arena *perm;
};

static struct disagreement *
differ(struct finding_differences *in, enum difference_kind kind, const struct saying *of, bool person)
{
	if (in->count == in->room) {
		int room = in->room ? 2 * in->room : 64;
		struct disagreement *moved = new(in->perm, room, struct disagreement);
		for (int i = 0; i < in->count; i++)
			moved[i] = in->at[i];
		in->at = moved;
		in->room = room;
	}
	struct disagreement *d = &in->at[in->count++];
	*d = (struct disagreement){ .kind = kind };
	d->subject = str_format(in->perm, "%.*s %.*s%s%.*s", STR_ARG(difference_rows[kind].name), STR_ARG(of->key),
	                        person ? " " : "", STR_ARG(person ? of->person : S("")));
	Str post = of->post.len ? str_format(in->perm, "post %.*s", STR_ARG(of->post)) : (Str){ 0 };
	d->about = !person ? post : str_format(in->perm, "%.*s%s%.*s", STR_ARG(of->name.len ? of->name : of->person),
	                                       post.len ? ", " : "", STR_ARG(post));
	return d;
}

static void
says(struct disagreement *d, const struct saying *saying, Str words)
{
	if (d->says[saying->side].len > 0 || words.len == 0)
		return;
	d->says[saying->side] = words;
	d->lines[saying->side] = saying->line;
}

static void
drop_last(struct finding_differences *in)
{
	in->count--;
}

/* ---- of one post ----------------------------------------------------------------------------- */

struct group { const struct saying *at; int count; };

static const struct saying *
first_of(struct group group, enum side side)
{
	for (int i = 0; i < group.count; i++)
		if (group.at[i].side == side && group.at[i].why_out.len == 0)
			return &group.at[i];
	return NULL;
}

/* The side's line about the post that takes no part; NULL where it has none. */
static const struct saying *
out_of(struct group group, enum side side)
{
	for (int i = 0; i < group.count; i++)
		if (group.at[i].side == side && group.at[i].why_out.len > 0)
			return &group.at[i];
	return NULL;
}

/* A side whose line about the post was left out says that, and not that it lacks it. */
static void
says_left_out(struct finding_differences *in, struct disagreement *d, const struct saying *out)
{
	d->says[out->side] = str_format(in->perm, "in the file, but left out of the load: %.*s", STR_ARG(out->why_out));
	d->lines[out->side] = out->line;
	d->left[out->side] = true;
}

static const struct saying *
holder_of(struct group group, enum side side, Str person)
{
	for (int i = 0; i < group.count; i++)
		if (group.at[i].side == side && group.at[i].now && (person.len == 0 || str_equal(group.at[i].person, person)))
			return &group.at[i];
	return NULL;
}

static bool
has_side(const struct finding_differences *in, enum side side)
{
	return side == SIDE_RECORDS || in->sides->lists[side];
}

static bool
same_words(Str a, Str b, struct arena scratch)
{
	return str_equal(heading_fold(a, &scratch), heading_fold(b, &scratch));
}

/* Words that mean one thing of the records are the same. */
static bool
same_meaning(Str a, int a_is, Str b, int b_is, struct arena scratch)
{
	return (a_is != NOT_THERE && a_is == b_is) || same_words(a, b, scratch);
}

static void
differ_words(struct finding_differences *in, struct group group, enum difference_kind kind)
{
	const struct saying *first = NULL;
	bool differs = false;
	struct disagreement *d = differ(in, kind, &group.at[0], false);
	for (int i = 0; i < group.count; i++) {
		const struct saying *s = &group.at[i];
		bool title = kind == DIFFER_TITLE;
		Str words = title ? s->title : s->team;
		if (words.len == 0 || s->left || s->why_out.len > 0)
			continue;
		if (!first)
			first = s;
		differs |= !same_meaning(title ? first->title : first->team, title ? first->role : first->unit, words,
		                         title ? s->role : s->unit, *in->perm);
		says(d, s, words);
	}
	if (!differs)
		drop_last(in);
}

static void
differ_post_fte(struct finding_differences *in, struct group group)
{
	const struct saying *finance = first_of(group, SIDE_FINANCE), *records = first_of(group, SIDE_RECORDS);
	if (!finance || !records || finance->post_fte.len == 0 || str_equal(finance->post_fte, records->post_fte))
		return;
	struct disagreement *d = differ(in, DIFFER_POST_FTE, finance, false);
	says(d, finance, finance->post_fte);
	says(d, records, records->post_fte);
}

static Str
holders_words(struct group group, enum side side, struct arena *perm)
{
	struct text words = text_new(perm);
	for (int i = 0; i < group.count; i++)
		if (group.at[i].side == side && group.at[i].now)
			text_format(&words, "%s%.*s", words.len ? "; " : "", STR_ARG(group.at[i].name.len ? group.at[i].name
			            : group.at[i].person));
	return text_str(&words);
}

/* Whether finance pays for it: it is there, and neither frozen nor only proposed. */
static bool
is_paid(const struct saying *finance)
{
	return finance && !str_equal(finance->status, S("frozen")) && !str_equal(finance->status, S("proposed"));
}

static bool
differ_post(struct finding_differences *in, struct group group)
{
	const struct saying *finance = first_of(group, SIDE_FINANCE), *records = first_of(group, SIDE_RECORDS);
	const struct saying *hr = holder_of(group, SIDE_HR, S("")), *held = hr ? hr : holder_of(group, SIDE_RECORDS, S(""));
	bool unpaid = held && has_side(in, SIDE_FINANCE) && !is_paid(finance);
	bool missing = (!records) || (has_side(in, SIDE_FINANCE) && !finance);
	if (!unpaid && (!missing || (!hr && !finance && !records)))
		return false;
	if (!unpaid && !records && !finance && !hr)
		return false;
	struct disagreement *d = differ(in, unpaid ? DIFFER_UNFUNDED : DIFFER_POST, held ? held : &group.at[0], false);
	for (int s = 0; s < SIDES; s++) {
		const struct saying *of = first_of(group, (enum side)s), *out = out_of(group, (enum side)s);
		Str holders = holders_words(group, (enum side)s, in->perm);
		Str words = s == SIDE_FINANCE && of ? of->status : holders.len ? holders : of ? S("has it") : s == SIDE_RECORDS ? S("do not have it") : S("not in the file");
		if (!of && out) {
			says_left_out(in, d, out);
			continue;
		}
		if (!has_side(in, (enum side)s) || (s == SIDE_TEAM && !of) || (s == SIDE_HR && !of && !unpaid))
			continue;
		d->says[s] = words;
		d->lines[s] = of ? of->line : 0;
	}
	return true;
}

/* Somebody who is over on one side and there on another, or on a list of leavers still. */
static bool
is_leaver(struct group group, const struct saying *person)
{
	bool there = false, over = false;
	for (int i = 0; i < group.count; i++) {
		if (!str_equal(group.at[i].person, person->person))
			continue;
		there |= group.at[i].now;
		over |= group.at[i].left && !holder_of(group, group.at[i].side, person->person);
	}
	return there && over;
}

static void
differ_leavers(struct finding_differences *in, struct group group)
{
	for (int i = 0; i < group.count; i++) {
		bool told = false;
		if (group.at[i].person.len == 0 || !is_leaver(group, &group.at[i]))
			continue;
		for (int k = 0; k < i; k++)
			told |= str_equal(group.at[k].person, group.at[i].person);
		if (told)
			continue;
		struct disagreement *d = differ(in, DIFFER_LEAVER, &group.at[i], true);
		for (int k = 0; k < group.count; k++)
			if (str_equal(group.at[k].person, group.at[i].person))
				says(d, holder_of(group, group.at[k].side, group.at[i].person) ? holder_of(group, group.at[k].side,
				     group.at[i].person) : &group.at[k],
				     holder_of(group, group.at[k].side, group.at[i].person) ? S("is in post") : S("has left"));
	}
}

/* Holders of a side who are no leaver's difference, as one text to compare. */
static Str
holders_key(struct group group, enum side side, struct arena *perm)
{
	struct text key = text_new(perm);
	for (int i = 0; i < group.count; i++) {
		const struct saying *s = &group.at[i];
		bool again = false;
		if (s->side != side || !s->now || is_leaver(group, s))
			continue;
		for (int k = 0; k < i; k++)
			again |= group.at[k].side == side && group.at[k].now && str_equal(group.at[k].person, s->person);
		/* Order within a side is of no meaning: a sum of hashes would hide nobody here. */
		if (!again)
			text_format(&key, "%.*s;", STR_ARG(s->person));
	}
	return text_str(&key);
}

static bool
key_within(Str key, Str all)
{
	while (key.len > 0) {
		Str one = str_cut(&key, ';');
		if (one.len > 0 && str_find(all, str_upto((Str){ one.at, one.len + 1 }, one.len + 1)) < 0)
			return false;
	}
	return true;
}

static void
differ_holders(struct finding_differences *in, struct group group)
{
	static const enum side people[] = { SIDE_HR, SIDE_TEAM, SIDE_RECORDS };
	Str keys[SIDES] = { 0 };
	bool speaks[SIDES] = { false }, differs = false, vacant = false;
	int first = -1;
	for (ptrdiff_t p = 0; p < countof(people); p++) {
		enum side s = people[p];
		speaks[s] = s == SIDE_TEAM ? first_of(group, s) != NULL : has_side(in, s) && (s == SIDE_HR || first_of(group, s));
		if (!speaks[s])
			continue;
		keys[s] = holders_key(group, s, in->perm);
		if (first < 0)
			first = (int)s;
		bool same = key_within(keys[s], keys[first]) && key_within(keys[first], keys[s]);
		differs |= !same;
		vacant |= !same && (keys[s].len == 0 || keys[first].len == 0);
	}
	if (!differs)
		return;
	struct disagreement *d = differ(in, vacant ? DIFFER_VACANT : DIFFER_HOLDER, &group.at[0], false);
	for (ptrdiff_t p = 0; p < countof(people); p++) {
		const struct saying *of = holder_of(group, people[p], S(""));
		Str words = holders_words(group, people[p], in->perm);
		const struct saying *out = out_of(group, people[p]);
		if (words.len == 0 && out) {
			says_left_out(in, d, out);
			continue;
		}
		if (!speaks[people[p]])
			continue;
		d->says[people[p]] = words.len ? words : S("vacant");
		d->lines[people[p]] = of ? of->line : 0;
	}
}

static void
differ_fte(struct finding_differences *in, struct group group)
{
	for (int i = 0; i < group.count; i++) {
		const struct saying *s = &group.at[i];
		bool told = false, differs = false;
		if (!s->now || s->fte.len == 0)
			continue;
		for (int k = 0; k < i; k++)
			told |= group.at[k].now && group.at[k].fte.len > 0 && str_equal(group.at[k].person, s->person);
		for (int k = i + 1; k < group.count && !told; k++)
			differs |= group.at[k].now && group.at[k].fte.len > 0 && str_equal(group.at[k].person, s->person) &&
			           !str_equal(group.at[k].fte, s->fte);
		if (!differs)
			continue;
		struct disagreement *d = differ(in, DIFFER_FTE, s, true);
		for (int k = i; k < group.count; k++)
			if (group.at[k].now && str_equal(group.at[k].person, s->person))
				says(d, &group.at[k], group.at[k].fte);
	}
}

static void
differ_group(struct finding_differences *in, struct group group)
{
	const struct saying *records = first_of(group, SIDE_RECORDS);
	int first = in->count;
	if (group.at[0].key.len == 0)
		return;
	bool missing = differ_post(in, group);
	differ_leavers(in, group);
	if (!missing)
		differ_holders(in, group);
	differ_fte(in, group);
	differ_post_fte(in, group);
	differ_words(in, group, DIFFER_TITLE);
	differ_words(in, group, DIFFER_TEAM);
	for (int i = first; i < in->count; i++)
		in->at[i].post = records ? records->record : NOT_THERE;
}

/* ---- all of them ----------------------------------------------------------------------------- */

static int
by_post(const void *a, const void *b)
{
	const struct saying *x = a, *y = b;
	int order = str_compare(x->key, y->key);
	if (order == 0)
		order = (int)x->side - (int)y->side;
	if (order == 0)
		order = x->line - y->line;
	return order ? order : str_compare(x->person, y->person);
}

static int
by_kind(const void *a, const void *b)
{
	const struct disagreement *x = a, *y = b;
	return x->kind != y->kind ? (int)x->kind - (int)y->kind : str_compare(x->subject, y->subject);
}

int
reconcile(const struct sides *sides, struct disagreement **differences, struct arena *perm)
{
	struct sayings sayings = { .sides = sides, .perm = perm };
	struct finding_differences in = { .sides = sides, .perm = perm };
	say_all(&sayings);
	if (sayings.count > 0)
		qsort(sayings.at, (size_t)sayings.count, sizeof *sayings.at, by_post);
	for (int first = 0, i = 1; i <= sayings.count; i++)
		if (i == sayings.count || !str_equal(sayings.at[i].key, sayings.at[first].key)) {
			differ_group(&in, (struct group){ &sayings.at[first], i - first });
			first = i;
		}
	if (in.count > 0)
		qsort(in.at, (size_t)in.count, sizeof *in.at, by_kind);
	*differences = in.at;
	return in.count;
}
