/* totp.c: SHA-1 (FIPS 180-4), HMAC (RFC 2104), HOTP and TOTP (RFC 4226, RFC 6238), base32 (RFC 4648). */
#include "base/totp.h"

#include <assert.h>
#include <string.h>

#include "base/secret.h"

/* ---- SHA-1 --------------------------------------------------------------------------------------- */

enum { BLOCK = 64 };

static uint32_t
turned(uint32_t word, int by)
{
	return word << by | word >> (32 - by);
}

struct words { uint32_t at[5]; };

/* One of the four kinds of round: what it makes of three words, and its constant. */
static uint32_t
round_of(int t, const struct words *w)
{
	uint32_t b = w->at[1], c = w->at[2], d = w->at[3];
	switch (t / 20) {
	case 0:  return ((b & c) | (~b & d)) + 0x5A827999u;
	case 1:  return (b ^ c ^ d) + 0x6ED9EBA1u;
	case 2:  return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCu;
	default: return (b ^ c ^ d) + 0xCA62C1D6u;
	}
}

static void
sha1_block(struct words *hash, const unsigned char *block)
{
	uint32_t schedule[80];
	for (int t = 0; t < 16; t++)
		schedule[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16
			| (uint32_t)block[4 * t + 2] << 8 | (uint32_t)block[4 * t + 3];
	for (int t = 16; t < 80; t++)
		schedule[t] = turned(schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16], 1);
	struct words w = *hash;
	for (int t = 0; t < 80; t++) {
		uint32_t next = turned(w.at[0], 5) + round_of(t, &w) + w.at[4] + schedule[t];
		w = (struct words){ { next, w.at[0], turned(w.at[1], 30), w.at[2], w.at[3] } };
	}
	for (int i = 0; i < 5; i++)
		hash->at[i] += w.at[i];
}

static void
big_endian(unsigned char *at, uint64_t number, int bytes)
{
	for (int i = bytes; i-- > 0; number >>= 8)
		at[i] = (unsigned char)(number & 0xff);
}

/* The bytes of two texts, as one. */
static struct sha1
sha1_both(Str first, Str second)
{
	struct words hash = { { 0x67452301u, 0xEFCDAB89u, 0x98BADCFEu, 0x10325476u, 0xC3D2E1F0u } };
	unsigned char block[BLOCK];
	ptrdiff_t length = first.len + second.len;
	ptrdiff_t padded = (length + 9 + BLOCK - 1) / BLOCK * BLOCK;
	for (ptrdiff_t at = 0; at < padded; at++) {
		char byte = at < first.len ? first.at[at] : at < length ? second.at[at - first.len] : 0;
		block[at % BLOCK] = at == length ? 0x80 : (unsigned char)byte;
		if (at == padded - 1)
			big_endian(block + BLOCK - 8, (uint64_t)length * 8, 8);
		if (at % BLOCK == BLOCK - 1)
			sha1_block(&hash, block);
	}
	struct sha1 made;
	for (int i = 0; i < 5; i++)
		big_endian(made.at + 4 * i, hash.at[i], 4);
	return made;
}

static Str
sha1_str(const struct sha1 *hash)
{
	return (Str){ (const char *)hash->at, SHA1_BYTES };
}

struct sha1
sha1_of(Str bytes)
{
	return sha1_both(bytes, S(""));
}

struct sha1
sha1_hmac(Str key, Str bytes)
{
	unsigned char inner[BLOCK] = { 0 }, outer[BLOCK];
	struct sha1 short_key = sha1_of(key);
	if (key.len > BLOCK)
		key = sha1_str(&short_key);
	if (key.len > 0)
		memcpy(inner, key.at, (size_t)key.len);
	for (int i = 0; i < BLOCK; i++) {
		outer[i] = inner[i] ^ 0x5c;
		inner[i] ^= 0x36;
	}
	struct sha1 hash = sha1_both((Str){ (const char *)inner, BLOCK }, bytes);
	return sha1_both((Str){ (const char *)outer, BLOCK }, sha1_str(&hash));
}

/* ---- codes --------------------------------------------------------------------------------------- */

