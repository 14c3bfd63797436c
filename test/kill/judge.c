/* judge.c: what is in the store, held against what was tried and what was answered for. */
#include "kill.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "store/accounts.h"
#include "store/audit.h"
#include "store/lists.h"
#include "store/forecasts.h"
#include "store/records.h"

/* One entry of the audit that stands for something tried: the SHA-256 of what it kept. */
struct fact { struct digits kept; };

void
judge_wrong(struct judging *in, const char *format, ...)
{
	va_list args;
	in->wrong++;
	if (in->control && in->wrong > 1)
		return;
	va_start(args, format);
	printf(in->control ? "  found out: " : "  ");
	vprintf(format, args);
	printf("\n");
	va_end(args);
}

/* ---- the store holds --------------------------------------------------------------------------- */

static void
judge_whole(struct judging *in)
{
	struct error err = { "" };
	struct text says = text_new(&in->perm);
	struct audit_verdict audit = { 0 };
	struct deeds_verdict deeds = { 0 };
	if (!store_verify(in->store, &says, &err))
		judge_wrong(in, "the store is not whole: %s", err.text);
	if (!audit_verify(in->store, S(""), &audit, &in->perm, &err) || !audit.sound)
		judge_wrong(in, "the audit does not hold: %.*s %s", STR_ARG(audit.says), err.text);
	if (!store_deeds_verify(in->store, &deeds, &in->perm, &err) || !deeds.sound)
		judge_wrong(in, "the deeds do not hold: %.*s %s", STR_ARG(deeds.says), err.text);
	if (!store_council_read(in->store, S(COUNCIL), &in->council, &in->perm, &err))
		judge_wrong(in, "the records cannot be read: %s", err.text);
}

/* ---- what was kept ----------------------------------------------------------------------------- */

static Str
value_of(const struct record *record, enum type_id type, Str name)
{
	return record_value(&record_types[type], record, name);
}

static const struct record *
only_row(const struct records *records, Str ref)
{
	int first;
	return records_of(records, ref, &first) == 1 ? &records->at[first] : NULL;
}

/* People of lists in their posts, a line each, as the driver has them of the file. */
static struct digits
people_digest(const struct records *people, const struct records *posts, const struct records *spells, int *count,
              struct arena scratch)
{
	struct sorted_lines lines = { new(&scratch, spells->count + 1, Str), 0, spells->count };
	for (int i = 0; i < spells->count; i++) {
		const struct record *spell = &spells->at[i];
		const struct record *person = only_row(people, value_of(spell, TYPE_SPELL, S("person")));
		const struct record *post = only_row(posts, value_of(spell, TYPE_SPELL, S("post")));
		if (!person || !post || !str_begins(value_of(person, TYPE_PERSON, S("payroll")), S("K")))
			continue;
		struct arena line = scratch;
		line_add(&lines, &scratch, "%.*s %.*s %.*s %.*s %.*s %.*s %.*s %.*s",
			STR_ARG(value_of(person, TYPE_PERSON, S("payroll"))), STR_ARG(value_of(person, TYPE_PERSON, S("family_name"))),
			STR_ARG(value_of(person, TYPE_PERSON, S("given_names"))), STR_ARG(value_of(person, TYPE_PERSON, S("born"))),
			STR_ARG(value_of(post, TYPE_POST, S("number"))), STR_ARG(date_iso(spell->when.first, &line)),
			STR_ARG(value_of(spell, TYPE_SPELL, S("fte"))), STR_ARG(value_of(spell, TYPE_SPELL, S("basis"))));
	}
	*count = lines.count;
	return lines_digest(&lines, scratch);
}

static struct records
added(const struct changes *changes, enum type_id type, struct arena *perm)
{
	return records_after(&(struct records){ .type = &record_types[type] }, changes, perm);
}

/* What a list's deed put in, by its own history. */
static struct digits
list_kept(struct judging *in, const struct past *deed, struct arena scratch)
{
	struct changes changes = changes_new(&scratch);
	struct error err = { "" };
	int count;
	if (!store_deed_changes(in->store, S(COUNCIL), deed->seq, &changes, &scratch, &err))
		judge_wrong(in, "the changes of entry %lld cannot be read: %s", (long long)deed->seq, err.text);
	for (int i = 0; i < changes.count; i++)
		if (changes.at[i].kind != ADD)
			return (struct digits){ "not only added" };
	struct records people = added(&changes, TYPE_PERSON, &scratch), posts = added(&changes, TYPE_POST, &scratch),
	               spells = added(&changes, TYPE_SPELL, &scratch);
	return people_digest(&people, &posts, &spells, &count, scratch);
}

