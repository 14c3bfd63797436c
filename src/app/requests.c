/* requests.c: reading requests, who may decide them, and what a decision changes. */
#include "app/requests.h"

#include <string.h>

const Str wish_names[WISH_KINDS] = {
	[WISH_NEW] = STR("new"), [WISH_ALTER] = STR("alter"), [WISH_CLOSE] = STR("close"),
};
const Str decision_names[DECISIONS] = {
	[WAITS] = STR("waiting"), [APPROVED] = STR("approved"), [DECLINED] = STR("refused"),
	[WITHDRAWN] = STR("withdrawn"),
};

static const struct record_type *const request_type = &record_types[TYPE_ESTABLISHMENT_CHANGE];
static const struct record_type *const post_type = &record_types[TYPE_POST];

static int
code_at(const Str *names, int count, Str name)
{
	for (int i = 0; i < count; i++)
		if (str_equal(names[i], name))
			return i;
	return 0;
}

static Str
value_of(const struct record *record, Str name)
{
	return record_value(request_type, record, name);
}

void
request_read(struct request_row *row, const struct roster *r, const struct record *record)
{
	*row = (struct request_row){ .record = record, .ref = record->ref,
		.wish = (enum wish_kind)code_at(wish_names, WISH_KINDS, value_of(record, S("wish"))),
		.decision = (enum decision)code_at(decision_names, DECISIONS, value_of(record, S("decision"))),
		.post = roster_post(r, value_of(record, S("post"))), .unit = roster_unit(r, value_of(record, S("unit"))),
		.role = roster_role(r, value_of(record, S("role"))), .title = value_of(record, S("title")),
		.fte = value_of(record, S("fte")), .reason = value_of(record, S("reason")),
		.asked_by = value_of(record, S("asked_by")), .decided_by = value_of(record, S("decided_by")) };
	(void)date_parse(value_of(record, S("starts_on")), &row->from);
}

/* ---- who may --------------------------------------------------------------------------------- */

bool
request_seen(const struct own *own, const struct request_row *row)
{
	return sight_record(&own->sight, request_type, row->record, GROUP_REQUESTS).reach >= REACH_READ;
}

static bool
is_asker(const struct own *own, const struct request_row *row)
{
	return str_equal(own->ask->viewer->account, row->asked_by);
}

bool
request_may_decide(const struct own *own, const struct request_row *row)
{
	const struct sight *sight = &own->sight;
	return row->decision == WAITS && !is_asker(own, row)
	       && sight_record(sight, request_type, row->record, GROUP_REQUESTS).reach >= REACH_WRITE
	       && sight_record(sight, request_type, row->record, GROUP_STRUCTURE).reach >= REACH_WRITE;
}

bool
request_may_withdraw(const struct own *own, const struct request_row *row)
{
	return row->decision == WAITS && is_asker(own, row)
	       && sight_record(&own->sight, request_type, row->record, GROUP_REQUESTS).reach >= REACH_WRITE;
}

int
requests_waiting(const struct estab *e)
{
	const struct own *own = &e->own;
	const struct records *all = &own->council->of[TYPE_ESTABLISHMENT_CHANGE];
	int waiting = 0;
	for (int i = 0; i < all->count; i++) {
		struct request_row row;
		if (!str_equal(value_of(&all->at[i], S("decision")), decision_names[WAITS]))
			continue;
		request_read(&row, own->roster, &all->at[i]);
		bool here = own->unit == NOT_THERE || (row.unit != NOT_THERE &&
			unit_within(own->roster, row.unit, own->unit, own->ask->day));
		waiting += here && request_seen(own, &row);
	}
	return waiting;
}

/* ---- words ----------------------------------------------------------------------------------- */

Str
account_words(const struct own *own, Str account)
{
	return str_equal(account, own->ask->viewer->account) ? S("you") : actor_words(own, account);
}

static Str
post_named(const struct own *own, const struct request_row *row)
{
	if (row->post == NOT_THERE)
		return row->title.len ? row->title : S("a post");
	return str_format(own->perm, "%.*s (%.*s)", STR_ARG(post_words(own, row->post)),
	                  STR_ARG(post_number(own, row->post)));
}

