/* gate.h: at most two passwords are hashed at once, and a few more wait: a flood of sign-ins takes
 * neither the memory nor the processors from everybody else.
 *
 * A server has one gate for all its threads; a command makes its own.
 */
#ifndef APP_GATE_H
#define APP_GATE_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

enum { GATE_INSIDE = 2, GATE_WAITING = 8 };

struct gate {
	pthread_mutex_t lock;
	pthread_cond_t  left;
	int             inside, waiting;
	int64_t         passed;          /* how many have been through */
};

void gate_open(struct gate *gate);
void gate_close(struct gate *gate);
/* Waits for a place. False when too many wait already. */
bool gate_enter(struct gate *gate);
void gate_leave(struct gate *gate);

#endif
