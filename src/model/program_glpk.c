/* program_glpk.c: programs solved by GLPK; the one file that knows it. */
#include <glpk.h>

#include "model/program.h"

static int
kind_of(double low, double high)
{
	if (!isfinite(low))
		return isfinite(high) ? GLP_UP : GLP_FR;
	return !isfinite(high) ? GLP_LO : low == high ? GLP_FX : GLP_DB;
}

static void
put_columns(glp_prob *lp, const struct program *p, bool whole)
{
	glp_add_cols(lp, p->column_count);
	for (int c = 0; c < p->column_count; c++) {
		const struct column_of *column = &p->columns[c];
		glp_set_col_bnds(lp, c + 1, kind_of(column->least, column->most), column->least, column->most);
		glp_set_obj_coef(lp, c + 1, column->cost);
		if (whole && column->whole)
			glp_set_col_kind(lp, c + 1, GLP_IV);
	}
}

/* GLPK counts from 1. */
static void
put_rows(glp_prob *lp, const struct program *p, struct arena scratch)
{
	int *columns = new(&scratch, p->column_count + 1, int);
	double *by = new(&scratch, p->column_count + 1, double);
	if (p->row_count)
		glp_add_rows(lp, p->row_count);
	for (int r = 0; r < p->row_count; r++) {
		const struct row_of *row = &p->rows[r];
		for (int t = 0; t < row->count; t++) {
			columns[t + 1] = p->terms[row->first + t].column + 1;
			by[t + 1] = p->terms[row->first + t].by;
		}
		glp_set_row_bnds(lp, r + 1, kind_of(row->low, row->high), row->low, row->high);
		glp_set_mat_row(lp, r + 1, row->count, columns, by);
	}
}

static enum solved
relaxed(glp_prob *lp, int seconds)
{
	glp_smcp how;
	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.tm_lim = seconds * 1000;
	how.meth = GLP_DUALP;
	int failed = glp_simplex(lp, &how);
	int status = glp_get_status(lp);
	if (failed == GLP_ETMLIM)
		return SOLVED_LATE;
	return status == GLP_OPT ? SOLVED_BEST : SOLVED_NONE;
}

static enum solved
branched(glp_prob *lp, struct effort effort)
{
	glp_iocp how;
	glp_init_iocp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.tm_lim = effort.seconds * 1000;
	double cost = fabs(glp_get_obj_val(lp));
	how.mip_gap = effort.gap * (1 + effort.beside / (cost > 1 ? cost : 1));
	how.br_tech = GLP_BR_PCH;
	how.bt_tech = GLP_BT_BPH;
	how.gmi_cuts = how.mir_cuts = GLP_ON;
	how.fp_heur = GLP_ON;
	int failed = glp_intopt(lp, &how), status = glp_mip_status(lp);
	if (status == GLP_OPT || (status == GLP_FEAS && failed == GLP_EMIPGAP))
		return SOLVED_BEST;
	return status == GLP_FEAS ? SOLVED_GOOD : status == GLP_NOFEAS ? SOLVED_NONE : SOLVED_LATE;
}

bool
program_solve(const struct program *p, struct effort effort, struct solution *out, struct arena *perm, struct error *err)
{
	if (p->column_count == 0)
		return fail(err, "there is nothing to choose");
	glp_term_out(GLP_OFF);
	glp_prob *lp = glp_create_prob();
	put_columns(lp, p, effort.whole);
	put_rows(lp, p, *perm);
	*out = (struct solution){ .solved = relaxed(lp, effort.seconds), .columns = new(perm, p->column_count, double) };
	out->bound = out->cost = glp_get_obj_val(lp);
	if (effort.whole && out->solved == SOLVED_BEST)
		out->solved = branched(lp, effort);
	bool any = out->solved == SOLVED_BEST || out->solved == SOLVED_GOOD;
	for (int c = 0; c < p->column_count && any; c++)
		out->columns[c] = effort.whole ? glp_mip_col_val(lp, c + 1) : glp_get_col_prim(lp, c + 1);
	if (effort.whole && any)
		out->cost = glp_mip_obj_val(lp);
	glp_delete_prob(lp);
	glp_free_env();
	return true;
}