/* "A change of Social worker (P-000012): Senior social worker, 0.6 FTE"; "Unfreezing Social worker (P-000012)" */
static Str
change_asked(const struct own *own, const struct request_row *row, Str fte)
{
	bool other = row->title.len || fte.len || row->role != NOT_THERE;
	Str status = value_of(row->record, S("status")), post = post_named(own, row);
	bool frozen = str_equal(status, S("frozen"));
	if (status.len && !other)
		return str_format(own->perm, "%s %.*s", frozen ? "Freezing" : "Unfreezing", STR_ARG(post));
	return str_format(own->perm, "A change of %.*s%s%.*s%.*s%s", STR_ARG(post), row->title.len ? ": " : "",
		STR_ARG(row->title), STR_ARG(fte), status.len == 0 ? "" : frozen ? ", frozen" : ", funded again");
}

Str
request_words(const struct own *own, const struct request_row *row)
{
	struct arena *perm = own->perm;
	Str fte = row->fte.len ? str_format(perm, ", %.*s FTE", STR_ARG(row->fte)) : S("");
	switch (row->wish) {
	case WISH_NEW:
		return str_format(perm, "A new post: %.*s%.*s", STR_ARG(post_named(own, row)), STR_ARG(fte));
	case WISH_ALTER:
		return change_asked(own, row, fte);
	case WISH_CLOSE:
		return str_format(perm, "Giving up %.*s", STR_ARG(post_named(own, row)));
	case WISH_KINDS:
		break;
	}
	return S("");
}

/* ---- deciding -------------------------------------------------------------------------------- */

static void
set(Str *values, const struct record_type *type, Str name, Str value)
{
	values[field_find(type, name)] = value;
}

/* The post's values with those that were asked for in their places. */
static Str *
values_asked(const struct own *own, const struct request_row *row, const struct record *post)
{
	static const Str taken[] = { STR("title"), STR("unit"), STR("role"), STR("fte"), STR("status") };
	Str *values = new(own->perm, post_type->field_count, Str);
	if (post)
		memcpy(values, post->values, (size_t)post_type->field_count * sizeof *values);
	for (int i = 0; i < countof(taken); i++) {
		Str value = value_of(row->record, taken[i]);
		if (value.len)
			set(values, post_type, taken[i], value);
	}
	if (row->wish == WISH_NEW)
		set(values, post_type, S("status"), S("funded"));
	return values;
}

/* What becomes of the post; gives its ref. */
static bool
change_post(const struct own *own, const struct request_row *row, struct changes *changes, Str *ref,
            struct error *err)
{
	const struct records *posts = &own->council->of[TYPE_POST];
	*ref = value_of(row->record, S("post"));
	if (row->wish == WISH_CLOSE)
		return change_end(posts, *ref, (Date){ row->from.day - 1 }, changes, err);
	if (ref->len == 0) {
		*ref = ref_next(posts, 0, own->perm);
		struct record post = { .version = 1, .ref = *ref, .when = { row->from, DATE_OPEN },
		                       .values = values_asked(own, row, NULL) };
		changes_add(changes, (struct change){ .kind = ADD, .type = post_type, .after = post });
		return true;
	}
	const struct record *post = record_on(posts, *ref, row->from);
	if (!post)
		return fail(err, "there is no post %.*s on the day from which this is to hold", STR_ARG(*ref));
	return change_from(posts, *ref, row->from, values_asked(own, row, post), changes, err);
}

bool
request_changes(const struct own *own, const struct request_row *row, enum decision decision,
                struct changes *changes, struct error *err)
{
	Str *values = new(own->perm, request_type->field_count, Str), post;
	memcpy(values, row->record->values, (size_t)request_type->field_count * sizeof *values);
	set(values, request_type, S("decision"), decision_names[decision]);
	set(values, request_type, S("decided_by"), own->ask->viewer->account);
	set(values, request_type, S("decided_on"), date_iso(own->ask->today, own->perm));
	if (decision == APPROVED) {
		if (!change_post(own, row, changes, &post, err))
			return false;
		set(values, request_type, S("post"), post);
	}
	struct record after = *row->record;
	after.values = values;
	after.version++;
	changes_add(changes, (struct change){ .kind = ALTER, .type = request_type, .before = *row->record, .after = after });
	return true;
}
