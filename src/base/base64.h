/* base64.h: bytes as letters and back (RFC 4648, the usual alphabet, padded), for what must stand in
 * a text.
 */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/str.h"

Str  base64_text(Str bytes, struct arena *perm);
/* False for anything that base64_text does not write. */
bool base64_read(Str text, Str *bytes, struct arena *perm);

/* The alphabet of addresses, unpadded, as JSON Web Tokens have it (RFC 7515). */
Str  base64_address(Str bytes, struct arena *perm);

#endif
