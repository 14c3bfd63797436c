/* password.c: which passwords may be chosen. No rules of composition: length, and not the obvious. */
#include "app/sign_in_parts.h"

/* Of twelve characters or more, the ones that lists of leaked passwords begin with, and what people
 * write when they are asked for twelve. Lower case. */
static const Str common[] = {
	STR("123456789012"), STR("1234567890123"), STR("12345678901234"), STR("123456789123"),
	STR("1234567891011"), STR("123123123123"), STR("123412341234"), STR("qwertyuiop12"),
	STR("qwertyuiop123"), STR("qwertyuiop[]"), STR("qwertyuiopas"), STR("qwertyuiopasdf"),
	STR("1q2w3e4r5t6y"), STR("1qaz2wsx3edc"), STR("1qaz2wsx3edc4rfv"), STR("qazwsxedcrfv"),
	STR("zaq12wsxcde3"), STR("asdfghjkl123"), STR("asdfghjklzxc"), STR("zxcvbnm12345"),
	STR("abcdefghijkl"), STR("abcdefghijklm"), STR("abcd12345678"), STR("abc123abc123"),
	STR("password1234"), STR("password12345"), STR("password123456"), STR("password123!"),
	STR("password2024"), STR("password2025"), STR("password2026"), STR("passwordpassword"),
	STR("passw0rd1234"), STR("p@ssw0rd1234"), STR("p@ssword1234"), STR("mypassword123"),
	STR("newpassword1"), STR("changeme1234"), STR("changemenow1"), STR("letmein12345"),
	STR("letmeinplease"), STR("welcome12345"), STR("welcome123456"), STR("iloveyou1234"),
	STR("iloveyou12345"), STR("administrator"), STR("administrator1"), STR("admin1234567"),
	STR("adminadmin12"), STR("adminadminadmin"), STR("testtesttest"), STR("test12345678"),
	STR("correcthorsebatterystaple"), STR("liverpool123"), STR("manchester12"), STR("manchester123"),
	STR("manchesterunited"), STR("footballfootball"), STR("football1234"), STR("sunshine1234"),
	STR("princess1234"), STR("socialworker"), STR("socialworker1"), STR("socialworker123"),
	STR("socialwork123"), STR("childrensservices"), STR("safeguarding"), STR("safeguarding1"),
	STR("safeguarding123"), STR("mainstay1234"), STR("mainstaymainstay"), STR("councilcouncil"),
};

enum { DIFFERENT_LEAST = 5, NAME_LEAST = 4 };

static int
different_bytes(Str text)
{
	bool seen[256] = { false };
	int count = 0;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		count += !seen[(unsigned char)text.at[i]];
		seen[(unsigned char)text.at[i]] = true;
	}
	return count;
}

static bool
is_common(Str password, struct arena scratch)
{
	Str lower = str_lower(password, &scratch);
	for (ptrdiff_t i = 0; i < countof(common); i++)
		if (str_equal(common[i], lower))
			return true;
	return false;
}

static bool
holds_name(Str password, Str email)
{
	Str rest = email, name = str_cut(&rest, '@');
	return name.len >= NAME_LEAST && str_find_fold(password, name) >= 0;
}

bool
password_good(Str password, Str email, struct arena scratch, Str *why)
{
	const struct { bool wrong; Str words; } judged[] = {
		{ !str_utf8(password, NULL) || str_characters(password) < PASSWORD_LEAST,
		  S("The password is too short. Use 12 characters or more; three or four words are good.") },
		{ password.len > PASSWORD_BYTES_MOST, S("The password is too long. Use at most 1,024 bytes.") },
		{ holds_name(password, email),
		  S("The password contains the name in your e-mail address. Choose another.") },
		{ is_common(password, scratch) || different_bytes(password) < DIFFERENT_LEAST,
		  S("The password is one that many people use, so it is guessed first. Choose another.") },
	};
	for (ptrdiff_t i = 0; i < countof(judged); i++)
		if (judged[i].wrong) {
			*why = judged[i].words;
			return false;
		}
	return true;
}

/* Somebody at a place with a dot, and nothing that could break out of a line. */
bool
email_good(Str email)
{
	Str place = email, name = str_cut(&place, '@');
	if (email.len > 254 || name.len == 0 || name.len > 64 || !place.at || !str_utf8(email, NULL))
		return false;
	for (ptrdiff_t i = 0; i < email.len; i++)
		if ((unsigned char)email.at[i] <= ' ' || email.at[i] == 0x7f)
			return false;
	ptrdiff_t dot = str_find(place, S("."));
	return dot > 0 && dot < place.len - 1 && str_find(place, S("@")) < 0;
}
