/* corrections.c: somebody says that a value of their own record is wrong; HR accepts, and it is changed
 * with its history, or refuses with a reason. */
#include "app/subject_parts.h"

#include "app/stored.h"

/* ---- what can be corrected --------------------------------------------------------------------- */

/* One value of one row, as a choice of the form has it: "spell 17 fte". */
struct spot { const struct record_type *type; const struct record *row; int field; };

/* Equality data one changes oneself, and references are what rows hang on. */
static bool
can_be_wrong(const struct record_type *type, int field)
{
	return type != &record_types[TYPE_EQUALITY] && type->fields[field].kind != FIELD_REF;
}

static Str
spot_name(const struct spot *spot, struct arena *perm)
{
	return str_format(perm, "%.*s %lld %.*s", STR_ARG(spot->type->name), (long long)spot->row->id,
	                  STR_ARG(spot->type->fields[spot->field].name));
}

typedef bool spot_take(void *context, const struct spot *spot);

/* Every value of the person's rows, until `take` gives false. */
static void
each_spot(const struct data *in, spot_take *take, void *context)
{
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct records *records = data_records(in, t);
		for (int i = 0; i < records->count; i++) {
			struct spot spot = { &record_types[t], &records->at[i], 0 };
			if (t == TYPE_EQUALITY || !data_about(in, spot.type, spot.row))
				continue;
			for (; spot.field < spot.type->field_count; spot.field++)
				if (can_be_wrong(spot.type, spot.field) && !take(context, &spot))
					return;
		}
	}
}

struct choosing { struct pick *picks; int count, room; struct arena *perm; };

static bool
count_spot(void *context, const struct spot *spot)
{
	(void)spot;
	((struct choosing *)context)->room++;
	return true;
}

static bool
pick_spot(void *context, const struct spot *spot)
{
	struct choosing *in = context;
	const struct field *field = &spot->type->fields[spot->field];
	Str value = value_words(field, spot->row->values[spot->field], in->perm);
	Str since = spot->type->dated ? str_format(in->perm, ", %.*s", STR_ARG(period_words(spot->row->when, in->perm)))
	                              : S("");
	in->picks[in->count++] = (struct pick){ .value = spot_name(spot, in->perm),
		.words = str_format(in->perm, "%.*s%.*s, %.*s: %.*s", STR_ARG(str_capital(spot->type->one, in->perm)),
			STR_ARG(since), STR_ARG(field->label), STR_ARG(value.len ? value : S("nothing"))) };
	return true;
}

struct finding_spot { Str name; struct spot spot; bool found; struct arena *perm; };

static bool
is_spot(void *context, const struct spot *spot)
{
	struct finding_spot *in = context;
	struct arena scratch = *in->perm;
	in->found = str_equal(spot_name(spot, &scratch), in->name);
	if (in->found)
		in->spot = *spot;
	return !in->found;
}

static bool
find_spot(const struct data *in, Str name, struct spot *spot)
{
	struct finding_spot finding = { .name = name, .perm = in->subject.own.perm };
	each_spot(in, is_spot, &finding);
	*spot = finding.spot;
	return finding.found;
}

/* ---- proposing --------------------------------------------------------------------------------- */

struct proposing { const struct ask *ask; struct correction correction; };

static bool
propose_there(struct store *store, void *what, struct error *err)
{
	struct proposing *in = what;
	return correction_ask(store, in->ask->area, &in->correction, (struct by){ in->ask->viewer->account, in->ask->now },
	                      err);
}

struct wrongs { Str spot, ought, why; };

static bool
propose(struct data *in, struct wrongs *wrongs, struct error *err)
{
	const struct own *own = &in->subject.own;
	struct spot spot;
	struct misfit misfit;
	Str typed = str_trim(ask_sent(own->ask, S("ought"))), why = str_trim(ask_sent(own->ask, S("why"))), ought;
	if (!find_spot(in, str_trim(ask_sent(own->ask, S("spot"))), &spot)) {
		wrongs->spot = S("Choose what is wrong");
		return true;
	}
	const struct field *field = &spot.type->fields[spot.field];
	if (typed.len == 0 && field->required)
		wrongs->ought = S("Write what it should be: this cannot be left out");
	else if (typed.len && !value_read(field, typed, &ought, &misfit, own->perm))
		wrongs->ought = str_format(own->perm, "What you wrote %.*s: %.*s", STR_ARG(misfit.wrong), STR_ARG(misfit.mend));
	else if (why.len == 0)
		wrongs->why = S("Say how you know, or where it can be seen");
	if (wrongs->ought.len || wrongs->why.len)
		return true;
	struct proposing proposing = { own->ask, { .person = in->subject.ref, .type = spot.type->name,
		.ref = spot.row->ref, .row = spot.row->id, .field = field->name, .is_now = spot.row->values[spot.field],
		.ought = typed.len ? ought : S(""), .why = why } };
	in->saved = S("Your correction waits for HR. You see here what becomes of it.");
	return stored(own->world, propose_there, &proposing, own->perm, err);
}