/* What was told by a form, as the driver has it: of these types alone. */
static const struct told { enum type_id type; Str fields[8]; } told[] = {
	{ TYPE_ESTABLISHMENT_CHANGE, { STR("wish"), STR("title"), STR("unit"), STR("role"), STR("fte"), STR("starts_on"),
	                               STR("reason") } },
	{ TYPE_CENSUS_NOTE, { STR("year"), STR("kind"), STR("subject"), STR("record"), STR("words") } },
};

/* Whether a record is as a deed left it. */
static bool
is_as_left(const struct judging *in, const struct change *change)
{
	enum type_id type = record_type_id(change->type);
	const struct record *record = only_row(&in->council.of[type], change->after.ref);
	for (int f = 0; record && f < change->type->field_count; f++)
		if (!str_equal(record->values[f], change->after.values[f]))
			record = NULL;
	return record != NULL;
}

static const struct change *
change_of(const struct changes *changes, enum type_id type)
{
	for (int i = 0; i < changes->count; i++)
		if (changes->at[i].type == &record_types[type])
			return &changes->at[i];
	return NULL;
}

/* Two records of one deed: a candidate with an application, or a step with the day by which its candidate goes. A candidate may
 * have been given that day since. */
static struct digits
pair_kept(struct judging *in, const struct changes *changes, struct arena scratch)
{
	const struct change *candidate = change_of(changes, TYPE_CANDIDATE), *application = change_of(changes, TYPE_APPLICATION),
	                    *step = change_of(changes, TYPE_STEP);
	if (candidate && application && candidate->kind == ADD && application->kind == ADD && is_as_left(in, application) &&
	    only_row(&in->council.of[TYPE_CANDIDATE], candidate->after.ref) &&
	    str_equal(value_of(&application->after, TYPE_APPLICATION, S("candidate")), candidate->after.ref)) {
		in->applied++;
		return sha256_of(str_format(&scratch, "applied|%.*s|%.*s", STR_ARG(value_of(&candidate->after, TYPE_CANDIDATE, S("family_name"))),
			STR_ARG(value_of(&application->after, TYPE_APPLICATION, S("received_on")))));
	}
	if (candidate && step && candidate->kind == ALTER && step->kind == ADD && is_as_left(in, step) && is_as_left(in, candidate) &&
	    value_of(&candidate->after, TYPE_CANDIDATE, S("remove_on")).len) {
		in->stepped++;
		return sha256_of(str_format(&scratch, "ended|%.*s|%.*s", STR_ARG(value_of(&step->after, TYPE_STEP, S("application"))),
			STR_ARG(value_of(&step->after, TYPE_STEP, S("reason")))));
	}
	return (struct digits){ "no pair that was tried" };
}

/* What somebody put in, by the history, where the record still is as that says; counted with its like. */
static struct digits
record_added(struct judging *in, const struct past *deed, struct arena scratch)
{
	struct changes changes = changes_new(&scratch);
	struct error err = { "" };
	struct text kept = text_new(&scratch);
	bool read = store_deed_changes(in->store, S(COUNCIL), deed->seq, &changes, &scratch, &err);
	if (read && changes.count == 2)
		return pair_kept(in, &changes, scratch);
	if (!read || changes.count != 1 || changes.at[0].kind != ADD)
		return (struct digits){ "not one added" };
	const struct told *is_told = changes.at[0].type == &record_types[told[1].type] ? &told[1] : &told[0];
	const struct record *record = only_row(&in->council.of[is_told->type], changes.at[0].after.ref);
	*(is_told == told ? &in->asked : &in->noted) += 1;
	for (int f = 0; is_told->fields[f].len > 0 && record; f++) {
		Str is = value_of(record, is_told->type, is_told->fields[f]);
		if (!str_equal(is, value_of(&changes.at[0].after, is_told->type, is_told->fields[f])))
			record = NULL;
		text_format(&kept, "%s%.*s", f ? "|" : "", STR_ARG(is));
	}
	return record ? sha256_of(text_str(&kept)) : (struct digits){ "the record is gone, or another" };
}

