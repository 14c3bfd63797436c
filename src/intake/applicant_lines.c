/* applicant_lines.c: the lines of a list of applications, each cell as its column reads it. */
#include "intake/applicants.h"

#include <string.h>

#include "intake/headings.h"
#include "workforce/equality.h"
#include "workforce/stages.h"
#include "workforce/types_hiring.h"

enum { ROWS_LOOKED = 20, HEADINGS_LEAST = 3 };

struct reading {
	struct applicants *list;
	const struct applicants_asked *asked;
	struct applicant_words words;
	const struct applicant_word *of[GRID_COLUMNS_MOST];   /* what each column of the sheet is; NULL: nothing */
	int  column[APPLICANT_COLUMNS];                       /* from 1; 0: not there */
	struct arena *perm;
};

/* Columns that are a field of a record, and read as it. The rest have readers of their own, or are codes apart. */
static const struct { enum applicant_column column; enum type_id type; const char *field; } fields[] = {
	{ COL_REFERENCE, TYPE_APPLICATION, "brought_as" }, { COL_GIVEN, TYPE_CANDIDATE, "given_names" },
	{ COL_FAMILY, TYPE_CANDIDATE, "family_name" }, { COL_EMAIL, TYPE_CANDIDATE, "email" }, { COL_PHONE, TYPE_CANDIDATE, "phone" },
	{ COL_NUMBER, TYPE_CANDIDATE, "swe_number" }, { COL_BAND, TYPE_APPLICATION, "band" },
	{ COL_RECEIVED, TYPE_APPLICATION, "received_on" }, { COL_CHANNEL, TYPE_APPLICATION, "channel" },
	{ COL_STAGE_ON, TYPE_STEP, "held_on" }, { COL_REASON, TYPE_STEP, "reason" },
	{ COL_AGAIN, TYPE_CANDIDATE, "keep_in_touch" }, { COL_SPONSOR, TYPE_CANDIDATE, "sponsor_needed" },
};

void
applicant_complain(struct applicants *list, const struct applicant_line *line, int column, struct finding finding, struct arena *perm)
{
	finding.file = list->sheet ? list->sheet->file : S("");
	finding.line = line ? line->line : 0;
	finding.column = column;
	if (list->sheet && list->sheet->sheet.len && column > 0)
		finding.record = grid_place(list->sheet, column - 1, finding.line, perm);
	findings_add(&list->found, finding);
}

/* ---- headings ----------------------------------------------------------------------------------------- */

static int
headings_known(const struct reading *in, const struct grid_row *row)
{
	int known = 0;
	for (int c = 0; c < row->count; c++) {
		struct arena scratch = *in->perm;
		known += applicant_heading(&in->words, heading_fold(row->cells[c].text, &scratch)) != NULL;
	}
	return known;
}

/* The first sheet and row that has most of the headings; -1: none has enough. */
static int
heading_row_of(struct reading *in, const struct grids *grids)
{
	int best = HEADINGS_LEAST - 1, at = -1;
	for (int g = 0; g < grids->count; g++)
		for (int r = 0; r < grids->at[g].row_count && r < ROWS_LOOKED; r++) {
			int known = headings_known(in, &grids->at[g].rows[r]);
			if (known <= best)
				continue;
			best = known;
			at = r;
			in->list->sheet = &grids->at[g];
		}
	return at;
}

static void
read_heading(struct reading *in, const struct applicant_line *line, int c, Str text)
{
	const struct applicant_word *word = applicant_heading(&in->words, heading_fold(text, in->perm));
	if (!word)
		return;
	if (in->column[word->column]) {
		applicant_complain(in->list, line, c + 1, (struct finding){ .severity = QUERY, .code = S("twice"), .seen = text,
			.wrong = str_format(in->perm, "is \u201c%.*s\u201d, as a column before it is", STR_ARG(applicant_columns[word->column].words)),
			.mend = S("it is not read; take one of the two out") }, in->perm);
		return;
	}
	in->of[c] = word;
	in->column[word->column] = c + 1;
	in->list->heading[word->column] = text;
	if (!word->sure)
		applicant_complain(in->list, line, c + 1, (struct finding){ .severity = QUERY, .code = S("unsure"), .seen = text,
			.wrong = str_format(in->perm, "is taken for \u201c%.*s\u201d, which nobody has looked at", STR_ARG(applicant_columns[word->column].words)),
			.mend = S("look at the column, then say it in a word of lists") }, in->perm);
}

