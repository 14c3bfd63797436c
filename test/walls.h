/* walls.h: a small council in which every text says whose it is, and everybody who may look at it.
 *
 * A text is "Kq", then whose, of which person, and of which field group: "KqAhnfamily" is team A's (A),
 * of the person who holds the worker's account (h), a name (n). So whoever finds one on a page knows
 * from the text alone whether it may stand there. Refs say the same: the hundreds are the team, the
 * last digit the person.
 *
 *   team     A and B; M somebody who moved from A to B; S the service over A; T what is over all;
 *            Z the catalogue of roles, which belongs to nobody
 *   person   h the worker; o another; l one who left; u the unit itself; d whoever a deed's reason names
 *   group    s structure; n a name or number that says who it is, i the rest of identity; c contact;
 *            g registration; k caseload; a absence; e equality; t terms; l leaving; x lists; q requests;
 *            p pay; r returns; v approvals
 */
#ifndef TEST_WALLS_H
#define TEST_WALLS_H

#include <ctype.h>

#include "asking.h"
#include "councils.h"
#include "rights_matrix.h"
#include "signed_in.h"

#include "store/records.h"

enum { WALLS_NOW = 1764000000 };             /* 24 November 2025 */
#define WALLS_PAST "2023-06-30"              /* the mover was in team A */

#define WALLS_POST(ref, tag, unit, role) "post " ref " 2018-01-01 open title=Kq" tag "title; unit=" unit \
	"; role=" role "; fte=1; status=funded; number=Kq" tag "number; cost_centre=Kq" tag "cost\n"
#define WALLS_PERSON(n, who, born) "person N-000" n " family_name=Kq" who "nfamily; given_names=Kq" who "ngiven" \
	"; known_as=Kq" who "nknown; payroll=Kq" who "npayroll; born=" born "; email=Kq" who "cmail@example.org\n" \
	"registration G-000" n " 2018-01-01 open person=N-000" n "; number=SW73" n "\n" \
	"caseload C-000" n " person=N-000" n "; day=2025-09-30; cases=17\n" \
	"equality Q-000" n " person=N-000" n "; sex=F; ethnicity=Kq" who "eth; disability=Kq" who "edis" \
	"; religion=Kq" who "erel; orientation=Kq" who "eori; stopped_on=2024-02-0" "3\n" \
	"qualification K-000" n " person=N-000" n "; level=2; step_up=no; frontline=yes; institution=Kq" who "ginst\n" \
	"pay M-000" n " 2025-04-01 open person=N-000" n "; base_salary=41" n ".56; other_payments=789\n"
#define WALLS_NOTE(n, who) "census_note W-000" n " person=N-000" n "; year=2025; kind=query; subject=D083; record=Kq" who "rrec" \
	"; words=Kq" who "rwhy\n"
#define WALLS_ABSENCE(n, kind, days) "absence B-000" n " 2025-06-02 2025-06-13 person=N-000" n "; kind=" kind \
	"; days_lost=" days "\n"
#define WALLS_SPELL(n, person, post, first, last, basis, who, more) "spell S-000" n " " first " " last \
	" person=N-000" person "; post=P-000" post "; basis=" basis "; fte=0.8; agency=Kq" who "tagency; origin=3" more "\n"
/* Agency for a post of a team (its number, 1 or 2) and for a person, with what is said of it. */
#define WALLS_AGENCY(team, n, post, who) \
	"agency_request J-000" team "00 post=P-000" post "; unit=U-000" team "00; reason=vacancy; why=Kq" who "qagencywhy; options=Kq" \
	who "qoptions; job_type=senior; starts_on=2025-02-03; planned_end=2025-12-19; hours=36; asked_by=A-009994\n" \
	"agency_decision D-000" team "00 unit=U-000" team "00; request=J-000" team "00; decision=approved; held_on=2025-01-20" \
	"; made_by=A-009995; signed_by=Kq" who "vsigned; reason=Kq" who "vwhy\n" \
	"agency_decision D-000" team "02 unit=U-000" team "00; assignment=F-000" n "; decision=dcs; held_on=2025-02-01" \
	"; made_by=A-009995; signed_by=Kq" who "vdcs; reason=Kq" who "vdcswhy\n" \
	"assignment F-000" n " person=N-000" n "; spell=S-000" n "; request=J-000" team "00; job_type=senior; agency=Kq" who "tsupplier" \
	"; pay_rate=37.91; employer_ni=4.2; levy=0.2; charge=51.33; hours=36; starts_on=2025-02-03; planned_end=2025-12-19" \
	"; notice_days=14; project=Kq" who "tproject; workers_approved=yes\n" \
	"assignment_evidence V-000" n " person=N-000" n "; assignment=F-000" n "; qualified_on=2015-06-01; direct_months=70" \
	"; experience_seen=Kq" who "tseen; left_post=yes; last_council=Kq" who "tcouncil; last_region=West Midlands; last_day=2024-12-31" \
	"; reference_count=1\n" \
	"conversion H-000" n " person=N-000" n "; assignment=F-000" n "; held_on=2025-06-02; outcome=declined; reason=Kq" who \
	"ttalk; fee=1234.56; made_by=A-009995\n"

