/* register_entry.c: what was sent, read into a change; what is wrong with it, put beside it. */
#include "app/register_entry.h"

#include <assert.h>

const struct way_row way_rows[WAYS] = {
	[WAY_NEW] = { .name = STR("new"),
		      .button = STR("Add it"),
		      .does = STR("Add a record"),
		      .fields = true,
		      .day = true,
		      .last = true },
	[WAY_FROM] = { .name = STR("from"),
		       .button = STR("Change it from that day"),
		       .dated = true,
		       .does = STR("Change it from a day, past or to come"),
		       .fields = true,
		       .day = true },
	[WAY_CORRECT] = { .name = STR("correct"),
			  .button = STR("Correct it"),
			  .does = STR("Correct what was wrong all along"),
			  .fields = true,
			  .day = true,
			  .last = true,
			  .reason = true },
	[WAY_END] = { .name = STR("end"),
		      .button = STR("Continue"),
		      .dated = true,
		      .does = STR("End it on a day"),
		      .day = true,
		      .reason = true,
		      .checked = true },
	[WAY_REMOVE] = { .name = STR("remove"),
			 .button = STR("Continue"),
			 .does = STR("Remove it, as one that should never have been there"),
			 .reason = true,
			 .checked = true },
};

bool
way_find(Str name, enum way *way)
{
	for (int w = 0; w < WAYS; w++)
		if (str_equal(way_rows[w].name, name)) {
			*way = (enum way)w;
			return true;
		}
	return false;
}

/* ---- before anything is typed ---------------------------------------------------------------- */

/* Fields of a new record that the viewer's duties let them fill in; over a row, those of that row. */
static bool
may_write(const struct shelf *shelf, struct look *look, int field)
{
	return look ? look_writes(look, field)
		    : shelf_permit(shelf, shelf->type->fields[field].group).reach >= REACH_WRITE;
}

static Str
as_typed(const struct shelf *shelf, const struct field *field, Str value)
{
	switch (field->kind) {
	case FIELD_REF:
		return reference_typed(shelf, field, value);
	case FIELD_DATE:
		return value_words(field, value, shelf->own.perm);
	default:
		return value;
	}
}

static bool
entry_allowed(const struct entry *entry, struct look *look, struct answer *why)
{
	const struct shelf *shelf = entry->shelf;
	const struct record_type *type = shelf->type;
	bool any = look ? look_may_change(look)
			: shelf_may_add(shelf);
	bool whole = entry->way == WAY_END || entry->way == WAY_REMOVE;
	if (any && whole && look)
		any = look_permit(look, type->group).reach >= REACH_WRITE;
	if (!any)
		*why = admit_refuses(shelf->own.ask,
				     (struct need){ OF_COUNCIL, type->group, REACH_WRITE },
				     shelf->own.perm);
	return any;
}

bool
entry_begin(struct entry *entry, const struct shelf *shelf, enum way way, const struct record *row,
	    struct answer *why)
{
	const struct record_type *type = shelf->type;
	struct arena *perm = shelf->own.perm;
	struct look look = look_at(shelf, row);
	*entry = (struct entry){ .shelf = shelf, .way = way, .row = row, .last_day = DATE_OPEN };
	if (!entry_allowed(entry, row ? &look : NULL, why))
		return false;
	for (int f = 0; f < type->field_count; f++) {
		entry->may[f] = may_write(shelf, row ? &look : NULL, f);
		entry->values[f] = row ? row->values[f] : (Str){ 0 };
		if (row && look_shows(&look, f))
			entry->fields[f].text = as_typed(shelf, &type->fields[f], row->values[f]);
	}
	bool own_days = row && way == WAY_CORRECT && type->dated;
	if (way != WAY_REMOVE && type->dated)
		entry->day.text =
			date_text(own_days ? row->when.first : shelf->own.ask->today, perm);
	if (own_days)
		entry->last.text = row->when.last.day == DATE_OPEN.day
					   ? (Str){ 0 }
					   : date_text(row->when.last, perm);
	return true;
}

/* ---- reading what was sent ------------------------------------------------------------------- */

static void
complain(struct entry *entry, struct typed *about, Str error)
{
	about->error = error;
	entry->errors++;
}

static Str
misfit_words(Str label, struct misfit misfit, struct arena *perm)
{
	return str_format(perm, "%.*s %.*s: %.*s", STR_ARG(label), STR_ARG(misfit.wrong),
			  STR_ARG(misfit.mend));
}

/* A field that was sent and is not the viewer's: one they may read may come back as it stands. */
static bool
is_forbidden(const struct entry *entry, int f, Str sent)
{
	struct look look = look_at(entry->shelf, entry->row);
	if (entry->may[f] && way_rows[entry->way].fields)
		return false;
	bool shown = entry->row && look_shows(&look, f);
	return !shown ||
	       !(str_equal(sent, entry->row->values[f]) || str_equal(sent, entry->fields[f].text));
}

