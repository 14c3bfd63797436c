/* propose_posts.c: the units, roles and posts that a list speaks of. */
#include "intake/cells.h"
#include "intake/proposing.h"

/* What a title is likely to be in the census, until somebody says. The first that fits counts. */
static const struct { Str word, census, family; bool registered; } likely[] = {
	{ STR("director"), STR("1"), STR("social_work"), true },
	{ STR("head of"), STR("1"), STR("social_work"), true },
	{ STR("service manager"), STR("2"), STR("social_work"), true },
	{ STR("group manager"), STR("2"), STR("social_work"), true },
	{ STR("team manager"), STR("3"), STR("social_work"), true },
	{ STR("assistant team manager"), STR("3"), STR("social_work"), true },
	{ STR("practice manager"), STR("3"), STR("social_work"), true },
	{ STR("reviewing officer"), STR("6"), STR("social_work"), true },
	{ STR("iro"), STR("6"), STR("social_work"), true },
	{ STR("senior social worker"), STR("4"), STR("social_work"), true },
	{ STR("senior practitioner"), STR("4"), STR("social_work"), true },
	{ STR("advanced practitioner"), STR("4"), STR("social_work"), true },
	{ STR("consultant social worker"), STR("4"), STR("social_work"), true },
	{ STR("social work assistant"), STR("0"), STR("family_help"), false },
	{ STR("social worker"), STR("5"), STR("social_work"), true },
	{ STR("family support"), STR("0"), STR("family_help"), false },
	{ STR("residential"), STR("0"), STR("residential"), false },
	{ STR("foster"), STR("0"), STR("fostering"), false },
	{ STR("therapist"), STR("0"), STR("health"), false },
	{ STR("nurse"), STR("0"), STR("health"), false },
	{ STR(""), STR("0"), STR("support"), false },
};

/* ---- units ------------------------------------------------------------------------------------- */

static Str
unit_ref(struct proposing *in, Str name, Str kind, Str parent, int line)
{
	int *place = fresh_place(&in->units, fresh_key(name, (Str){ 0 }, (Str){ 0 }, *in->perm));
	if (*place == 0) {
		int draft = draft_new(in, TYPE_UNIT, in->beginning);
		*place = draft + 1;
		draft_set(in, draft, S("name"), name);
		draft_set(in, draft, S("kind"), kind);
		draft_set(in, draft, S("parent"), parent);
		Str said = word_said(in->profile, TO_TEAM, name, *in->perm);
		if (str_equal(said, S("new")))
			return in->drafts[draft].ref;
		ask_about(in, S("new-unit"), line,
		          str_format(in->perm, "the %.*s \u201c%.*s\u201d is not known, and is added",
		                     STR_ARG(kind), STR_ARG(name)),
		          S("if it is a unit that is there under another name, say which"));
	}
	return in->drafts[*place - 1].ref;
}

/* The unit of this name among those that are there. */
static Str
unit_known(const struct proposing *in, Str name)
{
	const struct roster *r = in->roster;
	for (int u = 0; u < r->unit_count; u++) {
		const struct unit_row *row = &r->unit_rows[r->units[u].first + r->units[u].count - 1];
		if (str_equal_fold(row->name, name))
			return r->units[u].ref;
	}
	return (Str){ 0 };
}

static Str
unit_of_line(struct proposing *in, const struct line_read *line)
{
	Str team = line->values[TO_TEAM], service = line->values[TO_SERVICE], parent = { 0 };
	if (line->unit != NOT_THERE)
		return in->roster->units[line->unit].ref;
	if (service.len > 0) {
		parent = unit_known(in, service);
		if (parent.len == 0)
			parent = unit_ref(in, service, S("service"), (Str){ 0 }, line->line);
	}
	return team.len > 0 ? unit_ref(in, team, S("team"), parent, line->line) : parent;
}

/* ---- roles ------------------------------------------------------------------------------------- */

