/* applicant_words.c: what lists of applications call things: the program's words, and a council's own before them. */
#include "intake/applicants.h"

#include "base/embedded.h"
#include "files/csv.h"
#include "intake/headings.h"

enum { F_SYSTEM, F_COLUMN, F_SAID, F_MEANS, F_SURE, F_SOURCE, F_FROM, F_COUNT };
enum { WORDS_SHIPPED_MOST = 1000 };

struct gathering { struct applicant_word *at; int count; Date day; struct arena *perm; };

static void
word_add(struct gathering *in, Str column, struct applicant_word word)
{
	for (int c = 0; c < APPLICANT_COLUMNS; c++)
		if (str_equal(applicant_columns[c].code, column)) {
			word.column = (enum applicant_column)c;
			word.said = heading_fold(word.said, in->perm);
			in->at[in->count++] = word;
			return;
		}
}

/* Of the program's, those of one system. */
static void
add_shipped(struct gathering *in, Str system)
{
	struct csv csv = csv_open(embedded_file(S("data/application-words.csv")));
	struct csv_row row;
	int most = in->count + WORDS_SHIPPED_MOST;
	while (csv_next(&csv, &row, in->perm) && in->count < most) {
		Date from;
		if (row.count != F_COUNT || !str_equal(row.fields[F_SYSTEM], system) || !date_parse(row.fields[F_FROM], &from))
			continue;
		word_add(in, row.fields[F_COLUMN], (struct applicant_word){ .said = row.fields[F_SAID], .means = row.fields[F_MEANS],
			.sure = str_equal(row.fields[F_SURE], S("yes")) });
	}
}

static void
add_own(struct gathering *in, const struct records *records, Str system)
{
	const struct record_type *type = &record_types[TYPE_LIST_WORD];
	for (int i = 0; i < records->count; i++) {
		const struct record *row = &records->at[i];
		bool holds = row->when.first.day <= in->day.day && in->day.day <= row->when.last.day;
		if (holds && str_equal(record_value(type, row, S("system")), system))
			word_add(in, record_value(type, row, S("column")), (struct applicant_word){ .said = record_value(type, row, S("said")),
				.means = record_value(type, row, S("means")), .sure = str_equal(record_value(type, row, S("sure")), S("yes")),
				.own = true });
	}
}

void
applicant_words_read(struct applicant_words *words, const struct council *council, Str system, Date day, struct arena *perm)
{
	const struct records *own = &council->of[TYPE_LIST_WORD];
	Str other = applicant_systems[APPLICANT_SYSTEMS - 1].code;
	struct gathering in = { .day = day, .perm = perm,
		.at = new(perm, 2 * own->count + 2 * WORDS_SHIPPED_MOST, struct applicant_word) };
	add_own(&in, own, system);
	if (!str_equal(system, other)) {
		add_own(&in, own, other);
		add_shipped(&in, system);
	}
	add_shipped(&in, other);
	*words = (struct applicant_words){ in.at, in.count };
}

const struct applicant_word *
applicant_heading(const struct applicant_words *words, Str folded)
{
	for (int i = 0; folded.len && i < words->count; i++)
		if (words->at[i].means.len == 0 && str_equal(words->at[i].said, folded))
			return &words->at[i];
	return NULL;
}

const struct applicant_word *
applicant_meaning(const struct applicant_words *words, enum applicant_column column, Str folded)
{
	for (int i = 0; folded.len && i < words->count; i++)
		if (words->at[i].means.len && words->at[i].column == column && str_equal(words->at[i].said, folded))
			return &words->at[i];
	return NULL;
}
