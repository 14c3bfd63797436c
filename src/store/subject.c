/* subject.c: requests, corrections and who looked, in their tables. */
#include "store/subject.h"

#include "store/audit.h"

const Str request_step_names[REQUEST_STEPS] = {
	[REQUEST_RECEIVED] = STR("received"), [REQUEST_ASKED] = STR("asked"), [REQUEST_ANSWERED] = STR("answered"),
	[REQUEST_EXTENDED] = STR("extended"), [REQUEST_SENT] = STR("sent"),
};

struct request_days
data_request_days(const struct data_request *request)
{
	return (struct request_days){ request->day[REQUEST_RECEIVED], request->day[REQUEST_ASKED],
	                              request->day[REQUEST_ANSWERED], request->day[REQUEST_EXTENDED] };
}

static bool
one_number(struct store *store, const char *sql, Str authority, int64_t *number, struct error *err)
{
	struct rows *rows = store_query(store, sql, args(arg_text(authority)), err);
	*number = 0;
	while (rows_next(rows))
		*number = row_int(rows, 0);
	return rows_end(rows, err);
}

static bool
tell(struct store *store, Str authority, struct by by, Str action, Str object, struct error *err)
{
	int64_t seq;
	return audit_add(store, &(struct entry){ .at = by.at, .actor = by.actor, .action = action,
		.authority = authority, .object = object }, &seq, err);
}

/* ---- requests ---------------------------------------------------------------------------------- */

static const char REQUEST_COUNT_SQL[] =
	"SELECT count(*) FROM data_request WHERE authority = $1 AND (CAST($2 AS TEXT) = '' OR person = $2)";
static const char REQUESTS_SQL[] =
	"SELECT number, person, opened_by, received, asked, answered, extended, sent FROM data_request"
	" WHERE authority = $1 AND (CAST($2 AS TEXT) = '' OR person = $2) ORDER BY number DESC";
static const char NEXT_REQUEST_SQL[] =
	"SELECT coalesce(max(number), 0) + 1 FROM data_request WHERE authority = $1";
static const char RECEIVE_SQL[] =
	"INSERT INTO data_request (authority, number, person, received, opened_by, opened_at)"
	" VALUES ($1, $2, $3, $4, $5, $6)";
static const char *const step_sql[REQUEST_STEPS] = {
	[REQUEST_ASKED] = "UPDATE data_request SET asked = $3 WHERE authority = $1 AND number = $2",
	[REQUEST_ANSWERED] = "UPDATE data_request SET answered = $3 WHERE authority = $1 AND number = $2",
	[REQUEST_EXTENDED] = "UPDATE data_request SET extended = $3 WHERE authority = $1 AND number = $2",
	[REQUEST_SENT] = "UPDATE data_request SET sent = $3 WHERE authority = $1 AND number = $2",
};

bool
data_requests(struct store *store, Str authority, Str person, struct data_request **requests,
              int *count, struct arena *perm, struct error *err)
{
	struct args of = args(arg_text(authority), arg_text(person));
	int room;
	*count = 0;
	if (!store_count(store, REQUEST_COUNT_SQL, of, &room, err))
		return false;
	*requests = new(perm, room + 1, struct data_request);
	struct rows *rows = store_query(store, REQUESTS_SQL, of, err);
	while (rows_next(rows)) {
		if (*count == room)
			continue;
		struct data_request *request = &(*requests)[(*count)++];
		*request = (struct data_request){ .number = row_int(rows, 0), .person = row_text(rows, 1, perm),
		                                  .opened_by = row_text(rows, 2, perm) };
		for (int s = 0; s < REQUEST_STEPS; s++)
			request->day[s] = row_day(rows, 3 + s);
	}
	return rows_end(rows, err);
}

static bool
move_inside(struct store *store, Str authority, struct request_move *move, struct by by, struct arena *scratch,
            struct error *err)
{
	struct arg day = arg_text(date_iso(move->day, scratch));
	bool begins = move->step == REQUEST_RECEIVED;
	bool done = begins
		? one_number(store, NEXT_REQUEST_SQL, authority, &move->number, err)
		  && store_run(store, RECEIVE_SQL, args(arg_text(authority), arg_int(move->number),
		               arg_text(move->person), day, arg_text(by.actor), arg_int(by.at)), err)
		: store_run(store, step_sql[move->step], args(arg_text(authority), arg_int(move->number), day), err);
	return done && tell(store, authority, by,
		str_format(scratch, "data-request.%.*s", STR_ARG(request_step_names[move->step])),
		str_format(scratch, "data request %lld", (long long)move->number), err);
}

