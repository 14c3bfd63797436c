/* secret.h: fingerprints, passwords, and bytes that nobody can guess. The one file that knows
 * libsodium.
 *
 * A fingerprint is BLAKE2b of 32 bytes, written as 64 hexadecimal digits; `b2sum -l 256` gives the
 * same. Anything may be hashed in pieces, so nothing here needs memory of its own.
 */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include "base/error.h"
#include "base/str.h"

enum { HASH_BYTES = 32, HASH_DIGITS = 2 * HASH_BYTES, RANDOM_MOST = 32 };

/* Lower-case hexadecimal, as text that can be copied. */
struct digits { char at[HASH_DIGITS + 1]; };
Str digits_str(const struct digits *digits);

struct hashing { _Alignas(64) unsigned char state[384]; };
void hash_begin(struct hashing *hashing);
void hash_add(struct hashing *hashing, Str bytes);
/* "5:hello," (a netstring): so that no two lists of texts hash alike. */
void hash_add_text(struct hashing *hashing, Str text);
void hash_add_number(struct hashing *hashing, int64_t number);    /* its decimal text */
struct digits hash_end(struct hashing *hashing);
struct digits hash_of(Str bytes);

struct digits sha256_of(Str bytes);

/* HMAC with SHA-256 (RFC 2104), as bytes: what signs a token for another program. */
struct signature { unsigned char at[HASH_BYTES]; };
struct signature sha256_hmac(Str key, Str bytes);

/* Whether two texts are the same, in a time that says nothing of where they differ. */
bool secret_equal(Str a, Str b);

/* Argon2id with 46 MiB and one pass, in libsodium's own text form: some 50 ms of one processor, on
 * purpose. app/gate.h bounds how many run at once. */
enum { PASSWORD_BYTES_MOST = 1024, PASSWORD_HASH_ROOM = 128 };
bool password_hash(Str password, char hash[PASSWORD_HASH_ROOM], struct error *err);
bool password_matches(Str hash, Str password);

/* `bytes` random bytes, up to RANDOM_MOST, as two digits each. */
bool random_digits(int bytes, struct digits *digits, struct error *err);

#endif