static void
read_headings(struct reading *in, const struct grid_row *row)
{
	struct applicant_line line = { .line = row->line };
	for (int c = 0; c < row->count && c < GRID_COLUMNS_MOST; c++)
		read_heading(in, &line, c, str_trim(row->cells[c].text));
	bool named = in->column[COL_FULL] || in->column[COL_FAMILY];
	if (!named)
		applicant_complain(in->list, &line, 0, (struct finding){ .severity = MISTAKE, .code = S("column"),
			.wrong = S("has no column with the name"), .mend = S("add \u201cFamily name\u201d, or say in a word of lists what it is called") }, in->perm);
	if (!in->column[COL_RECEIVED])
		applicant_complain(in->list, &line, 0, (struct finding){ .severity = MISTAKE, .code = S("column"),
			.wrong = S("has no column with the day of the application"), .mend = S("add \u201cReceived on\u201d, or say in a word of lists what it is called") }, in->perm);
}

/* ---- cells ---------------------------------------------------------------------------------------------- */

/* As it was before a program put an apostrophe before what a spreadsheet would run. */
static Str
cell_text_of(const struct grid_cell *cell)
{
	Str text = str_trim(cell->text);
	bool guarded = text.len > 1 && text.at[0] == '\'' && strchr("=+-@\t", text.at[1]);
	return guarded ? str_from(text, 1) : text;
}

static bool
wrong_cell(struct reading *in, struct applicant_line *line, enum applicant_column column, struct finding finding)
{
	finding.severity = MISTAKE;
	if (!finding.code.len)
		finding.code = S("value");
	finding.field = applicant_columns[column].code;
	if (column >= COL_SEX)
		finding.seen = S("");                /* an answer is said nowhere */
	line->bad = true;
	applicant_complain(in->list, line, in->column[column], finding, in->perm);
	return false;
}

/* The code or ref that a word of the column stands for, else the text itself. */
static Str
meaning_of(struct reading *in, const struct applicant_line *line, enum applicant_column column, Str text)
{
	const struct applicant_word *word = applicant_meaning(&in->words, column, heading_fold(text, in->perm));
	if (!word)
		return text;
	if (!word->sure)
		applicant_complain(in->list, line, in->column[column], (struct finding){ .severity = QUERY, .code = S("unsure"),
			.field = applicant_columns[column].code, .seen = text, .wrong = str_format(in->perm, "is taken for \u201c%.*s\u201d, which nobody has looked at",
			STR_ARG(word->means)), .mend = S("look at it, then say it in a word of lists") }, in->perm);
	return word->means;
}

static void
read_field(struct reading *in, struct applicant_line *line, int f)
{
	enum applicant_column column = fields[f].column;
	const struct record_type *type = &record_types[fields[f].type];
	const struct field *field = &type->fields[field_find(type, str_of(fields[f].field))];
	Str text = meaning_of(in, line, column, line->values[column]), value = S("");
	struct misfit misfit = { 0 };
	if (text.len && !value_read(field, text, &value, &misfit, in->perm))
		wrong_cell(in, line, column, (struct finding){ .seen = line->values[column], .wrong = misfit.wrong, .mend = misfit.mend });
	else if (field->most && str_characters(value) > field->most)
		wrong_cell(in, line, column, (struct finding){ .wrong = S("is too long"),
			.mend = str_format(in->perm, "shorten it to %d characters", field->most) });
	line->values[column] = value;
}

/* "Reed, Bo" or "Bo Reed". */
static void
split_name(struct applicant_line *line)
{
	Str full = line->values[COL_FULL], before = full, after;
	if (!full.len || line->values[COL_FAMILY].len)
		return;
	after = full;
	before = str_trim(str_cut(&after, ','));
	if (after.len) {
		line->values[COL_FAMILY] = before;
		line->values[COL_GIVEN] = str_trim(after);
		return;
	}
	ptrdiff_t blank = full.len;
	while (blank > 0 && full.at[blank - 1] != ' ')
		blank--;
	line->values[COL_FAMILY] = str_from(full, blank);
	line->values[COL_GIVEN] = str_trim(str_upto(full, blank));
}

