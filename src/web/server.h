/* server.h: the site on a socket.
 *
 * Listens on this machine only (127.0.0.1, or ::1): until people can sign in, whoever can reach
 * the socket may do everything. TLS and other machines are a proxy's work.
 *
 * Bounds, so that no client can take the program away from the others: 256 connections; 10 seconds
 * to send a head or between two pieces of a body; 10 seconds and one more for each 64 KiB to send a
 * body; 120 seconds to take a reply; 64 bodies at a time, 8 of them of more than 256 kB. When half the connections are
 * taken, one that has sent no whole head for 2 seconds is closed; when three quarters are, for half a
 * second; and so it is with bodies, with one more second for each 64 KiB.
 * One address may send 16 bodies at a time, where a trusted proxy tells addresses apart (proxy.h). Where
 * none does, all clients share one, and a bound would let one client lock out the rest.
 */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "base/error.h"
#include "base/str.h"
#include "web/proxy.h"

struct carriage;

struct serve_settings {
	Str  address;                /* "127.0.0.1" or "::1"; empty is 127.0.0.1 */
	int  port;                   /* 0: any free one */
	Str  store_path;             /* empty: nothing can be imported */
	Str  reference_docx;         /* a council's own Word reference, or empty */
	const struct carriage *carriage;     /* how messages leave (mail/carrier.h); NULL: they wait */
	Str  public_address;         /* where a proxy serves it to others (request.h), or empty */
	struct proxies proxies;      /* that are trusted (proxy.h) */
	bool quiet;                  /* no line for each request */
	bool verbose;                /* the server library's own complaints too */
	/* Called once, when requests are answered: "http://127.0.0.1:8080/". NULL: printed on stdout. */
	void (*ready)(void *context, const char *address, int port);
	void *context;
};

/* Serves until SIGTERM or SIGINT, finishes the requests that run, and gives true. False, with
 * words, when it cannot start. Call it from the first thread, before there are others: it blocks
 * those two signals for the threads it makes. */
bool serve(const struct serve_settings *settings, struct error *err);

#endif
