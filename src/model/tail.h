/* tail.h: how likely so much, or more, would be by chance alone. By GSL: in this unit only. */
#ifndef MODEL_TAIL_H
#define MODEL_TAIL_H

double tail_chi_square(double x, int degrees);     /* the chance of x or more; 1 for no degrees */
double tail_normal(double z);                      /* of |z| or more, on either side */
double tail_normal_point(double p);                /* below it lies p */

#endif
