/* making.h: a council while it is being made. Private to demo/.
 *
 * Things are numbers into growing lists. What changes through time is a *line*: of a post, its unit,
 * FTE and status; of somebody's time in post, its FTE. A thing's present line is open, and a change
 * closes it the day before. Years are made one after the other and days within a year in their order,
 * so lines only ever go forward. FTE is in hundredths; the plan's tenths are ten of them.
 */
#ifndef DEMO_MAKING_H
#define DEMO_MAKING_H

#include "demo/names.h"
#include "demo/plan.h"
#include "workforce/roster.h"

enum { NOTHING = -1, HUNDREDTHS = 10 };        /* hundredths of FTE in a tenth */

/* ---- what is made ------------------------------------------------------------------------------ */

enum made_role {
	MADE_DIRECTOR, MADE_ASSISTANT_DIRECTOR, MADE_HEAD, MADE_MANAGER, MADE_SENIOR, MADE_WORKER,
	MADE_NEW_WORKER, MADE_SUPERVISING, MADE_REVIEWING, MADE_EDUCATOR,
	MADE_FAMILY_WORKER, MADE_SUPPORT, MADE_POLICE, MADE_HEALTH, MADE_ADULTS,
	MADE_ROLES
};
enum { MADE_SERVICES = 7 };
struct made_role_row { Str title; enum role_family family; int census; bool registered;
                       Str titles[3]; };
extern const struct made_role_row made_roles[MADE_ROLES];

struct unit_line { int unit, parent; Str name; struct period when; };
struct made_unit { enum unit_kind kind; int service;     /* row of made_services, or NOTHING */
                   int line; Date opened;
                   int posts, seniors, manager; };       /* of the census, and open; manager: a post */

struct post_line { int post, unit, fte; enum made_role role; enum post_status status;
                   struct period when; };
struct made_post {
	enum made_role role;
	int  line;                   /* the present one; NOTHING once given up */
	int  holders, held;          /* who holds it, and their FTE */
	int  agent;                  /* number in `agents`, or NOTHING */
	bool reserved;               /* its holder acts up elsewhere and comes back */
	Date touched;                /* the last day on which anything happened to it */
};

struct spell_line { int spell, fte; struct period when; };
struct made_spell {
	int person, post, line;      /* line: the present one; NOTHING once ended */
	enum basis basis;
	int covers;                  /* a spell, or NOTHING */
	Date first, last;
	int origin, reason, destination, agency;
};

struct made_person {
	struct made_name name;
	bool woman, newly_qualified, social_worker;
	int  twin;                   /* the first entry of one who is entered twice, or NOTHING */
	Date born, first;            /* first: of the present time in the census */
	int  starter_year, leaver_year;      /* census years; leaver_year 0: stays on */
	Date left;
	int  fte, wanted;            /* tenths: now, and at the census being made */
	int  main, second;           /* spells, or NOTHING */
	int  bound_until;            /* the census year until which somebody covers them */
	bool acting, covering, ever, over;
};

struct made_absence { int person; enum absence_kind kind; struct period when; int tenths; };
struct made_caseload { int person, cases; Date day; };
struct made_wish { int post, unit; enum made_role role; int fte; Date starts; int kind, decision;
                   Str reason; };
enum wish_kind { WISH_NEW, WISH_ALTER, WISH_CLOSE };
enum wish_decision { WISH_WAITING, WISH_APPROVED, WISH_REFUSED };

struct agent { int spell; bool extra; bool runs; };

#define LIST(type) struct { struct type *at; int count, room; }

struct making {
	struct plan plan;
	struct random random;
	struct arena *perm;
	Date founded;                /* before anything */
	Str  region;                 /* the council's, as caps on agency rates are agreed */
	int  year;                   /* the census year being made */
	LIST(made_unit) units;
	LIST(unit_line) unit_lines;
	LIST(made_post) posts;
	LIST(post_line) post_lines;
	LIST(made_person) people;
	LIST(made_spell) spells;
	LIST(spell_line) spell_lines;
	LIST(made_absence) absences;
	LIST(made_caseload) caseloads;
	LIST(made_wish) wishes;
	LIST(agent) agents;
	int authority, directorate, adults;
	int twins;                   /* people entered twice so far */
	int teams_opened[MADE_SERVICES];
	int *in_post, in_post_count;         /* people in post at the census made last */
};

