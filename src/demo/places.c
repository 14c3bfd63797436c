/* places.c: units and roles: what a children's service is made of. */
#include "demo/making.h"

const struct made_role_row made_roles[MADE_ROLES] = {
	[MADE_DIRECTOR] = { STR("Director of social work"), FAMILY_SOCIAL_WORK, 1, true,
		{ STR("Director of social work") } },
	[MADE_ASSISTANT_DIRECTOR] = { STR("Assistant director"), FAMILY_SOCIAL_WORK, 1, true,
		{ STR("Assistant director, safeguarding"), STR("Assistant director, children in care") } },
	[MADE_HEAD] = { STR("Head of service"), FAMILY_SOCIAL_WORK, 2, true,
		{ STR("Head of service"), STR("Service manager") } },
	[MADE_MANAGER] = { STR("Team manager"), FAMILY_SOCIAL_WORK, 3, true,
		{ STR("Team manager"), STR("Practice manager") } },
	[MADE_SENIOR] = { STR("Senior practitioner"), FAMILY_SOCIAL_WORK, 4, true,
		{ STR("Senior practitioner"), STR("Advanced social work practitioner") } },
	[MADE_WORKER] = { STR("Social worker"), FAMILY_SOCIAL_WORK, 5, true,
		{ STR("Social worker"), STR("Child and family social worker") } },
	[MADE_NEW_WORKER] = { STR("Newly qualified social worker"), FAMILY_SOCIAL_WORK, 5, true,
		{ STR("Newly qualified social worker"), STR("Social worker (ASYE)") } },
	[MADE_SUPERVISING] = { STR("Supervising social worker"), FOSTERING, 5, true,
		{ STR("Supervising social worker"), STR("Fostering social worker") } },
	[MADE_REVIEWING] = { STR("Independent reviewing officer"), FAMILY_SOCIAL_WORK, 6, true,
		{ STR("Independent reviewing officer"), STR("Child protection conference chair") } },
	[MADE_EDUCATOR] = { STR("Practice educator"), FAMILY_SOCIAL_WORK, 6, true,
		{ STR("Practice educator"), STR("Academy consultant") } },
	[MADE_FAMILY_WORKER] = { STR("Family support worker"), FAMILY_HELP, 0, false,
		{ STR("Family support worker"), STR("Family practitioner") } },
	[MADE_SUPPORT] = { STR("Business support officer"), SUPPORT, 0, false,
		{ STR("Business support officer") } },
	[MADE_POLICE] = { STR("Police officer in the team"), PARTNER, 0, false,
		{ STR("Police officer, exploitation") } },
	[MADE_HEALTH] = { STR("Health practitioner in the team"), HEALTH, 0, false,
		{ STR("Specialist nurse") } },
	[MADE_ADULTS] = { STR("Social worker, adults"), FAMILY_SOCIAL_WORK, 0, true,
		{ STR("Social worker, adult social care") } },
};

/* A service with its share of the teams and what its teams are called. */
struct service_row { Str name, team; enum made_role worker; int share; };
static const struct service_row services[] = {
	{ STR("Safeguarding and court"), STR("Safeguarding"), MADE_WORKER, 30 },
	{ STR("Front door and assessment"), STR("Assessment"), MADE_WORKER, 22 },
	{ STR("Children in care and leaving care"), STR("Children in care"), MADE_WORKER, 16 },
	{ STR("Fostering and adoption"), STR("Fostering"), MADE_SUPERVISING, 11 },
	{ STR("Quality and academy"), STR("Academy and reviewing"), MADE_REVIEWING, 9 },
	{ STR("Disabled children"), STR("Disabled children"), MADE_WORKER, 6 },
	{ STR("Early help"), STR("Early help"), MADE_WORKER, 6 },
};
_Static_assert(countof(services) == MADE_SERVICES, "a row for each service");
enum { SERVICES = MADE_SERVICES, ACADEMY = 4, PEOPLE_FOR_SERVICE = 14,
       PEOPLE_FOR_DIRECTOR = 40, POSTS_FOR_HEAD = 10, POSTS_FOR_ASSISTANT = 150 };

