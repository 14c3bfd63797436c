/* account_admin.h: what an administrator can do about accounts, on a page or a command line.
 *
 * The viewer needs the right to write settings: of the machine (every account), or of an authority
 * (accounts whose grants all lie in such authorities, and grants there). Whoever runs commands on the
 * machine that holds the store has every right there, and is "command line" in the audit.
 *
 * Two people: nobody changes their own grants, whatever they are trusted with, nor makes themselves a
 * link, nor disables themselves.
 */
#ifndef APP_ACCOUNT_ADMIN_H
#define APP_ACCOUNT_ADMIN_H

#include "app/sign_in.h"

/* Accounts the viewer may manage. `accounts` are in the order of their refs. */
struct said account_admin_list(const struct front *front, const struct viewer *viewer,
                               struct account **accounts, int *count);

struct new_account { Str email, name, person, authority_of_person; };
/* Adds an account without grants or password; gives its ref. */
struct said account_admin_add(const struct front *front, const struct viewer *viewer,
                              const struct new_account *wish, Str *ref);

/* A one-time link to set a password: an invitation (7 days) where there is none yet, else for a
 * password that was forgotten (1 day; the old one is good until the link is used). `*secret` follows
 * LINK_ADDRESS. */
struct said account_admin_link(const struct front *front, const struct viewer *viewer,
                               Str ref_or_email, Str *secret);

struct said account_admin_disable(const struct front *front, const struct viewer *viewer,
                                  Str ref_or_email);
struct said account_admin_enable(const struct front *front, const struct viewer *viewer,
                                 Str ref_or_email);

/* A grant as it was asked for: names, not yet looked at. Empty `first`: from today; empty `last`: open.
 * The scope is the widest that the duty may have and the wish says: a unit where one is named. */
struct grant_wish { Str duty, authority, unit, first, last; };
/* `areas`: to know an authority or a region by. MACHINE is one too, for the duties that keep it. */
struct said account_admin_grant(const struct front *front, const struct viewer *viewer,
                                Str ref_or_email, const struct grant_wish *wish,
                                const struct areas *areas);
/* Ends the grant of that number, counted from 1 as they are listed: it holds no longer from now on. */
struct said account_admin_grant_end(const struct front *front, const struct viewer *viewer,
                                    Str ref_or_email, int number);

/* ---- as documents, for both skins ---------------------------------------------------------------- */

struct answer show_accounts(const struct front *front, const struct viewer *viewer);
struct answer show_grants(const struct front *front, const struct viewer *viewer, Str ref_or_email);
/* What was said, as a document with this title. */
struct answer said_answer(struct said said, Str title, struct arena *perm);

#endif