static int
likely_of(Str title, struct arena scratch)
{
	Str folded = heading_fold(title, &scratch);
	int like = 0;
	while (likely[like].word.len > 0 && str_find(folded, likely[like].word) < 0)
		like++;
	return like;
}

Str
title_likely_census(Str title, struct arena *perm)
{
	return likely[likely_of(title, *perm)].census;
}

/* The family and registration of a census role that somebody said; a role outside the census keeps what
 * its title is like, unless that is a social worker's. */
static int
said_of(Str census, int like)
{
	if (str_equal(likely[like].census, census))
		return like;
	for (int i = 0; i < (int)countof(likely) - 1; i++)
		if (!str_equal(census, S("0")) && str_equal(likely[i].census, census))
			return i;
	return (int)countof(likely) - 1;
}

static void
ask_about_role(struct proposing *in, const struct line_read *line, Str census)
{
	const struct record_type *type = &record_types[TYPE_ROLE];
	const struct field *field = &type->fields[field_find(type, S("census_role"))];
	ask_about(in, S("new-role"), line->line,
	          str_format(in->perm, "the role \u201c%.*s\u201d is not known; it is added as: %.*s",
	                     STR_ARG(line->values[TO_JOB_TITLE]), STR_ARG(value_words(field, census, in->perm))),
	          S("check what it is in the census, or say which role it is"));
}

static Str
role_of_line(struct proposing *in, const struct line_read *line)
{
	Str title = line->values[TO_JOB_TITLE];
	if (line->role != NOT_THERE)
		return in->roster->roles[line->role].ref;
	if (title.len == 0)
		return (Str){ 0 };
	int *place = fresh_place(&in->roles, fresh_key(title, (Str){ 0 }, (Str){ 0 }, *in->perm));
	if (*place > 0)
		return in->drafts[*place - 1].ref;
	Str said = word_said(in->profile, TO_JOB_TITLE, title, *in->perm);
	bool is_said = str_begins(said, S("census "));
	int like = likely_of(title, *in->perm);
	if (is_said)
		like = said_of(str_from(said, S("census ").len), like);
	int draft = draft_new(in, TYPE_ROLE, in->beginning);
	*place = draft + 1;
	draft_set(in, draft, S("title"), title);
	draft_set(in, draft, S("family"), likely[like].family);
	draft_set(in, draft, S("census_role"), likely[like].census);
	draft_set(in, draft, S("registered"), likely[like].registered ? S("yes") : S("no"));
	if (!is_said)
		ask_about_role(in, line, likely[like].census);
	return in->drafts[draft].ref;
}

/* ---- posts ------------------------------------------------------------------------------------- */

static int
new_post(struct proposing *in, const struct line_read *line, Date first)
{
	int draft = draft_new(in, TYPE_POST, first);
	const Str *v = line->values;
	draft_set(in, draft, S("number"), v[TO_POST]);
	draft_set(in, draft, S("title"), v[TO_JOB_TITLE].len ? v[TO_JOB_TITLE] : S("No title given"));
	draft_set(in, draft, S("unit"), unit_of_line(in, line));
	draft_set(in, draft, S("role"), role_of_line(in, line));
	draft_set(in, draft, S("fte"), v[TO_POST_FTE]);
	in->drafts[draft].line = line->line;
	in->drafts[draft].fte_line = v[TO_POST_FTE].len ? line->line : 0;
	in->drafts[draft].preview = in->preview->count;
	draft_set(in, draft, S("status"), v[TO_POST_STATUS].len ? v[TO_POST_STATUS] : S("funded"));
	preview_add(in, ROW_ADDED, line->line, TYPE_POST, in->drafts[draft].ref,
	            str_format(in->perm, "%.*s%s", STR_ARG(v[TO_JOB_TITLE].len ? v[TO_JOB_TITLE]
	                       : S("no title given")), line->vacant ? ", vacant" : ""));
	return draft;
}

