/* gate.c: counting who is inside. */
#include "app/gate.h"

void
gate_open(struct gate *gate)
{
	*gate = (struct gate){ .inside = 0 };
	pthread_mutex_init(&gate->lock, NULL);
	pthread_cond_init(&gate->left, NULL);
}

void
gate_close(struct gate *gate)
{
	pthread_cond_destroy(&gate->left);
	pthread_mutex_destroy(&gate->lock);
}

bool
gate_enter(struct gate *gate)
{
	pthread_mutex_lock(&gate->lock);
	bool enters = gate->inside < GATE_INSIDE || gate->waiting < GATE_WAITING;
	if (enters) {
		gate->waiting++;
		while (gate->inside == GATE_INSIDE)
			pthread_cond_wait(&gate->left, &gate->lock);
		gate->waiting--;
		gate->inside++;
		gate->passed++;
	}
	pthread_mutex_unlock(&gate->lock);
	return enters;
}

void
gate_leave(struct gate *gate)
{
	pthread_mutex_lock(&gate->lock);
	gate->inside--;
	pthread_cond_signal(&gate->left);
	pthread_mutex_unlock(&gate->lock);
}