static int64_t
list_of_deed(struct judging *in, const struct past *deeds, int count, int64_t seq)
{
	for (int i = 0; i < count; i++)
		if (deeds[i].seq == seq && str_begins(deeds[i].object, S("list ")))
			return atoll(str_c(str_from(deeds[i].object, 5), &in->perm));
	return 0;
}

static void
fact_add(struct judging *in, struct digits kept)
{
	if (in->fact_count < in->fact_room)
		in->facts[in->fact_count++] = (struct fact){ kept };
	else
		judge_wrong(in, "there are more entries than were tried");
}

static void
find_deeds(struct judging *in)
{
	struct past *deeds;
	struct error err = { "" };
	int count = 0;
	if (!store_deeds(in->store, S(COUNCIL), S(""), 0, &deeds, &count, &in->perm, &err))
		judge_wrong(in, "the deeds cannot be read: %s", err.text);
	in->trial->standing = 0;
	for (int i = count - 1; i >= 0; i--) {
		const struct past *deed = &deeds[i];
		struct digits kept = { "a deed that nobody tried" };
		if (deed->seq <= in->trial->base)
			continue;
		if (str_equal(deed->what, S("edit"))) {
			kept = record_added(in, deed, in->perm);
		} else if (str_equal(deed->what, S("import"))) {
			kept = list_kept(in, deed, in->perm);
			in->loaded++;
			if (!deed->undone_by) {
				in->trial->standing = list_of_deed(in, deeds, count, deed->seq);
				in->standing = kept;
			}
		} else if (str_equal(deed->what, S("undo"))) {
			int64_t list = list_of_deed(in, deeds, count, deed->undoes);
			kept = sha256_of(str_format(&in->perm, "list %lld taken back", (long long)list));
			in->undone++;
		}
		fact_add(in, kept);
	}
}

static bool
entries_of(struct judging *in, const struct audit_filter *filter, struct entry **entries, int *count)
{
	struct error err = { "" };
	*count = 0;
	if (audit_entries(in->store, filter, entries, count, &in->perm, &err))
		return true;
	judge_wrong(in, "the audit cannot be read: %s", err.text);
	return false;
}

/* "hr-lead, authority walsall, 2027-01-05 to 9999-12-31", wherever it stands in the text; empty: nowhere. */
static Str
duty_in(Str text)
{
	static const Str ends = STR("to 9999-12-31");
	ptrdiff_t first = str_find(text, S("hr-lead"));
	Str rest = first < 0 ? (Str){ 0 } : str_from(text, first);
	ptrdiff_t last = str_find(rest, ends);
	return last < 0 ? (Str){ 0 } : str_upto(rest, last + ends.len);
}

static Str
duty_now(Str payload)
{
	ptrdiff_t now = str_find(payload, S("now: "));
	return now < 0 ? (Str){ 0 } : duty_in(str_from(payload, now));
}

static void
find_duties(struct judging *in, Str account)
{
	struct entry *entries;
	int count;
	struct audit_filter filter = { .action = S("account.grants"), .object = account, .most = ATTEMPTS_MOST };
	if (!entries_of(in, &filter, &entries, &count))
		return;
	for (int i = 0; i < count; i++) {
		Str now = duty_now(entries[i].payload), duty = duty_in(entries[i].payload);
		fact_add(in, sha256_of(str_format(&in->perm, "%s: %.*s", now.len ? "given" : "ended", STR_ARG(duty))));
	}
}

/* ---- judging ----------------------------------------------------------------------------------- */

static int
by_kept(const void *a, const void *b)
{
	return strcmp(((const struct fact *)a)->kept.at, ((const struct fact *)b)->kept.at);
}