static void
add_propose_form(struct document *doc, const struct data *in, const struct wrongs *wrongs)
{
	const struct ask *ask = in->subject.own.ask;
	struct choosing choosing = { .perm = doc->arena };
	each_spot(in, count_spot, &choosing);
	choosing.picks = new(doc->arena, choosing.room + 1, struct pick);
	each_spot(in, pick_spot, &choosing);
	bool again = wrongs->spot.len || wrongs->ought.len || wrongs->why.len;
	struct input inputs[3] = {
		{ .kind = INPUT_SELECT, .name = S("spot"), .label = S("What is wrong"), .picks = choosing.picks,
		  .pick_count = choosing.count, .error = wrongs->spot, .value = again ? str_trim(ask_sent(ask, S("spot"))) : S("") },
		{ .kind = INPUT_TEXT, .name = S("ought"), .label = S("What it should be"), .width = 30, .error = wrongs->ought,
		  .value = again ? str_trim(ask_sent(ask, S("ought"))) : S("") },
		{ .kind = INPUT_NOTE, .name = S("why"), .label = S("How you know"), .error = wrongs->why,
		  .hint = S("For example: it is on my birth certificate"), .value = again ? str_trim(ask_sent(ask, S("why"))) : S("") },
	};
	subject_form(doc, (struct form_wish){ subject_href(&in->subject, "corrections"), S("propose"),
		S("Propose a correction of your record"), S("Propose it") }, inputs, 3);
}

/* ---- tables ------------------------------------------------------------------------------------ */

static const struct column correction_columns[] = {
	{ .name = STR("number"), .title = STR("Number"), .number = true }, { .name = STR("day"), .title = STR("Proposed") },
	{ .name = STR("what"), .title = STR("What") }, { .name = STR("is_now"), .title = STR("It was") },
	{ .name = STR("ought"), .title = STR("Should be") }, { .name = STR("why"), .title = STR("Because") },
	{ .name = STR("state"), .title = STR("State") }, { .name = STR("decision"), .title = STR("Reason of HR") },
};

static Str
field_value(const struct correction *one, Str value, Str *what, struct arena *perm)
{
	const struct record_type *type = record_type_find(one->type);
	int field = type ? field_find(type, one->field) : -1;
	*what = field < 0 ? one->field : str_format(perm, "%.*s of %.*s", STR_ARG(type->fields[field].label),
	                                           STR_ARG(one->ref));
	return field < 0 || value.len == 0 ? value : value_words(&type->fields[field], value, perm);
}

static const struct table *
table_of_corrections(const struct correction *all, int count, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++) {
		struct cell *cells = rows_push(&rows, countof(correction_columns), perm);
		Str what;
		cells[0] = cell_text(str_format(perm, "%lld", (long long)all[i].number));
		cells[1] = cell_text(instant_day(all[i].asked_at, perm));
		cells[3] = cell_text(field_value(&all[i], all[i].is_now, &what, perm));
		cells[4] = cell_text(field_value(&all[i], all[i].ought, &what, perm));
		cells[2] = cell_text(what);
		cells[5] = cell_text(all[i].why);
		cells[6] = cell_text(all[i].state);
		cells[7] = cell_text(all[i].decision);
	}
	return table_of(S("corrections"), S("Corrections that were proposed, newest first"), correction_columns,
	                countof(correction_columns), rows, perm);
}

const struct table *
corrections_table(const struct data *in)
{
	return table_of_corrections(in->corrections, in->correction_count, in->subject.own.perm);
}

/* ---- one's own page ---------------------------------------------------------------------------- */

