/* account_admin_parts.h: what the files of account administration share. Private to account_*.c. */
#ifndef APP_ACCOUNT_ADMIN_PARTS_H
#define APP_ACCOUNT_ADMIN_PARTS_H

#include "app/account_admin.h"
#include "app/sign_in_parts.h"

/* Whether the viewer may write the settings of an authority, or of the MACHINE. */
bool admin_of(const struct front *front, const struct viewer *viewer, Str authority);
/* Begins a transaction and reads an account the viewer may manage. One they may not is as unknown as
 * one that is not there. Unless DONE, no transaction is open. */
struct said admin_begin(const struct front *front, const struct viewer *viewer, Str ref_or_email,
                        struct account *account);
/* Ends it without a change. */
struct said admin_stop(const struct front *front, enum outcome outcome, Str words);
/* Saves and ends it. */
struct said admin_save(const struct front *front, const struct viewer *viewer,
                       struct account *account, Str good);
bool admin_is_self(const struct viewer *viewer, const struct account *account);

#endif
