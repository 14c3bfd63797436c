/* survival_bench.c: Cox by Efron's way on 50,000 late-entered spells with five columns, beside R's survival.
 *
 * Writes the same rows to a file for R. Run: build/survival_bench [rows]; R is asked when Rscript is there.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "model/cox.h"

enum { COLUMNS = 5, TIMES = 7 };

static double
draw(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	uint64_t x = *state ^ (*state >> 29);
	return (double)((x * 0xbf58476d1ce4e5b9u) >> 11) * 0x1p-53;
}

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Spells in months, tied by the month; entry where records begin. */
static struct cox_rows
made(int count, struct arena *perm)
{
	struct life *lives = new(perm, count, struct life);
	double *x = new(perm, (ptrdiff_t)count * COLUMNS, double);
	uint64_t state = 20;
	for (int i = 0; i < count;) {
		double line = 0, *row = x + (ptrdiff_t)i * COLUMNS;
		for (int c = 0; c < COLUMNS; c++) {
			row[c] = c < 3 ? draw(&state) < .4 : draw(&state) * 4 - 2;
			line += (c % 2 ? -.2 : .3) * row[c];
		}
		double began = floor(draw(&state) * 180) - 120, entry = began < 0 ? -began : 0;
		double lasts = ceil(-log(draw(&state)) / (.0067 * exp(line))), seen = 60 - (began > 0 ? began : 0);
		if (lasts <= entry)
			continue;
		lives[i++] = (struct life){ entry, fmin(lasts, entry + seen), lasts <= entry + seen };
	}
	return (struct cox_rows){ .lives = { lives, count }, .x = x, .columns = COLUMNS };
}

static void
write_rows(struct cox_rows rows, const char *path)
{
	FILE *file = fopen(path, "w");
	if (!file)
		return;
	fprintf(file, "entry,exit,event,a,b,c,d,e\n");
	for (int i = 0; i < rows.lives.count; i++) {
		const struct life *l = &rows.lives.at[i];
		fprintf(file, "%g,%g,%d", l->entry, l->exit, l->cause);
		for (int c = 0; c < COLUMNS; c++)
			fprintf(file, ",%.17g", rows.x[(ptrdiff_t)i * COLUMNS + c]);
		fprintf(file, "\n");
	}
	fclose(file);
}

static int
by_size(const void *a, const void *b)
{
	return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

int
main(int argc, char **argv)
{
	struct arena all = arena_reserve((ptrdiff_t)1 << 30);
	struct cox_rows rows = made(argc > 1 ? atoi(argv[1]) : 50000, &all);
	struct error err;
	struct cox cox;
	double took[TIMES];
	for (int i = 0; i < TIMES; i++) {
		struct arena scratch = all;
		double begin = seconds();
		if (!cox_fit(&cox, rows, TIES_EFRON, &scratch, &err))
			return fprintf(stderr, "%s\n", err.text), 1;
		took[i] = seconds() - begin;
	}
	qsort(took, TIMES, sizeof *took, by_size);
	printf("%d rows, %d endings, %d rounds: %.3f s (median of %d)\n ", cox.rows, cox.ended, cox.rounds,
	       took[TIMES / 2], TIMES);
	for (int c = 0; c < COLUMNS; c++)
		printf(" %.10f", cox.coefficient[c]);
	printf("  loglik %.6f\n", cox.loglik);
	char path[] = "/tmp/survival_bench_XXXXXX";
	int made_file = mkstemp(path);
	if (made_file < 0)
		return 0;
	write_rows(rows, path);
	char command[600];
	snprintf(command, sizeof command,
	         "Rscript -e 'library(survival); d <- read.csv(\"%s\"); f <- Surv(entry,exit,event)~a+b+c+d+e; "
	         "t <- replicate(5, system.time(m <<- coxph(f, d))[3]); cat(\"R:\", median(t), \"s\\n \", "
	         "sprintf(\"%%.10f\", coef(m)), sprintf(\" loglik %%.6f\", m$loglik[2]), \"\\n\")'",
	         path);
	if (system(command) != 0)
		printf("R is not here to compare with\n");
	return remove(path);
}
