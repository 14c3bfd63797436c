/* survival_cox_test.c: the Cox model against R's survival 3.5-3, ties in every way, and what cannot be fitted. */
#include "check.h"

#include "survival_data.h"

/* What R gives of a model. */
struct wants {
	int rows, ended, columns;
	double coefficient[8], se[8], null, loglik, score, wald;
};

static void
check_cox(const struct cox *cox, const struct wants *w)
{
	check_int(cox->rows, w->rows);
	check_int(cox->ended, w->ended);
	check(cox->settled);
	for (int c = 0; c < w->columns; c++) {
		check(!cox->dropped[c] && !cox->endless[c]);
		check_near(cox->coefficient[c], w->coefficient[c]);
		if (w->se[0] > 0)
			check_near(cox->se[c], w->se[c]);
	}
	check_near(cox->loglik_null, w->null);
	check_near(cox->loglik, w->loglik);
	if (w->score > 0)
		check_near(cox->score, w->score);
	if (w->wald > 0)
		check_near_to(cox->wald, w->wald, 1e-8);
}

static struct cox
fitted(struct cox_rows rows, enum ties ties, struct arena *perm)
{
	struct cox cox;
	struct error err = { "" };
	if (!cox_fit(&cox, rows, ties, perm, &err))
		check_str(str_of(err.text), S(""));
	return cox;
}

/* Rows of a data set whose time begins at 0: time, and the cell above which it ended. */
static struct model
model_of(const char *name, const char *time, const char *status, double above, const char *const *columns,
         int count, struct arena *perm)
{
	struct set set = set_read(name, perm);
	struct model m = model_new(&set, count, perm);
	for (int i = 0; i < set.rows; i++)
		model_add(&m, &set, i,
		          (struct life){ 0, set_number(&set, i, time, *perm),
		                         set_number(&set, i, status, *perm) > above },
		          columns, *perm);
	m.rows.lives.at = m.lives;
	return m;
}

static const char *const lung_columns[] = { "age", "sex", "ph.ecog" };

static void
lung_with_ties_in_three_ways(struct arena *perm)
{
	static const struct wants wants[] = {
		[TIES_EFRON] = { 227, 164, 3, { .0110667646, -.5526123957, .4637284754 },
		                 { .0092674110, .1677390538, .1135772662 }, -744.4804557614, -729.2301213749,
		                 30.4999227049, 29.9292512092 },
		[TIES_BRESLOW] = { 227, 164, 3, { .0110411363, -.5518895698, .4629470406 },
		                   { .0092667701, .1677424480, .1135740521 }, -744.6928192662, -729.4887051768,
		                   30.4064069153, 29.8390008397 },
		[TIES_EXACT] = { 227, 164, 3, { .0110670858, -.5534356130, .4643874167 },
		                 { .0092808494, .1679677151, .1137769922 }, -725.6476988507, -710.4010515794,
		                 30.4877668896, 29.9088401299 },
	};
	struct model m = model_of("lung", "time", "status", 1.5, lung_columns, 3, perm);
	for (int t = 0; t < 3; t++) {
		struct cox cox = fitted(m.rows, (enum ties)t, perm);
		check_cox(&cox, &wants[t]);
	}
}

static void
the_baseline_what_is_expected_and_concordance(struct arena *perm)
{
	struct model m = model_of("lung", "time", "status", 1.5, lung_columns, 3, perm);
	struct cox cox = fitted(m.rows, TIES_EFRON, perm);
	check_near(cox_hazard(&cox, 100), .0908179771);
	check_near(cox_hazard(&cox, 365), .6138647524);
	double se, who[] = { 60, 1, 1 };
	check_near(cox_expect(&cox, who, 100, &se), .8509387873);
	check_near(se, .0263998566);
	check_near(cox_expect(&cox, who, 365, &se), .3358633695);
	check_near(se, .0433718666);
	check_near(cox_expect(&cox, who, 1, &se), 1);
	check_near(cox.concordance, .6371354930);
}

