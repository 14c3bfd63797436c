/* account_admin.c: accounts added, linked, disabled; who may do it. Grants are in account_grants.c. */
#include "app/account_admin_parts.h"

#define INVITATION_SECONDS (INT64_C(7) * 24 * 60 * 60)
#define PASSWORD_SECONDS (INT64_C(24) * 60 * 60)

enum { NAME_MOST = 200 };

/* ---- who may ------------------------------------------------------------------------------------- */

bool
admin_of(const struct front *front, const struct viewer *viewer, Str authority)
{
	return viewer_permit(viewer, authority, GROUP_SETTINGS, front->today).reach == REACH_WRITE;
}

static bool
admin_anywhere(const struct front *front, const struct viewer *viewer)
{
	bool may = admin_of(front, viewer, S(MACHINE));
	for (int g = 0; g < viewer->grant_count && !may; g++)
		may = admin_of(front, viewer, viewer->grants[g].authority);
	return may;
}

static bool
manages(const struct front *front, const struct viewer *viewer, const struct account *account)
{
	if (admin_of(front, viewer, S(MACHINE)))
		return true;
	for (int g = 0; g < account->grant_count; g++)
		if (!admin_of(front, viewer, account->grants[g].authority))
			return false;
	return admin_anywhere(front, viewer);
}

static struct said
may_not(void)
{
	return said(FORBIDDEN, S("You may not change accounts here. A system administrator can."));
}

struct said
admin_begin(const struct front *front, const struct viewer *viewer, Str ref_or_email,
            struct account *account)
{
	struct error err = { "" };
	bool found;
	if (!admin_anywhere(front, viewer))
		return may_not();
	if (!accounts_begin(front->store, &err)
	    || !account_read(front->store, str_trim(ref_or_email), account, &found, front->perm, &err))
		return said_failed(front, &err);
	if (found && manages(front, viewer, account))
		return said(DONE, S(""));
	store_rollback(front->store);
	return said(UNKNOWN, S("There is no such account. The list of accounts has their numbers and e-mail "
	                       "addresses."));
}

struct said
admin_stop(const struct front *front, enum outcome outcome, Str words)
{
	store_rollback(front->store);
	return said(outcome, words);
}

bool
admin_is_self(const struct viewer *viewer, const struct account *account)
{
	return !viewer->all && str_equal(viewer->account, account->ref);
}

struct said
admin_save(const struct front *front, const struct viewer *viewer, struct account *account, Str good)
{
	struct error err = { "" };
	bool done = account_save(front->store, account, by_viewer(front, viewer), front->perm, &err);
	return said_commit(front, done, said(DONE, good), &err);
}

/* ---- what they do -------------------------------------------------------------------------------- */

struct said
account_admin_list(const struct front *front, const struct viewer *viewer,
                   struct account **accounts, int *count)
{
	struct error err = { "" };
	int all, kept = 0;
	*count = 0;
	if (!admin_anywhere(front, viewer))
		return may_not();
	if (!accounts_list(front->store, accounts, &all, front->perm, &err))
		return said_failed(front, &err);
	for (int i = 0; i < all; i++)
		if (manages(front, viewer, &(*accounts)[i]))
			(*accounts)[kept++] = (*accounts)[i];
	*count = kept;
	return said(DONE, S(""));
}

/* Empty when all is well. */
static Str
wrong_with(const struct new_account *wish)
{
	if (!email_good(str_trim(wish->email)))
		return S("Enter an e-mail address, such as name@example.gov.uk.");
	if (str_trim(wish->name).len == 0 || wish->name.len > NAME_MOST || !str_utf8(wish->name, NULL))
		return S("Enter the person's name, in at most 200 bytes.");
	if ((wish->person.len == 0) != (wish->authority_of_person.len == 0))
		return S("Give a person's number together with their council, or neither.");
	return S("");
}

struct said
account_admin_add(const struct front *front, const struct viewer *viewer,
                  const struct new_account *wish, Str *ref)
{
	struct error err = { "" };
	struct account other, made = {
		.ref = S(""), .email = str_lower(str_trim(wish->email), front->perm),
		.name = str_trim(wish->name), .person = wish->person,
		.authority_of_person = wish->authority_of_person, .active = true };
	bool found;
	*ref = S("");
	if (!admin_anywhere(front, viewer))
		return may_not();
	Str wrong = wrong_with(wish);
	if (wrong.len > 0)
		return said(WRONG, wrong);
	if (!accounts_begin(front->store, &err)
	    || !account_read(front->store, made.email, &other, &found, front->perm, &err))
		return said_failed(front, &err);
	if (found)
		return admin_stop(front, REFUSED, S("Another account has this e-mail address."));
	struct said done = admin_save(front, viewer, &made, S("The account is added. It has no grants yet, and "
		"nobody can sign in with it until its invitation is used."));
	*ref = done.outcome == DONE ? made.ref : S("");
	return done;
}

static bool
make_link(const struct front *front, const struct viewer *viewer, const struct account *account,
          Str *secret, struct error *err)
{
	if (!secret_make(front, secret, err))
		return false;
	struct digits hash = secret_hash(*secret);
	bool has = account->has_password;
	struct link link = { account->ref, has ? LINK_PASSWORD : LINK_INVITATION,
	                     front->now + (has ? PASSWORD_SECONDS : INVITATION_SECONDS) };
	return link_make(front->store, &link, digits_str(&hash), by_viewer(front, viewer), err);
}

struct said
account_admin_link(const struct front *front, const struct viewer *viewer, Str ref_or_email,
                   Str *secret)
{
	struct account account;
	struct error err = { "" };
	*secret = S("");
	struct said may = admin_begin(front, viewer, ref_or_email, &account);
	if (may.outcome != DONE)
		return may;
	if (admin_is_self(viewer, &account))
		return admin_stop(front, FORBIDDEN, S("You cannot make a link for yourself. Change your password on "
		                                    "your own account's page."));
	if (!account.active || account.demonstration || account.email.len == 0)
		return admin_stop(front, REFUSED, S("This account cannot have a link: it is disabled, it belongs to "
		                                    "the demonstration, or it has no e-mail address."));
	Str good = account.has_password
		? S("The link is good once, for a day. The old password is good until it is used.")
		: S("The invitation is good once, for seven days.");
	struct said made = said_commit(front, make_link(front, viewer, &account, secret, &err),
	                               said(DONE, good), &err);
	if (made.outcome != DONE)
		*secret = S("");
	return made;
}

static struct said
set_active(const struct front *front, const struct viewer *viewer, Str ref_or_email, bool active)
{
	struct account account;
	struct said may = admin_begin(front, viewer, ref_or_email, &account);
	if (may.outcome != DONE)
		return may;
	if (admin_is_self(viewer, &account))
		return admin_stop(front, FORBIDDEN, S("You cannot disable or enable your own account. Ask another "
		                                    "administrator."));
	if (account.active == active)
		return admin_stop(front, DONE, active ? S("The account was enabled before. Nothing changed.")
		                                      : S("The account was disabled before. Nothing changed."));
	account.active = active;
	return admin_save(front, viewer, &account, active
		? S("The account is enabled. Its password is as it was; its tokens stay ended.")
		: S("The account is disabled. Its sessions and tokens have ended."));
}

struct said
account_admin_disable(const struct front *front, const struct viewer *viewer, Str ref_or_email)
{
	return set_active(front, viewer, ref_or_email, false);
}

struct said
account_admin_enable(const struct front *front, const struct viewer *viewer, Str ref_or_email)
{
	return set_active(front, viewer, ref_or_email, true);
}
