/* account_grants.c: what an account is trusted with: given and ended. */
#include "app/account_admin_parts.h"

#include "store/records.h"
#include "workforce/area.h"
#include "workforce/types.h"

/* ---- from words to a grant ----------------------------------------------------------------------- */

static enum scope
scope_of(enum duty duty, const struct grant_wish *wish)
{
	enum scope widest = duty_rows[duty].widest;
	return wish->unit.len > 0 && widest == SCOPE_AUTHORITY ? SCOPE_UNIT : widest;
}

/* The machine has settings and an audit, and no people. */
static bool
for_machine(enum duty duty)
{
	return duty == DUTY_SYSADMIN || duty == DUTY_DPO;
}

/* Where the grant holds: MACHINE, an authority or a region. Empty words when it is settled. */
static Str
settle_place(const struct grant_wish *wish, const struct areas *areas, struct grant *grant)
{
	if (str_equal(wish->authority, S(MACHINE)) && for_machine(grant->duty)) {
		grant->authority = S(MACHINE);
		return S("");
	}
	int area = area_named(areas, wish->authority);
	enum area_level level = grant->scope == SCOPE_REGION ? REGION : AUTHORITY;
	if (area == NO_AREA || areas->at[area].level != level)
		return level == REGION ? S("Name one of the nine regions, such as west-midlands.")
		                       : S("Name one council, such as walsall. (Only a system administrator and a "
		                           "data protection officer may be of the machine.)");
	grant->authority = areas->at[area].slug;
	return S("");
}

static Str
settle_days(const struct front *front, const struct grant_wish *wish, struct grant *grant)
{
	grant->when = (struct period){ front->today, date_of(9999, 12, 31) };
	if ((wish->first.len && !date_parse(wish->first, &grant->when.first))
	    || (wish->last.len && !date_parse(wish->last, &grant->when.last)))
		return S("Write each day as 2026-09-30.");
	if (grant->when.last.day < grant->when.first.day || grant->when.last.day < front->today.day)
		return S("The last day is before the first, or past already.");
	return S("");
}

/* Empty words when the wish is a grant. */
static Str
settle(const struct front *front, const struct grant_wish *wish, const struct areas *areas,
       struct grant *grant)
{
	*grant = (struct grant){ .unit = str_copy(wish->unit, front->perm) };
	if (!duty_find(wish->duty, &grant->duty)) {
		struct text names = text_new(front->perm);
		for (int d = 0; d < DUTIES; d++)
			text_format(&names, "%s%.*s", d ? ", " : "", STR_ARG(duty_rows[d].name));
		return str_format(front->perm, "There is no such duty. There are: %.*s.",
		                  STR_ARG(text_str(&names)));
	}
	grant->scope = scope_of(grant->duty, wish);
	if ((grant->scope == SCOPE_UNIT) != (wish->unit.len > 0))
		return wish->unit.len ? S("This duty is not given for a unit.")
		                      : S("This duty is given for a unit. Name it as it is called in the records, or by its number, "
		                        "such as U-000012.");
	Str wrong = settle_place(wish, areas, grant);
	return wrong.len ? wrong : settle_days(front, wish, grant);
}

/* The number of the unit that was named by its number or its name. A council whose records were not
 * brought yet has no units to hold it against. */
static struct said
settle_unit(const struct front *front, struct grant *grant)
{
	const struct record_type *type = &record_types[TYPE_UNIT];
	struct records units;
	struct error err = { "" };
	if (grant->scope != SCOPE_UNIT)
		return said(DONE, S(""));
	if (!store_records_read(front->store, grant->authority, type, &units, front->perm, &err))
		return said(FAILED, str_copy(str_of(err.text), front->perm));
	for (int i = 0; i < units.count; i++) {
		const struct record *unit = &units.at[i];
		if (!str_equal(unit->ref, grant->unit) && !str_equal(record_value(type, unit, S("name")), grant->unit))
			continue;
		grant->unit = unit->ref;
		return said(DONE, S(""));
	}
	return units.count == 0 ? said(DONE, S("")) : said(WRONG, str_format(front->perm,
		"There is no unit \u201c%.*s\u201d in that council. Name it as it is called there, or by its number, "
		"such as %.*s.", STR_ARG(grant->unit), STR_ARG(units.at[0].ref)));
}