static const char *const veteran_columns[] = { "trt",   "celltype=smallcell", "celltype=adeno", "celltype=large",
	                                       "karno", "diagtime",           "age",            "prior" };

static void
veteran_with_a_categorical_column(struct arena *perm)
{
	static const struct wants wants = {
		137, 128, 8,
		{ .2946028215, .8615604628, 1.1960663742, .4012916543, -.0328153262, .0000813205, -.0087064749,
		  .0071593602 },
		{ .2075496036, .2752844740, .3009169945, .2826886383, .0055077569, .0091360622, .0093002991,
		  .0232305384 },
		-505.4490549181, -474.3971117147, 66.7374711421, 62.3672685819
	};
	struct model m = model_of("veteran", "time", "status", .5, veteran_columns, 8, perm);
	struct cox cox = fitted(m.rows, TIES_EFRON, perm);
	check_cox(&cox, &wants);
}

static void
whether_ratios_stay_the_same(struct arena *perm)
{
	static const struct cox_drift wants[] = { { .20630741, 1 }, { 14.53171040, 3 }, { 12.81332559, 1 },
		                                  { 22.85968527, 5 } };
	struct model m = model_of("veteran", "time", "status", .5, veteran_columns, 5, perm);
	struct cox cox = fitted(m.rows, TIES_EFRON, perm);
	struct cox_drift drifts[4];
	cox_drifts(&cox, m.rows, (int[]){ 0, 1, 4, 5 }, 3, drifts, *perm);
	for (int t = 0; t < 4; t++) {
		check_near_to(drifts[t].chi_square, wants[t].chi_square, 1e-8);
		check_int(drifts[t].degrees, wants[t].degrees);
	}
	check_near(cox.concordance, 0.7370513402999);
}

static void
kidney_and_errors_that_know_whose_rows_belong_together(struct arena *perm)
{
	static const char *const columns[] = { "age", "sex", "disease=GN", "disease=AN", "disease=PKD" };
	static const struct wants wants = { 76, 58, 5,
		                            { .0031806978, -1.4831372517, .0879565522, .3507941982, -1.4311077604 },
		                            { .0111461451, .3582295500, .4063688990, .3997174473, .6311085509 },
		                            -187.9027615889, -179.0793411480, 20.1316893131, 19.8986493182 };
	static const double robust[] = { .0071945449, .4008483121, .2869876360, .2749657687, .8713207744 };
	struct model m = model_of("kidney", "time", "status", .5, columns, 5, perm);
	struct set kidney = set_read("kidney", perm);
	m.rows.cluster = m.cluster;
	m.rows.clusters = 39;
	for (int i = 0; i < kidney.rows; i++)
		m.cluster[i] = (int)set_number(&kidney, i, "id", *perm);
	struct cox cox = fitted(m.rows, TIES_EFRON, perm);
	check_cox(&cox, &wants);
	for (int c = 0; c < 5; c++)
		check_near(cox.robust[c], robust[c]);
}

static void
rossi_in_two_ways(struct arena *perm)
{
	static const char *const columns[] = { "fin=yes",     "age",      "race=other", "wexp=yes",
		                               "mar=married", "paro=yes", "prio" };
	/* `race` is 1 for black; R's carData has its levels the other way. */
	static const struct wants efron = {
		432, 114, 7,
		{ -.3794221665, -.0574377427, -.3138997878, -.1497956977, -.4337038779, -.0848710825, .0914970810 },
		{ .1913794807, .0219994706, .3079927766, .2122242962, .3818680577, .1957566719, .0286485500 },
		-675.3806323469, -658.7476594461, 33.5286888997, 32.1126106806
	};
	static const struct wants breslow = {
		432, 114, 7,
		{ -.3790218874, -.0572459250, -.3141297669, -.1511146001, -.4327825738, -.0849828353, .0911115421 },
		{ .1913644259, .0219831857, .3080172797, .2121231609, .3817949353, .1957482073, .0286312530 },
		-675.6833894175, -659.1206056773, 33.3828204241, 31.9810174608
	};
	struct model m = model_of("rossi", "week", "arrest", .5, columns, 7, perm);
	struct cox cox = fitted(m.rows, TIES_EFRON, perm);
	check_cox(&cox, &efron);
	cox = fitted(m.rows, TIES_BRESLOW, perm);
	check_cox(&cox, &breslow);
}