static void
read_stage(struct reading *in, struct applicant_line *line)
{
	Str text = meaning_of(in, line, COL_STAGE, line->values[COL_STAGE]);
	line->stage = text.len ? NOT_THERE : AT_RECEIVED;
	for (int s = 0; s < APPLICATION_STAGES; s++)
		if (str_equal_fold(application_stages.rows[s].code, text) || str_equal_fold(application_stages.rows[s].words, text))
			line->stage = s;
	if (line->stage == NOT_THERE)
		wrong_cell(in, line, COL_STAGE, (struct finding){ .seen = text, .wrong = S("is no stage that is known"),
			.mend = S("say in a word of lists what it is here") });
}

/* Rounds by ref, number or name; roles by ref, title, or a local title. */
static int
round_of(const struct reading *in, Str text)
{
	const struct records *rounds = &in->asked->council->of[TYPE_ROUND];
	const struct record_type *type = &record_types[TYPE_ROUND];
	for (int i = 0; text.len && i < rounds->count; i++)
		if (str_equal_fold(rounds->at[i].ref, text) || str_equal_fold(record_value(type, &rounds->at[i], S("name")), text) ||
		    str_equal(record_value(type, &rounds->at[i], S("number")), text))
			return i;
	return NOT_THERE;
}

static int
role_of(const struct reading *in, const struct applicant_line *line, Str text)
{
	const struct roster *roster = in->asked->roster;
	const struct records *titles = &in->asked->council->of[TYPE_TITLE];
	for (int r = 0; text.len && r < roster->role_count; r++) {
		const struct role_row *row = role_on(roster, r, line->received);
		if (str_equal_fold(roster->roles[r].ref, text) || (row && str_equal_fold(row->title, text)))
			return r;
	}
	for (int t = 0; text.len && t < titles->count; t++)
		if (str_equal_fold(record_value(&record_types[TYPE_TITLE], &titles->at[t], S("title")), text))
			return roster_role(roster, record_value(&record_types[TYPE_TITLE], &titles->at[t], S("role")));
	return NOT_THERE;
}

static void
read_where(struct reading *in, struct applicant_line *line)
{
	Str round = line->values[COL_ROUND].len ? meaning_of(in, line, COL_ROUND, line->values[COL_ROUND]) : in->asked->round;
	Str role = line->values[COL_ROLE].len ? meaning_of(in, line, COL_ROLE, line->values[COL_ROLE]) : in->asked->role;
	line->round = round_of(in, round);
	line->role = role_of(in, line, role);
	if (line->round == NOT_THERE)
		wrong_cell(in, line, COL_ROUND, (struct finding){ .seen = round, .wrong = round.len ? S("is no round here") : S("is empty"),
			.mend = S("give its reference, number or name, or say the round of the whole list") });
	if (line->role == NOT_THERE)
		wrong_cell(in, line, COL_ROLE, (struct finding){ .seen = role, .wrong = role.len ? S("is no role here") : S("is empty"),
			.mend = S("give its reference or title, or say the role of the whole list") });
}

/* An answer as its code; one that is no code counts as not said, and the words are told nowhere. */
static void
read_answer(struct reading *in, struct applicant_line *line, enum applicant_column column)
{
	const struct equality_attribute *attribute = equality_find(applicant_columns[column].code);
	Str text = line->values[column];
	if (!text.len)
		return;
	const struct applicant_word *word = applicant_meaning(&in->words, column, heading_fold(text, in->perm));
	text = word ? word->means : text;
	line->values[column] = S("");
	for (int c = 0; c < attribute->code_count; c++)
		if (str_equal_fold(attribute->codes[c].code, text) || str_equal_fold(attribute->codes[c].words, text))
			line->values[column] = attribute->codes[c].code;
	if (!line->values[column].len)
		applicant_complain(in->list, line, in->column[column], (struct finding){ .severity = QUERY, .code = S("answer"),
			.field = applicant_columns[column].code, .wrong = S("is no answer that is known, and counts as none"),
			.mend = S("say in a word of lists what it is here") }, in->perm);
}

/* ---- lines ------------------------------------------------------------------------------------------------ */

