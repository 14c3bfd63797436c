/* chain.c: mean and covariance of a chain of grades, a step on. */
#include "model/moments.h"

void
chain_step(struct chain *chain)
{
	struct chain old = *chain;
	for (int j = 0; j < old.states; j++) {
		chain->mean[j] = old.recruits[j];
		for (int i = 0; i < old.states; i++)
			chain->mean[j] += old.mean[i] * old.moves[i][j];
		for (int k = 0; k < old.states; k++) {
			double sum = 0;
			for (int i = 0; i < old.states; i++) {
				sum += old.mean[i] * ((j == k ? old.moves[i][j] : 0) - old.moves[i][j] * old.moves[i][k]);
				for (int h = 0; h < old.states; h++)
					sum += old.moves[i][j] * old.cover[i][h] * old.moves[h][k];
			}
			chain->cover[j][k] = sum;
		}
	}
}

double
chain_total_variance(const struct chain *chain)
{
	double sum = 0;
	for (int j = 0; j < chain->states; j++)
		for (int k = 0; k < chain->states; k++)
			sum += chain->cover[j][k];
	return sum;
}
