/* score.h: how good a forecast was that said how sure it is.
 *
 * A forecast that gives a whole range is judged by the continuous ranked probability score (CRPS; Gneiting
 * and Raftery, 2007): in the unit of what was forecast, 0 is perfect, and for a forecast of one number it is how far
 * that was off. Being too sure and being too vague both cost.
 *
 * The probability integral transform (PIT) is where in its range the outcome came: over many forecasts every
 * tenth should hold a tenth. For counts it is a span, since a count has a chance of its own (Czado and others, 2009).
 */
#ifndef MODEL_SCORE_H
#define MODEL_SCORE_H

#include <stdbool.h>
#include <stdint.h>

/* Of the values as they stand, each as likely. They are in order, least first; count is at least 1.
 * `fair` is what it would be of endlessly many drawn alike (the second term over n(n - 1)); count is then at least 2. */
double score_ensemble(const double *values, int count, double outcome);
double score_ensemble_fair(const double *values, int count, double outcome);

/* Of counts, and an outcome that is one: a bug if below nothing. Means up to 1e9. */
double score_poisson(double mean, int64_t outcome);
double score_negative(double mean, double size, int64_t outcome);   /* variance mean + mean^2/size */
double score_normal(double mean, double deviation, double outcome); /* a deviation of 0 is one number */

struct span { double low, high; };

/* Chance below the outcome, and of at most it. */
struct span score_place_poisson(double mean, int64_t outcome);
struct span score_place_negative(double mean, double size, int64_t outcome);
struct span score_place_ensemble(const double *values, int count, double outcome);
/* How often a tenth (of `bins`) is hit by these spans, in [0, bins): adds to hits[], which sum to 1 a span. */
void   score_spread(struct span place, double *hits, int bins);

/* Width, and 2/alpha for each unit the outcome is outside, where the span was to hold a share 1 - alpha. */
double score_interval(struct span span, double share, double outcome);
bool   score_covers(struct span span, double outcome);              /* ends included */
/* The least of the values that at least `share` of them do not exceed (R's type 1). In order. */
double score_value_at(const double *values, int count, double share);

#endif
