/* ridge.h: what several signs told of an outcome in the past, held back towards telling nothing.
 *
 * A straight line through past rows by least squares, with a fixed pull of every slope towards nothing, so that a
 * hundred and fifty rows and five signs that go together do not give slopes that cancel. A sign that is not known is taken
 * to be at its median; outcomes further off than three spreads are taken to be three.
 */
#ifndef OUTLOOK_RIDGE_H
#define OUTLOOK_RIDGE_H

#include "base/arena.h"

enum { RIDGE_SIGNS_MOST = 6 };
struct ridge_row { double sign[RIDGE_SIGNS_MOST], outcome, size; };    /* NAN: not known */
struct ridge_rows { struct ridge_row *at; int count, signs; };
struct ridge { int signs; double centre[RIDGE_SIGNS_MOST], slope[RIDGE_SIGNS_MOST], level; };

struct ridge ridge_fit(const struct ridge_rows *rows, double pull, struct arena scratch);
double ridge_beyond(const struct ridge *r, const double *sign);     /* what the signs add to the level */

#endif