/* ---- giving -------------------------------------------------------------------------------------- */

/* What has run out makes room: the audit has what it was. */
static void
drop_past(struct account *account, Date today)
{
	int kept = 0;
	for (int g = 0; g < account->grant_count; g++)
		if (account->grants[g].when.last.day >= today.day)
			account->grants[kept++] = account->grants[g];
	account->grant_count = kept;
}

static bool
may_give(const struct front *front, const struct viewer *viewer, const struct grant *grant)
{
	return admin_of(front, viewer, S(MACHINE)) || admin_of(front, viewer, grant->authority);
}

/* "HR officer in Walsall, from 27 November 2026"; without the areas' names by the name in addresses. */
static Str
grant_said(const struct grant *grant, const struct areas *areas, struct arena *perm)
{
	struct text words = text_new(perm);
	int area = areas ? area_exact(areas, grant->authority) : NO_AREA;
	text_format(&words, "%.*s in %.*s", STR_ARG(duty_rows[grant->duty].title),
	            STR_ARG(area == NO_AREA ? grant->authority : areas->at[area].name));
	if (grant->unit.len)
		text_format(&words, ", unit %.*s", STR_ARG(grant->unit));
	text_format(&words, ", from %.*s", STR_ARG(date_text(grant->when.first, perm)));
	if (grant->when.last.day < DATE_OPEN.day)
		text_format(&words, " to %.*s", STR_ARG(date_text(grant->when.last, perm)));
	return text_str(&words);
}

static struct said
own_grants(const struct front *front)
{
	return admin_stop(front, FORBIDDEN, S("Nobody changes their own grants. Ask another administrator."));
}

struct said
account_admin_grant(const struct front *front, const struct viewer *viewer, Str ref_or_email,
                    const struct grant_wish *wish, const struct areas *areas)
{
	struct account account;
	struct grant grant;
	Str wrong = settle(front, wish, areas, &grant);
	if (wrong.len > 0)
		return said(WRONG, wrong);
	struct said known = settle_unit(front, &grant);
	if (known.outcome != DONE)
		return known;
	struct said may = admin_begin(front, viewer, ref_or_email, &account);
	if (may.outcome != DONE)
		return may;
	if (admin_is_self(viewer, &account))
		return own_grants(front);
	if (!may_give(front, viewer, &grant))
		return admin_stop(front, FORBIDDEN, S("You may not give grants there. A system administrator of that "
		                                    "council or of the machine can."));
	if (grant.scope == SCOPE_SELF && !str_equal(account.authority_of_person, grant.authority))
		return admin_stop(front, REFUSED, S("The account is not of a person of that council, so there would "
		                                    "be nothing for it to see."));
	drop_past(&account, front->today);
	if (account.grant_count == GRANTS_MOST)
		return admin_stop(front, REFUSED, S("The account has 16 grants, the most there may be. End one."));
	account.grants[account.grant_count++] = grant;
	return admin_save(front, viewer, &account, str_format(front->perm, "Given: %.*s.",
		STR_ARG(grant_said(&grant, areas, front->perm))));
}

/* ---- ending -------------------------------------------------------------------------------------- */

struct said
account_admin_grant_end(const struct front *front, const struct viewer *viewer, Str ref_or_email,
                        int number)
{
	struct account account;
	struct said may = admin_begin(front, viewer, ref_or_email, &account);
	if (may.outcome != DONE)
		return may;
	if (admin_is_self(viewer, &account))
		return own_grants(front);
	if (number < 1 || number > account.grant_count)
		return admin_stop(front, UNKNOWN, S("The account has no grant of that number."));
	struct grant *grant = &account.grants[number - 1];
	if (!may_give(front, viewer, grant))
		return admin_stop(front, FORBIDDEN, S("You may not end grants there."));
	Str ended = grant_said(grant, NULL, front->perm);
	for (int g = number; g < account.grant_count; g++)
		account.grants[g - 1] = account.grants[g];
	account.grant_count--;
	return admin_save(front, viewer, &account, str_format(front->perm, "Ended: %.*s.", STR_ARG(ended)));
}