/* The list with room for one more, which is zeroed and counted. */
void *making_room(void *at, int *count, int *room, size_t size, struct arena *perm);
/* One more of the list, to be filled in. */
#define grow(making, list) \
	((making)->list.at = making_room((making)->list.at, &(making)->list.count, \
		&(making)->list.room, sizeof *(making)->list.at, (making)->perm), \
	 &(making)->list.at[(making)->list.count - 1])

/* ---- places and posts (places.c, posts.c) ------------------------------------------------------ */

void places_found(struct making *m, Str council);
/* The team that a new post of the role goes to, opened where there is none with room. */
int  places_team(struct making *m, enum made_role role, Date day);
/* Which post the council lacks most: its role, and the unit. */
enum made_role places_lacking(struct making *m, Date day, int *unit);
/* The reorganisation: two teams change service, and one is split. */
void places_reorganise(struct making *m, Date day);

/* From the day, or from the unit's first if that is later. */
int  post_open(struct making *m, int unit, enum made_role role, int fte, Date day);
int  post_open_lacking(struct making *m, int fte, Date day);
void post_change(struct making *m, int post, int unit, int fte, enum post_status status, Date day);
/* Another role for the post and whoever is in it, from a day. */
void post_regrade(struct making *m, int post, enum made_role role, Date day);
void post_fit(struct making *m, int post, Date day);          /* its FTE becomes that of its holders */
void post_close(struct making *m, int post, Date last);
bool post_is_open(const struct making *m, int post);
const struct post_line *post_now(const struct making *m, int post);
/* An open, funded post that nobody holds and nobody comes back to. */
bool post_is_vacant(const struct making *m, int post);
/* One of the vacant posts, the most suitable first; NOTHING. */
int  post_vacant_of(struct making *m, enum made_role role, int not_unit);
void post_wish(struct making *m, int post, enum wish_kind kind, int fte, Date day);

/* ---- people and their time in post (lives.c) --------------------------------------------------- */

int  person_make(struct making *m, bool newly_qualified, bool social_worker, Date first);
int  spell_begin(struct making *m, int person, int post, enum basis basis, int fte, Date day);
void spell_end(struct making *m, int spell, Date last);
void spell_fte(struct making *m, int spell, int fte, Date day);
/* The person's FTE, over one or two posts, from a day. */
void person_fte(struct making *m, int person, int fte, Date day);
/* A second post of so many tenths, beside the main one. */
void person_second(struct making *m, int person, int tenths, Date day);
void person_leave(struct making *m, int person, Date last);
void person_move(struct making *m, int person, int post, enum basis basis, Date last, Date first);

void agent_end(struct making *m, int agent, Date last);
/* Those beside the census: of a service and of a team when they begin. */
void lives_of_service(struct making *m, int unit, Date day);
void lives_of_team(struct making *m, int unit, Date day);

/* ---- a year (year.c, census.c, work.c) --------------------------------------------------------- */

/* Who starts, who will leave and everybody's FTE at the census of a plan's year. */
void cells_fill(struct making *m, const struct plan_year *y);
/* The days of a year, in order. */
void year_run(struct making *m, const struct plan_year *y);
/* Vacancies, agency workers and cover at its end. */
void census_settle(struct making *m, const struct plan_year *y);
/* Cases on the day, and sickness in the year. These may fall short, and say by how much. */
void work_cases(struct making *m, struct plan_year *y);
void work_sickness(struct making *m, struct plan_year *y);
void work_others(struct making *m);

/* Everything as records (written.c). */
void written_changes(struct making *m, struct changes *changes);

static inline Date
day_plus(Date day, int days)
{
	return (Date){ day.day + days };
}

#endif