static int
facts_of(const struct judging *in, const struct digits *kept)
{
	int low = 0, high = in->fact_count, count = 0;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (strcmp(in->facts[middle].kept.at, kept->at) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	while (low + count < in->fact_count && strcmp(in->facts[low + count].kept.at, kept->at) == 0)
		count++;
	return count;
}

static int
by_wants(const void *a, const void *b)
{
	return strcmp(((const struct attempt *)a)->wants.at, ((const struct attempt *)b)->wants.at);
}

/* What was answered for is there once; what was not, once or not at all. Taking back the same list may have been tried
 * twice, when the first was cut short: it is there once. */
static void
judge_attempts(struct judging *in)
{
	int known = 0, count = in->trial->count;
	struct attempt *all = new(&in->perm, count + 1, struct attempt);
	memcpy(all, in->trial->attempts, (size_t)count * sizeof *all);
	qsort(all, (size_t)count, sizeof *all, by_wants);
	qsort(in->facts, (size_t)in->fact_count, sizeof *in->facts, by_kept);
	for (int i = 0, next; i < count; i = next) {
		bool answered = false;
		for (next = i; next < count && by_wants(&all[i], &all[next]) == 0; next++)
			answered = answered || all[next].answered;
		int found = facts_of(in, &all[i].wants);
		if (answered && found == 0)
			judge_wrong(in, "LOST: what was answered for is not there (%s)", all[i].wants.at);
		if (found > 1)
			judge_wrong(in, "TWICE: %d entries for what was done once (%s)", found, all[i].wants.at);
		known += found;
	}
	if (known != in->fact_count)
		judge_wrong(in, "PART: %d entries are of nothing that was tried", in->fact_count - known);
}

/* Rows without an entry, or an entry without its rows. */
static void
judge_rows(struct judging *in)
{
	const struct records *of = in->council.of;
	int count, people = 0, posts = 0, wants = in->trial->standing ? LIST_ROWS : 0;
	if (!of[TYPE_PERSON].type)
		return;
	struct digits is = people_digest(&of[TYPE_PERSON], &of[TYPE_POST], &of[TYPE_SPELL], &count, in->perm);
	for (int i = 0; i < of[TYPE_PERSON].count; i++)
		people += str_begins(value_of(&of[TYPE_PERSON].at[i], TYPE_PERSON, S("payroll")), S("K"));
	for (int i = 0; i < of[TYPE_POST].count; i++)
		posts += str_begins(value_of(&of[TYPE_POST].at[i], TYPE_POST, S("number")), S("Q"));
	if (count != wants || people != wants || posts != wants)
		judge_wrong(in, "PART: %d people of lists in %d posts by %d times in post, where %d should be", people, posts, count, wants);
	if (wants && strcmp(is.at, in->standing.at) != 0)
		judge_wrong(in, "PART: the list that stands is not as it was loaded");
	if (in->loaded - in->undone != (wants > 0))
		judge_wrong(in, "%d lists loaded and %d taken back leave not %d", in->loaded, in->undone, wants > 0);
	if (of[TYPE_ESTABLISHMENT_CHANGE].count != in->asked)
		judge_wrong(in, "%d posts asked for by %d entries", of[TYPE_ESTABLISHMENT_CHANGE].count, in->asked);
	if (of[TYPE_CANDIDATE].count != in->applied || of[TYPE_APPLICATION].count != in->applied)
		judge_wrong(in, "%d candidates and %d applications by %d entries", of[TYPE_CANDIDATE].count, of[TYPE_APPLICATION].count, in->applied);
	if (of[TYPE_STEP].count != in->stepped)
		judge_wrong(in, "%d steps by %d entries", of[TYPE_STEP].count, in->stepped);
	if (of[TYPE_CENSUS_NOTE].count != in->noted)
		judge_wrong(in, "%d notes of a return by %d entries", of[TYPE_CENSUS_NOTE].count, in->noted);
}

static bool
is_whole(struct judging *in, const struct kept_forecast *kept, struct arena scratch)
{
	struct kept_forecast one;
	struct forecast_texts texts = { 0 };
	struct error err = { "" };
	if (!store_forecast(in->store, S(COUNCIL), kept->id, &one, &texts, &scratch, &err))
		return false;
	struct digits recipe = sha256_of(texts.recipe), result = sha256_of(texts.result);
	return str_equal(digits_str(&recipe), one.recipe_sha256) && str_equal(digits_str(&result), one.result_sha256);
}

/* Each forecast that was kept is one entry, whole, and is what was to be kept. */
static void
find_forecasts(struct judging *in)
{
	struct kept_forecast *kept;
	struct entry *entries;
	struct error err = { "" };
	int count = 0, entered = 0;
	if (!store_forecasts(in->store, S(COUNCIL), &kept, &count, &in->perm, &err))
		judge_wrong(in, "the forecasts cannot be read: %s", err.text);
	for (int i = 0; i < count; i++)
		fact_add(in, is_whole(in, &kept[i], in->perm) ? sha256_of(str_format(&in->perm, "forecast|%.*s", STR_ARG(kept[i].name)))
			: (struct digits){ "a forecast whose texts are not what was kept" });
	struct audit_filter filter = { .action = S("forecast.kept"), .authority = S(COUNCIL), .most = ATTEMPTS_MOST };
	if (entries_of(in, &filter, &entries, &entered) && entered != count)
		judge_wrong(in, "%d forecasts kept by %d entries", count, entered);
}

/* Each deed is one entry, and each entry of a deed has one. */
static void
judge_entries(struct judging *in)
{
	struct entry *entries;
	int count, deeds = 0;
	struct audit_filter filter = { .action = S("record."), .authority = S(COUNCIL), .most = ATTEMPTS_MOST };
	if (!entries_of(in, &filter, &entries, &count))
		return;
	for (int i = 0; i < count; i++)
		deeds += entries[i].seq > in->trial->base;
	if (deeds != in->asked + in->noted + in->applied + in->stepped + in->loaded + in->undone)
		judge_wrong(in, "%d entries of the audit for %d deeds", deeds, in->asked + in->noted + in->applied + in->stepped + in->loaded + in->undone);
}

/* The duty that stands is what the last entry says. */
static void
judge_duty(struct judging *in, Str ref, Date *granted)
{
	struct account account = { 0 };
	struct entry *entries;
	struct error err = { "" };
	bool found = false;
	int count;
	struct audit_filter filter = { .action = S("account.grants"), .object = ref, .most = 1 };
	if (!account_read(in->store, ref, &account, &found, &in->perm, &err) || !found)
		judge_wrong(in, "the account is gone: %s", err.text);
	*granted = account.grant_count ? account.grants[0].when.first : (Date){ 0 };
	if (!entries_of(in, &filter, &entries, &count))
		return;
	Str now = account.grant_count ? grant_text(&account.grants[0], &in->perm) : S("");
	Str said = count ? duty_now(entries[0].payload) : S("");
	if (account.grant_count > 1 || !str_equal(now, said))
		judge_wrong(in, "the duty that stands is not what the audit says");
}

/* The store is alone in its folder, and nothing stays where temporary files go. */
static void
judge_files(struct judging *in)
{
	static const char *const places[] = { "place", "tmp" };
	for (int p = 0; p < countof(places); p++) {
		DIR *folder = opendir(str_c(str_format(&in->perm, "%.*s/%s", STR_ARG(in->trial->folder), places[p]), &in->perm));
		const struct dirent *file;
		while (folder && (file = readdir(folder)))
			if (file->d_name[0] != '.' && strcmp(file->d_name, "store.db") != 0)
				judge_wrong(in, "left over: %s/%s", places[p], file->d_name);
		if (folder)
			closedir(folder);
	}
}

int
judge_store(struct trial *trial, bool control, struct arena scratch)
{
	struct error err = { "" };
	struct judging in = { .trial = trial, .control = control, .perm = scratch, .fact_room = trial->count + 1 };
	in.facts = new(&in.perm, in.fact_room, struct fact);
	judge_files(&in);
	in.store = store_open(trial->store, &err);
	if (!in.store) {
		judge_wrong(&in, "the store does not open: %s", err.text);
		return in.wrong;
	}
	judge_whole(&in);
	find_deeds(&in);
	find_forecasts(&in);
	for (int i = 0; i < GIVERS; i++)
		find_duties(&in, trial->others[i]);
	judge_attempts(&in);
	judge_rows(&in);
	judge_entries(&in);
	judge_recruiting(&in);
	for (int i = 0; i < GIVERS; i++)
		judge_duty(&in, trial->others[i], &trial->granted[i]);
	store_close(in.store);
	return in.wrong;
}

int64_t
audit_end(Str path, struct arena scratch)
{
	struct error err = { "" };
	struct audit_head head = { 0 };
	struct store *store = store_open(path, &err);
	if (store && !audit_head(store, &head, &scratch, &err))
		head.seq = 0;
	if (store)
		store_close(store);
	return head.seq;
}
