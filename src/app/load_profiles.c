/* load_profiles.c: how lists are read, by name; and a list from the command line. */
#include "app/load_parts.h"

#include "app/stored.h"

struct profiles { const struct own *own; struct kept_profile *at; int count; };

static bool
read_profiles(struct store *store, void *what, struct error *err)
{
	struct profiles *in = what;
	return store_profiles(store, in->own->ask->area, &in->at, &in->count, in->own->perm, err);
}

static Str
href_of_profile(const struct own *own, Str name)
{
	struct text path = text_new(own->perm);
	static const char hex[] = "0123456789ABCDEF";
	for (ptrdiff_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.at[i];
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
			text_char(&path, (char)c);
		else
			text_format(&path, "%%%c%c", hex[c >> 4], hex[c & 15]);
	}
	return own_href(own, str_format(own->perm, "profiles/%.*s", STR_ARG(text_str(&path))));
}

enum { PROFILE_COLUMNS = 4 };
static const struct column columns[PROFILE_COLUMNS] = {
	{ STR("name"), STR("Name"), false, false }, { STR("list"), STR("List"), false, false },
	{ STR("kept"), STR("Last kept"), false, false }, { STR("by"), STR("By"), false, false },
};

struct answer
show_list_profiles(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer why;
	struct error err;
	struct rows_made rows = { 0 };
	if (!lists_settle(world, ask, &own, &why, perm))
		return why;
	struct profiles in = { .own = &own };
	if (!stored(world, read_profiles, &in, perm, &err))
		return lists_failed(&own, S("What is remembered cannot be read"), &err);
	for (int i = 0; i < in.count; i++) {
		struct cell *cells = rows_push(&rows, PROFILE_COLUMNS, perm);
		cells[0] = cell_link(in.at[i].name, href_of_profile(&own, in.at[i].name));
		cells[1] = cell_text(list_title(in.at[i].list));
		cells[2] = cell_text(instant_words(in.at[i].at, perm));
		cells[3] = cell_text(actor_words(&own, in.at[i].actor));
	}
	struct answer answer = answer_of(DONE, document_new(perm, S("How lists are read")));
	struct document *doc = &answer.document;
	doc->caption = own.place->name;
	doc->address = own_href(&own, S("profiles"));
	doc->data = table_of(S("profiles"), S("Ways to read a list, by name"), columns, PROFILE_COLUMNS, rows, perm);
	document_paragraph(doc, S("What somebody said of a list\u2019s columns and words is remembered, and offered for the "
		"next list with the same headings."));
	if (in.count > 0)
		document_table(doc, doc->data);
	else
		document_paragraph(doc, S("Nothing is remembered yet."));
	return answer;
}

/* ---- one of them ----------------------------------------------------------------------------- */

static void
profile_pairs(struct document *doc, const struct profile *profile, struct arena *perm)
{
	struct pair *pairs = new(perm, TARGETS + profile->said_count + 8, struct pair);
	int hours = profile->hours_full_time > 0 ? profile->hours_full_time : 3700, count = 0;
	pairs[count++] = (struct pair){ .key = S("List"), .value = list_rows[profile->list].title };
	pairs[count++] = (struct pair){ .key = S("Sheet"), .value = profile->sheet.len ? profile->sheet : S("the first") };
	pairs[count++] = (struct pair){ .key = S("Row of the headings"), .value = profile->heading_line
		? str_format(perm, "%d", profile->heading_line) : S("found by itself") };
	pairs[count++] = (struct pair){ .key = S("Dates"), .value = profile->month_first ? S("the month comes first")
	                                                                                : S("the day comes first") };
	pairs[count++] = (struct pair){ .key = S("Hours a week that make 1 FTE"),
	                                .value = fte_words((int64_t)hours * 10000, perm) };
	for (int t = 0; t < TARGETS; t++)
		if (profile->column[t].len > 0)
			pairs[count++] = (struct pair){ .key = str_format(perm, "Column of: %.*s", STR_ARG(target_rows[t].title)),
			                                .value = profile->column[t] };
	for (int i = 0; i < profile->said_count; i++)
		pairs[count++] = profile->said[i].target == TO_FULL_NAME
			? (struct pair){ .key = S("A name of the list, matched to nobody by itself, is"), .value = profile->said[i].means } : (struct pair){ .value = profile->said[i].means,
			.key = str_format(perm, "%.*s \u201c%.*s\u201d means", STR_ARG(target_rows[profile->said[i].target].title),
			                  STR_ARG(profile->said[i].word)) };
	document_summary(doc, pairs, count);
}

struct answer
show_list_profile(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer why;
	struct error err;
	struct profile profile;
	if (!lists_settle(world, ask, &own, &why, perm))
		return why;
	struct profiles in = { .own = &own };
	if (!stored(world, read_profiles, &in, perm, &err))
		return lists_failed(&own, S("What is remembered cannot be read"), &err);
	for (int i = 0; i < in.count; i++) {
		if (!str_equal(in.at[i].name, ask->ref))
			continue;
		if (!profile_read(&profile, in.at[i].text, perm, &err))
			return lists_failed(&own, S("That profile cannot be read"), &err);
		struct answer answer = answer_of(DONE, document_new(perm, in.at[i].name));
		answer.document.caption = own.place->name;
		answer.document.address = href_of_profile(&own, in.at[i].name);
		profile_pairs(&answer.document, &profile, perm);
		return answer;
	}
	return answer_words(UNKNOWN, S("Nothing is remembered under that name"),
	                    S("The page of how lists are read has their names."), perm);
}
