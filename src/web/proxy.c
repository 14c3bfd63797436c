/* proxy.c: reading the header that a trusted proxy wrote, from its end. */
#include "web/proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "web/lines.h"

enum { ADDRESS_TEXT_MOST = 64 };

/* ---- one address ------------------------------------------------------------------------------------------- */

/* As a header has it: "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]:4711". */
static Str
without_port(Str text)
{
	if (str_begins(text, S("["))) {
		ptrdiff_t ends = str_find(text, S("]"));
		return ends < 0 ? S("") : str_from(str_upto(text, ends), 1);
	}
	ptrdiff_t colon = str_find(text, S(":"));
	bool one = colon >= 0 && str_find(str_from(text, colon + 1), S(":")) < 0;
	return one ? str_upto(text, colon) : text;
}

/* Written in the one way there is; empty: it is no address. An IPv4 address that is told as IPv6 is that IPv4 address. */
static Str
address_read(Str text, struct arena *perm)
{
	char plain[ADDRESS_TEXT_MOST], told[INET6_ADDRSTRLEN] = "";
	struct in_addr four;
	struct in6_addr six;
	text = without_port(str_trim(text));
	if (text.len == 0 || text.len >= ADDRESS_TEXT_MOST)
		return S("");
	memcpy(plain, text.at, (size_t)text.len);
	plain[text.len] = 0;
	if (strlen(plain) != (size_t)text.len)
		return S("");
	if (inet_pton(AF_INET, plain, &four) == 1)
		inet_ntop(AF_INET, &four, told, sizeof told);
	else if (inet_pton(AF_INET6, plain, &six) == 1 && IN6_IS_ADDR_V4MAPPED(&six))
		inet_ntop(AF_INET, &six.s6_addr[12], told, sizeof told);
	else if (inet_pton(AF_INET6, plain, &six) == 1)
		inet_ntop(AF_INET6, &six, told, sizeof told);
	return str_copy(str_of(told), perm);
}

/* What counts of it: of IPv6 the network (lines.h). */
static Str
network_told(Str address, struct arena *perm)
{
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
	bool is_six = inet_pton(AF_INET6, str_c(address, perm), &six.sin6_addr) == 1;
	return is_six ? network_of((const struct sockaddr *)(const void *)&six, perm) : address;
}

static bool
trusts(const struct proxies *proxies, Str address)
{
	for (int i = 0; i < proxies->count; i++)
		if (str_equal(proxies->at[i], address))
			return true;
	return false;
}

/* ---- the setting ------------------------------------------------------------------------------------------- */

bool
proxies_read(Str text, struct proxies *proxies, struct arena *perm)
{
	static const Str forwarded = STR("forwarded ");
	*proxies = (struct proxies){ 0 };
	text = str_trim(text);
	proxies->forwarded = text.len > forwarded.len && str_equal_fold(str_upto(text, forwarded.len), forwarded);
	if (proxies->forwarded)
		text = str_from(text, forwarded.len);
	while (text.len > 0) {
		Str address = address_read(str_cut(&text, ','), perm);
		if (address.len == 0 || proxies->count == PROXIES_MOST)
			return false;
		proxies->at[proxies->count++] = address;
	}
	return true;
}

/* ---- the header -------------------------------------------------------------------------------------------- */

/* What stands after the last comma, and is taken off. */
static Str
last_cut(Str *list)
{
	ptrdiff_t at = list->len;
	while (at > 0 && list->at[at - 1] != ',')
		at--;
	Str last = str_from(*list, at);
	*list = str_upto(*list, at > 0 ? at - 1 : 0);
	return str_trim(last);
}

/* Of `for="[2001:db8::1]:4711";proto=https` the address, as it is told there. */
static Str
told_for(Str element)
{
	while (element.len > 0) {
		Str value = str_cut(&element, ';'), name = str_trim(str_cut(&value, '='));
		value = str_trim(value);
		bool quoted = value.len >= 2 && value.at[0] == '"' && value.at[value.len - 1] == '"';
		if (str_equal_fold(name, S("for")))
			return quoted ? str_from(str_upto(value, value.len - 1), 1) : value;
	}
	return S("");
}

/* From the last header of the name to the first, as if they were one. The last that a trusted proxy told, unless it is a
 * trusted proxy itself; empty: it cannot be read. */
static Str
told_by(const struct proxies *proxies, const struct head *head, struct arena *perm)
{
	Str name = proxies->forwarded ? S("Forwarded") : S("X-Forwarded-For"), hop = S("");
	for (int i = head->header_count - 1; i >= 0; i--) {
		if (!str_equal_fold(head->headers[i].name, name))
			continue;
		for (Str rest = head->headers[i].value; rest.len > 0;) {
			Str last = last_cut(&rest);
			hop = address_read(proxies->forwarded ? told_for(last) : last, perm);
			if (hop.len == 0 || !trusts(proxies, hop))
				return hop;
		}
	}
	return hop;
}

Str
proxies_client(const struct proxies *proxies, Str peer, const struct head *head, struct arena *perm)
{
	Str told = trusts(proxies, peer) ? told_by(proxies, head, perm) : S("");
	return network_told(told.len ? told : peer, perm);
}