static const Str quarters[] = { STR("north"), STR("south"), STR("east"), STR("west"), STR("central"),
	STR("valley"), STR("river"), STR("hill"), STR("park"), STR("town") };

void *
making_room(void *at, int *count, int *room, size_t size, struct arena *perm)
{
	if (*count == *room) {
		int more = *room ? *room * 2 : 64;
		char *moved = arena_take(perm, more, size, _Alignof(max_align_t));
		for (size_t i = 0; i < (size_t)*count * size; i++)
			moved[i] = ((char *)at)[i];
		at = moved;
		*room = more;
	}
	(*count)++;
	return at;
}

/* ---- units ------------------------------------------------------------------------------------- */

static int
unit_open(struct making *m, enum unit_kind kind, int parent, Str name, Date day)
{
	*grow(m, unit_lines) = (struct unit_line){ m->units.count, parent, name, { day, DATE_OPEN } };
	*grow(m, units) = (struct made_unit){ .kind = kind, .line = m->unit_lines.count - 1,
		.service = NOTHING, .manager = NOTHING, .opened = day };
	return m->units.count - 1;
}

static void
unit_change(struct making *m, int unit, int parent, Str name, Date day)
{
	m->unit_lines.at[m->units.at[unit].line].when.last = day_plus(day, -1);
	*grow(m, unit_lines) = (struct unit_line){ unit, parent, name, { day, DATE_OPEN } };
	m->units.at[unit].line = m->unit_lines.count - 1;
}

static Str
places_name(const struct making *m, int unit)
{
	return m->unit_lines.at[m->units.at[unit].line].name;
}

static int
max_people(const struct making *m)
{
	int most = 0;
	for (int i = 0; i < m->plan.count; i++)
		if (m->plan.year[i].people > most)
			most = m->plan.year[i].people;
	return most;
}

void
places_found(struct making *m, Str council)
{
	m->authority = unit_open(m, UNIT_OF_AUTHORITY, NOTHING, council, m->founded);
	m->directorate = unit_open(m, UNIT_OF_DIRECTORATE, m->authority, S("Children's services"),
	                           m->founded);
	m->adults = unit_open(m, UNIT_OF_DIRECTORATE, m->authority, S("Adult social care"), m->founded);
	int wanted = 1 + max_people(m) / PEOPLE_FOR_SERVICE;
	for (int s = 0; s < SERVICES && s < wanted; s++) {
		int unit = unit_open(m, UNIT_OF_SERVICE, m->directorate, services[s].name, m->founded);
		m->units.at[unit].service = s;
		lives_of_service(m, unit, m->founded);
	}
	places_team(m, MADE_WORKER, m->founded);
}

/* ---- teams ------------------------------------------------------------------------------------- */

static bool
is_team(const struct making *m, int unit, int service)
{
	return m->units.at[unit].kind == UNIT_OF_TEAM
		&& (service == NOTHING || m->units.at[unit].service == service);
}

/* How many teams, and posts of the census in them. */
static int
teams_of(const struct making *m, int service, int *posts)
{
	int teams = 0;
	*posts = 0;
	for (int u = 0; u < m->units.count; u++)
		if (is_team(m, u, service)) {
			teams++;
			*posts += m->units.at[u].posts;
		}
	return teams;
}

static int
service_unit(const struct making *m, int service)
{
	for (int u = 0; u < m->units.count; u++)
		if (m->units.at[u].kind == UNIT_OF_SERVICE && m->units.at[u].service == service)
			return u;
	return NOTHING;
}

/* The service that has fewest teams for its share. */
static int
service_next(const struct making *m)
{
	int best = 0, best_posts = 0;
	teams_of(m, 0, &best_posts);
	for (int s = 1; s < SERVICES && service_unit(m, s) != NOTHING; s++) {
		int posts;
		teams_of(m, s, &posts);
		if ((int64_t)posts * services[best].share < (int64_t)best_posts * services[s].share) {
			best = s;
			best_posts = posts;
		}
	}
	return best;
}

