/* apply_keys.c: what opens a draft, and how often it may be tried. */
#include "app/apply_parts.h"

#include "base/secret.h"
#include "store/accounts.h"
#include "store/audit.h"

enum { HOUR = 60 * 60, GROUP = 4 };

/* ---- keys ------------------------------------------------------------------------------------------ */

/* Crockford's 32: no I, L, O or U, so that nobody takes one for another. */
static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static struct digits
hash_of_kind(const char *kind, Str text)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, str_of(kind));
	hash_add_text(&hashing, text);
	return hash_end(&hashing);
}

static Str
hashed(const char *kind, Str text, struct arena *perm)
{
	struct digits hash = hash_of_kind(kind, text);
	return str_copy(digits_str(&hash), perm);
}

bool
apply_browser_secret(struct apply_secret *secret, struct arena *perm, struct error *err)
{
	struct digits made;
	if (!random_digits(RANDOM_MOST, &made, err))
		return false;
	secret->text = secret->shown = str_copy(digits_str(&made), perm);
	secret->hash = hashed("draft browser", secret->text, perm);
	return true;
}

static int
digit_of(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

Str
apply_code_hash(Str code, struct arena *perm)
{
	return hashed("draft code", code, perm);
}

/* Five bits of each random byte. */
bool
apply_code(struct apply_secret *code, struct arena *perm, struct error *err)
{
	struct digits made;
	struct text text = text_new(perm), shown = text_new(perm);
	if (!random_digits(CODE_CHARACTERS, &made, err))
		return false;
	for (int i = 0; i < CODE_CHARACTERS; i++) {
		int byte = digit_of(made.at[2 * i]) * 16 + digit_of(made.at[2 * i + 1]);
		if (i > 0 && i % GROUP == 0)
			text_char(&shown, '-');
		text_char(&text, letters[byte % 32]);
		text_char(&shown, letters[byte % 32]);
	}
	*code = (struct apply_secret){ .text = text_str(&text), .shown = text_str(&shown) };
	code->hash = apply_code_hash(code->text, perm);
	return true;
}

Str
apply_code_read(Str typed, struct arena *perm)
{
	struct text text = text_new(perm);
	for (ptrdiff_t i = 0; i < typed.len; i++) {
		char c = typed.at[i];
		c = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
		c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
		if (c == ' ' || c == '-')
			continue;
		if (str_find(str_of(letters), (Str){ &c, 1 }) < 0 || text.len == CODE_CHARACTERS)
			return S("");
		text_char(&text, c);
	}
	return text.len == CODE_CHARACTERS ? text_str(&text) : S("");
}

struct draft_lock
apply_lock(const struct ask *ask, struct arena *perm)
{
	return (struct draft_lock){ DRAFT_BROWSER, hashed("draft browser", ask->door->draft, perm) };
}

Str
apply_form_token(Str secret, struct arena *perm)
{
	return hashed("draft form", secret, perm);
}

/* ---- tries ------------------------------------------------------------------------------------------ */

/* Once for each time that somebody comes to the bound, or the audit would be what a flood fills. */
static bool
tell(struct store *store, const struct ask *ask, const char *kind, struct error *err)
{
	int64_t seq;
	return audit_add(store, &(struct entry){ .at = ask->now, .actor = S("nobody"), .action = S("apply.throttled"),
		.authority = S(""), .object = str_of(kind), .payload = S("") }, &seq, err);
}

bool
apply_try(struct store *store, const struct ask *ask, struct apply_try try, int *wait, struct error *err)
{
	struct digits key = hash_of_kind(try.kind, ask->door->address);
	struct failures failures = { 0 };
	*wait = 0;
	if (!failures_since(store, digits_str(&key), ask->now - HOUR, &failures, err))
		return false;
	if (failures.count >= try.most) {
		*wait = (int)(failures.oldest + HOUR - ask->now);
		*wait = *wait > 0 ? *wait : 1;
		return true;
	}
	return failure_add(store, digits_str(&key), ask->now, err)
		&& (failures.count + 1 < try.most || tell(store, ask, try.kind, err));
}

struct answer
apply_slow_down(int wait, struct arena *perm)
{
	struct answer answer = answer_words(SLOW_DOWN, S("Too many, for now"), str_format(perm, "Too much came from your network, or "
		"for this council, in the last hour. Nothing you wrote is lost. Come back in %.*s.", STR_ARG(counted((wait + 59) / 60,
		"minute", "minutes", perm))), perm);
	answer.wait_seconds = wait;
	return answer;
}