/* A further line of a new post may say its FTE, or say it otherwise. */
static void
fte_again(struct proposing *in, struct draft *draft, const struct line_read *line)
{
	int fte = field_find(draft->type, S("fte"));
	Str says = line->values[TO_POST_FTE];
	if (says.len == 0 || str_equal(says, draft->values[fte]))
		return;
	if (draft->fte_line > 0) {
		ask_about_cell(in, S("post-fte-differs"), line, TO_POST_FTE, str_format(in->perm,
			"is not what row %d says of the same post (%.*s), which is taken", draft->fte_line,
			STR_ARG(draft->values[fte])), S("write one FTE of the post in both rows"));
		return;
	}
	draft->values[fte] = says;
	draft->fte_line = line->line;
}

/* A post without a number is this line's own. */
Str
post_of_line(struct proposing *in, const struct line_read *line, Date first)
{
	Str number = line->values[TO_POST];
	if (line->post != NOT_THERE)
		return in->roster->posts[line->post].ref;
	if (line->spell != NOT_THERE && number.len == 0)
		return in->roster->posts[spell_last(in->roster, line->spell)->post].ref;
	if (number.len == 0)
		return in->drafts[new_post(in, line, first)].ref;
	int *place = fresh_place(&in->posts, fresh_key(number, (Str){ 0 }, (Str){ 0 }, *in->perm));
	if (*place == 0)
		*place = new_post(in, line, first) + 1;
	struct draft *draft = &in->drafts[*place - 1];
	fte_again(in, draft, line);
	if (first.day < draft->when.first.day)
		draft->when.first = first;
	return draft->ref;
}

/* ---- what HR's list says of posts ---------------------------------------------------------------- */

/* Finance's list and the post's own page say what is paid for; HR's says it only where nobody has. */
void
post_fte_line(struct proposing *in, const struct line_read *line)
{
	const struct records *posts = &in->council->of[TYPE_POST];
	Str says = line->values[TO_POST_FTE];
	int post = line->post != NOT_THERE || line->spell == NOT_THERE ? line->post
		: spell_last(in->roster, line->spell)->post;
	if (says.len == 0 || post == NOT_THERE || in->read->list != LIST_HR || in->says_fte[post])
		return;
	in->says_fte[post] = line;
	const struct record *now = record_on(posts, in->roster->posts[post].ref, in->as_at);
	if (!now || !post_fte_said(now) || str_equal(says, record_value(posts->type, now, S("fte"))))
		return;
	ask_about_cell(in, S("post-fte-differs"), line, TO_POST_FTE, str_format(in->perm,
		"is not what the records say of this post (%.*s), which stays",
		STR_ARG(record_value(posts->type, now, S("fte")))),
		S("if the list is right, change the post on its own page or by finance\u2019s list"));
}

static void
known_vacant(struct proposing *in, const struct line_read *line)
{
	Str ref = in->roster->posts[line->post].ref;
	post_fte_line(in, line);
	if (record_on(&in->council->of[TYPE_POST], ref, in->as_at))
		preview_add(in, ROW_SAME, line->line, TYPE_POST, ref, S("post, vacant"));
	else
		ask_about_cell(in, S("post-over"), line, TO_POST, str_format(in->perm,
			"is of a post that is not there on %.*s", STR_ARG(date_text(in->as_at, in->perm))),
			S("open the post again on its own page, if it is to be filled"));
}

void
vacant_line(struct proposing *in, const struct line_read *line)
{
	Date first = in->as_at, says;
	struct parsed_decimal fte = parse_decimal(line->values[TO_FTE], 6, false);
	if (line->values[TO_POST].len == 0) {
		preview_add(in, ROW_SAME, line->line, TYPE_POST, (Str){ 0 }, S("post, vacant, without its number: left out"));
		return;
	}
	if (date_parse(line->values[TO_FROM], &says) && says.day < first.day)
		first = says;
	if (line->post != NOT_THERE)
		known_vacant(in, line);
	Str ref = post_of_line(in, line, first);
	in->vacancies[in->vacancy_count++] = (struct vacancy){ ref, fte.ok ? fte.micro : 0, line };
}
