/* instant.h: moments of the store, which are UTC seconds, in words. Private to app/.
 */
#ifndef APP_INSTANT_H
#define APP_INSTANT_H

#include "base/date.h"

Str instant_text(int64_t at, struct arena *perm);        /* "2026-11-23 21:31:00", as the store has it */
Str instant_minute(int64_t at, struct arena *perm);      /* "2026-11-23 21:31" */
Str instant_words(int64_t at, struct arena *perm);       /* "23 November 2026, 21:31 UTC" */
Str instant_day(int64_t at, struct arena *perm);         /* "23 November 2026"; empty for 0, never */

#endif