int64_t
totp_step(int64_t now)
{
	return now / TOTP_SECONDS;
}

Str
totp_code(Str key, int64_t step, int digits, struct arena *perm)
{
	unsigned char counter[8];
	assert(digits >= 6 && digits <= 8);
	big_endian(counter, (uint64_t)step, 8);
	struct sha1 hash = sha1_hmac(key, (Str){ (const char *)counter, sizeof counter });
	const unsigned char *from = hash.at + (hash.at[SHA1_BYTES - 1] & 0xf);
	uint32_t number = (uint32_t)(from[0] & 0x7f) << 24 | (uint32_t)from[1] << 16
		| (uint32_t)from[2] << 8 | (uint32_t)from[3];
	uint32_t within = digits == 6 ? 1000000 : digits == 7 ? 10000000 : 100000000;
	return str_format(perm, "%0*u", digits, number % within);
}

bool
totp_read(Str key, Str code, int64_t now, int64_t *step, struct arena scratch)
{
	static const int drifts[] = { 0, -1, 1 };
	bool found = false;
	for (ptrdiff_t i = 0; i < countof(drifts); i++) {
		int64_t tried = totp_step(now) + drifts[i];
		if (secret_equal(totp_code(key, tried, TOTP_DIGITS, &scratch), code) && !found) {
			*step = tried;
			found = true;
		}
	}
	return found;
}

/* ---- keys as text -------------------------------------------------------------------------------- */

Str
base32_write(Str bytes, struct arena *perm)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	struct text text = text_new(perm);
	uint32_t held = 0;
	int bits = 0;
	for (ptrdiff_t i = 0; i < bytes.len; i++) {
		held = (held << 8 | (unsigned char)bytes.at[i]) & 0xffff;
		for (bits += 8; bits >= 5; bits -= 5)
			text_char(&text, alphabet[held >> (bits - 5) & 31]);
	}
	if (bits > 0)
		text_char(&text, alphabet[held << (5 - bits) & 31]);
	return text_str(&text);
}

/* 0 to 31, or -1. */
static int
base32_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a';
	return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

bool
base32_read(Str text, Str *bytes, struct arena *perm)
{
	struct text made = text_new(perm);
	uint32_t held = 0;
	int bits = 0;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		int value = base32_value(text.at[i]);
		if (value < 0 && text.at[i] != ' ' && text.at[i] != '=')
			return false;
		if (value < 0)
			continue;
		held = (held << 5 | (uint32_t)value) & 0xffff;
		bits += 5;
		if (bits >= 8)
			text_char(&made, (char)(held >> (bits -= 8) & 0xff));
	}
	*bytes = text_str(&made);
	return true;
}

Str
hex_write(Str bytes, struct arena *perm)
{
	struct text text = text_new(perm);
	for (ptrdiff_t i = 0; i < bytes.len; i++)
		text_format(&text, "%02x", (unsigned)(unsigned char)bytes.at[i]);
	return text_str(&text);
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
hex_read(Str text, Str *bytes, struct arena *perm)
{
	char *made = new(perm, text.len / 2 + 1, char);
	for (ptrdiff_t i = 0; i + 1 < text.len; i += 2) {
		int high = hex_value(text.at[i]), low = hex_value(text.at[i + 1]);
		if (high < 0 || low < 0)
			return false;
		made[i / 2] = (char)(high << 4 | low);
	}
	*bytes = (Str){ made, text.len / 2 };
	return text.len % 2 == 0;
}

Str
totp_link(Str key, Str email, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S("otpauth://totp/Mainstay:"));
	for (ptrdiff_t i = 0; i < email.len; i++) {
		unsigned char c = (unsigned char)email.at[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
			|| c == '.' || c == '-' || c == '_';
		if (plain)
			text_char(&text, (char)c);
		else
			text_format(&text, "%%%02X", c);
	}
	Str secret = base32_write(key, perm);
	text_format(&text, "?secret=%.*s&issuer=Mainstay&algorithm=SHA1&digits=6&period=30", STR_ARG(secret));
	return text_str(&text);
}
