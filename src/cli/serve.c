/* serve.c: starting the site, on the usual port or the next free one. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/sign_in.h"
#include "cli/places.h"
#include "mail/carrier.h"
#include "mail/wire.h"
#include "web/server.h"
#include "web/site.h"

enum { PORTS_TRIED = 20 };      /* someone with more than twenty copies running can name a port */

/* Whether a server could listen there, asked as the server itself will ask. */
static bool
port_free(int port)
{
	int socket_made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (socket_made < 0)
		return true;
	int yes = 1;
	struct sockaddr_in here = {
		.sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr = { .s_addr = htonl(INADDR_LOOPBACK) },
	};
	setsockopt(socket_made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	bool free = bind(socket_made, (const struct sockaddr *)&here, sizeof here) == 0;
	close(socket_made);
	return free;
}

/* The port asked for; where nobody asked, the first free one from the usual one on. */
static int
port_to_use(const struct line *line)
{
	int port = line_number(line, OPTION_PORT);
	if (line_has(line, OPTION_PORT))
		return port;
	for (int next = port; next < port + PORTS_TRIED; next++) {
		if (!port_free(next))
			continue;
		if (next != port)
			say(STATUS_DONE, "port %d is taken; using %d", port, next);
		return next;
	}
	return port;
}

/* While nobody can sign in, a link for one administrator; printed once the address is known. */
struct first_link { const struct invocation *in; Str store, secret, public_address; };

static bool
make_first_link(struct first_link *link, struct arena *perm, struct error *err)
{
	struct gate gate;
	struct store *store = link->store.len ? store_open(link->store, err) : NULL;
	if (!store)
		return link->store.len == 0;
	gate_open(&gate);
	struct front front = { .store = store, .gate = &gate, .now = link->in->now,
	                       .today = london_day(link->in->now), .perm = perm };
	bool made = sign_in_first_link(&front, &link->secret, err);
	gate_close(&gate);
	store_close(store);
	return made;
}

static void
say_ready(void *context, const char *address, int port)
{
	const struct first_link *link = context;
	(void)port;
	Str place = link->public_address.len ? link->public_address : str_upto(str_of(address), (ptrdiff_t)strlen(address) - 1);
	if (link->secret.len)
		say(STATUS_DONE, "nobody can sign in yet; whoever opens this address first becomes the administrator:\n"
		    "%.*s%s%.*s", STR_ARG(place), LINK_ADDRESS, STR_ARG(link->secret));
	printf("%s\n", address);
	fflush(stdout);
	if (isatty(STDERR_FILENO))
		say(STATUS_DONE, "open that address in a browser; press Ctrl C to stop");
}

enum status
run_serve(const struct invocation *in, struct arena *perm)
{
	struct error err;
	Str store = { 0 };
	if (store_path(&in->line, perm).len > 0 && !store_to_write(&in->line, &store, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (store.len == 0)
		say(STATUS_DONE, "no place for the store is known, so nothing can be imported");
	struct first_link first = { .in = in, .store = store };
	if (!public_address(&in->line, &first.public_address, &err))
		return say(STATUS_USAGE, "%s", err.text);
	struct proxies proxies;
	if (!proxies_read(line_text(&in->line, OPTION_TRUSTED_PROXY), &proxies, perm))
		return say(STATUS_USAGE, "trusted-proxy is up to %d addresses of proxies, such as 127.0.0.1,10.0.0.7, with \"forwarded\" before "
			"them where they write that header; not \"%.*s\"", PROXIES_MOST, STR_ARG(line_text(&in->line, OPTION_TRUSTED_PROXY)));
	if (!make_first_link(&first, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct carriage carriage;
	bool carries = line_has(&in->line, OPTION_MAIL) || (store.len && !store_is_url(store));
	if (carries && (!wire_open(&err) || !mail_carriage(&in->line, store, &carriage, perm, &err)))
		return say(STATUS_WORLD, "%s", err.text);
	struct serve_settings settings = {
		.port = port_to_use(&in->line),
		.store_path = store,
		.public_address = first.public_address,
		.proxies = proxies,
		.carriage = carries ? &carriage : NULL,
		.reference_docx = line_text(&in->line, OPTION_REFERENCE_DOCX),
		.quiet = !line_has(&in->line, OPTION_LOG),
		.ready = say_ready,
		.context = &first,
	};
	return serve(&settings, &err) ? STATUS_DONE : say(STATUS_WORLD, "%s", err.text);
}
