/* totp_test.c: the codes of authenticator apps, by the vectors of the standards. */
#include "base/secret.h"
#include "base/totp.h"
#include "check.h"

static Str
sha1_hex(struct sha1 hash, struct arena *perm)
{
	return hex_write((Str){ (const char *)hash.at, SHA1_BYTES }, perm);
}

static Str
repeated(char c, int count, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < count; i++)
		text_char(&text, c);
	return text_str(&text);
}

/* FIPS 180-4's examples, and a million times "a". */
static void
sha1_gives_the_standards_examples(struct arena *perm)
{
	check_str(sha1_hex(sha1_of(S("abc")), perm), S("a9993e364706816aba3e25717850c26c9cd0d89d"));
	check_str(sha1_hex(sha1_of(S("")), perm), S("da39a3ee5e6b4b0d3255bfef95601890afd80709"));
	check_str(sha1_hex(sha1_of(S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")), perm),
	          S("84983e441c3bd26ebaae4aa1f95129e5e54670f1"));
	check_str(sha1_hex(sha1_of(repeated('a', 1000000, perm)), perm),
	          S("34aa973cd4c4daa4f61eeb2bdbad27316534016f"));
}

/* RFC 2202, section 3, cases 1, 2, 3 and 6. */
static void
hmac_gives_the_examples_of_rfc_2202(struct arena *perm)
{
	check_str(sha1_hex(sha1_hmac(repeated(0x0b, 20, perm), S("Hi There")), perm),
	          S("b617318655057264e28bc0b6fb378c8ef146be00"));
	check_str(sha1_hex(sha1_hmac(S("Jefe"), S("what do ya want for nothing?")), perm),
	          S("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
	check_str(sha1_hex(sha1_hmac(repeated((char)0xaa, 20, perm), repeated((char)0xdd, 50, perm)), perm),
	          S("125d7342b9ac11cd91a39af48aa17b4f63f175d3"));
	check_str(sha1_hex(sha1_hmac(repeated((char)0xaa, 80, perm),
	                             S("Test Using Larger Than Block-Size Key - Hash Key First")), perm),
	          S("aa4ae5e15272d00e95705637ce8a3b55ed402112"));
}

#define RFC_KEY S("12345678901234567890")

/* RFC 6238, appendix B, the rows of SHA-1. */
static void
codes_are_those_of_rfc_6238(struct arena *perm)
{
	static const struct { int64_t at; Str code; } rows[] = {
		{ 59, STR("94287082") }, { 1111111109, STR("07081804") }, { 1111111111, STR("14050471") },
		{ 1234567890, STR("89005924") }, { 2000000000, STR("69279037") },
		{ 20000000000, STR("65353130") },
	};
	for (ptrdiff_t i = 0; i < countof(rows); i++) {
		check_str(totp_code(RFC_KEY, totp_step(rows[i].at), 8, perm), rows[i].code);
		check_str(totp_code(RFC_KEY, totp_step(rows[i].at), 6, perm), str_from(rows[i].code, 2));
	}
}

/* One step of drift either way, and no more: of 1111111111 the step is 37037037. */
static void
a_code_is_good_for_one_step_of_drift(struct arena *perm)
{
	for (int drift = -2; drift <= 2; drift++) {
		int64_t step = 0;
		Str code = totp_code(RFC_KEY, 37037037 + drift, 6, perm);
		bool good = totp_read(RFC_KEY, code, 1111111111, &step, *perm);
		check(good == (drift >= -1 && drift <= 1));
		check(!good || step == 37037037 + drift);
	}
	int64_t step;
	static const Str wrong[] = { STR(""), STR("05047"), STR("0504711"), STR("05047l"), STR("14050471") };
	for (ptrdiff_t i = 0; i < countof(wrong); i++)
		check(!totp_read(RFC_KEY, wrong[i], 1111111111, &step, *perm));
}

/* RFC 4648, section 10, without the padding. */
static void
base32_is_that_of_rfc_4648(struct arena *perm)
{
	static const struct { Str plain, coded; } rows[] = {
		{ STR(""), STR("") }, { STR("f"), STR("MY") }, { STR("fo"), STR("MZXQ") },
		{ STR("foo"), STR("MZXW6") }, { STR("foob"), STR("MZXW6YQ") },
		{ STR("fooba"), STR("MZXW6YTB") }, { STR("foobar"), STR("MZXW6YTBOI") },
	};
	Str back;
	for (ptrdiff_t i = 0; i < countof(rows); i++) {
		check_str(base32_write(rows[i].plain, perm), rows[i].coded);
		check(base32_read(rows[i].coded, &back, perm));
		check_str(back, rows[i].plain);
	}
	check(base32_read(S("mzxw 6ytb oi======"), &back, perm));
	check_str(back, S("foobar"));
	check(!base32_read(S("MZXW1"), &back, perm));
	check(hex_read(S("00ff7f"), &back, perm));
	check_str(back, ((Str){ "\0\xff\x7f", 3 }));
	check(!hex_read(S("0"), &back, perm) && !hex_read(S("0G"), &back, perm));
}

static void
the_link_says_whose_and_which(struct arena *perm)
{
	check_str(totp_link(RFC_KEY, S("o'neill+hr@example.gov.uk"), perm),
	          S("otpauth://totp/Mainstay:o%27neill%2Bhr%40example.gov.uk"
	            "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mainstay"
	            "&algorithm=SHA1&digits=6&period=30"));
}

/* 46 MiB and one pass, as OWASP's sheet on storing passwords has it; each hash has a salt of its own. */
static void
a_password_is_hashed_with_argon2id(struct arena *perm)
{
	char one[PASSWORD_HASH_ROOM], two[PASSWORD_HASH_ROOM];
	struct error err = { "" };
	(void)perm;
	check(password_hash(S("three brown herons"), one, &err) && password_hash(S("three brown herons"), two, &err));
	check(str_begins(str_of(one), S("$argon2id$v=19$m=47104,t=1,p=1$")));
	check(strcmp(one, two) != 0);
	check(password_matches(str_of(one), S("three brown herons")));
	check(!password_matches(str_of(one), S("three brown heron")));
	check(!password_matches(S(""), S("")) && !password_matches(S("$argon2id$"), S("")));
}

int
main(void)
{
	run(sha1_gives_the_standards_examples);
	run(hmac_gives_the_examples_of_rfc_2202);
	run(codes_are_those_of_rfc_6238);
	run(a_code_is_good_for_one_step_of_drift);
	run(base32_is_that_of_rfc_4648);
	run(the_link_says_whose_and_which);
	run(a_password_is_hashed_with_argon2id);
	return tests_end();
}