bool
data_request_move(struct store *store, Str authority, struct request_move *move, struct by by,
                  struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	return store_begin_for(store, authority, err)
		&& store_end(store, move_inside(store, authority, move, by, &scratch, err), err);
}

/* ---- corrections ------------------------------------------------------------------------------- */

#define OF_PERSON_AND_STATE " WHERE authority = $1 AND (CAST($2 AS TEXT) = '' OR person = $2)" \
	" AND (CAST($3 AS TEXT) = '' OR state = $3)"
static const char CORRECTION_COUNT_SQL[] = "SELECT count(*) FROM correction" OF_PERSON_AND_STATE;
static const char CORRECTIONS_SQL[] =
	"SELECT number, row_id, asked_at, decided_at, person, type, ref, field, is_now, ought, why, state,"
	" asked_by, decided_by, decision FROM correction" OF_PERSON_AND_STATE " ORDER BY number DESC";
static const char NEXT_CORRECTION_SQL[] =
	"SELECT coalesce(max(number), 0) + 1 FROM correction WHERE authority = $1";
static const char ASK_SQL[] =
	"INSERT INTO correction (authority, number, person, type, ref, row_id, field, is_now, ought, why, state,"
	" asked_by, asked_at, decided_by, decided_at, decision)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', $11, $12, '', 0, '')";
static const char WAITS_SQL[] =
	"SELECT count(*) FROM correction WHERE authority = $1 AND number = $2 AND state = 'waiting'";
static const char DECIDE_SQL[] =
	"UPDATE correction SET state = $3, decided_by = $4, decided_at = $5, decision = $6"
	" WHERE authority = $1 AND number = $2 AND state = 'waiting'";

static struct correction
correction_at(const struct rows *rows, struct arena *perm)
{
	return (struct correction){ .number = row_int(rows, 0), .row = row_int(rows, 1),
		.asked_at = row_int(rows, 2), .decided_at = row_int(rows, 3), .person = row_text(rows, 4, perm),
		.type = row_text(rows, 5, perm), .ref = row_text(rows, 6, perm), .field = row_text(rows, 7, perm),
		.is_now = row_text(rows, 8, perm), .ought = row_text(rows, 9, perm), .why = row_text(rows, 10, perm),
		.state = row_text(rows, 11, perm), .asked_by = row_text(rows, 12, perm),
		.decided_by = row_text(rows, 13, perm), .decision = row_text(rows, 14, perm) };
}

bool
corrections(struct store *store, Str authority, struct corrections_of of,
            struct correction **found, int *count, struct arena *perm, struct error *err)
{
	struct args which = args(arg_text(authority), arg_text(of.person), arg_text(of.state));
	int room;
	*count = 0;
	if (!store_count(store, CORRECTION_COUNT_SQL, which, &room, err))
		return false;
	*found = new(perm, room + 1, struct correction);
	struct rows *rows = store_query(store, CORRECTIONS_SQL, which, err);
	while (rows_next(rows))
		if (*count < room)
			(*found)[(*count)++] = correction_at(rows, perm);
	return rows_end(rows, err);
}

static bool
ask_inside(struct store *store, Str authority, struct correction *asked, struct by by, struct arena *scratch,
           struct error *err)
{
	return one_number(store, NEXT_CORRECTION_SQL, authority, &asked->number, err)
		&& store_run(store, ASK_SQL, args(arg_text(authority), arg_int(asked->number),
			arg_text(asked->person), arg_text(asked->type), arg_text(asked->ref), arg_int(asked->row),
			arg_text(asked->field), arg_text(asked->is_now), arg_text(asked->ought), arg_text(asked->why),
			arg_text(by.actor), arg_int(by.at)), err)
		&& tell(store, authority, by, S("correction.asked"),
			str_format(scratch, "correction %lld", (long long)asked->number), err);
}

bool
correction_ask(struct store *store, Str authority, struct correction *asked, struct by by,
               struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	return store_begin_for(store, authority, err)
		&& store_end(store, ask_inside(store, authority, asked, by, &scratch, err), err);
}

