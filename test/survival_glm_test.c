/* survival_glm_test.c: hazards by month and by band, against R's glm. */
#include "check.h"

#include "survival_data.h"

static struct lives
rossi_lives(const struct set *rossi, struct arena *perm)
{
	struct life *at = new(perm, rossi->rows, struct life);
	for (int i = 0; i < rossi->rows; i++)
		at[i] = (struct life){ 0, set_number(rossi, i, "week", *perm),
			               set_number(rossi, i, "arrest", *perm) > .5 };
	return (struct lives){ at, rossi->rows };
}

static void
check_glm(const struct glm *glm, const double *coefficient, const double *se, double loglik)
{
	check(glm->settled);
	for (int c = 0; c < glm->columns; c++) {
		check_near_to(glm->coefficient[c], coefficient[c], 1e-9);
		/* R's errors are those of its last round but one. */
		check_near_to(glm->se[c], se[c], 1e-6);
	}
	check_near(glm->loglik, loglik);
}

static void
chances_of_a_week(struct arena *perm)
{
	struct set rossi = set_read("rossi", perm);
	struct lives lives = rossi_lives(&rossi, perm);
	double *x = new(perm, 20000 * 5, double), *y = new(perm, 20000, double);
	struct glm_rows rows = { .y = y, .x = x, .columns = 5 };
	for (int i = 0; i < rossi.rows; i++)
		for (int week = 1; week <= lives.at[i].exit; week++) {
			double *row = x + (ptrdiff_t)rows.count * 5;
			row[0] = 1;
			row[1] = str_equal(set_text(&rossi, i, "fin"), S("yes"));
			row[2] = set_number(&rossi, i, "age", *perm);
			row[3] = set_number(&rossi, i, "prio", *perm);
			row[4] = week;
			y[rows.count++] = week == lives.at[i].exit && lives.at[i].cause;
		}
	check_int(rows.count, 19809);
	struct glm glm;
	struct error err;
	check(glm_fit(&glm, rows, GLM_CLOGLOG, perm, &err));
	check_glm(&glm, (double[]){ -4.2066529597, -.3490439668, -.0671184367, .0970081310, .0179984214 },
	          (double[]){ .5300743447, .1902311272, .0208466544, .0272366794, .0063237367 }, -683.8629789643);
	check(glm_fit(&glm, rows, GLM_LOGIT, perm, &err));
	check_glm(&glm, (double[]){ -4.2029954054, -.3501562543, -.0672329546, .0973461056, .0180655910 },
	          (double[]){ .5315408523, .1909422187, .0208957656, .0274188973, .0063491897 }, -683.8758218777);
}

static void
a_hazard_that_is_level_within_bands(struct arena *perm)
{
	struct set rossi = set_read("rossi", perm);
	struct banded banded;
	life_banded(&banded, rossi_lives(&rossi, perm), (double[]){ 13, 26, 39 }, 3, perm);
	double *x = new(perm, (ptrdiff_t)banded.count * 7, double), *offset = new(perm, banded.count, double);
	for (int i = 0; i < banded.count; i++) {
		double *row = x + (ptrdiff_t)i * 7;
		row[0] = 1;
		if (banded.band[i])
			row[banded.band[i]] = 1;
		row[4] = str_equal(set_text(&rossi, banded.life[i], "fin"), S("yes"));
		row[5] = set_number(&rossi, banded.life[i], "age", *perm);
		row[6] = set_number(&rossi, banded.life[i], "prio", *perm);
		offset[i] = log(banded.exposure[i]);
	}
	struct glm glm;
	struct error err;
	struct glm_rows rows = { banded.ended, x, offset, banded.count, 7 };
	check(glm_fit(&glm, rows, GLM_POISSON, perm, &err));
	check_glm(&glm,
	          (double[]){ -4.2383725285, .6254766860, .4974977801, .8137422776, -.3451020315, -.0666247720,
	                      .0962245607 },
	          (double[]){ .5394890300, .2819757554, .2955180163, .2841434644, .1902266508, .0208194962,
	                      .0272397700 },
	          -478.3940414630);
}

/* With a column for each of two groups a rate is endings over exposure, and its error 1 / sqrt(endings). */
static void
rates_of_groups_by_hand(struct arena *perm)
{
	double offset[] = { log(120), log(60), log(30) };
	struct glm_rows rows = { (double[]){ 12, 6, 9 }, (double[]){ 1, 0, 1, 0, 0, 1 }, offset, 3, 2 };
	struct glm glm;
	struct error err;
	check(glm_fit(&glm, rows, GLM_POISSON, perm, &err));
	check_near(exp(glm.coefficient[0]), .1);
	check_near(exp(glm.coefficient[1]), .3);
	check_near(glm.se[0], 1 / sqrt(18));
	check_near(glm.se[1], 1 / sqrt(9));
	check_near_to(glm.deviance, 0, 1e-9);
}

static void
what_cannot_be_fitted(struct arena *perm)
{
	double x[] = { 1, 0, 1, 0, 1, 1, 1, 1 };
	struct glm glm;
	struct error err;
	struct glm_rows rows = { (double[]){ 0, 0, 0, 0 }, x, NULL, 4, 2 };
	check(!glm_fit(&glm, rows, GLM_LOGIT, perm, &err));
	check(strstr(err.text, "nothing ended"));
	rows.y = (double[]){ 0, 2, 0, 0 };
	check(!glm_fit(&glm, rows, GLM_LOGIT, perm, &err));
	rows.count = 0;
	check(!glm_fit(&glm, rows, GLM_LOGIT, perm, &err));
	/* All of one group ended, and none of the other. */
	rows.count = 4;
	rows.y = (double[]){ 0, 0, 1, 1 };
	check(glm_fit(&glm, rows, GLM_LOGIT, perm, &err));
	check(glm.endless[1]);
	/* A column that says what another does. */
	double same[] = { 1, 2, 1, 2, 1, 2, 1, 2 };
	rows.x = same;
	check(glm_fit(&glm, rows, GLM_POISSON, perm, &err));
	check_int(glm.degrees, 1);
	check(glm.dropped[1] && glm.coefficient[1] == 0);
	check_near(exp(glm.coefficient[0]), .5);
}

int
main(void)
{
	run(chances_of_a_week);
	run(a_hazard_that_is_level_within_bands);
	run(rates_of_groups_by_hand);
	run(what_cannot_be_fitted);
	return tests_end();
}