static int
team_open(struct making *m, int service, Date day)
{
	int number = m->teams_opened[service]++;
	Str where = quarters[number % (int)countof(quarters)];
	Str name = number < (int)countof(quarters)
		? str_format(m->perm, "%.*s %.*s", STR_ARG(services[service].team), STR_ARG(where))
		: str_format(m->perm, "%.*s %.*s %d", STR_ARG(services[service].team), STR_ARG(where),
		             number / (int)countof(quarters) + 1);
	int unit = unit_open(m, UNIT_OF_TEAM, service_unit(m, service), name, day);
	m->units.at[unit].service = service;
	lives_of_team(m, unit, day);
	return unit;
}

/* Six to eight posts of the census; family support workers stand beside them. */
static bool
has_room(const struct making *m, int unit)
{
	return m->units.at[unit].posts < 6 + unit % 3;
}

int
places_team(struct making *m, enum made_role role, Date day)
{
	bool academy = role == MADE_NEW_WORKER || role == MADE_EDUCATOR || role == MADE_REVIEWING;
	int service = academy && service_unit(m, ACADEMY) != NOTHING ? ACADEMY : NOTHING;
	int best = NOTHING;
	for (int u = 0; u < m->units.count; u++)
		if (is_team(m, u, service) && has_room(m, u) &&
		    (best == NOTHING || m->units.at[u].posts < m->units.at[best].posts))
			best = u;
	return best != NOTHING ? best : team_open(m, service != NOTHING ? service : service_next(m), day);
}

static enum made_role
role_lacking(const struct made_unit *team)
{
	if (team->manager == NOTHING && team->posts >= 1)
		return MADE_MANAGER;
	if (team->seniors * 5 < team->posts - 1)
		return MADE_SENIOR;
	if (team->service == ACADEMY && team->posts % 2 == 0)
		return team->posts % 4 == 0 ? MADE_EDUCATOR : MADE_NEW_WORKER;
	return services[team->service].worker;
}

enum made_role
places_lacking(struct making *m, Date day, int *unit)
{
	int all;
	teams_of(m, NOTHING, &all);
	*unit = m->directorate;
	bool led = max_people(m) >= PEOPLE_FOR_DIRECTOR;
	if (led && m->units.at[m->directorate].manager == NOTHING)
		return MADE_DIRECTOR;
	if (led && m->units.at[m->directorate].posts - 1 < all / POSTS_FOR_ASSISTANT)
		return MADE_ASSISTANT_DIRECTOR;
	for (int s = 0; s < SERVICES; s++) {
		int posts;
		*unit = service_unit(m, s);
		teams_of(m, s, &posts);
		if (*unit != NOTHING && posts >= POSTS_FOR_HEAD && m->units.at[*unit].manager == NOTHING)
			return MADE_HEAD;
	}
	*unit = places_team(m, MADE_WORKER, day);
	return role_lacking(&m->units.at[*unit]);
}

/* ---- the reorganisation ------------------------------------------------------------------------ */

static int
largest_team(const struct making *m, int service)
{
	int best = NOTHING;
	for (int u = 0; u < m->units.count; u++)
		if (is_team(m, u, service) && (best == NOTHING || m->units.at[u].posts > m->units.at[best].posts))
			best = u;
	return best;
}

static void
team_move(struct making *m, int from, int to, Date day)
{
	int posts, team = largest_team(m, from), above = service_unit(m, to);
	if (teams_of(m, from, &posts) < 2 || above == NOTHING)
		return;
	unit_change(m, team, above, places_name(m, team), day);
	m->units.at[team].service = to;
}

/* Every second post of the largest team goes to a new one beside it. */
static void
team_split(struct making *m, Date day)
{
	int team = largest_team(m, 0), turn = 0, count = m->posts.count;
	if (team == NOTHING || m->units.at[team].posts < 4)
		return;
	int fresh = team_open(m, 0, day);
	for (int p = 0; p < count; p++) {
		if (!post_is_open(m, p) || post_now(m, p)->unit != team || m->posts.at[p].role == MADE_MANAGER)
			continue;
		struct post_line now = *post_now(m, p);
		if (turn++ % 2 == 1)
			post_change(m, p, fresh, now.fte, now.status, day);
	}
}

void
places_reorganise(struct making *m, Date day)
{
	team_split(m, day);
	team_move(m, 0, 1, day);
	team_move(m, 2, 0, day);
}