static struct answer
forbidden(const struct entry *entry, int f)
{
	struct arena *perm = entry->shelf->own.perm;
	const struct field *field = &entry->shelf->type->fields[f];
	struct findings found = findings_new(perm);
	findings_add(&found,
		     (struct finding){ .severity = MISTAKE,
				       .code = S("field_not_allowed"),
				       .field = field->name,
				       .record = entry->row ? entry->row->ref : S(""),
				       .wrong = str_format(perm, "%.*s is not yours to change",
							   STR_ARG(field->label)),
				       .mend = S("leave it out, or ask somebody who keeps it") });
	struct answer answer =
		answer_words(FORBIDDEN, S("Nothing was changed"),
			     S("Some of what was sent is not yours to change here."), perm);
	answer.document.caption = entry->shelf->own.place->name;
	document_findings(&answer.document, &found);
	witness_note(entry->shelf->own.ask, S("authz.denied"),
		     str_format(perm, "%.*s.%.*s", STR_ARG(entry->shelf->type->name),
				STR_ARG(field->name)));
	return answer;
}

static void
read_field(struct entry *entry, int f, Str text)
{
	const struct field *field = &entry->shelf->type->fields[f];
	struct misfit misfit;
	Str before = entry->row ? entry->row->values[f] : (Str){ 0 };
	entry->fields[f] = (struct typed){ .text = text };
	if (!field_read(entry->shelf, field, text, before, &entry->values[f], &misfit))
		complain(entry, &entry->fields[f],
			 misfit_words(field->label, misfit, entry->shelf->own.perm));
	else if (field->required && entry->values[f].len == 0)
		complain(entry, &entry->fields[f],
			 str_format(entry->shelf->own.perm, "%.*s is needed: fill it in",
				    STR_ARG(field->label)));
}

/* What is required of a new record and did not come at all. */
static void
need_field(struct entry *entry, int f)
{
	const struct field *field = &entry->shelf->type->fields[f];
	if (entry->may[f] && field->required && entry->values[f].len == 0 &&
	    !entry->fields[f].error.len)
		complain(entry, &entry->fields[f],
			 str_format(entry->shelf->own.perm, "%.*s is needed: fill it in",
				    STR_ARG(field->label)));
}

static void
read_day(struct entry *entry, const struct sents *sent, Str name, Str label, bool open,
	 struct typed *typed, Date *day)
{
	struct misfit misfit;
	if (sents_has(sent, name))
		typed->text = str_trim(sents_find(sent, name));
	if (!day_read(entry->shelf, typed->text, open, day, &misfit))
		complain(entry, typed, misfit_words(label, misfit, entry->shelf->own.perm));
}

static void
read_days(struct entry *entry, const struct sents *sent)
{
	const struct way_row *way = &way_rows[entry->way];
	if (!entry->shelf->type->dated)
		return;
	if (way->day)
		read_day(entry, sent, SENT_DAY, entry->way == WAY_END ? S("Last day") : S("From"),
			 false, &entry->day, &entry->first_day);
	if (way->last)
		read_day(entry, sent, SENT_LAST, S("Last day"), true, &entry->last,
			 &entry->last_day);
	if (way->last && !entry->day.error.len && !entry->last.error.len &&
	    entry->last_day.day < entry->first_day.day)
		complain(entry, &entry->last,
			 S("The last day is before the first: mend one of the two"));
}

static void
read_reason(struct entry *entry, const struct sents *sent)
{
	static const struct field reason = {
		.name = STR("reason"), .label = STR("Reason"), .kind = FIELD_NOTE, .most = 1000
	};
	struct misfit misfit;
	Str value, text = sents_find(sent, SENT_REASON);
	entry->reason.text = text;
	if (!value_read(&reason, text, &value, &misfit, entry->shelf->own.perm))
		complain(entry, &entry->reason,
			 misfit_words(S("The reason"), misfit, entry->shelf->own.perm));
	else if (way_rows[entry->way].reason && value.len == 0)
		complain(entry, &entry->reason,
			 S("A reason is needed: say in a few words why, for whoever reads the "
			   "history"));
	else
		entry->reason.text = value;
}

