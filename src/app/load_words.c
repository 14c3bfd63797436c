/* load_words.c: what a council's own words mean: said once, and remembered. */
#include "app/load_parts.h"

enum { WORDS_A_PAGE = 60, CENSUS_ROLES = 7 };

struct meanings { struct pick *at; int count; };

/* The roles there are, then a new one of each kind the census knows. */
static struct meanings
role_meanings(const struct load_page *page)
{
	const struct roster *r = page->own.roster;
	struct arena *perm = page->own.perm;
	const struct record_type *type = &record_types[TYPE_ROLE];
	const struct field *census = &type->fields[field_find(type, S("census_role"))];
	int roles = r ? r->role_count : 0;
	struct meanings out = { .at = new(perm, roles + CENSUS_ROLES + 1, struct pick) };
	out.at[out.count++] = (struct pick){ .words = S("Decide by the title") };
	for (int i = 0; i < roles; i++) {
		const struct role_row *row = &r->role_rows[r->roles[i].first + r->roles[i].count - 1];
		Str counts = value_words(census, str_format(perm, "%d", row->census), perm);
		out.at[out.count++] = (struct pick){ .value = r->roles[i].ref,
			.words = str_format(perm, "%.*s (%.*s)", STR_ARG(row->title), STR_ARG(counts)) };
	}
	for (int c = 0; c < census->choice_count; c++)
		out.at[out.count++] = (struct pick){
			.value = str_format(perm, "census %.*s", STR_ARG(census->choices[c].code)),
			.words = str_format(perm, "A new role: %.*s", STR_ARG(census->choices[c].words)) };
	return out;
}

static struct meanings
unit_meanings(const struct load_page *page)
{
	const struct roster *r = page->own.roster;
	struct arena *perm = page->own.perm;
	int units = r ? r->unit_count : 0;
	struct meanings out = { .at = new(perm, units + 2, struct pick) };
	out.at[out.count++] = (struct pick){ .words = S("Not said: it is added, and asked about") };
	out.at[out.count++] = (struct pick){ .value = S("new"), .words = S("A new team") };
	for (int u = 0; u < units; u++)
		out.at[out.count++] = (struct pick){ .value = r->units[u].ref,
			.words = r->unit_rows[r->units[u].first + r->units[u].count - 1].name };
	return out;
}

static struct meanings
choice_meanings(enum target target, struct arena *perm)
{
	const struct record_type *type = record_type_find(target_rows[target].type);
	const struct field *field = &type->fields[field_find(type, target_rows[target].field)];
	struct meanings out = { .at = new(perm, field->choice_count + 1, struct pick) };
	out.at[out.count++] = (struct pick){ .words = S("Not said yet") };
	for (int c = 0; c < field->choice_count; c++)
		out.at[out.count++] = (struct pick){ .value = field->choices[c].code, .words = field->choices[c].words };
	return out;
}

/* What words of contracts usually mean, offered and not taken until somebody saves it. */
static Str
likely_meaning(const struct local_word *word, struct arena *perm)
{
	static const struct { Str part, means; } likely[] = {
		{ STR("ftc"), STR("fixed_term") }, { STR("fixed"), STR("fixed_term") }, { STR("temp"), STR("fixed_term") },
		{ STR("acting"), STR("acting") }, { STR("second"), STR("seconded_in") }, { STR("agency"), STR("agency") },
		{ STR("locum"), STR("agency") }, { STR("cover"), STR("cover") }, { STR("perm"), STR("permanent") },
	};
	Str lower = str_lower(word->word, perm);
	for (ptrdiff_t i = 0; word->target == TO_BASIS && i < countof(likely); i++)
		if (str_find(lower, likely[i].part) >= 0)
			return likely[i].means;
	return (Str){ 0 };
}

/* Where a word stands, and what becomes of a title that nobody explains. */
static Str
word_hint(const struct local_word *word, struct arena *perm)
{
	Str lines = word->lines == 1 ? str_format(perm, "On row %d", word->first_line)
		: str_format(perm, "On %d rows, first on row %d", word->lines, word->first_line);
	const struct record_type *type = &record_types[TYPE_ROLE];
	const struct field *census = &type->fields[field_find(type, S("census_role"))];
	if (word->first_line == 0)
		return S("Said before");
	if (word->target != TO_JOB_TITLE || word->means.len > 0)
		return lines;
	return str_format(perm, "%.*s. By its title it counts as: %.*s", STR_ARG(lines),
	                  STR_ARG(value_words(census, title_likely_census(word->word, perm), perm)));
}

static struct input
word_input(const struct load_page *page, const struct local_word *word, struct meanings meanings)
{
	struct arena *perm = page->own.perm;
	bool must = word->means.len == 0 && word->target != TO_JOB_TITLE && word->target != TO_TEAM;
	return (struct input){ .kind = INPUT_SELECT, .value = word->means.len ? word->means : likely_meaning(word, perm), .picks = meanings.at,
		.pick_count = meanings.count,
		.name = str_format(perm, "said.%.*s.%.*s", STR_ARG(target_rows[word->target].name), STR_ARG(word->word)),
		.label = str_format(perm, "%.*s: \u201c%.*s\u201d", STR_ARG(target_rows[word->target].title), STR_ARG(word->word)),
		.hint = word_hint(word, perm),
		.error = must ? str_format(perm, "Say what \u201c%.*s\u201d means", STR_ARG(word->word)) : (Str){ 0 } };
}

/* What must be said comes first, then what may be, then what was said before. */
enum { MUST, MAY, SAID, RANKS };

static int
rank_of(const struct local_word *word)
{
	if (word->means.len > 0)
		return SAID;
	return word->target == TO_JOB_TITLE || word->target == TO_TEAM ? MAY : MUST;
}

static int
take_words(const struct load_page *page, struct input *inputs)
{
	struct meanings of[TARGETS] = { 0 };
	int count = 0;
	for (int rank = 0; rank < RANKS; rank++)
		for (int i = 0; i < page->work->word_count && count < WORDS_A_PAGE; i++) {
			const struct local_word *word = &page->work->words[i];
			struct meanings *meanings = &of[word->target];
			if (rank_of(word) != rank)
				continue;
			if (meanings->count == 0)
				*meanings = word->target == TO_JOB_TITLE ? role_meanings(page)
					: word->target == TO_TEAM ? unit_meanings(page) : choice_meanings(word->target, page->own.perm);
			inputs[count++] = word_input(page, word, *meanings);
		}
	return count;
}

void
part_words(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	if (page->work->word_count == 0) {
		document_paragraph(&page->doc, S("Every title, team and word of this list is known."));
		return;
	}
	struct input *inputs = new(perm, WORDS_A_PAGE, struct input);
	int count = take_words(page, inputs);
	document_paragraph(&page->doc, S("These are this council\u2019s own words. What you say of them is remembered with the "
		"way the list is read, and not asked again."));
	if (count < page->work->word_count)
		document_paragraph(&page->doc, str_format(perm, "The first %d of %d are here; save them, and the next follow.",
		                                          count, page->work->word_count));
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("words")) },
		inputs, count, button_do(S("Save and read again"), S("words"), BUTTON_MAIN));
}
