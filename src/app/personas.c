/* personas.c: whose eyes one can look through: from HR to a social worker of one team. */
#include "app/personas.h"

#include "workforce/establishment.h"

struct persona { enum duty duty; enum scope scope; };

static const struct persona personas[] = {
	{ DUTY_HR_LEAD, SCOPE_AUTHORITY }, { DUTY_ANALYST, SCOPE_AUTHORITY },
	{ DUTY_SERVICE_HEAD, SCOPE_UNIT }, { DUTY_TEAM_MANAGER, SCOPE_UNIT },
	{ DUTY_WORKER, SCOPE_SELF }, { DUTY_SYSADMIN, SCOPE_AUTHORITY },
	{ DUTY_HR_OFFICER, SCOPE_AUTHORITY }, { DUTY_LEARNING, SCOPE_AUTHORITY },
};

/* Who holds which post now, and where: a head of service, a manager, a worker of the manager's team. */
struct holder { int person, unit; };

static bool
now(const struct spell_row *row)
{
	return row->when.last.day == DATE_OPEN.day && basis_employed(row->basis) && row->basis != COVER;
}

/* The first holder of a post of this role in the census, in a unit of this kind. */
static struct holder
holder_of(const struct roster *r, int census, enum unit_kind kind, int unit)
{
	for (int i = 0; i < r->spell_row_count; i++) {
		const struct spell_row *row = &r->spell_rows[i];
		const struct post_row *post = now(row) ? post_on(r, row->post, row->when.first) : NULL;
		const struct unit_row *in = post ? unit_on(r, post->unit, row->when.first) : NULL;
		if (in && in->kind == kind && role_on(r, post->role, row->when.first)->census == census
		    && (unit == NOT_THERE || post->unit == unit))
			return (struct holder){ row->person, post->unit };
	}
	return (struct holder){ NOT_THERE, NOT_THERE };
}

static struct holder
holder_for(const struct roster *r, enum duty duty)
{
	struct holder manager = holder_of(r, 3, UNIT_OF_TEAM, NOT_THERE);
	if (duty == DUTY_SERVICE_HEAD)
		return holder_of(r, 2, UNIT_OF_SERVICE, NOT_THERE);
	if (duty == DUTY_TEAM_MANAGER)
		return manager;
	if (duty == DUTY_WORKER)
		return holder_of(r, 5, UNIT_OF_TEAM, manager.unit);
	return (struct holder){ NOT_THERE, NOT_THERE };
}

static bool
is_of(const struct account *account, Str authority)
{
	return account->demonstration && account->grant_count > 0
		&& str_equal(account->grants[0].authority, authority);
}

/* The account of this duty that is there already, to be changed; else an empty one. */
static struct account
account_for(const struct account *accounts, int count, Str authority, enum duty duty)
{
	for (int i = 0; i < count; i++)
		if (is_of(&accounts[i], authority) && accounts[i].grants[0].duty == duty)
			return accounts[i];
	return (struct account){ .demonstration = true };
}

static struct account
filled(struct account account, const struct roster *r, const struct persona *persona, Str council,
       struct arena *perm)
{
	struct holder holder = holder_for(r, persona->duty);
	Str authority = r->council->authority;
	account.active = true;
	account.person = account.authority_of_person = S("");
	account.name = str_format(perm, "%.*s, %.*s", STR_ARG(duty_rows[persona->duty].title), STR_ARG(council));
	if (holder.person != NOT_THERE) {
		const struct person *person = &r->people[holder.person];
		account.person = person->ref;
		account.authority_of_person = authority;
		account.name = str_format(perm, "%.*s %.*s", STR_ARG(person->given_names), STR_ARG(person->family_name));
	}
	account.grant_count = 1;
	account.grants[0] = (struct grant){ .duty = persona->duty, .scope = persona->scope,
		.authority = authority, .when = { date_of(2000, 1, 1), DATE_OPEN },
		.unit = persona->scope == SCOPE_UNIT ? r->units[holder.unit].ref : S("") };
	return account;
}

bool
personas_put(struct store *store, const struct roster *roster, Str council, struct by by,
             struct arena *perm, struct error *err)
{
	struct account *accounts;
	int count;
	if (!accounts_list(store, &accounts, &count, perm, err))
		return false;
	for (ptrdiff_t i = 0; i < countof(personas); i++) {
		const struct persona *persona = &personas[i];
		if (persona->scope != SCOPE_AUTHORITY && holder_for(roster, persona->duty).person == NOT_THERE)
			continue;
		struct account account = account_for(accounts, count, roster->council->authority, persona->duty);
		account = filled(account, roster, persona, council, perm);
		if (!account_save(store, &account, by, perm, err))
			return false;
	}
	return true;
}

bool
personas_end(struct store *store, Str authority, struct by by, struct arena *perm, struct error *err)
{
	struct account *accounts;
	int count;
	if (!accounts_list(store, &accounts, &count, perm, err))
		return false;
	for (int i = 0; i < count; i++) {
		if (!is_of(&accounts[i], authority) || !accounts[i].active)
			continue;
		accounts[i].active = false;
		if (!account_save(store, &accounts[i], by, perm, err))
			return false;
	}
	return true;
}
