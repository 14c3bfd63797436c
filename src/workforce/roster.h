/* roster.h: a council's units, posts, people and time in post, as the domain reads them.
 *
 * Built from records (types.h) once, then never changed; everything about one authority fits in
 * memory (the largest, Kent, is about 1,060 people). Things are told apart by small numbers: unit 0
 * to unit_count - 1, and so on; a thing's dated rows stand together, oldest first.
 *
 * Words. A *spell* is one person's time in one post, from its first day to its last, both included;
 * its rows are the periods between changes of FTE. A *holder* is in the post by right (permanent,
 * fixed term, acting, seconded in, partner); agency and cover are not holders. A *vacancy* is funded
 * FTE without a holder: it is worked out, never typed, and a post covered by agency is still vacant.
 * A person on leave still holds the post, so maternity cover leaves no vacancy.
 */
#ifndef WORKFORCE_ROSTER_H
#define WORKFORCE_ROSTER_H

#include "workforce/types.h"

enum { NOT_THERE = -1 };
#define FTE_ONE ((int64_t)MICRO)                     /* one full-time equivalent, in millionths */

enum unit_kind { UNIT_OF_AUTHORITY, UNIT_OF_DIRECTORATE, UNIT_OF_SERVICE, UNIT_OF_TEAM, UNIT_POOL };
enum role_family { FAMILY_SOCIAL_WORK, FAMILY_HELP, RESIDENTIAL, FOSTERING, HEALTH, PARTNER, SUPPORT };
enum post_status { FUNDED, FROZEN, PROPOSED, OVER_ESTABLISHMENT };
enum basis { PERMANENT, FIXED_TERM, ACTING, SECONDED_IN, PARTNER_EMPLOYED, AGENCY, COVER };
enum absence_kind { SICKNESS, MATERNITY, OTHER_LEAVE };

struct unit_row { int unit; enum unit_kind kind; Str name; int parent; struct period when; };
/* census: DfE's OrgRole 1 to 6, 0 when the role is outside the census. */
struct role_row { int role; Str title; enum role_family family; int census; bool registered;
                  struct period when; };
struct post_row { int post; Str title, number; int unit, role, reports_to; int64_t fte;
                  enum post_status status; struct period when; };
struct person   { Str ref, family_name, given_names, known_as, payroll; Date born; bool has_born;
                  int merged_into;           /* another person, or NOT_THERE */
                  Str swe; };                /* the latest registration number, or empty */
/* A row of a spell. Coded reason, origin and destination stand on the spell's last row. */
struct spell_row { int spell, person, post; enum basis basis; int64_t fte; int covers;
                   Str agency; int origin, reason, destination;      /* DfE's codes; 0: not said */
                   struct period when; };
struct absence  { int person; enum absence_kind kind; struct period when; int64_t days_lost; };
struct caseload { int person; Date day; int cases; };

/* A thing: its ref, and where its rows stand. */
struct thing { Str ref; int first, count; };

struct roster {
	const struct council *council;
	const struct thing *units, *roles, *posts, *spells;
	int unit_count, role_count, post_count, spell_count;
	const struct unit_row  *unit_rows;
	const struct unit_row **units_by_name;       /* the same rows, as trees have them in order */
	const struct role_row  *role_rows;
	const struct post_row  *post_rows;
	const struct spell_row *spell_rows;
	int unit_row_count, role_row_count, post_row_count, spell_row_count;
	const struct person    *people;
	const struct absence   *absences;            /* by person, then first day */
	const struct caseload  *caseloads;           /* by person, then day */
	int person_count, absence_count, caseload_count;
	/* spells of a person and of a post, as indexes into `spells`, in order of their first day */
	const int *person_spells, *person_spells_begin;      /* begin: person_count + 1 long */
	const int *post_spells, *post_spells_begin;          /* begin: post_count + 1 long */
};

/* Builds the roster. References that lead nowhere are findings of rules.h and give NOT_THERE here;
 * a person merged into another gives that person's number everywhere. */
void roster_build(struct roster *roster, const struct council *council, struct arena *perm);

int roster_unit(const struct roster *roster, Str ref);       /* NOT_THERE when unknown */
int roster_role(const struct roster *roster, Str ref);
int roster_post(const struct roster *roster, Str ref);
int roster_person(const struct roster *roster, Str ref);
/* Of a person's several records, which were made one, the one that stays. */
int roster_same(const struct roster *roster, int person);
int roster_spell(const struct roster *roster, Str ref);

/* The row that holds on a day, or NULL. */
const struct unit_row  *unit_on(const struct roster *roster, int unit, Date day);
const struct role_row  *role_on(const struct roster *roster, int role, Date day);
const struct post_row  *post_on(const struct roster *roster, int post, Date day);
const struct spell_row *spell_on(const struct roster *roster, int spell, Date day);
/* Leave of a person that is not sickness and holds on the day; false when there is none. */
bool leave_on(const struct roster *roster, int person, Date day, struct period *leave);
/* A person's absences, oldest first. */
const struct absence *absences_of(const struct roster *roster, int person, int *count);
/* What people call a post: the council's own number for it, on the day or nearest to it; ours where it has none. */
Str post_called(const struct roster *roster, int post, Date day);
/* A spell's first and last day (DATE_OPEN while open), and its last row. */
struct period spell_period(const struct roster *roster, int spell);
const struct spell_row *spell_last(const struct roster *roster, int spell);

/* Whether `unit` is `above` or stands below it in the tree of that day. */
bool unit_within(const struct roster *roster, int unit, int above, Date day);
/* Units of the day in the order of a tree: a parent before its children, children by name. Writes
 * unit numbers and depths; gives how many. */
int roster_tree(const struct roster *roster, Date day, int *units, int *depths);

/* Whether a basis makes a holder; whether it is paid by the council (in post, for the census). */
bool basis_holds(enum basis basis);
bool basis_employed(enum basis basis);

#endif
