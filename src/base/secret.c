/* secret.c: what libsodium does for us. */
#include "base/secret.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

_Static_assert(sizeof(struct hashing) >= sizeof(crypto_generichash_state), "the state fits");

static crypto_generichash_state *
state_of(struct hashing *hashing)
{
	return (crypto_generichash_state *)(void *)hashing->state;
}

Str
digits_str(const struct digits *digits)
{
	return (Str){ digits->at, (ptrdiff_t)strlen(digits->at) };
}

static struct digits
digits_of(const unsigned char *bytes, size_t count)
{
	struct digits digits = { "" };
	sodium_bin2hex(digits.at, sizeof digits.at, bytes, count);
	return digits;
}

/* ---- fingerprints ---------------------------------------------------------------------------- */

void
hash_begin(struct hashing *hashing)
{
	int begun = crypto_generichash_init(state_of(hashing), NULL, 0, HASH_BYTES);
	assert(begun == 0);
}

void
hash_add(struct hashing *hashing, Str bytes)
{
	if (bytes.len == 0)
		return;
	crypto_generichash_update(state_of(hashing), (const unsigned char *)bytes.at,
	                          (unsigned long long)bytes.len);
}

void
hash_add_text(struct hashing *hashing, Str text)
{
	char length[24];
	snprintf(length, sizeof length, "%td:", text.len);
	hash_add(hashing, str_of(length));
	hash_add(hashing, text);
	hash_add(hashing, S(","));
}

void
hash_add_number(struct hashing *hashing, int64_t number)
{
	char decimal[24];
	snprintf(decimal, sizeof decimal, "%lld", (long long)number);
	hash_add_text(hashing, str_of(decimal));
}

struct digits
hash_end(struct hashing *hashing)
{
	unsigned char hash[HASH_BYTES];
	crypto_generichash_final(state_of(hashing), hash, sizeof hash);
	return digits_of(hash, sizeof hash);
}

struct digits
hash_of(Str bytes)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add(&hashing, bytes);
	return hash_end(&hashing);
}

struct digits
sha256_of(Str bytes)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(hash, (const unsigned char *)bytes.at, (unsigned long long)bytes.len);
	return digits_of(hash, sizeof hash);
}

/* ---- random ---------------------------------------------------------------------------------- */

/* It may be begun any number of times, from any thread. */
static bool
sodium_ready(struct error *err)
{
	return sodium_init() >= 0 || fail(err, "the system gives no random numbers");
}

bool
random_digits(int bytes, struct digits *digits, struct error *err)
{
	unsigned char random[RANDOM_MOST];
	assert(bytes > 0 && bytes <= RANDOM_MOST);
	if (!sodium_ready(err))
		return false;
	randombytes_buf(random, (size_t)bytes);
	*digits = digits_of(random, (size_t)bytes);
	sodium_memzero(random, sizeof random);
	return true;
}

/* ---- passwords ------------------------------------------------------------------------------- */

enum { PASSES = 1, MEMORY = 46 << 20 };
_Static_assert((int)PASSWORD_HASH_ROOM >= (int)crypto_pwhash_STRBYTES, "a hash fits");

struct signature
sha256_hmac(Str key, Str bytes)
{
	struct signature made;
	crypto_auth_hmacsha256_state state;
	crypto_auth_hmacsha256_init(&state, (const unsigned char *)key.at, (size_t)key.len);
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)bytes.at, (unsigned long long)bytes.len);
	crypto_auth_hmacsha256_final(&state, made.at);
	return made;
}

bool
secret_equal(Str a, Str b)
{
	return a.len == b.len && (a.len == 0 || sodium_memcmp(a.at, b.at, (size_t)a.len) == 0);
}

/* libsodium takes no NULL, even of nothing. */
static const char *
bytes_of(Str text)
{
	return text.len ? text.at : "";
}

bool
password_hash(Str password, char hash[PASSWORD_HASH_ROOM], struct error *err)
{
	assert(password.len <= PASSWORD_BYTES_MOST);
	if (!sodium_ready(err))
		return false;
	return crypto_pwhash_str_alg(hash, bytes_of(password), (unsigned long long)password.len, PASSES, MEMORY,
	                             crypto_pwhash_ALG_ARGON2ID13) == 0
		|| fail(err, "there is no memory to hash a password");
}

bool
password_matches(Str hash, Str password)
{
	char text[PASSWORD_HASH_ROOM] = "";
	struct error ignored;
	if (!sodium_ready(&ignored) || hash.len >= PASSWORD_HASH_ROOM || password.len > PASSWORD_BYTES_MOST)
		return false;
	memcpy(text, bytes_of(hash), (size_t)hash.len);
	return crypto_pwhash_str_verify(text, bytes_of(password), (unsigned long long)password.len) == 0;
}
