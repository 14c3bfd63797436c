/* account_parts.h: what the pages about accounts share. Private to app/. */
#ifndef APP_ACCOUNT_PARTS_H
#define APP_ACCOUNT_PARTS_H

#include "app/account_admin.h"
#include "app/admit.h"
#include "app/form_made.h"
#include "app/sign_in.h"
#include "app/views.h"
#include "register/field.h"

/* A page in front of an open store. */
typedef struct answer front_page(const struct front *front, const struct world *world,
                                 const struct ask *ask);
struct answer at_front(const struct world *world, const struct ask *ask, front_page *page,
                       struct arena *perm);

/* What was said, as a page says it: what a form asked for and did not get is WRONG there. */
enum outcome page_outcome(struct said said);
/* "Team manager in Walsall, team U-000004, until 31 March 2027" */
Str grant_words(const struct grant *grant, const struct world *world, struct arena *perm);

#endif