struct answer
show_corrections(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct data *in = new(perm, 1, struct data);
	struct answer why;
	struct wrongs wrongs = { 0 };
	struct error err = { "" };
	if (!subject_settle(world, ask, &in->subject, &why, perm))
		return why;
	if (!in->subject.self && (ask->sent || !in->subject.keeps))
		return answer_words(FORBIDDEN, S("That is not among your duties here"), S("A correction is proposed by the person "
			"themself, and decided by HR. HR changes a record on the record\u2019s own page."), perm);
	if ((ask->sent && !propose(in, &wrongs, &err)) || !stored(world, data_read, in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	struct document doc = own_document(&in->subject.own, in->subject.self ? S("Corrections of your record")
		: str_format(perm, "Corrections of the record of %.*s", STR_ARG(person_words(&in->subject.own, in->subject.person))),
		subject_href(&in->subject, "corrections"));
	if (in->saved.len)
		document_notice(&doc, NOTICE_DONE, in->saved);
	doc.data = corrections_table(in);
	if (doc.data->row_count)
		document_table(&doc, doc.data);
	else
		document_paragraph(&doc, S("None was proposed."));
	if (in->subject.self)
		add_propose_form(&doc, in, &wrongs);
	bool wrong = wrongs.spot.len || wrongs.ought.len || wrongs.why.len;
	return answer_of(wrong ? WRONG : DONE, doc);
}

/* ---- deciding ---------------------------------------------------------------------------------- */

struct deciding {
	struct own own;
	struct correction *all;
	int count;
	struct correction_verdict verdict;
	bool found;
	Str wrong, saved;
	struct findings why_not;
};

static bool
read_all(struct store *store, void *what, struct error *err)
{
	struct deciding *in = what;
	return corrections(store, in->own.ask->area, (struct corrections_of){ 0 }, &in->all, &in->count, in->own.perm, err);
}

static bool
decide_there(struct store *store, void *what, struct error *err)
{
	struct deciding *in = what;
	const struct ask *ask = in->own.ask;
	return correction_decide(store, ask->area, in->verdict, (struct by){ ask->viewer->account, ask->now }, &in->found,
	                         err);
}

static const struct record *
row_of(const struct council *council, const struct correction *one, const struct record_type *type)
{
	const struct records *records = &council->of[record_type_id(type)];
	for (int i = 0; i < records->count; i++)
		if (records->at[i].id == one->row && str_equal(records->at[i].ref, one->ref))
			return &records->at[i];
	return NULL;
}

/* The change of one value; false when the row is not there or says something else by now. */
static bool
change_of(struct deciding *in, const struct correction *one, struct changes *changes)
{
	const struct record_type *type = record_type_find(one->type);
	const struct record *row = type ? row_of(in->own.council, one, type) : NULL;
	int field = row ? field_find(type, one->field) : -1;
	if (field < 0 || !str_equal(row->values[field], one->is_now))
		return false;
	Str *values = new(in->own.perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = f == field ? one->ought : row->values[f];
	struct record after = *row;
	after.values = values;
	changes_add(changes, (struct change){ .kind = ALTER, .type = type, .before = *row, .after = after });
	return true;
}

/* Does the deed of a correction that is accepted. False when it was not done, with words. */
static bool
accept(struct deciding *in, const struct correction *one, struct error *err)
{
	struct arena *perm = in->own.perm;
	struct changes changes = changes_new(perm);
	if (!change_of(in, one, &changes)) {
		in->wrong = S("The record says something else by now. Look at it, then refuse this with a reason.");
		return false;
	}
	struct wish wish = { .what = S("edit"), .reason = str_format(perm, "Correction %lld, proposed by the person: %.*s",
		(long long)one->number, STR_ARG(in->verdict.reason)),
		.object = str_format(perm, "%.*s %.*s", STR_ARG(one->type), STR_ARG(one->ref)) };
	struct done done = deed_do(in->own.world, in->own.ask, &wish, &changes, perm, err);
	in->why_not = done.found;
	if (done.did == DID)
		return true;
	in->wrong = done.did == COULD_NOT ? str_copy(str_of(err->text), perm)
	          : done.did == MAY_NOT ? S("That value is not yours to change")
	          : S("The record would then contradict others, or somebody changed it meanwhile");
	return false;
}

static const struct correction *
waiting_one(const struct deciding *in, Str number)
{
	struct parsed_decimal asked = parse_decimal(number, 0, false);
	for (int i = 0; asked.ok && i < in->count; i++)
		if (in->all[i].number == asked.micro / MICRO && str_equal(in->all[i].state, S("waiting")))
			return &in->all[i];
	return NULL;
}

static bool
decide(struct deciding *in, struct error *err)
{
	const struct ask *ask = in->own.ask;
	const struct correction *one = waiting_one(in, str_trim(ask_sent(ask, S("number"))));
	Str verdict = str_trim(ask_sent(ask, S("verdict")));
	in->verdict = (struct correction_verdict){ .reason = str_trim(ask_sent(ask, S("reason"))), .state = verdict };
	bool accepts = str_equal(verdict, S("accepted"));
	if (!one)
		in->wrong = S("That correction does not wait any more");
	else if (!accepts && !str_equal(verdict, S("refused")))
		in->wrong = S("Choose whether to accept or refuse");
	else if (in->verdict.reason.len == 0)
		in->wrong = S("Give the reason, which the person sees");
	if (in->wrong.len || (accepts && !accept(in, one, err)))
		return true;
	in->verdict.number = one->number;
	in->saved = accepts ? S("Accepted: the record is changed, and says why.") : S("Refused. The person sees the reason.");
	return stored(in->own.world, decide_there, in, in->own.perm, err);
}

/* Values of groups that are watched over are written down as read. */
static void
witness_corrections(const struct deciding *in)
{
	for (int i = 0; i < in->count; i++) {
		const struct record_type *type = record_type_find(in->all[i].type);
		int field = type ? field_find(type, in->all[i].field) : -1;
		enum field_group group = field < 0 ? GROUP_IDENTITY : type->fields[field].group;
		if (permit_of_machine(group).logged)
			witness_saw(in->own.ask, group, str_format(in->own.perm, "person %.*s", STR_ARG(in->all[i].person)));
	}
}

static void
add_decide_form(struct document *doc, const struct deciding *in, const struct correction *one)
{
	static const struct pick verdicts[] = {
		{ .value = STR("accepted"), .words = STR("Accept: change the record") },
		{ .value = STR("refused"), .words = STR("Refuse") },
	};
	Str number = str_format(doc->arena, "%lld", (long long)one->number), what;
	Str was = field_value(one, one->is_now, &what, doc->arena), ought = field_value(one, one->ought, &what, doc->arena);
	bool again = in->wrong.len && str_equal(str_trim(ask_sent(in->own.ask, S("number"))), number);
	document_heading(doc, 3, str_format(doc->arena, "Correction %.*s: %.*s", STR_ARG(number), STR_ARG(what)),
	                 str_format(doc->arena, "correction-%.*s", STR_ARG(number)));
	struct pair *pairs = new(doc->arena, 3, struct pair);
	pairs[0] = (struct pair){ .key = S("It says"), .value = was.len ? was : S("nothing") };
	pairs[1] = (struct pair){ .key = S("It should say"), .value = ought.len ? ought : S("nothing") };
	pairs[2] = (struct pair){ .key = S("Because"), .value = one->why };
	document_summary(doc, pairs, 3);
	struct input inputs[3] = {
		{ .kind = INPUT_HIDDEN, .name = S("number"), .value = number },
		{ .kind = INPUT_RADIOS, .name = S("verdict"), .label = S("Decision"), .picks = verdicts,
		  .pick_count = countof(verdicts), .error = again ? in->wrong : S(""),
		  .value = again ? str_trim(ask_sent(in->own.ask, S("verdict"))) : S("") },
		{ .kind = INPUT_TEXT, .name = S("reason"), .label = S("Reason, which the person sees"),
		  .value = again ? str_trim(ask_sent(in->own.ask, S("reason"))) : S("") },
	};
	subject_form(doc, (struct form_wish){ .button = S("Decide"), .action = str_format(doc->arena,
		"/authorities/%.*s/corrections", STR_ARG(in->own.place->slug)),
		.id = str_format(doc->arena, "decide-%.*s", STR_ARG(number)) }, inputs, 3);
}

struct answer
show_all_corrections(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct deciding *in = new(perm, 1, struct deciding);
	struct answer why;
	struct error err = { "" };
	int waiting = 0;
	if (!own_settle(world, ask, &in->own, &why, perm))
		return why;
	if (!stored(world, read_all, in, perm, &err) || (ask->sent && !decide(in, &err))
	    || !stored(world, read_all, in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	struct document doc = own_document(&in->own, S("Corrections that people propose"),
		str_format(perm, "/authorities/%.*s/corrections", STR_ARG(in->own.place->slug)));
	if (in->saved.len)
		document_notice(&doc, NOTICE_DONE, in->saved);
	if (in->wrong.len)
		document_notice(&doc, NOTICE_KNOW, in->wrong);
	if (in->wrong.len && in->why_not.count)
		document_findings(&doc, &in->why_not);
	for (int i = 0; i < in->count; i++)
		if (str_equal(in->all[i].state, S("waiting"))) {
			waiting++;
			add_decide_form(&doc, in, &in->all[i]);
		}
	if (!waiting)
		document_paragraph(&doc, S("None waits."));
	witness_corrections(in);
	doc.data = table_of_corrections(in->all, in->count, perm);
	document_heading(&doc, 2, S("All of them"), S("all"));
	if (in->count)
		document_table(&doc, doc.data);
	return answer_of(in->wrong.len ? WRONG : DONE, doc);
}
