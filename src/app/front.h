/* front.h: a front to stand at for one command: the store opened, a gate of one's own, and both
 * closed again.
 */
#ifndef APP_FRONT_H
#define APP_FRONT_H

#include "app/account_admin.h"
#include "store/audit.h"

typedef struct answer front_use(const struct front *front, void *what);
/* The use's answer, or FAILED with why the store cannot be opened. */
struct front_asked { Str store_path; int64_t now; Date today; };
struct answer front_at(const struct front_asked *asked, front_use *use, void *what,
                       struct arena *perm);

/* ---- the audit (audit_view.c) ------------------------------------------------------------------ */

/* Entries newest first. */
struct answer show_audit(const struct front *front, const struct audit_filter *filter);
/* DONE when the chain is whole and holds the hash that was kept (or none was), else REFUSED. `kept` may
 * be what `mainstay audit head` printed, or empty. */
struct answer show_audit_verdict(const struct front *front, Str kept);
/* "1234 9f3c...": the last entry's number and hash; empty when there is none. */
bool audit_head_line(const struct front *front, Str *line, struct error *err);

#endif
