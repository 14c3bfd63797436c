/* dfe_neighbours.c: DfE's table of statistical neighbours.
 *
 * The table gives each council ten others most like it. Members of a joint return have no figures
 * of their own, so where one stands as a neighbour the joint area takes its place, once, at the
 * closer of their ranks: such an area has nine neighbours or fewer. Joint areas themselves have
 * none, as two lists of ten cannot honestly be made one; DfE's dashboard gives them none either.
 */
#include "measure/published.h"

#include <assert.h>

#include "base/finding.h"
#include "files/csv.h"
#include "measure/release_draft.h"

/* DfE's table of two models is 0.1 MB and 3,090 rows. */
enum { TABLE_BYTES_MOST = 10 * 1024 * 1024, TABLE_ROWS_MOST = 100000 };

enum column { MODEL, CODE, NAME, RANK, NEIGHBOUR_CODE, CLOSENESS, COLUMNS };

struct table {
	Str file;
	struct csv_heading headings[COLUMNS];
	struct findings *found;
	struct arena *perm;
	const struct areas *areas;
	struct neighbours *ranked;       /* at[rank - 1]; closeness is empty where the rank is free */
	int taken;
};

/* Adds a finding about one cell. Always false. */
static bool
cell_finding(struct table *t, const struct csv_row *row, enum column column, enum severity severity,
             Str code, Str wrong, Str mend)
{
	int at = t->headings[column].column;
	findings_add(t->found, (struct finding){
		.severity = severity, .code = code, .file = t->file, .line = row->line,
		.column = at + 1, .field = t->headings[column].name, .seen = row->fields[at],
		.wrong = wrong, .mend = mend });
	return false;
}

static bool
file_finding(struct table *t, int line, int column, Str code, Str wrong, Str mend)
{
	findings_add(t->found, (struct finding){ .severity = MISTAKE, .code = code, .file = t->file,
	                                         .line = line, .column = column, .wrong = wrong,
	                                         .mend = mend });
	return false;
}

static Str
cell_of(const struct table *t, const struct csv_row *row, enum column column)
{
	return str_trim(row->fields[t->headings[column].column]);
}

/* The area with a three-digit code, or a joint area that holds it. */
static bool
read_area(struct table *t, const struct csv_row *row, enum column column, int *area)
{
	Str code = cell_of(t, row, column);
	*area = NO_AREA;
	if (!old_code_fits(code))
		return cell_finding(t, row, column, MISTAKE, S("code"), S("is not a code"),
		                    S("write three digits, such as 335"));
	*area = area_exact(t->areas, code);
	if (*area == NO_AREA)
		cell_finding(t, row, column, QUERY, S("area"), S("is in no release"),
		             S("the row is left out"));
	return true;
}

/* "Very Close" as "Very close": the two models differ in case alone. */
static Str
sentence_case(Str text, struct arena *perm)
{
	return str_capital(str_lower(text, perm), perm);
}

static bool
is_joint(const struct areas *areas, int area)
{
	return str_find(areas->at[area].old_code, S(" / ")) >= 0;
}

static void
take_pair(struct table *t, const struct csv_row *row, int of, int area, int rank)
{
	struct neighbour *at = &t->ranked[of].at[rank - 1];
	if (of == NO_AREA || area == NO_AREA || is_joint(t->areas, of))
		return;
	if (of == area)
		cell_finding(t, row, NEIGHBOUR_CODE, MISTAKE, S("self"), S("is the area itself"),
		             S("check both codes"));
	else if (at->closeness.len)
		cell_finding(t, row, RANK, MISTAKE, S("duplicate"), S("stands twice for this area"),
		             S("keep one row for each area and rank"));
	else
		*at = (struct neighbour){ area, sentence_case(cell_of(t, row, CLOSENESS), t->perm) };
}

