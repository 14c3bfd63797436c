/* subject_requests.c: requests for one's own data: what came when, and by when an answer is due. */
#include "app/subject_parts.h"

#include "app/stored.h"

static const Str step_words[REQUEST_STEPS] = {
	[REQUEST_RECEIVED] = STR("Received"), [REQUEST_ASKED] = STR("Asked the person what they mean"),
	[REQUEST_ANSWERED] = STR("The person answered"), [REQUEST_EXTENDED] = STR("Told that it takes two months more"),
	[REQUEST_SENT] = STR("Sent"),
};

/* ---- a step ------------------------------------------------------------------------------------ */

struct moving { struct data *data; struct request_move move; };

static bool
move_there(struct store *store, void *what, struct error *err)
{
	struct moving *in = what;
	const struct ask *ask = in->data->subject.own.ask;
	return data_request_move(store, ask->area, &in->move, (struct by){ ask->viewer->account, ask->now }, err);
}

static bool
step_of(Str name, enum request_step *step)
{
	for (int s = 0; s < REQUEST_STEPS; s++)
		if (str_equal(request_step_names[s], name)) {
			*step = (enum request_step)s;
			return true;
		}
	return false;
}

/* The request that has not been answered yet, or NULL. */
static const struct data_request *
open_request(const struct data *in)
{
	for (int i = 0; i < in->request_count; i++)
		if (in->requests[i].day[REQUEST_SENT].day == 0)
			return &in->requests[i];
	return NULL;
}

/* Why a step cannot be, in words; empty: it can. */
static Str
step_wrong(const struct data *in, const struct request_move *move)
{
	const struct data_request *open = open_request(in);
	if (move->day.day > in->subject.own.ask->today.day)
		return S("Give a day that has come");
	if (in->subject.self && move->step != REQUEST_RECEIVED)
		return S("Whoever answers your request says so");
	if (move->step == REQUEST_RECEIVED)
		return open ? S("There is a request already that was not answered yet") : S("");
	if (!open)
		return S("There is no request that waits for an answer: say first when it was received");
	if (move->day.day < open->day[REQUEST_RECEIVED].day)
		return S("Give a day that is not before the request");
	if (move->step == REQUEST_ANSWERED && (open->day[REQUEST_ASKED].day == 0
	                                       || move->day.day < open->day[REQUEST_ASKED].day))
		return S("Say first when the person was asked");
	return S("");
}

bool
request_sent(struct data *in, struct error *err)
{
	const struct own *own = &in->subject.own;
	struct moving moving = { in, { .person = in->subject.ref, .day = own->ask->today } };
	if (!own->ask->sent)
		return true;
	Str day = in->subject.self ? (Str){ 0 } : str_trim(ask_sent(own->ask, S("day")));
	if (!step_of(str_trim(ask_sent(own->ask, S("step"))), &moving.move.step))
		in->wrong = S("Choose what happened");
	else if (day.len && !date_parse(day, &moving.move.day))
		in->wrong = S("Write a day such as 3 Mar 2026");
	if (in->wrong.len)
		return true;
	if (!stored(own->world, data_read, in, own->perm, err))
		return false;
	in->wrong = step_wrong(in, &moving.move);
	const struct data_request *open = open_request(in);
	moving.move.number = open ? open->number : 0;
	if (in->wrong.len)
		return true;
	in->saved = str_format(own->perm, "%.*s: %.*s.", STR_ARG(step_words[moving.move.step]),
	                       STR_ARG(date_text(moving.move.day, own->perm)));
	return stored(own->world, move_there, &moving, own->perm, err);
}

/* ---- on the page ------------------------------------------------------------------------------- */

static Str
due_words(const struct data_request *request, Date today, struct arena *perm)
{
	struct answer_due due = request_due(data_request_days(request), today);
	Str day = date_text(due.day, perm);
	if (request->day[REQUEST_SENT].day)
		return request->day[REQUEST_SENT].day <= due.day.day ? S("answered in time") : S("answered late");
	if (due.stands_still)
		return str_format(perm, "not before %.*s: time stands still until the person answers", STR_ARG(day));
	return str_format(perm, "%.*s%s", STR_ARG(day), due.day.day < today.day ? ": overdue" : "");
}

static const struct column request_columns[] = {
	{ .name = STR("request"), .title = STR("Request"), .number = true }, { .name = STR("person"), .title = STR("Person") },
	{ .name = STR("received"), .title = STR("Received") }, { .name = STR("asked"), .title = STR("Asked") },
	{ .name = STR("answered"), .title = STR("Answered") }, { .name = STR("extended"), .title = STR("Extended") },
	{ .name = STR("sent"), .title = STR("Sent") }, { .name = STR("due"), .title = STR("Due") },
};