/* A name that means nothing here is a slip of whoever wrote the form or the program. */
static bool
all_known(const struct entry *entry, const struct sents *sent, struct answer *why)
{
	static const Str others[] = { STR("token"),          STR("how"),
				      STR("change.day"),     STR("change.last"),
				      STR("change.reason"),  STR("change.row"),
				      STR("change.version"), STR("change.sure") };
	for (int i = 0; i < sent->count; i++) {
		bool known = field_find(entry->shelf->type, sent->at[i].name) >= 0;
		for (ptrdiff_t k = 0; k < countof(others) && !known; k++)
			known = str_equal(sent->at[i].name, others[k]);
		if (known)
			continue;
		*why = answer_words(WRONG, S("Nothing was changed"),
				    str_format(entry->shelf->own.perm,
					       "There is no field "
					       "\u201c%.*s\u201d: the description of the addresses "
					       "for programs lists them.",
					       STR_ARG(sent->at[i].name)),
				    entry->shelf->own.perm);
		return false;
	}
	return true;
}

bool
entry_read(struct entry *entry, const struct sents *sent, struct answer *why)
{
	const struct record_type *type = entry->shelf->type;
	if (!all_known(entry, sent, why))
		return false;
	for (int f = 0; f < type->field_count; f++)
		if (sents_has(sent, type->fields[f].name) &&
		    is_forbidden(entry, f, sents_find(sent, type->fields[f].name))) {
			*why = forbidden(entry, f);
			return false;
		}
	for (int f = 0; f < type->field_count && way_rows[entry->way].fields; f++) {
		if (entry->may[f] && sents_has(sent, type->fields[f].name))
			read_field(entry, f, sents_find(sent, type->fields[f].name));
		need_field(entry, f);
	}
	read_days(entry, sent);
	read_reason(entry, sent);
	entry->sure = str_equal(sents_find(sent, SENT_SURE), S("yes"));
	return true;
}

bool
entry_fresh(const struct entry *entry, const struct sents *sent)
{
	Str row = sents_find(sent, SENT_ROW), version = sents_find(sent, SENT_VERSION);
	struct arena *perm = entry->shelf->own.perm;
	if (!entry->row || (row.len == 0 && version.len == 0))
		return true;
	return str_equal(row, str_format(perm, "%lld", (long long)entry->row->id)) &&
	       str_equal(version, str_format(perm, "%d", entry->row->version));
}

/* ---- changes --------------------------------------------------------------------------------- */

/* The values from a day on: those of the row that holds then, with what was changed in the form. */
static const Str *
values_from(const struct entry *entry)
{
	const struct record_type *type = entry->shelf->type;
	const struct record *then =
		record_on(entry->shelf->records, entry->row->ref, entry->first_day);
	Str *values = new(entry->shelf->own.perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++) {
		bool changed = !str_equal(entry->values[f], entry->row->values[f]);
		values[f] = changed || !then ? entry->values[f] : then->values[f];
	}
	return values;
}

bool
entry_changes(const struct entry *entry, Str ref, struct changes *changes, struct error *err)
{
	const struct shelf *shelf = entry->shelf;
	struct period when = { entry->first_day, entry->last_day };
	Str *values = new(shelf->own.perm, shelf->type->field_count, Str);
	for (int f = 0; f < shelf->type->field_count; f++)
		values[f] = entry->values[f];
	switch (entry->way) {
	case WAY_NEW:
		changes_add(changes,
			    (struct change){
				    .kind = ADD,
				    .type = shelf->type,
				    .after = { .ref = ref,
					       .when = shelf->type->dated
							       ? when
							       : (struct period){ { 0 }, { 0 } },
					       .values = values } });
		return true;
	case WAY_FROM:
		return change_from(shelf->records, ref, entry->first_day, values_from(entry),
				   changes, err);
	case WAY_CORRECT:
		return change_correct(shelf->records, entry->row->id, entry->row->version, when,
				      values, changes, err);
	case WAY_END:
		return change_end(shelf->records, ref, entry->first_day, changes, err);
	case WAY_REMOVE:
		return change_remove(shelf->records, entry->row->id, entry->row->version, changes,
				     err);
	case WAYS:
		break;
	}
	assert(!"a way of changing that is not a row");
	return false;
}

int
entry_blame(struct entry *entry, const struct findings *found)
{
	const struct record_type *type = entry->shelf->type;
	int blamed = 0;
	for (ptrdiff_t i = 0; i < found->count; i++) {
		const struct finding *finding = &found->at[i];
		for (int f = 0; f < type->field_count && way_rows[entry->way].fields; f++) {
			bool about = str_equal(finding->field, type->fields[f].label) ||
				     str_equal(finding->field, type->fields[f].name);
			if (finding->severity != MISTAKE || !about || entry->fields[f].error.len)
				continue;
			complain(entry, &entry->fields[f],
				 misfit_words(type->fields[f].label,
					      (struct misfit){ finding->wrong, finding->mend },
					      entry->shelf->own.perm));
			blamed++;
		}
	}
	return blamed;
}
