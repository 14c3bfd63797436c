/* proxy.h: where a request comes from, when a proxy brings it.
 *
 * The server listens on this machine only, so others reach it through a proxy, and then all come from the proxy's address:
 * what is bounded by address (sign-ins that fail, drafts begun on the public form, bodies at a time) would be everybody's
 * together. Whoever starts the program names the proxies they trust, and in which header these write the address of
 * whoever asked them. Of such a proxy the last address of that header is believed; where that is a trusted proxy too, the
 * one before it, and so on. What stands further left was written by whoever asked, and is never believed; neither is the
 * header of anybody else, nor a header of the other name, which a proxy may pass on as it came. Where nothing can be read,
 * the request comes from the proxy, as if nothing had been said.
 *
 * Of an IPv6 address the first 64 bits count: one line has all that begin so (RFC 4291, RFC 6177).
 */
#ifndef WEB_PROXY_H
#define WEB_PROXY_H

#include "web/request.h"

enum { PROXIES_MOST = 8 };

struct proxies {
	Str at[PROXIES_MOST];        /* addresses, written in the one way */
	int count;
	bool forwarded;              /* they write Forwarded (RFC 7239), and not X-Forwarded-For */
};

/* "127.0.0.1, 10.0.0.7", with "forwarded" before the first where they write that header; empty: none is trusted. */
bool proxies_read(Str text, struct proxies *proxies, struct arena *perm);
/* The address of whoever asked, or their network, of a request that came from `peer`: an address in full, or empty. */
Str proxies_client(const struct proxies *proxies, Str peer, const struct head *head, struct arena *perm);

#endif
