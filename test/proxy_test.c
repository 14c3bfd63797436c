/* proxy_test.c: whose word is taken for where a request comes from, and what is bounded by it. */
#include "applying.h"

#include "web/proxy.h"

static struct proxies
trusted(const char *text, struct arena *perm)
{
	struct proxies proxies;
	check(proxies_read(str_of(text), &proxies, perm));
	return proxies;
}

/* RFC 7239, section 4, has the examples of Forwarded; addresses are those of RFC 5737 and RFC 3849, kept for examples. */
static void
only_what_a_trusted_proxy_wrote_last_is_believed(struct arena *perm)
{
	static const struct { const char *trusted, *peer, *lines, *client; } cases[] = {
		/* nobody is trusted, or somebody else is */
		{ "", "127.0.0.1", "X-Forwarded-For: 192.0.2.1\n", "127.0.0.1" },
		{ "10.0.0.7", "127.0.0.1", "X-Forwarded-For: 192.0.2.1\n", "127.0.0.1" },
		{ "127.0.0.1", "127.0.0.2", "X-Forwarded-For: 192.0.2.1\n", "127.0.0.2" },
		/* one proxy: what whoever asked wrote themselves stands further left */
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 192.0.2.1\n", "192.0.2.1" },
		{ "127.0.0.1", "127.0.0.1", "x-forwarded-for: 203.0.113.9, 192.0.2.1\n", "192.0.2.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 203.0.113.9\nX-Forwarded-For: 192.0.2.1\n", "192.0.2.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 127.0.0.1, 192.0.2.1\n", "192.0.2.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: \"a, 203.0.113.9, 192.0.2.1\n", "192.0.2.1" },
		/* a proxy behind a proxy */
		{ "127.0.0.1, 10.0.0.7", "127.0.0.1", "X-Forwarded-For: 203.0.113.9, 192.0.2.1, 10.0.0.7\n", "192.0.2.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 192.0.2.1, 10.0.0.7\n", "10.0.0.7" },
		{ "127.0.0.1,10.0.0.7", "127.0.0.1", "X-Forwarded-For: 10.0.0.7\n", "10.0.0.7" },
		/* the header of the other name is passed on as it came */
		{ "127.0.0.1", "127.0.0.1", "Forwarded: for=203.0.113.9\n", "127.0.0.1" },
		{ "127.0.0.1", "127.0.0.1", "Forwarded: for=203.0.113.9\nX-Forwarded-For: 192.0.2.1\n", "192.0.2.1" },
		{ "forwarded 127.0.0.1", "127.0.0.1", "X-Forwarded-For: 203.0.113.9\nForwarded: for=192.0.2.1\n", "192.0.2.1" },
		{ "forwarded 127.0.0.1", "127.0.0.1", "X-Forwarded-For: 203.0.113.9\n", "127.0.0.1" },
		{ "Forwarded 127.0.0.1", "127.0.0.1", "Forwarded: for=192.0.2.43, for=198.51.100.17;by=203.0.113.60;proto=http\n", "198.51.100.17" },
		{ "forwarded 127.0.0.1", "127.0.0.1", "Forwarded: For=\"[2001:db8:cafe::17]:4711\"\n", "2001:db8:cafe::" },
		{ "forwarded 127.0.0.1", "127.0.0.1", "Forwarded: for=203.0.113.9, for=_gazonk\n", "127.0.0.1" },
		{ "forwarded 127.0.0.1", "127.0.0.1", "Forwarded: for=203.0.113.9, for=unknown\n", "127.0.0.1" },
		{ "forwarded 127.0.0.1", "127.0.0.1", "Forwarded: for=203.0.113.9, by=192.0.2.1\n", "127.0.0.1" },
		/* ports, IPv6, and one address in another dress */
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 192.0.2.1:4711\n", "192.0.2.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 2001:DB8:1:2:3:4:5:6\n", "2001:db8:1:2::" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: [2001:db8:1:2:ffff::1]:80\n", "2001:db8:1:2::" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: ::ffff:192.0.2.1\n", "192.0.2.1" },
		{ "0:0:0:0:0:0:0:1", "::1", "X-Forwarded-For: 192.0.2.1\n", "192.0.2.1" },
		{ "::2", "::1", "X-Forwarded-For: 192.0.2.1\n", "::" }, { "", "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::" }, { "127.0.0.1", "", "", "" },
		/* what is no address is nobody's word */
		{ "127.0.0.1", "127.0.0.1", "", "127.0.0.1" }, { "127.0.0.1", "127.0.0.1", "X-Forwarded-For:\n", "127.0.0.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 203.0.113.9, nobody\n", "127.0.0.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 203.0.113.9,\n", "127.0.0.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 1.2.3\n", "127.0.0.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: [2001:db8::1\n", "127.0.0.1" },
		{ "127.0.0.1", "127.0.0.1", "X-Forwarded-For: 192.0.2.1%eth0\n", "127.0.0.1" },
	};
	for (int i = 0; i < countof(cases); i++) {
		struct proxies proxies = trusted(cases[i].trusted, perm);
		struct head head = head_of("GET", "/", cases[i].lines);
		Str client = proxies_client(&proxies, str_of(cases[i].peer), &head, perm);
		if (!str_equal(client, str_of(cases[i].client)))
			printf("%s: %s", cases[i].trusted, cases[i].lines);
		check_str(client, str_of(cases[i].client));
	}
}

