/* subject_returns.c: what was sent of a person in statutory returns, item by item, from the files as they were sent. */
#include "app/subject_parts.h"

#include "census/read.h"
#include "store/returns.h"

static const struct column columns[] = {
	{ STR("return"), STR("Return"), false, false }, { STR("sent_on"), STR("Sent on"), false, false },
	{ STR("item"), STR("What was sent"), false, false }, { STR("value"), STR("As it stood"), false, false },
};

/* The numbers that somebody is or was registered under. */
static bool
number_is_theirs(const struct data *in, Str number)
{
	const struct record_type *type = &record_types[TYPE_REGISTRATION];
	const struct records *all = data_records(in, TYPE_REGISTRATION);
	for (int i = 0; i < all->count; i++)
		if (data_about(in, type, &all->at[i]) && str_equal_fold(record_value(type, &all->at[i], S("number")), number))
			return true;
	return false;
}

static Str
value_sent(enum item item, Str text, struct arena *perm)
{
	Str words = item_code_words(item, text);
	return words.len ? str_format(perm, "%.*s (%.*s)", STR_ARG(words), STR_ARG(text)) : text;
}

static void
add_worker(struct rows_made *rows, const struct kept_return *kept, const struct worker *w, struct arena *perm)
{
	Str name = str_format(perm, "Census %d, version %d", kept->year, kept->version);
	for (int i = WORKER_FIRST; i < ITEMS; i++) {
		Str text = worker_cell(w, (enum item)i)->text;
		if (text.len == 0)
			continue;
		struct cell *cells = rows_push(rows, countof(columns), perm);
		cells[0] = cell_text(name);
		cells[1] = cell_text(date_text(kept->sent_on, perm));
		cells[2] = cell_text(item_rows[i].title);
		cells[3] = cell_text(value_sent((enum item)i, text, perm));
	}
}

static bool
add_return(struct store *store, const struct data *in, const struct kept_return *kept, struct rows_made *rows, struct error *err)
{
	struct arena *perm = in->subject.own.perm;
	struct return_content content;
	struct census_return ret;
	struct findings found = findings_new(perm);
	struct census_expect expect = { 0 };
	if (!store_return_content(store, in->subject.own.ask->area, kept, &content, perm, err))
		return false;
	if (!census_read(content.bytes, kept->file, &expect, &ret, &found, perm))
		return true;
	for (int n = 0; n < ret.worker_count; n++)
		if (number_is_theirs(in, str_trim(worker_cell(&ret.workers[n], ITEM_SWE)->text)))
			add_worker(rows, kept, &ret.workers[n], perm);
	return true;
}

bool
subject_returns_read(struct store *store, struct data *in, struct error *err)
{
	struct arena *perm = in->subject.own.perm;
	struct kept_return *kept;
	struct rows_made rows = { 0 };
	int count;
	if (!store_returns(store, in->subject.own.ask->area, S("census"), &kept, &count, perm, err))
		return false;
	for (int i = 0; i < count; i++)
		if (kept[i].file_there && !add_return(store, in, &kept[i], &rows, err))
			return false;
	in->returns = table_of(S("returns"), S("What was sent of this person to the Department for Education"), columns,
	                       countof(columns), rows, perm);
	return true;
}