static bool
decide_inside(struct store *store, Str authority, struct correction_verdict verdict, struct by by, bool *found,
              struct arena *scratch, struct error *err)
{
	int waiting;
	if (!store_count(store, WAITS_SQL, args(arg_text(authority), arg_int(verdict.number)), &waiting, err))
		return false;
	*found = waiting > 0;
	return !*found
		|| (store_run(store, DECIDE_SQL, args(arg_text(authority), arg_int(verdict.number),
			arg_text(verdict.state), arg_text(by.actor), arg_int(by.at), arg_text(verdict.reason)), err)
		&& tell(store, authority, by, str_format(scratch, "correction.%.*s", STR_ARG(verdict.state)),
			str_format(scratch, "correction %lld", (long long)verdict.number), err));
}

bool
correction_decide(struct store *store, Str authority, struct correction_verdict verdict,
                  struct by by, bool *found, struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	return store_begin_for(store, authority, err)
		&& store_end(store, decide_inside(store, authority, verdict, by, found, &scratch, err), err);
}

/* ---- traces ------------------------------------------------------------------------------------ */

/* A line end stands before and after each value of a row's text (record_text.c). */
#define SAYS(column) "length(replace($4 || " column " || $4, CAST($3 AS TEXT), '')) < length($4 || " column " || $4)"
#define TRACES_OF(table) \
	"SELECT type, ref FROM " table " WHERE authority = $1 AND erased_by IS NULL" \
	" AND ((type = 'person' AND ref = $2) OR " SAYS("was") " OR " SAYS("became") ")"
#define TRACES "(" TRACES_OF("record_change") " UNION " TRACES_OF("equality_change") ") AS t"
static const char TRACE_COUNT_SQL[] = "SELECT count(*) FROM " TRACES;
static const char TRACES_SQL[] = "SELECT type, ref FROM " TRACES " ORDER BY type, ref";

bool
traces_of_person(struct store *store, Str authority, Str person, struct trace **traces, int *count,
                 struct arena *perm, struct error *err)
{
	struct args of = args(arg_text(authority), arg_text(person),
		arg_text(str_format(perm, "\nperson %.*s\n", STR_ARG(person))), arg_text(S("\n")));
	int room;
	*count = 0;
	if (!store_count(store, TRACE_COUNT_SQL, of, &room, err))
		return false;
	*traces = new(perm, room + 1, struct trace);
	struct rows *rows = store_query(store, TRACES_SQL, of, err);
	while (rows_next(rows))
		if (*count < room)
			(*traces)[(*count)++] = (struct trace){ row_text(rows, 0, perm), row_text(rows, 1, perm) };
	return rows_end(rows, err);
}

/* ---- who looked ---------------------------------------------------------------------------------- */

/* A payload has an object a line; there is no one function on both engines that finds a text in
 * another, but what is shorter without it held it. */
#define ABOUT_SQL(what, end) \
	"SELECT " what " FROM audit_entry AS e LEFT JOIN audit_payload AS p ON p.seq = e.seq" \
	" WHERE e.authority = $1 AND (e.object = $2 OR length(replace($4 || p.payload || $4, CAST($3 AS TEXT), ''))" \
	"        < length($4 || p.payload || $4))" end
static const char ABOUT_COUNT_SQL[] = ABOUT_SQL("count(*)", "");
static const char ABOUT_ROWS_SQL[] =
	ABOUT_SQL("e.seq, e.at, e.actor, e.action, e.object, e.hash", " ORDER BY e.seq DESC");

bool
audit_about(struct store *store, Str authority, Str object, struct entry **entries, int *count,
            struct arena *perm, struct error *err)
{
	struct args of = args(arg_text(authority), arg_text(object),
		arg_text(str_format(perm, "\n%.*s\n", STR_ARG(object))), arg_text(S("\n")));
	int room;
	*count = 0;
	if (!store_count(store, ABOUT_COUNT_SQL, of, &room, err))
		return false;
	*entries = new(perm, room + 1, struct entry);
	struct rows *rows = store_query(store, ABOUT_ROWS_SQL, of, err);
	while (rows_next(rows))
		if (*count < room)
			(*entries)[(*count)++] = (struct entry){ .seq = row_int(rows, 0), .at = row_int(rows, 1),
				.actor = row_text(rows, 2, perm), .action = row_text(rows, 3, perm), .authority = authority,
				.object = row_text(rows, 4, perm), .hash = row_text(rows, 5, perm) };
	return rows_end(rows, err);
}