static const char walls_places[] =
	"unit U-000001 2015-01-01 open name=KqTusall; kind=directorate\n"
	"unit U-000011 2015-01-01 open name=KqSusservice; kind=service; parent=U-000001\n"
	"unit U-000012 2015-01-01 open name=KqTusservice; kind=service; parent=U-000001\n"
	"unit U-000100 2015-01-01 open name=KqAusteam; kind=team; parent=U-000011\n"
	"unit U-000200 2015-01-01 open name=KqBusteam; kind=team; parent=U-000012\n"
	"role R-000001 2015-01-01 open title=KqZosrole; family=social_work; census_role=5; registered=yes\n"
	"role R-000002 2015-01-01 open title=KqZosmanager; family=social_work; census_role=3; registered=yes\n"
	"census_year Y-000001 year=2025; car_allowance=2; other_allowances=KqZorother; vacancies=3.5; reason=KqZorreason\n"
	"census_note W-000001 year=2025; kind=decision; subject=salary; choice=actual; words=KqZorwhy\n"
	"agency_cap AC-000001 2020-01-01 open region=West Midlands; job_type=senior; cap=41; parts=levy; source=KqZoscap\n"
	"title T-000001 2015-01-01 open title=KqZostitle; role=R-000001; source=KqZossource\n"
	WALLS_POST("P-000101", "Ahs", "U-000100", "R-000001") WALLS_POST("P-000102", "Aos", "U-000100", "R-000002")
	WALLS_POST("P-000103", "Aosthird", "U-000100", "R-000001") WALLS_POST("P-000109", "Aosninth", "U-000100", "R-000001")
	WALLS_POST("P-000201", "Bos", "U-000200", "R-000001") WALLS_POST("P-000202", "Bossecond", "U-000200", "R-000002")
	WALLS_POST("P-000203", "Bosthird", "U-000200", "R-000001") WALLS_POST("P-000209", "Bosninth", "U-000200", "R-000001")
	"";
static const char walls_people[] =
	WALLS_PERSON("101", "Ah", "1951-03-07") WALLS_PERSON("102", "Ao", "1952-03-07")
	WALLS_PERSON("109", "Al", "1953-03-07") WALLS_PERSON("201", "Bo", "1954-03-07")
	"";
static const char walls_others[] =
	WALLS_PERSON("202", "Bo", "1955-03-07") WALLS_PERSON("209", "Bl", "1956-03-07")
	WALLS_PERSON("301", "Mo", "1957-03-07")
	"";
static const char walls_times[] =
	WALLS_NOTE("101", "Ah") WALLS_NOTE("109", "Al") WALLS_NOTE("201", "Bo") WALLS_NOTE("301", "Mo")
	WALLS_ABSENCE("101", "maternity", "3") WALLS_ABSENCE("102", "other", "4.5")
	WALLS_ABSENCE("201", "sickness", "5.5") WALLS_ABSENCE("202", "maternity", "6")
	"absence B-000302 2025-06-02 2025-06-13 person=N-000301; kind=sickness; days_lost=7\n"
	WALLS_SPELL("101", "101", "101", "2018-01-01", "open", "permanent", "Ah", "")
	WALLS_SPELL("102", "102", "102", "2018-01-01", "open", "fixed_term", "Ao", "")
	WALLS_SPELL("109", "109", "109", "2018-01-01", "2025-03-31", "permanent", "Al", "; reason=6; destination=2")
	WALLS_SPELL("201", "201", "201", "2018-01-01", "open", "permanent", "Bo", "")
	WALLS_SPELL("202", "202", "202", "2018-01-01", "open", "agency", "Bo", "")
	WALLS_SPELL("209", "209", "209", "2018-01-01", "2025-03-31", "permanent", "Bl", "; reason=4; destination=5")
	WALLS_SPELL("301", "301", "103", "2020-01-01", "2023-12-31", "permanent", "Mo", "; reason=7")
	WALLS_SPELL("302", "301", "203", "2024-01-01", "2026-02-28", "acting", "Bo", "; reason=3; destination=6")
	"establishment_change E-000100 wish=new; title=KqAoqtitle; unit=U-000100; role=R-000001; fte=1"
	"; starts_on=2026-01-01; reason=KqAoqwhy; asked_by=A-009991; decision=waiting\n"
	"establishment_change E-000200 wish=new; title=KqBoqtitle; unit=U-000200; role=R-000001; fte=0.5"
	"; starts_on=2026-02-01; reason=KqBoqwhy; asked_by=A-009992; decision=refused; decided_by=A-009993"
	"; decided_on=2025-11-03\n";
