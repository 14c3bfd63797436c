/* account_pages.h: signing in and out, one's own account, one-time links, and other people's accounts,
 * as pages. What they do is sign_in.h and account_admin.h; here it is put into words and forms.
 */
#ifndef APP_ACCOUNT_PAGES_H
#define APP_ACCOUNT_PAGES_H

#include "app/app.h"

view page_sign_in;           /* GET and POST: e-mail, password, code; or as one of a demonstration */
view page_sign_out;          /* POST */
view page_link;              /* GET and POST; ref: the link's secret */
view page_account;           /* GET and POST: one's own duties, password, second factor, tokens; how: which form */
view page_accounts;          /* GET and POST: those one may manage; a new one */
view page_account_of;        /* GET and POST; ref: the account; how: which form */

#endif