static void
heart_where_circumstances_change(struct arena *perm)
{
	static const char *const columns[] = { "age", "year", "surgery", "transplant" };
	static const struct wants efron = { 172, 75, 4,
		                            { .0271666410, -.1463463457, -.6372098900, -.0102507724 },
		                            { .0137141152, .0704679795, .3672259962, .3137547983 },
		                            -298.1213556730, -290.5656162185, 15.0341979130, 14.4930452068 };
	static const struct wants breslow = { 172, 75, 4,
		                              { .0271520808, -.1461157500, -.6358434756, -.0118958510 },
		                              { .0137211312, .0704657061, .3672106957, .3136443767 },
		                              -298.3256067365, -290.7945346477, 14.9838964681, 14.4465910639 };
	struct set heart = set_read("heart", perm);
	struct model m = model_new(&heart, 4, perm);
	for (int i = 0; i < heart.rows; i++) {
		m.cluster[i] = (int)set_number(&heart, i, "id", *perm);
		model_add(&m, &heart, i,
		          (struct life){ set_number(&heart, i, "start", *perm), set_number(&heart, i, "stop", *perm),
		                         set_number(&heart, i, "event", *perm) > .5 },
		          columns, *perm);
	}
	m.rows.cluster = m.cluster;
	m.rows.clusters = 104;
	struct cox cox = fitted(m.rows, TIES_EFRON, perm);
	struct cox_drift drifts[5];
	check_cox(&cox, &efron);
	check_near(cox.concordance, 0.6357601239212);
	/* R: coxph(.. + cluster(id)), and cox.zph */
	for (int c = 0; c < 4; c++)
		check_near(cox.robust[c],
		           ((double[]){ 0.01389189292408, 0.07307985923936, 0.35821020238443, 0.31688234906249 })[c]);
	cox_drifts(&cox, m.rows, (int[]){ 0, 1, 2, 3, 4 }, 4, drifts, *perm);
	for (int t = 0; t < 5; t++)
		check_near_to(drifts[t].chi_square, ((double[]){ 0.86687471091541, 1.71641442920761,
		                                                 0.09739505911615, 0.20293438815306,
		                                                 3.47310229884558 })[t], 1e-8);
	cox = fitted(m.rows, TIES_BRESLOW, perm);
	check_cox(&cox, &breslow);
	check_near(cox.robust[3], 0.31541743896373);
}