static void
a_setting_that_names_no_address_is_refused(struct arena *perm)
{
	static const char *const bad[] = { "proxy.walsall.gov.uk", "127.0.0.1 10.0.0.7", "10.0.0.0/8", "forwarded x", ",", "*",
		"1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,1.1.1.5,1.1.1.6,1.1.1.7,1.1.1.8,1.1.1.9" };
	struct proxies proxies;
	for (int i = 0; i < countof(bad); i++)
		check(!proxies_read(str_of(bad[i]), &proxies, perm));
	check_int(trusted("127.0.0.1,", perm).count, 1);                      /* nothing stands after the last comma */
	check_int(trusted(" 127.0.0.1 , ::1 ", perm).count, 2);
	check_int(trusted("  ", perm).count, 0);
}

/* ---- the public form ------------------------------------------------------------------------------------------ */

static int
starts_from(struct site *site, const char *from, struct arena *perm)
{
	struct applicant a = somebody_applies(site);
	looks(&a, "/apply/walsall/RN-000001", perm);
	return sends_with(&a, "/apply/walsall/RN-000001/start", S(""), str_c(str_format(perm, "X-Forwarded-For: %s\n", from), perm), perm).status;
}

/* Sixty of an hour are one network's, whatever it says of itself; the others of the council's visitors go on. */
static void
one_network_that_begins_too_many_keeps_no_other_out(struct arena *perm)
{
	struct place_of it = place_with(applying_council, perm);
	place_open(&it);
	it.site->proxies = trusted("127.0.0.1", perm);
	for (int i = 0; i < STARTS_OF_HOUR; i++) {
		struct arena scratch = *perm;
		check_int(starts_from(it.site, str_c(str_format(&scratch, "203.0.113.%d, 192.0.2.1", i + 1), &scratch), &scratch), 200);
	}
	check_int(starts_from(it.site, "203.0.113.200, 192.0.2.1", perm), 429);
	check_int(starts_from(it.site, "192.0.2.1, 192.0.2.2", perm), 200);
	it.site->proxies = trusted("", perm);                                    /* nobody is trusted: one address for all */
	for (int i = 0; i < STARTS_OF_HOUR; i++) {
		struct arena scratch = *perm;
		check_int(starts_from(it.site, str_c(str_format(&scratch, "198.51.100.%d", i + 1), &scratch), &scratch), 200);
	}
	check_int(starts_from(it.site, "198.51.100.200", perm), 429);
	place_end(&it, perm);
}

int
main(void)
{
	run(only_what_a_trusted_proxy_wrote_last_is_believed);
	run(a_setting_that_names_no_address_is_refused);
	run(one_network_that_begins_too_many_keeps_no_other_out);
	return tests_end();
}
