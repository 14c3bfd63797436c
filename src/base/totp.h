/* totp.h: the six digits of an authenticator app: RFC 6238 with SHA-1, 30 seconds, as every app has it.
 *
 * SHA-1 stands here because the standard asks for it, and for nothing else.
 */
#ifndef BASE_TOTP_H
#define BASE_TOTP_H

#include "base/str.h"

enum { SHA1_BYTES = 20, TOTP_KEY_BYTES = 20, TOTP_SECONDS = 30, TOTP_DIGITS = 6 };

struct sha1 { unsigned char at[SHA1_BYTES]; };
struct sha1 sha1_of(Str bytes);
struct sha1 sha1_hmac(Str key, Str bytes);

int64_t totp_step(int64_t now);
/* The last `digits` (6 to 8) of the code of a step, leading zeros kept. */
Str totp_code(Str key, int64_t step, int digits, struct arena *perm);
/* The step that a code is of: this one, the one before or the one after. False when it is of none. */
bool totp_read(Str key, Str code, int64_t now, int64_t *step, struct arena scratch);

/* Capitals and 2 to 7, without padding, as apps take it. Reading allows blanks, lower case and "=". */
Str  base32_write(Str bytes, struct arena *perm);
bool base32_read(Str text, Str *bytes, struct arena *perm);
Str  hex_write(Str bytes, struct arena *perm);
bool hex_read(Str text, Str *bytes, struct arena *perm);

/* otpauth://totp/Mainstay:somebody%40example.gov.uk?secret=...&issuer=Mainstay */
Str totp_link(Str key, Str email, struct arena *perm);

#endif