static const char walls_agency[] =
	WALLS_AGENCY("1", "102", "102", "Ao") WALLS_AGENCY("2", "202", "202", "Bo");

static inline const char *
walls_lines(const char *more, struct arena *perm)
{
	return str_c(str_format(perm, "%s%s%s%s%s%s", walls_places, walls_people, walls_others, walls_times, walls_agency, more), perm);
}

/* Every ref of the council, and some that are not there. */
static const Str walls_refs[] = {
	STR("U-000001"), STR("U-000011"), STR("U-000100"), STR("U-000200"), STR("R-000001"), STR("T-000001"),
	STR("P-000101"), STR("P-000103"), STR("P-000109"), STR("P-000201"), STR("P-000203"),
	STR("N-000101"), STR("N-000102"), STR("N-000109"), STR("N-000201"), STR("N-000209"), STR("N-000301"),
	STR("G-000101"), STR("G-000201"), STR("S-000101"), STR("S-000109"), STR("S-000201"), STR("S-000209"),
	STR("S-000301"), STR("S-000302"), STR("B-000101"), STR("B-000102"), STR("B-000201"), STR("B-000302"),
	STR("C-000101"), STR("C-000201"), STR("Q-000101"), STR("Q-000201"), STR("K-000101"), STR("K-000201"),
	STR("M-000101"), STR("M-000201"), STR("Y-000001"), STR("W-000001"), STR("W-000101"), STR("W-000201"), STR("E-000100"), STR("E-000200"),
	STR("J-000100"), STR("J-000200"), STR("D-000100"), STR("D-000202"), STR("F-000102"), STR("F-000202"), STR("V-000102"),
	STR("V-000202"), STR("H-000102"), STR("H-000202"), STR("AC-000001"), STR("2025-3"),
	STR("X-000999"), STR("1"), STR("2"), STR("3"),
};

/* ---- whose it is -------------------------------------------------------------------------------- */

/* Team, person and group, as letters. */
struct whose { char team, who, group; };

static inline struct whose
whose_ref(Str ref)
{
	struct whose whose = { 'Z', 'o', 0 };
	char hundreds = ref.len == 8 ? ref.at[5] : '0', last = ref.len == 8 ? ref.at[7] : '0';
	bool unit = ref.len == 8 && ref.at[0] == 'U';
	whose.team = hundreds == '0' ? (unit ? (ref.at[6] == '1' && last == '1' ? 'S' : 'T') : 'Z')
		: hundreds == '3' ? (last == '2' ? 'B' : 'M') : (char)('A' + (hundreds - '1'));
	whose.who = unit ? 'u' : last == '1' && whose.team == 'A' ? 'h' : last == '9' ? 'l' : 'o';
	return whose;
}

/* Somebody who looks: one duty in its widest scope. */
struct looker { const char *name; int duty; bool elsewhere, over, nobody; };

/* The letter of a group gives its row of the matrix; a name is identity. */
static inline enum field_group
group_of_letter(char letter)
{
	static const struct { char letter; enum field_group group; } of[] = {
		{ 's', GROUP_STRUCTURE }, { 'n', GROUP_IDENTITY }, { 'i', GROUP_IDENTITY }, { 'c', GROUP_CONTACT },
		{ 'g', GROUP_REGISTRATION }, { 'k', GROUP_CASELOAD }, { 'a', GROUP_ABSENCE }, { 'e', GROUP_EQUALITY },
		{ 't', GROUP_TERMS }, { 'l', GROUP_LEAVING }, { 'x', GROUP_IMPORTS }, { 'q', GROUP_REQUESTS },
		{ 'p', GROUP_PAY }, { 'r', GROUP_RETURNS }, { 'v', GROUP_APPROVALS },
		{ 'f', GROUP_PLANS },
	};
	for (ptrdiff_t i = 0; i < countof(of); i++)
		if (of[i].letter == letter)
			return of[i].group;
	return FIELD_GROUPS;
}