static void
late_entries(struct arena *perm)
{
	static const struct wants lung_wants[] = {
		[TIES_EFRON] = { 213, 150, 2, { .0092083352, -.5110521512 }, { .0095728546, .1748313940 },
		                 -663.3566851227, -658.2263480884, 9.9910095486, 9.7904636271 },
		[TIES_BRESLOW] = { 213, 150, 2, { .0091970204, -.5105667366 }, { .0095721191, .1748335441 },
		                   -663.5429223175, -658.4224724558, 9.9717884995, 9.7719900153 },
	};
	static const struct wants veteran_wants[] = {
		[TIES_EFRON] = { 137, 128, 2, { .0523351502, -.0178298471 }, { .1857286433, .0054361240 },
		                 -425.7462978273, -420.4526821714, 10.8573809514, 10.7579695281 },
		[TIES_BRESLOW] = { 137, 128, 2, { .0468413360, -.0176587309 }, { .1857622591, .0054344850 },
		                   -427.0723755237, -421.8745796141, 10.6540650428, 10.5585543342 },
	};
	struct model lung = model_of("lung", "time", "status", 1.5, lung_columns, 2, perm);
	for (int i = 0; i < lung.rows.lives.count; i++)
		lung.lives[i].entry = 20 * ((i + 1) % 5);
	struct model veteran =
		model_of("veteran", "time", "status", .5, (const char *const[]){ "trt", "karno" }, 2, perm);
	for (int i = 0; i < veteran.rows.lives.count; i++)
		veteran.lives[i].entry = floor(.3 * veteran.lives[i].exit);
	for (int t = 0; t < 2; t++) {
		struct cox cox = fitted(lung.rows, (enum ties)t, perm);
		check_cox(&cox, &lung_wants[t]);
		cox = fitted(veteran.rows, (enum ties)t, perm);
		check_cox(&cox, &veteran_wants[t]);
	}
}

static void
one_cause_of_several(struct arena *perm)
{
	static const struct wants wants = { 1384, 115, 2, { .0130385698, -.0251377893 }, { .0082586859, .1884558482 },
		                            -721.9358812955, -720.5950731058, 2.5933038941, 2.5920241031 };
	struct set mgus = set_read("mgus2", perm);
	struct model m = model_new(&mgus, 2, perm);
	for (int i = 0; i < mgus.rows; i++)
		model_add(&m, &mgus, i,
		          (struct life){ 0, set_number(&mgus, i, "etime", *perm),
		                         str_equal(set_text(&mgus, i, "event"), S("1")) },
		          (const char *const[]){ "age", "sex=M" }, *perm);
	struct cox cox = fitted(m.rows, TIES_EFRON, perm);
	check_cox(&cox, &wants);
}

/* ---- what cannot be fitted --------------------------------------------------------------------- */

enum { MANY = 40 };

static struct cox_rows
made_rows(struct life *lives, double *x, int columns)
{
	for (int i = 0; i < MANY; i++) {
		lives[i] = (struct life){ i % 3, 4 + (i * 7) % 11, i % 2 };
		for (int c = 0; c < columns; c++)
			x[i * columns + c] = (i * (5 + 2 * c)) % 13;
	}
	return (struct cox_rows){ .lives = { lives, MANY }, .x = x, .columns = columns };
}

static void
words_where_there_is_nothing_to_fit(struct arena *perm)
{
	struct life lives[MANY];
	double x[MANY * 2];
	struct cox cox;
	struct error err;
	struct cox_rows rows = made_rows(lives, x, 2);
	for (int i = 0; i < MANY; i++)
		lives[i].cause = 0;
	check(!cox_fit(&cox, rows, TIES_EFRON, perm, &err));
	check(strstr(err.text, "nothing ended"));
	made_rows(lives, x, 2);
	for (int i = 0; i < MANY; i++)
		lives[i].entry = lives[i].exit;
	check(!cox_fit(&cox, rows, TIES_EFRON, perm, &err));
	check(strstr(err.text, "nobody was watched"));
	made_rows(lives, x, 2);
	x[5] = NAN;
	check(!cox_fit(&cox, rows, TIES_EFRON, perm, &err));
	check(strstr(err.text, "no number"));
	rows.lives.count = 0;
	check(!cox_fit(&cox, rows, TIES_EFRON, perm, &err));
	rows.columns = 0;
	check(!cox_fit(&cox, rows, TIES_EFRON, perm, &err));
}

static void
one_person_says_nothing_of_any_column(struct arena *perm)
{
	static const struct life one = { 0, 3, 1 };
	struct cox_rows rows = { .lives = { &one, 1 }, .x = (double[]){ 5, 7 }, .columns = 2 };
	struct cox cox;
	struct error err;
	check(!cox_fit(&cox, rows, TIES_EFRON, perm, &err));
	check(strstr(err.text, "nothing can be compared"));
}