static const struct table *
requests_table(const struct data_request *requests, int count, const struct ask *ask, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++) {
		struct cell *cells = rows_push(&rows, countof(request_columns), perm);
		cells[0] = cell_text(str_format(perm, "%lld", (long long)requests[i].number));
		cells[1] = cell_text(requests[i].person);
		for (int s = 0; s < REQUEST_STEPS; s++)
			cells[2 + s] = cell_text(requests[i].day[s].day ? date_text(requests[i].day[s], perm) : S(""));
		cells[7] = cell_text(due_words(&requests[i], ask->today, perm));
	}
	return table_of(S("requests"), S("Requests for the data, and when an answer is due"), request_columns,
	                countof(request_columns), rows, perm);
}

static void
add_step_form(struct document *doc, const struct data *in)
{
	const struct own *own = &in->subject.own;
	struct pick *picks = new(doc->arena, REQUEST_STEPS, struct pick);
	for (int s = 0; s < REQUEST_STEPS; s++)
		picks[s] = (struct pick){ .value = request_step_names[s], .words = step_words[s] };
	struct input inputs[2] = {
		{ .kind = INPUT_SELECT, .name = S("step"), .label = S("What happened"), .picks = picks,
		  .pick_count = REQUEST_STEPS, .value = str_trim(ask_sent(own->ask, S("step"))), .error = in->wrong },
		{ .kind = INPUT_DATE, .name = S("day"), .label = S("On which day"), .width = 10,
		  .value = in->wrong.len ? str_trim(ask_sent(own->ask, S("day"))) : date_text(own->ask->today, doc->arena) },
	};
	subject_form(doc, (struct form_wish){ subject_href(&in->subject, "data"), S("request"), S("Note a step of a request"),
		S("Note it") }, inputs, 2);
}

static void
add_own_form(struct document *doc, const struct data *in)
{
	struct input input = { .kind = INPUT_HIDDEN, .name = S("step"), .value = request_step_names[REQUEST_RECEIVED] };
	if (open_request(in))
		return;
	document_paragraph(doc, S("This page shows you all of it now, and you may take it away as a file below. If you want an "
		"answer from the council as well, ask for it here; it is due within a month."));
	subject_form(doc, (struct form_wish){ .action = subject_href(&in->subject, "data"), .id = S("request"),
		.button = S("Ask the council for my data") }, &input, 1);
}

void
add_requests(struct document *doc, const struct data *in)
{
	const struct table *table = requests_table(in->requests, in->request_count, in->subject.own.ask, doc->arena);
	document_heading(doc, 2, S("Requests for this data"), S("requests"));
	doc->sheets[doc->sheet_count++] = table;
	if (table->row_count)
		document_table(doc, table_without(table, &request_columns[1].name, 1, doc->arena));
	else
		document_paragraph(doc, S("There has been none."));
	if (in->subject.self)
		add_own_form(doc, in);
	else
		add_step_form(doc, in);
}

/* ---- all of a council -------------------------------------------------------------------------- */

struct listing { const struct ask *ask; struct data_request *requests; int count; struct arena *perm; };

static bool
list_there(struct store *store, void *what, struct error *err)
{
	struct listing *in = what;
	return data_requests(store, in->ask->area, S(""), &in->requests, &in->count, in->perm, err);
}

/* Whether the viewer answers such requests, or watches over it. */
bool
may_see_data_requests(const struct ask *ask)
{
	const struct viewer *viewer = ask->viewer;
	bool whole = viewer->all;
	for (int g = 0; g < viewer->grant_count; g++)
		whole = whole || (str_equal(viewer->grants[g].authority, ask->area)
		                  && viewer->grants[g].scope == SCOPE_AUTHORITY
		                  && (grant_permit(&viewer->grants[g], GROUP_EQUALITY).reach >= REACH_WRITE
		                      || grant_permit(&viewer->grants[g], GROUP_AUDIT).reach >= REACH_READ));
	return whole;
}

struct answer
show_data_requests(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct listing in = { .ask = ask, .perm = perm };
	struct error err = { "" };
	if (!may_see_data_requests(ask))
		return answer_words(FORBIDDEN, S("That is not among your duties here"), S("Requests for people\u2019s own data are "
			"for the HR lead, who answers them, and the data protection officer."), perm);
	if (!stored(world, list_there, &in, perm, &err))
		return answer_failed(S("The store cannot be read"), &err, perm);
	struct document doc = document_new(perm, S("Requests for people\u2019s own data"));
	doc.caption = world->published.areas.at[area_exact(&world->published.areas, ask->area)].name;
	doc.address = str_format(perm, "/authorities/%.*s/data-requests", STR_ARG(ask->area));
	document_paragraph(&doc, S("An answer is due a month after a request came; three months when the person was told so. "
		"While the person is asked what they mean, time stands still."));
	doc.data = requests_table(in.requests, in.count, ask, perm);
	if (in.count)
		document_table(&doc, doc.data);
	else
		document_paragraph(&doc, S("There has been none. One is noted on the page of a person\u2019s own data."));
	return answer_of(DONE, doc);
}