static void
read_cells(struct reading *in, struct applicant_line *line, const struct grid_row *row)
{
	for (int c = 0; c < row->count && c < GRID_COLUMNS_MOST; c++) {
		const struct grid_cell *cell = &row->cells[c];
		if (!in->of[c])
			continue;
		line->values[in->of[c]->column] = cell_text_of(cell);
		if (cell->kind == GRID_ERROR)
			wrong_cell(in, line, in->of[c]->column, (struct finding){ .code = S("cell-error"), .seen = cell->text,
				.wrong = S("is an error of the spreadsheet"), .mend = S("mend the formula in the sheet") });
		if (cell->kind == GRID_NO_VALUE)
			wrong_cell(in, line, in->of[c]->column, (struct finding){ .code = S("no-value"),
				.wrong = S("is a formula that was saved without its value"), .mend = S("open the file in a spreadsheet program and save it again") });
	}
}

/* What a line leaves blank, and must not. */
static void
fill_blanks(struct reading *in, struct applicant_line *line)
{
	Str *v = line->values;
	if (v[COL_BAND].len == 0)
		v[COL_BAND] = in->asked->band;
	if (v[COL_BAND].len == 0)
		wrong_cell(in, line, COL_BAND, (struct finding){ .wrong = S("is empty"), .mend = S("say the experience, or that of the whole list") });
	if (v[COL_RECEIVED].len == 0)
		wrong_cell(in, line, COL_RECEIVED, (struct finding){ .wrong = S("is empty"), .mend = S("say on which day it came") });
	if (!v[COL_REFERENCE].len && !v[COL_EMAIL].len && !v[COL_NUMBER].len)
		wrong_cell(in, line, COL_EMAIL, (struct finding){ .code = S("unknown-again"), .wrong = S("is empty, and so are the registration number and the reference"),
			.mend = S("give one of the three, so that they are known when the list comes again") });
}

static void
judge_line(struct reading *in, struct applicant_line *line)
{
	Str *v = line->values;
	(void)date_parse(v[COL_RECEIVED], &line->received);
	line->stage_on = in->asked->as_at;
	(void)date_parse(v[COL_STAGE_ON], &line->stage_on);
	if (!v[COL_FAMILY].len && !v[COL_GIVEN].len)
		wrong_cell(in, line, in->column[COL_FULL] ? COL_FULL : COL_FAMILY, (struct finding){ .wrong = S("is empty"), .mend = S("say who applied") });
	if (line->received.day > in->asked->as_at.day)
		wrong_cell(in, line, COL_RECEIVED, (struct finding){ .seen = v[COL_RECEIVED], .wrong = S("is after the day the list is of"),
			.mend = S("mend the day, or say another day for the list") });
	if (line->stage_on.day > in->asked->as_at.day || (line->stage > AT_RECEIVED && line->stage_on.day < line->received.day))
		wrong_cell(in, line, COL_STAGE_ON, (struct finding){ .seen = v[COL_STAGE_ON], .wrong = S("is before the application, or after the day the list is of"),
			.mend = S("mend the day") });
}

static void
read_line(struct reading *in, struct applicant_line *line, const struct grid_row *row)
{
	*line = (struct applicant_line){ .line = row->line };
	read_cells(in, line, row);
	fill_blanks(in, line);
	split_name(line);
	for (int f = 0; f < countof(fields); f++)
		read_field(in, line, f);
	(void)date_parse(line->values[COL_RECEIVED], &line->received);
	read_stage(in, line);
	read_where(in, line);
	for (int c = COL_SEX; c <= COL_ORIENTATION; c++)
		read_answer(in, line, (enum applicant_column)c);
	judge_line(in, line);
}

bool
applicant_lines(struct applicants *list, const struct grids *grids, const struct applicants_asked *asked, struct arena *perm)
{
	struct reading *in = new(perm, 1, struct reading);
	*in = (struct reading){ .list = list, .asked = asked, .perm = perm };
	applicant_words_read(&in->words, asked->council, asked->system, asked->as_at, perm);
	int heads = heading_row_of(in, grids);
	if (heads < 0) {
		findings_add(&list->found, (struct finding){ .severity = MISTAKE, .code = S("headings"), .file = grids->count ? grids->at[0].file : S(""),
			.wrong = S("has no row with the headings of a list of applications"), .mend = S("see below which headings are known") });
		return false;
	}
	read_headings(in, &list->sheet->rows[heads]);
	if (list->found.mistakes)
		return false;
	struct applicant_line *lines = new(perm, list->sheet->row_count, struct applicant_line);
	for (int r = heads + 1; r < list->sheet->row_count; r++)
		if (!grid_row_blank(&list->sheet->rows[r]))
			read_line(in, &lines[list->line_count++], &list->sheet->rows[r]);
	list->lines = lines;
	return true;
}