/* Sixty who end on one day: what is left of rounding is not information. */
static void
all_at_once_say_nothing_of_any_column(struct arena *perm)
{
	struct life lives[60];
	double x[60];
	for (int i = 0; i < 60; i++) {
		lives[i] = (struct life){ -INFINITY, 5, 1 };
		x[i] = 20 + i * 37 % 41;
	}
	struct cox_rows rows = { .lives = { lives, 60 }, .x = x, .columns = 1 };
	struct cox cox;
	struct error err;
	check(!cox_fit(&cox, rows, TIES_EXACT, perm, &err));
	check(strstr(err.text, "nothing can be compared"));
}

static void
a_column_that_others_say_is_dropped(struct arena *perm)
{
	struct life lives[MANY];
	double x[MANY * 3], two[MANY * 2];
	struct cox_rows rows = made_rows(lives, x, 3), less = rows;
	less.x = two;
	less.columns = 2;
	for (int i = 0; i < MANY; i++) {
		x[i * 3 + 2] = 2 * x[i * 3] - x[i * 3 + 1] + 4;
		two[i * 2] = x[i * 3];
		two[i * 2 + 1] = x[i * 3 + 1];
	}
	struct cox cox = fitted(rows, TIES_EFRON, perm), without = fitted(less, TIES_EFRON, perm);
	check_int(cox.degrees, 2);
	check(!cox.dropped[0] && !cox.dropped[1] && cox.dropped[2]);
	check_near_to(cox.loglik, without.loglik, 1e-9);
	check_near_to(cox.coefficient[0], without.coefficient[0], 1e-8);
	check_near_to(cox.wald, without.wald, 1e-6);
}

static void
a_ratio_without_end_is_said(struct arena *perm)
{
	struct life lives[MANY];
	double x[MANY * 2];
	struct cox_rows rows = made_rows(lives, x, 2);
	for (int i = 0; i < MANY; i++)
		x[i * 2] = lives[i].cause;       /* all who ended, and nobody else */
	for (int t = 0; t < 3; t++) {
		struct cox cox = fitted(rows, (enum ties)t, perm);
		check(cox.endless[0]);
		check(!cox.endless[1]);
		check(isfinite(cox.loglik));
	}
}

static void
everything_at_one_time(struct arena *perm)
{
	struct life lives[MANY];
	double x[MANY];
	struct cox_rows rows = made_rows(lives, x, 1);
	for (int i = 0; i < MANY; i++)
		lives[i] = (struct life){ 0, 1, i % 2 };
	struct cox efron = fitted(rows, TIES_EFRON, perm), breslow = fitted(rows, TIES_BRESLOW, perm),
		   exact = fitted(rows, TIES_EXACT, perm);
	check(efron.settled && breslow.settled && exact.settled);
	/* With no columns every choice of 20 of 40 is alike: 1 of C(40, 20) = 137,846,528,820. */
	check_near_to(exact.loglik_null, -log(137846528820.0), 1e-9);
	check_near_to(breslow.loglik_null, -20 * log(40), 1e-9);
	check_near_to(efron.concordance, breslow.concordance, .5);
}

int
main(void)
{
	run(lung_with_ties_in_three_ways);
	run(the_baseline_what_is_expected_and_concordance);
	run(veteran_with_a_categorical_column);
	run(whether_ratios_stay_the_same);
	run(kidney_and_errors_that_know_whose_rows_belong_together);
	run(rossi_in_two_ways);
	run(heart_where_circumstances_change);
	run(late_entries);
	run(one_cause_of_several);
	run(words_where_there_is_nothing_to_fit);
	run(one_person_says_nothing_of_any_column);
	run(all_at_once_say_nothing_of_any_column);
	run(a_column_that_others_say_is_dropped);
	run(a_ratio_without_end_is_said);
	run(everything_at_one_time);
	return tests_end();
}