static inline char
letter_of_group(enum field_group group, bool naming)
{
	static const char letters[FIELD_GROUPS] = { 's', 'i', 'c', 'g', 'k', 'a', 'e', 't', 'l', 'x', 0, 0, 'q', 'p', 'r', 'v', 'f' };
	return group == GROUP_IDENTITY && naming ? 'n' : letters[group];
}

/* Whether a grant of this duty, in its widest scope here, reaches what is of this team and person. */
static inline bool
reaches(int duty, struct whose whose)
{
	bool catalogue = whose.team == 'Z', structure = whose.group == 's';
	switch (widest[duty]) {
	case 's':
		return catalogue || (whose.team == 'A' && (whose.who == 'h' || (whose.who == 'u' && structure)));
	case 'u':
		return catalogue || whose.team == 'A' || whose.team == 'M' || (whose.team == 'S' && duty == DUTY_SERVICE_HEAD);
	case 'a':
		return duty != DUTY_EXIT_LEAD || structure || whose.who == 'l';
	default:
		return false;
	}
}

/* Whether somebody may see it, by the matrix typed as text. */
static inline bool
may_look(const struct looker *looker, struct whose whose)
{
	enum field_group group = group_of_letter(whose.group);
	if (group == FIELD_GROUPS || looker->nobody || looker->elsewhere || looker->over || !reaches(looker->duty, whose))
		return false;
	enum reach reach = matrix_cell(looker->duty, group).reach;
	return reach >= REACH_READ || (reach == REACH_PSEUDONYM && whose.group != 'n');
}

/* ---- the council in a store ---------------------------------------------------------------------- */

static inline void
walls_put(Str path, const struct council *council, struct arena *perm)
{
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	struct changes changes = changes_new(perm);
	int64_t seq;
	for (int late = 0; late < 2; late++)         /* whoever is in one council and not in another comes last */
		for (int t = 0; t < RECORD_TYPES; t++)
			for (int i = 0; i < council->of[t].count; i++) {
				struct change change = { ADD, .type = &record_types[t], .after = council->of[t].at[i] };
				change.after.id = 0;
				if (str_ends(change.after.ref, S("298")) == (late == 1))
					changes_add(&changes, change);
			}
	struct deed deed = { .authority = council->authority, .actor = S("test"), .what = S("edit"),
		.object = S("council"), .reason = S("KqTdnwhy"), .at = WALLS_NOW - 90000 };
	enum stored stored = store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err);
	if (stored != STORED)
		printf("%s\n", err.text);
	check_int(stored, STORED);
	store_close(store);
}

/* Another value of the same kind. */
static inline Str
another_value(const struct field *field, Str value, struct arena *perm)
{
	Date day;
	switch (field->kind) {
	case FIELD_CHOICE:
		return field->choices[str_equal(value, field->choices[0].code)].code;
	case FIELD_YES_NO:
		return str_equal(value, S("yes")) ? S("no") : S("yes");
	case FIELD_DATE:
		return date_parse(value, &day) ? date_iso((Date){ day.day - 1 }, perm) : value;
	case FIELD_FTE:
	case FIELD_DECIMAL:
	case FIELD_MONEY:
		return str_equal(value, S("0.5")) ? S("0.4") : S("0.5");
	case FIELD_WHOLE:
		return str_equal(value, S("11")) ? S("12") : S("11");
	case FIELD_REF:
		return value;
	default:
		return str_begins(value, S("SW")) ? str_format(perm, "SW99%.*s", STR_ARG(str_from(value, 4)))
			: str_format(perm, "Xw%.*s", STR_ARG(str_from(value, 2)));
	}
}

/* The council as it would be if all that this looker may not see were otherwise. */
static inline struct council *
council_behind(const struct looker *looker, struct arena *perm)
{
	static const char more[] = WALLS_PERSON("298", "Bo", "1958-03-07")
		WALLS_SPELL("298", "298", "202", "2025-10-01", "open", "permanent", "Bo", "");
	bool blind = !may_look(looker, (struct whose){ 'B', 'o', 'i' });
	struct council *council = council_of(walls_lines(blind ? more : "", perm), perm);
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++) {
			struct record *record = &council->of[t].at[i];
			struct whose whose = whose_ref(record->ref);
			for (int f = 0; f < record_types[t].field_count; f++) {
				const struct field *field = &record_types[t].fields[f];
				whose.group = letter_of_group(field->group, t == TYPE_PERSON);
				if (record->values[f].len && !may_look(looker, whose))
					((Str *)(uintptr_t)record->values)[f] = another_value(field, record->values[f], perm);
			}
		}
	return council;
}

#endif