static void
take_row(struct table *t, const struct csv_row *row)
{
	int of, area;
	Str rank_text = cell_of(t, row, RANK), closeness = cell_of(t, row, CLOSENESS);
	struct parsed_decimal rank = parse_decimal(rank_text, 0, false);
	bool ok = read_area(t, row, CODE, &of);
	ok &= read_area(t, row, NEIGHBOUR_CODE, &area);
	if (!rank.ok || rank.micro < MICRO || rank.micro > NEIGHBOURS_MOST * (int64_t)MICRO)
		ok = cell_finding(t, row, RANK, MISTAKE, S("rank"), S("is not a rank"),
		                  S("write 1 for the closest to 10"));
	if (!name_fits(closeness))
		ok = cell_finding(t, row, CLOSENESS, MISTAKE, S("closeness"), S("is not a word"),
		                  S("write how close the two are, such as Very close"));
	t->taken++;
	if (ok && of != NO_AREA)
		take_pair(t, row, of, area, (int)(rank.micro / MICRO));
}

/* Ranks in order, each area once. */
static void
close_ranks(struct neighbours *n)
{
	struct neighbours closed = { .count = 0 };
	for (int k = 0; k < NEIGHBOURS_MOST; k++) {
		bool had = n->at[k].closeness.len == 0;
		for (int i = 0; i < closed.count; i++)
			had |= closed.at[i].area == n->at[k].area;
		if (!had)
			closed.at[closed.count++] = n->at[k];
	}
	*n = closed;
}

static void
read_rows(struct table *t, struct csv *csv, Str model, int columns)
{
	struct csv_row row;
	for (int rows = 0; csv_next(csv, &row, t->perm); rows++) {
		if (rows == TABLE_ROWS_MOST) {
			file_finding(t, row.line, 0, S("large"),
			             S("the table has over 100,000 rows, the most that are read"),
			             S("send only the rows of one model"));
			return;
		}
		if (row.flaw != CSV_SOUND)
			file_finding(t, row.line, row.flaw_field, S("csv"), csv_flaw_wrong(row.flaw),
			             csv_flaw_mend(row.flaw));
		else if (row.count != columns)
			file_finding(t, row.line, 0, S("cells"),
			             S("the row and the heading row have different numbers of cells"),
			             S("check commas inside names, and that the file is whole"));
		else if (str_equal(cell_of(t, &row, MODEL), model))
			take_row(t, &row);
	}
	if (t->taken == 0)
		file_finding(t, 0, 0, S("model"),
		             str_format(t->found->arena, "the table has no row of the model \"%.*s\"",
		                        STR_ARG(model)),
		             S("choose a model that is in the table"));
}

static struct table
table_of(const struct published *p, Str file, struct findings *found, struct arena *perm)
{
	return (struct table){
		.file = file, .found = found, .perm = perm, .areas = &p->areas,
		.ranked = new(perm, p->areas.count + 1, struct neighbours),
		.headings = {
			[MODEL] = { S("model"), true, -1 }, [CODE] = { S("la_code"), true, -1 },
			[NAME] = { S("la_name"), false, -1 }, [RANK] = { S("rank"), true, -1 },
			[NEIGHBOUR_CODE] = { S("neighbour_la_code"), true, -1 },
			[CLOSENESS] = { S("closeness"), true, -1 } } };
}

bool
dfe_neighbours_read(struct published *p, Str text, Str model, Str file, struct findings *found,
                    struct arena *perm)
{
	struct table t = table_of(p, file, found, perm);
	struct csv_row heading;
	ptrdiff_t before = found->mistakes;
	assert(name_fits(model));
	if (!csv_is_text(text, TABLE_BYTES_MOST, file, found))
		return false;
	struct csv csv = csv_open(text);
	if (!csv_next(&csv, &heading, perm)
	    || !csv_headings(&heading, t.headings, COLUMNS, file, found))
		return false;
	read_rows(&t, &csv, model, heading.count);
	if (found->mistakes > before)
		return false;
	for (int i = 0; i < p->areas.count; i++)
		close_ranks(&t.ranked[i]);
	p->neighbours = t.ranked;
	p->neighbour_model = str_copy(model, perm);
	p->neighbour_source = str_format(perm, "Department for Education, Local Authority Interactive "
	                                 "Tool, statistical neighbours, %.*s model", STR_ARG(model));
	return true;
}
