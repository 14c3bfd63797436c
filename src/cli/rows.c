/* rows.c: every command, one row each. */
#include "app/agency.h"
#include "app/census_check.h"
#include "app/census_pages.h"
#include "app/forecast_pages.h"
#include "app/load.h"
#include "app/retention.h"
#include "app/reconcile.h"
#include "app/register.h"
#include "app/plan.h"
#include "app/region.h"
#include "app/staying.h"
#include "app/subject.h"
#include "app/subject_outside.h"
#include "app/hiring.h"
#include "app/induction.h"
#include "app/messages.h"
#include "app/scoring.h"
#include "app/educators.h"
#include "app/supply.h"
#include "app/ticket.h"
#include "cli/commands.h"

#define SHOWING (OPTION(OPTION_FORMAT) | OPTION(OPTION_OUTPUT) | OPTION(OPTION_GUARD))
#define VIEWING (SHOWING | OPTION(OPTION_STORE))
#define DATED (OPTION(OPTION_YEAR) | OPTION(OPTION_ON))
#define ANYBODY { OPEN, GROUP_STRUCTURE, REACH_NONE }
#define SEES_LISTS { OF_COUNCIL, GROUP_IMPORTS, REACH_READ }
#define LOADS_LISTS { OF_COUNCIL, GROUP_IMPORTS, REACH_WRITE }
#define KEEPS_ALL { OF_MACHINE, GROUP_SETTINGS, REACH_WRITE }
#define READS_RECORDS { OF_COUNCIL, GROUP_STRUCTURE, REACH_READ }
#define READS_RETURNS { OF_COUNCIL, GROUP_RETURNS, REACH_READ }
#define KEEPS_RETURNS { OF_COUNCIL, GROUP_RETURNS, REACH_WRITE }
#define OF_YEAR .takes = { OPTION_AUTHORITY, OPTION_YEAR }, .taken = 2, \
	.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_YEAR)
#define OF_YEAR_PART .takes = { OPTION_AUTHORITY, OPTION_YEAR, OPTION_REF }, .taken = 3, \
	.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_YEAR)
#define KEEPS_RECORDS { OF_COUNCIL, GROUP_IDENTITY, REACH_WRITE }
#define OF_AUTHORITY (VIEWING | OPTION(OPTION_AUTHORITY))
#define KEEPING (SHOWING | OPTION(OPTION_STORE))

#define CENSUS (VIEWING | OPTION(OPTION_YEAR) | OPTION(OPTION_AUTHORITY))
#define FORECASTING (VIEWING | OPTION(OPTION_FIGURES) | OPTION(OPTION_YEAR) | OPTION(OPTION_ON) | OPTION(OPTION_MONTHS) | \
	OPTION(OPTION_RUNS) | OPTION(OPTION_SEED) | OPTION(OPTION_SAFE) | OPTION(OPTION_LEVER) | OPTION(OPTION_LEVER_B) | \
	OPTION(OPTION_LEVER_C) | OPTION(OPTION_KEEP) | OPTION(OPTION_ALL_ENGLAND) | OPTION(OPTION_THREADS) | \
	OPTION(OPTION_RANKS))
#define BESIDE_OWN { OPEN_BESIDE_OWN, GROUP_IDENTITY, REACH_NONE }
#define OWN_ON (VIEWING | OPTION(OPTION_ON))
#define OF_OWN .takes = { OPTION_AUTHORITY }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY)
#define OF_ONE .takes = { OPTION_AUTHORITY, OPTION_REF }, .taken = 2, \
	.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_REF)

const struct command commands[] = {
	{
		.words = STR("authorities"), .run = run_view, .need = ANYBODY, .shows = show_areas,
		.takes = { OPTION_QUERY }, .taken = 1, .accepts = VIEWING,
		.summary = STR("list councils, regions and England"),
		.about = STR("With TEXT, only those whose name, code or region it fits."),
		.examples = { STR("authorities"), STR("authorities kingston"),
		              STR("authorities \"west midlands\" --format csv") },
	}, {
		.words = STR("scorecard"), .run = run_view, .need = ANYBODY, .shows = show_scorecard,
		.takes = { OPTION_AUTHORITY }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY),
		.accepts = VIEWING | OPTION(OPTION_AVERAGE) | OPTION(OPTION_BASIS),
		.summary = STR("show an area's measures against England, its region and its neighbours"),
		.about = STR("Each measure has its latest figure, the change from the year before, the "
		             "comparators and the rank."),
		.examples = { STR("scorecard walsall"), STR("scorecard walsall --format xlsx --output walsall.xlsx"),
		              STR("scorecard 335 --average mean"), STR("scorecard \"west midlands\"") },
	}, {
		.words = STR("measure"), .run = run_view, .need = ANYBODY, .shows = show_measure,
		.takes = { OPTION_AUTHORITY, OPTION_MEASURE }, .taken = 2,
		.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_MEASURE),
		.accepts = VIEWING | OPTION(OPTION_AVERAGE),
		.summary = STR("show one measure of one area, year by year, and how it is known"),
		.examples = { STR("measure walsall turnover_rate_fte"),
		              STR("measure england caseload_fte --format json") },
	}, {
		.words = STR("standing"), .run = run_view, .need = ANYBODY, .shows = show_standing,
		.takes = { OPTION_AUTHORITY, OPTION_MEASURE }, .taken = 2,
		.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_MEASURE),
		.accepts = VIEWING | DATED | OPTION(OPTION_SORT),
		.summary = STR("show where an area stands among all councils on one measure"),
		.examples = { STR("standing walsall vacancy_rate_fte"),
		              STR("standing walsall vacancy_rate_fte --year 2019 --sort council") },
	}, {
		.words = STR("figures"), .run = run_view, .need = ANYBODY, .shows = show_figures,
		.takes = { OPTION_MEASURE, OPTION_YEAR }, .taken = 2, .needs = OPTION(OPTION_MEASURE),
		.accepts = VIEWING | DATED | OPTION(OPTION_SORT) | OPTION(OPTION_RELEASE),
		.summary = STR("list every area's figure of one measure and year"),
		.examples = { STR("figures --measure turnover_rate_fte --year 2025"),
		              STR("figures agency_rate_fte 2024 --format csv") },
	}, {
		.words = STR("claim"), .run = run_view, .need = ANYBODY, .shows = show_claim,
		.takes = { OPTION_SENTENCE }, .taken = 1, .needs = OPTION(OPTION_SENTENCE),
		.accepts = VIEWING | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_AGAINST) |
		           OPTION(OPTION_AVERAGE),
		.summary = STR("hold a sentence to the figures"),
		.about = STR("Says supported, not supported, ambiguous, comparator from another year, or cannot "
		             "be checked, with the figures it used. The exit status is 0 only for supported."),
		.examples = { STR("claim --authority leicestershire \"turnover fell from 18.8% in 2017 to 12.3% in 2023\""),
		              STR("claim \"the agency rate in England rose in 2025\"") },
	}, {
		.words = STR("paper"), .run = run_view, .need = ANYBODY, .shows = show_paper,
		.takes = { OPTION_AUTHORITY }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY),
		.accepts = VIEWING | DATED | OPTION(OPTION_AVERAGE) |
		           OPTION(OPTION_REFERENCE_DOCX),
		.summary = STR("draft a two-page briefing for scrutiny from the figures"),
		.about = STR("Every sentence in it passes the claim check. Word needs pandoc and rsvg-convert."),
		.examples = { STR("paper walsall --output walsall.docx"),
		              STR("paper walsall --format html --output walsall.html") },
	}, {
		.words = STR("region"), .run = run_view, .shows = show_region,
		.need = { OF_REGION, GROUP_TERMS, REACH_TOTALS },
		.takes = { OPTION_AUTHORITY }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY),
		.accepts = VIEWING | OPTION(OPTION_ON),
		.summary = STR("show the councils of a region that keep records here, on one definition"),
		.about = STR("Totals that can identify nobody, from each council\u2019s own people and posts."),
		.examples = { STR("region west-midlands --on 2025-09-30") },
	}, {
		.words = STR("methods"), .run = run_view, .need = ANYBODY, .shows = show_methods, .accepts = VIEWING,
		.summary = STR("list every measure with its definition, formula and source"),
		.examples = { STR("methods"), STR("methods --format csv") },
	}, {
		.words = STR("releases"), .run = run_view, .need = ANYBODY, .shows = show_releases, .accepts = VIEWING,
		.summary = STR("list the releases of published figures, and what they revised"),
		.examples = { STR("releases") },
	}, {
		.words = STR("imports"), .run = run_view, .need = ANYBODY, .shows = show_loads,
		.accepts = SHOWING | OPTION(OPTION_STORE),
		.summary = STR("list what has been imported, with the numbers that import undo takes"),
		.examples = { STR("imports") },
	}, {
		.words = STR("import"), .run = run_import, .takes = { OPTION_FILE }, .taken = 1,
		.needs = OPTION(OPTION_FILE),
		.accepts = KEEPING | OPTION(OPTION_DRY_RUN) | OPTION(OPTION_RELEASE),
		.summary = STR("check a file and store it: a release of DfE's, or a council's own series"),
		.about = STR("Which of the two it is, its headings say. All that is wrong is listed by line and "
		             "column, and a file with any error is not stored at all."),
		.examples = { STR("import our-retention.csv --dry-run"), STR("import our-retention.csv") },
	}, {
		.words = STR("release import"), .run = run_import, .takes = { OPTION_FILE }, .taken = 1,
		.needs = OPTION(OPTION_FILE),
		.accepts = KEEPING | OPTION(OPTION_DRY_RUN) | OPTION(OPTION_RELEASE),
		.summary = STR("check and store DfE's next release; earlier figures stay beside it"),
		.examples = { STR("release import csww_indicators_2017_to_2026.csv --dry-run") },
	}, {
		.words = STR("series import"), .run = run_import, .takes = { OPTION_FILE }, .taken = 1,
		.needs = OPTION(OPTION_FILE), .accepts = KEEPING | OPTION(OPTION_DRY_RUN),
		.summary = STR("check and store a council's own figures"),
		.about = STR("A CSV with the columns area, measure, date, source, and value or numerator and "
		             "denominator."),
		.examples = { STR("series import our-retention.csv") },
	}, {
		.words = STR("import undo"), .run = run_undo, .takes = { OPTION_LOAD }, .taken = 1,
		.needs = OPTION(OPTION_LOAD), .accepts = KEEPING,
		.summary = STR("take back an import; its record stays"),
		.examples = { STR("import undo 3") },
	}, {
		.words = STR("load"), .run = run_load, .need = LOADS_LISTS, .shows = take_list,
		.takes = { OPTION_FILE }, .taken = 1,
		.needs = OPTION(OPTION_FILE) | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_LIST),
		.accepts = KEEPING | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_LIST) | OPTION(OPTION_ON) |
		           OPTION(OPTION_PROFILE) | OPTION(OPTION_COMPLETE) | OPTION(OPTION_ENDS) | OPTION(OPTION_DRY_RUN),
		.summary = STR("load a list of people or posts: HR's, finance's, an agency's or a team's"),
		.about = STR("A spreadsheet or CSV. --on is the day the list is of; today unless given. What is wrong is "
		             "listed by row and column, and a list with any mistake changes nothing. Columns and local words "
		             "are said on its page, and remembered."),
		.examples = { STR("load hr.xlsx --authority walsall --list hr --on 2026-03-01 --dry-run"),
		              STR("load establishment.csv --authority walsall --list finance --profile \"Finance\"") },
	}, {
		.words = STR("loads"), .run = run_view, .need = SEES_LISTS, .shows = show_lists,
		.takes = { OPTION_AUTHORITY }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY), .accepts = KEEPING,
		.summary = STR("list what was loaded of people and posts, with the numbers that load undo takes"),
		.examples = { STR("loads walsall") },
	}, {
		.words = STR("load show"), .run = run_list, .need = SEES_LISTS, .shows = show_list,
		.takes = { OPTION_LOAD }, .taken = 1, .needs = OPTION(OPTION_LOAD) | OPTION(OPTION_AUTHORITY),
		.accepts = KEEPING | OPTION(OPTION_AUTHORITY),
		.summary = STR("show one list: what is to mend, what it would do, or what became of it"),
		.examples = { STR("load show 3 --authority walsall --format xlsx --output list.xlsx") },
	}, {
		.words = STR("load undo"), .run = run_list, .need = LOADS_LISTS, .shows = undo_list,
		.takes = { OPTION_LOAD }, .taken = 1, .needs = OPTION(OPTION_LOAD) | OPTION(OPTION_AUTHORITY),
		.accepts = KEEPING | OPTION(OPTION_AUTHORITY),
		.summary = STR("take a list back, unless later work stands on it"),
		.examples = { STR("load undo 3 --authority walsall") },
	}, {
		.words = STR("reconcile"), .run = run_view, .need = SEES_LISTS, .shows = show_reconcile,
		.takes = { OPTION_AUTHORITY }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY),
		.accepts = KEEPING | OPTION(OPTION_ON),
		.summary = STR("show where HR's, finance's and the team's lists and the records differ"),
		.about = STR("The latest list of each kind whose file is still kept is held against the records of the day. "
		             "What was decided comes last, and is asked again when the facts change."),
		.examples = { STR("reconcile walsall --on 2026-03-01"), STR("reconcile walsall --format xlsx --output differences.xlsx") },
	}, {
		.words = STR("profiles"), .run = run_view, .need = SEES_LISTS, .shows = show_list_profiles,
		.takes = { OPTION_AUTHORITY }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY), .accepts = KEEPING,
		.summary = STR("list the remembered ways to read lists"),
		.examples = { STR("profiles walsall") },
	}, {
		.words = STR("profile show"), .run = run_list, .need = SEES_LISTS, .shows = show_list_profile,
		.takes = { OPTION_PROFILE }, .taken = 1, .needs = OPTION(OPTION_PROFILE) | OPTION(OPTION_AUTHORITY),
		.accepts = KEEPING | OPTION(OPTION_AUTHORITY),
		.summary = STR("show one remembered way to read a list"),
		.examples = { STR("profile show \"HR's list\" --authority walsall") },
	}, {
		.words = STR("backtest"), .run = run_backtest, .need = ANYBODY, .takes = { OPTION_AUTHORITY }, .taken = 1,
		.accepts = SHOWING | OPTION(OPTION_ORIGIN) | OPTION(OPTION_OUT),
		.summary = STR("make forecasts as if in past years from published figures, and score them by what came"),
		.about = STR("Every council, origins 2019 on, one to three years ahead: posts, turnover, vacancy and agency rates, "
		             "beside four simple rules. With AREA, one council. With --out, the rows are written as data/scores-2025.txt holds "
		             "them. Nothing is written before all is reckoned."),
		.examples = { STR("backtest walsall"), STR("backtest --origin 2022"), STR("backtest --format csv --output scores.csv"),
		              STR("backtest --out data/scores-2025.txt") },
	}, {
		.words = STR("release convert"), .run = run_convert_release, .takes = { OPTION_FILE },
		.taken = 1, .needs = OPTION(OPTION_FILE),
		.accepts = OPTION(OPTION_OUT) | OPTION(OPTION_RELEASE) | OPTION(OPTION_TITLE) |
		           OPTION(OPTION_PUBLISHED) | OPTION(OPTION_ADDRESS),
		.summary = STR("turn DfE's release file into this project's own format"),
		.about = STR("The same file gives the same bytes each time. This is how data/ is made."),
		.examples = { STR("release convert csww_indicators_2017_to_2025.csv --out data/release-2025.txt") },
	}, {
		.words = STR("neighbours convert"), .run = run_convert_neighbours, .takes = { OPTION_FILE },
		.taken = 1, .needs = OPTION(OPTION_FILE), .accepts = OPTION(OPTION_OUT) | OPTION(OPTION_MODEL),
		.summary = STR("turn DfE's table of statistical neighbours into this project's own format"),
		.examples = { STR("neighbours convert statistical_neighbours.csv --model 2025 --out data/neighbours-2025.txt") },
	}, {
		.words = STR("demo"), .run = run_demo, .takes = { OPTION_AUTHORITY }, .taken = 1,
		.needs = OPTION(OPTION_AUTHORITY),
		.accepts = KEEPING | OPTION(OPTION_SEED) | OPTION(OPTION_REPLACE) | OPTION(OPTION_REMOVE) |
		           OPTION(OPTION_DRY_RUN),
		.summary = STR("put made-up people and posts of a council into the store"),
		.about = STR("Their figures are those that the council published, year by year; what the "
		             "published counts contradict is listed. A council with records of its own is left "
		             "alone."),
		.examples = { STR("demo walsall"), STR("demo kent --seed 2 --dry-run"),
		              STR("demo walsall --remove") },
	}, {
		.words = STR("establishment"), .run = run_view, .need = { OF_COUNCIL, GROUP_STRUCTURE, REACH_READ },
		.shows = show_establishment, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT),
		.summary = STR("show a council\u2019s posts, who holds them, what is vacant and what is coming"),
		.about = STR("On any day, past ones with the tree of units and the people of that day. With --unit, who "
		             "holds each post."),
		.examples = { STR("establishment walsall --on 2025-09-30"),
		              STR("establishment walsall --unit U-000014") },
	}, {
		.words = STR("vacancies"), .run = run_view, .need = { OF_COUNCIL, GROUP_TERMS, REACH_PSEUDONYM },
		.shows = show_vacancies, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT) | OPTION(OPTION_SORT),
		.summary = STR("list each vacant post: since when, and whether anybody covers it"),
		.examples = { STR("vacancies walsall --on 2025-09-30 --format csv"), STR("vacancies walsall --sort -since") },
	}, {
		.words = STR("post"), .run = run_view, .need = { OF_COUNCIL, GROUP_STRUCTURE, REACH_READ },
		.shows = show_post, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show one post: who is in it, what happened here and what is next"),
		.examples = { STR("post walsall P-000012") },
	}, {
		.words = STR("person"), .run = run_view, .need = { OF_COUNCIL, GROUP_IDENTITY, REACH_PSEUDONYM },
		.shows = show_person, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show one person: posts through time, moves, registration and what is next"),
		.examples = { STR("person walsall N-000073") },
	}, {
		.words = STR("own"), .run = run_view, .need = { OF_COUNCIL, GROUP_IDENTITY, REACH_PSEUDONYM },
		.shows = show_own_measures, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT),
		.summary = STR("show every measure from a council\u2019s own records beside the published one"),
		.examples = { STR("own walsall --on 2025-09-30"), STR("own walsall --unit U-000006 --format xlsx --output own.xlsx") },
	}, {
		.words = STR("own people"), .run = run_view, .need = { OF_COUNCIL, GROUP_IDENTITY, REACH_PSEUDONYM },
		.shows = show_people_behind, .takes = { OPTION_AUTHORITY, OPTION_MEASURE }, .taken = 2,
		.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_MEASURE), .accepts = OWN_ON | OPTION(OPTION_UNIT),
		.summary = STR("list the people behind a measure of a council\u2019s own records"),
		.examples = { STR("own people walsall leavers_headcount --on 2025-09-30") },
	}, {
		.words = STR("movements"), .run = run_view, .need = { OF_COUNCIL, GROUP_IDENTITY, REACH_PSEUDONYM },
		.shows = show_movements, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT),
		.summary = STR("count who joined, left, moved and advanced in the year to a day, by unit"),
		.examples = { STR("movements walsall --on 2025-09-30") },
	}, {
		.words = STR("requests"), .run = run_view, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_READ },
		.shows = show_requests, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT) | OPTION(OPTION_ALL),
		.summary = STR("list posts asked for that wait for a decision; with --all, also what was decided"),
		.examples = { STR("requests walsall --all") },
	}, {
		.words = STR("request add"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = request_ask, OF_OWN, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("ask for a post, a change of one, or to give one up; somebody else decides"),
		.about = STR("wish is new, alter or close; a change and a giving up say which post."),
		.examples = { STR("request add walsall --set \"wish=close; post=P-000012; starts_on=2026-12-01; reason=Not needed\"") },
	}, {
		.words = STR("request decide"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = request_decide, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("approve, refuse or withdraw what was asked for; nobody decides their own"),
		.examples = { STR("request decide walsall E-000001 --set \"decision=approved; reason=Agreed\"") },
	}, {
		.words = STR("census returns"), .run = run_view, .need = READS_RETURNS, .shows = show_census, OF_OWN,
		.accepts = VIEWING, .summary = STR("list a council\u2019s census returns by year: what was sent, and what was not"),
		.examples = { STR("census returns walsall") },
	}, {
		.words = STR("census return"), .run = run_view, .need = READS_RETURNS, .shows = show_census_year, OF_YEAR,
		.accepts = VIEWING, .summary = STR("show whether a council\u2019s return may be sent, and what is to be done first"),
		.about = STR("Made afresh from its own people and posts: what was found, what is missing, what was decided."),
		.examples = { STR("census return walsall 2025") },
	}, {
		.words = STR("census build"), .run = run_view, .need = KEEPS_RETURNS, .shows = show_census_file, OF_YEAR_PART,
		.accepts = VIEWING, .summary = STR("write a council\u2019s return as a file, xml or csv"),
		.examples = { STR("census build walsall 2025 xml --output CSWW_335_2025.xml") },
	}, {
		.words = STR("census missing"), .run = run_view, .need = READS_RETURNS, .shows = show_census_missing, OF_YEAR_PART,
		.accepts = VIEWING, .summary = STR("list of whom an item of the return is missing"),
		.examples = { STR("census missing walsall 2025 SWENo") },
	}, {
		.words = STR("census found"), .run = run_view, .need = KEEPS_RETURNS, .shows = show_census_rule, OF_YEAR_PART,
		.accepts = VIEWING, .summary = STR("show what one rule found in the return, and the notes on it"),
		.examples = { STR("census found walsall 2025 D024") },
	}, {
		.words = STR("census note"), .run = run_record, .need = KEEPS_RETURNS, .shows = show_census_rule, OF_YEAR_PART,
		.accepts = VIEWING | OPTION(OPTION_SET), .summary = STR("keep why a query of the return may stay"),
		.examples = { STR("census note walsall 2025 D024 --set words=\"Holds two half posts\"") },
	}, {
		.words = STR("census working"), .run = run_view, .need = KEEPS_RETURNS, .shows = show_census_working, OF_YEAR_PART,
		.accepts = VIEWING, .summary = STR("list to whom a working rule was applied"),
		.examples = { STR("census working walsall 2025 came-and-went") },
	}, {
		.words = STR("census continuity"), .run = run_view, .need = KEEPS_RETURNS, .shows = show_census_continuity, OF_YEAR,
		.accepts = VIEWING, .summary = STR("hold a council\u2019s return to the one of the year before"),
		.examples = { STR("census continuity walsall 2025") },
	}, {
		.words = STR("census publish"), .run = run_view, .need = READS_RETURNS, .shows = show_census_publish, OF_YEAR,
		.accepts = VIEWING, .summary = STR("show every measure that will be published of the return"),
		.examples = { STR("census publish walsall 2025 --format csv") },
	}, {
		.words = STR("census sent"), .run = run_view, .need = READS_RETURNS, .shows = show_census_sent, OF_YEAR,
		.accepts = VIEWING, .summary = STR("list the versions of the return that were sent"),
		.examples = { STR("census sent walsall 2025") },
	}, {
		.words = STR("census version"), .run = run_view, .need = KEEPS_RETURNS, .shows = show_census_version, OF_YEAR_PART,
		.accepts = VIEWING, .summary = STR("write a return to a file as it was sent"),
		.examples = { STR("census version walsall 2025 1 --output as-sent.xml") },
	}, {
		.words = STR("census send"), .run = run_record, .need = KEEPS_RETURNS, .shows = show_census_sent, OF_YEAR,
		.accepts = VIEWING | OPTION(OPTION_SET), .summary = STR("keep the return as it is now, as it was sent"),
		.examples = { STR("census send walsall 2025 --set sent_on=2025-10-20") },
	}, {
		.words = STR("plan"), .run = run_view, .need = { OPEN_BESIDE_OWN, GROUP_IDENTITY, REACH_NONE },
		.shows = show_plan, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_ROLE) | OPTION(OPTION_CHANCE) | OPTION(OPTION_LEAD) |
			OPTION(OPTION_LEAVING) | OPTION(OPTION_POSTS) | OPTION(OPTION_FILLED) | OPTION(OPTION_TARGET) | OPTION(OPTION_TARGET_DAY) |
			OPTION(OPTION_PLAN_MONTHS) | OPTION(OPTION_BUDGET) | OPTION(OPTION_AGENCY_MOST) | OPTION(OPTION_SENIORS) |
			OPTION(OPTION_PER_SENIOR) | OPTION(OPTION_INTAKE),
		.summary = STR("say how many posts to recruit over establishment, at what chance of a gap and at what cost"),
		.about = STR("From published figures, or by role where there are own people. Leaving, months to fill and prices may be "
		             "said; else they are the council's own assumptions, or those that came with the program."),
		.examples = { STR("plan walsall --chance 90 --lead 5"), STR("plan walsall --target 5 --target-day 2027-09-30"),
		              STR("plan walsall --plan-months 36 --seniors 40 --per-senior 3 --intake 1,4,9"),
		              STR("plan leicestershire --posts 100 --leaving 12.2 --lead 5 --format csv") },
	}, {
		.words = STR("assumptions"), .run = run_view, .need = { OPEN_BESIDE_OWN, GROUP_IDENTITY, REACH_NONE },
		.shows = show_assumptions, OF_OWN, .accepts = OWN_ON,
		.summary = STR("list every number that forecasts and plans assume, with its source and who decided it"),
		.examples = { STR("assumptions walsall"), STR("assumptions walsall --format csv") },
	}, {
		.words = STR("tickets"), .run = run_view, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_READ },
		.shows = show_tickets, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT) | OPTION(OPTION_ALL),
		.summary = STR("list posts over establishment, their cost, and how they were absorbed; with --all, also those that ended"),
		.examples = { STR("tickets walsall --all"), STR("tickets walsall --format csv") },
	}, {
		.words = STR("ticket"), .run = run_view, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_READ },
		.shows = show_ticket, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show one post over establishment: why, what was decided, what became of it"),
		.examples = { STR("ticket walsall OE-000001") },
	}, {
		.words = STR("ticket ask"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = ticket_ask, OF_OWN, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("ask for posts over establishment, a ticket each; somebody else decides"),
		.examples = { STR("ticket ask walsall --set \"posts=9; role=R-000001; unit=U-000004; reason=turnover; why=Leavers expected; "
		                  "starts_on=2026-12-01; expires_on=2027-11-30; cost_year=52000\"") },
	}, {
		.words = STR("ticket decide"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = ticket_decide, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("approve, refuse or withdraw a post over establishment; nobody decides their own"),
		.examples = { STR("ticket decide walsall OE-000001 --set \"decision=approved; reason=Agreed\"") },
	}, {
		.words = STR("ticket open"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = ticket_open, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("open the post of an approved ticket"),
		.examples = { STR("ticket open walsall OE-000001 --set \"title=Social worker; fte=1; from=2026-12-01\"") },
	}, {
		.words = STR("ticket close"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = ticket_close, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("close a ticket that was absorbed, or not filled"),
		.examples = { STR("ticket close walsall OE-000001 --set \"closed_why=absorbed\"") },
	}, {
		.words = STR("to-fill"), .run = run_view, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_READ },
		.shows = show_requisitions, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_ALL),
		.summary = STR("list posts that are being filled from outside; with --all, every one that was asked for"),
		.examples = { STR("to-fill walsall"), STR("to-fill walsall --all --format csv") },
	}, {
		.words = STR("to-fill show"), .run = run_view, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_READ },
		.shows = show_requisition, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show one requisition: why, who was looked at first, what was decided, what became of it"),
		.examples = { STR("to-fill show walsall RQ-000001") },
	}, {
		.words = STR("to-fill ask"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = requisition_ask, OF_OWN, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("ask to fill a post from outside; somebody else decides"),
		.examples = { STR("to-fill ask walsall --set \"post=P-000012; why=Somebody left\""),
		              STR("to-fill ask walsall --set \"ticket=OE-000003; band=experienced; why=Leavers expected\"") },
	}, {
		.words = STR("to-fill decide"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = requisition_decide, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("approve, refuse or withdraw a requisition; nobody decides their own"),
		.examples = { STR("to-fill decide walsall RQ-000001 --set \"decision=approved; redeployment=nobody; transfers=nobody\"") },
	}, {
		.words = STR("to-fill advertise"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = requisition_advertise, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("put a requisition that was approved into a round, or onto an open advert"),
		.examples = { STR("to-fill advertise walsall RQ-000001 --set round=RN-000001") },
	}, {
		.words = STR("recruitment"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_READ },
		.shows = show_board, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_STAGE) | OPTION(OPTION_ROUND),
		.summary = STR("show who stands at which stage of recruitment, whose move it is, and what is late"),
		.examples = { STR("recruitment walsall"), STR("recruitment walsall --stage late --format csv") },
	}, {
		.words = STR("recruitment round"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_READ },
		.shows = show_round, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show how a round of recruitment went: how far, how long, which posts"),
		.examples = { STR("recruitment round walsall RN-000001") },
	}, {
		.words = STR("recruitment campaign"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_READ },
		.shows = show_campaign, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show what each channel of a campaign brought for its money"),
		.examples = { STR("recruitment campaign walsall CA-000001 --format csv") },
	}, {
		.words = STR("recruitment report"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_READ },
		.shows = show_hiring_reports, OF_OWN, .accepts = VIEWING | OPTION(OPTION_FROM) | OPTION(OPTION_TO),
		.summary = STR("show recruitment of a period: who started, how long it took, what it cost, adverts on two days"),
		.examples = { STR("recruitment report walsall --from 2024-10-01 --to 2025-09-30"), STR("recruitment report walsall --format json") },
	}, {
		.words = STR("supply"), .run = run_view, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_READ },
		.shows = show_supply, OF_OWN, .accepts = OWN_ON,
		.summary = STR("show what pipelines bring, quarter by quarter, and what of them runs out or is late"),
		.examples = { STR("supply walsall"), STR("supply walsall --on 2025-09-30 --format csv") },
	}, {
		.words = STR("supply cohort"), .run = run_view, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_READ },
		.shows = show_cohort, OF_ONE, .accepts = OWN_ON,
		.summary = STR("list the learners of a cohort, and whose move it is"),
		.examples = { STR("supply cohort walsall CO-000001 --format csv") },
	}, {
		.words = STR("supply several"), .run = run_record, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_WRITE },
		.shows = cohort_move, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record one step of several learners of a cohort: all of them, or none"),
		.examples = { STR("supply several walsall CO-000001 --set \"move=qualify; held_on=2026-06-30; who.LN-000001=yes; who.LN-000002=yes\"") },
	}, {
		.words = STR("supply learner"), .run = run_view, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_READ },
		.shows = show_learner, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show the way a learner came, and their placements"),
		.examples = { STR("supply learner walsall LN-000001") },
	}, {
		.words = STR("supply move"), .run = run_record, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_WRITE },
		.shows = learner_move, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record a step of a learner, of those that the table of moves allows"),
		.examples = { STR("supply move walsall LN-000001 --set \"move=qualify; held_on=2026-06-30\""),
		              STR("supply move walsall LN-000001 --set \"move=join; held_on=2026-09-01; post_offered=P-000012; number=SW1234\"") },
	}, {
		.words = STR("educators"), .run = run_view, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_READ },
		.shows = show_educators, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_STAGE),
		.summary = STR("list practice educators, places by term and enrolments; --stage eligible, all"),
		.examples = { STR("educators walsall"), STR("educators walsall --stage eligible --format csv") },
	}, {
		.words = STR("educators show"), .run = run_view, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_READ },
		.shows = show_educator, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show what the next stage asks of a person who is, or could be, a practice educator"),
		.examples = { STR("educators show walsall N-000012") },
	}, {
		.words = STR("educators record"), .run = run_record, .need = { OF_COUNCIL, GROUP_SUPPLY, REACH_WRITE },
		.shows = educator_record, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("keep the days of a practice educator: agreed, enrolled, awarded, refreshed, stopped"),
		.examples = { STR("educators record walsall N-000012 --set \"agreed_on=2026-01-05; agreed_by=Team manager; enrolled_1=2026-02-02\"") },
	}, {
		.words = STR("inductions"), .run = run_view, .need = { OF_COUNCIL, GROUP_INDUCTION, REACH_READ },
		.shows = show_inductions, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_STAGE),
		.summary = STR("list who is in induction, whose move it is, and what is late; --stage late, over"),
		.examples = { STR("inductions walsall"), STR("inductions walsall --stage late --format csv") },
	}, {
		.words = STR("inductions checklist"), .run = run_view, .need = { OF_COUNCIL, GROUP_INDUCTION, REACH_READ },
		.shows = show_checklist, OF_OWN, .accepts = OWN_ON,
		.summary = STR("list what is done for whoever starts, by role"),
		.examples = { STR("inductions checklist walsall --format csv") },
	}, {
		.words = STR("inductions show"), .run = run_view, .need = { OF_COUNCIL, GROUP_INDUCTION, REACH_READ },
		.shows = show_induction, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show the induction of one time in post, and reviews of probation"),
		.examples = { STR("inductions show walsall S-000001") },
	}, {
		.words = STR("inductions tick"), .run = run_record, .need = { OF_COUNCIL, GROUP_INDUCTION, REACH_WRITE },
		.shows = induction_tick, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("tick off what was done of an induction, or say why it is not needed"),
		.examples = { STR("inductions tick walsall S-000001 --set \"items=IN-000001,IN-000002; by=Team manager; on=2026-03-05\""),
		              STR("inductions tick walsall S-000001 --set \"items=IN-000003; came=not_needed; why=Has the training\"") },
	}, {
		.words = STR("inductions review"), .run = run_record, .need = { OF_COUNCIL, GROUP_INDUCTION, REACH_WRITE },
		.shows = induction_review, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record a review of probation: passed, extended or not passed"),
		.examples = { STR("inductions review walsall S-000001 --set \"outcome=passed; held_on=2026-09-01; held_by=Team manager\"") },
	}, {
		.words = STR("inductions make"), .run = run_record, .need = { OF_COUNCIL, GROUP_INDUCTION, REACH_WRITE },
		.shows = induction_make, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("make the list of the role that of somebody who started without one"),
		.examples = { STR("inductions make walsall S-000001 --set make=yes") },
	}, {
		.words = STR("messages"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = show_messages, OF_OWN, .accepts = VIEWING,
		.summary = STR("show messages to candidates and referees: what failed, what waits, what was sent"),
		.examples = { STR("messages walsall") },
	}, {
		.words = STR("messages show"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = show_message, OF_ONE, .accepts = VIEWING,
		.summary = STR("show one message with its words, and what came of it"),
		.examples = { STR("messages show walsall 1") },
	}, {
		.words = STR("messages write"), .run = run_record, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = notice_write, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("put a notice about an application into the outbox"),
		.examples = { STR("messages write walsall AP-000001 --set \"notice=received; address=bo@example.org; subject=Thank you; words=Dear Bo\"") },
	}, {
		.words = STR("messages change"), .run = run_record, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = message_change, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("let a message go again, or hold it back"),
		.examples = { STR("messages change walsall 1 --set do=again") },
	}, {
		.words = STR("messages send"), .run = run_messages_send,
		.accepts = OPTION(OPTION_STORE) | OPTION(OPTION_MAIL),
		.summary = STR("send now what waits in the outbox, as the server does by itself"),
		.examples = { STR("messages send"), STR("messages send --mail /etc/mainstay/mail") },
	}, {
		.words = STR("messages templates"), .run = run_view, .need = { OF_COUNCIL, GROUP_CAMPAIGNS, REACH_READ },
		.shows = show_templates, OF_OWN, .accepts = VIEWING,
		.summary = STR("show the words of each notice, and whose they are"),
		.examples = { STR("messages templates walsall") },
	}, {
		.words = STR("messages template"), .run = run_record, .need = { OF_COUNCIL, GROUP_CAMPAIGNS, REACH_WRITE },
		.shows = template_edit, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("keep the council\u2019s own words for a notice from a day on"),
		.examples = { STR("messages template walsall interview --set \"subject=Your interview; words=Dear ((name))\"") },
	}, {
		.words = STR("recruitment panel"), .run = run_view, .need = { OF_COUNCIL, GROUP_CAMPAIGNS, REACH_READ },
		.shows = show_panel, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show a round\u2019s panel: trained until when, how many scores wait on each; what is scored"),
		.examples = { STR("recruitment panel walsall RN-000007") },
	}, {
		.words = STR("recruitment rank"), .run = run_view, .need = { OF_COUNCIL, GROUP_SCORES, REACH_NONE },
		.shows = show_rank, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show those assessed in a round by what it came to: places, ties, reserve; feedback due"),
		.examples = { STR("recruitment rank walsall RN-000008 --format csv") },
	}, {
		.words = STR("panel add"), .run = run_record, .need = { OF_COUNCIL, GROUP_CAMPAIGNS, REACH_WRITE },
		.shows = panel_member_add, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("add somebody to a round\u2019s panel, by their account or as a person"),
		.examples = { STR("panel add walsall RN-000007 --set \"name=Bea Holt; part=assessor; account=A-000004; trained_on=2025-03-12\"") },
	}, {
		.words = STR("panel leave"), .run = run_record, .need = { OF_COUNCIL, GROUP_CAMPAIGNS, REACH_WRITE },
		.shows = panel_member_end, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("end somebody\u2019s part in a panel, and the right to its scores with it"),
		.examples = { STR("panel leave walsall RN-000007 --set \"member=PM-000020\"") },
	}, {
		.words = STR("panel criterion"), .run = run_record, .need = { OF_COUNCIL, GROUP_CAMPAIGNS, REACH_WRITE },
		.shows = panel_criterion_add, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("add a criterion or an exercise to a round, until somebody has handed in scores"),
		.examples = { STR("panel criterion walsall RN-000007 --set \"part=interview; name=Reflects on practice; most=10; needed=5\"") },
	}, {
		.words = STR("panel interest"), .run = run_record, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = panel_interest_add, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record what a panel member has to do with a candidate, whom they then do not score"),
		.examples = { STR("panel interest walsall RN-000007 --set \"member=PM-000020; candidate=CN-000160; what=friend\"") },
	}, {
		.words = STR("scoring"), .run = run_view, .need = { OF_COUNCIL, GROUP_SCORES, REACH_NONE },
		.shows = show_scoring, OF_OWN, .accepts = VIEWING,
		.summary = STR("list the applications that wait for a score, and whose"),
		.examples = { STR("scoring walsall"), STR("scoring walsall --format csv") },
	}, {
		.words = STR("scoring sheet"), .run = run_view, .need = { OF_COUNCIL, GROUP_SCORES, REACH_NONE },
		.shows = show_sheet, OF_ONE, .accepts = VIEWING,
		.summary = STR("show one application\u2019s score sheet; what was given, when all have handed in"),
		.examples = { STR("scoring sheet walsall AP-000158") },
	}, {
		.words = STR("scoring give"), .run = run_record, .need = { OF_COUNCIL, GROUP_SCORES, REACH_NONE },
		.shows = sheet_give, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("hand in a panel member\u2019s scores of an application, all criteria at once; do=keep keeps them for later"),
		.examples = { STR("scoring give walsall AP-000160 --set \"member=PM-000019; score.CR-000005=3; score.CR-000006=2; "
		                  "score.CR-000007=3; score.CR-000008=2\"") },
	}, {
		.words = STR("scoring moderate"), .run = run_record, .need = { OF_COUNCIL, GROUP_SCORES, REACH_NONE },
		.shows = sheet_agree, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("write down what a panel agreed where its assessors differ, with a note"),
		.examples = { STR("scoring moderate walsall AP-000158 --set \"score.CR-000005=3; note.CR-000005=Both saw direct work\"") },
	}, {
		.words = STR("recruitment equality"), .run = run_view, .need = { OF_COUNCIL, GROUP_EQUALITY, REACH_TOTALS },
		.shows = show_candidate_equality, OF_OWN, .accepts = VIEWING | OPTION(OPTION_YEAR),
		.summary = STR("show how far candidates came by group, with small numbers withheld"),
		.examples = { STR("recruitment equality walsall"), STR("recruitment equality walsall --year 2025 --format csv") },
	}, {
		.words = STR("application"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_READ },
		.shows = show_application, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show one application: what it waits for, its checks, what happened"),
		.examples = { STR("application walsall AP-000001") },
	}, {
		.words = STR("application add"), .run = run_record, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = application_add, OF_OWN, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("add an application by hand, of a new candidate or of one who is known"),
		.examples = { STR("application add walsall --set \"given_names=Bo; family_name=Reed; round=RN-000001; role=R-000001; "
		                  "band=experienced\"") },
	}, {
		.words = STR("application import"), .run = run_record, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = applications_import, .takes = { OPTION_AUTHORITY, OPTION_FILE }, .taken = 2,
		.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_FILE), .accepts = VIEWING | OPTION(OPTION_SET) | OPTION(OPTION_DRY_RUN),
		.summary = STR("bring another system's list of applications, whole or not at all"),
		.about = STR("Set are system (talentlink, tribepad, other), on (the day the list is of), and round, role and band of lines that say "
		             "none. The same list twice changes nothing."),
		.examples = { STR("application import walsall list.csv --dry-run"),
		              STR("application import walsall list.xlsx --set \"system=tribepad; round=RN-000003; role=R-000001; band=experienced\"") },
	}, {
		.words = STR("candidate duplicates"), .run = run_view, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = show_candidate_duplicates, OF_OWN, .accepts = VIEWING,
		.summary = STR("list candidates who may be one, and by what"),
		.examples = { STR("candidate duplicates walsall") },
	}, {
		.words = STR("candidate decide"), .run = run_record, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = candidate_duplicate, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("say that a candidate is the same as another, or that they are two"),
		.examples = { STR("candidate decide walsall CN-000007 --set \"q=CN-000002; does=merge\""),
		              STR("candidate decide walsall CN-000007 --set \"q=CN-000002; does=apart\"") },
	}, {
		.words = STR("application move"), .run = run_record, .need = { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE },
		.shows = application_move, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record a step of an application that its stage allows; a start makes the time in post"),
		.examples = { STR("application move walsall AP-000001 --set \"move=shortlist; held_on=2026-11-02\""),
		              STR("application move walsall AP-000001 --set \"move=reject; reason=criteria\"") },
	}, {
		.words = STR("application check"), .run = run_record, .need = { OF_COUNCIL, GROUP_VETTING, REACH_WRITE },
		.shows = application_check, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record what came of a check before somebody starts"),
		.examples = { STR("application check walsall AP-000001 --set \"check=VC-000001; state=requested\"") },
	}, {
		.words = STR("agency"), .run = run_view, .need = { OF_COUNCIL, GROUP_TERMS, REACH_PSEUDONYM },
		.shows = show_agency, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT) | OPTION(OPTION_ALL),
		.summary = STR("list agency assignments: which rule each breaks, and what it costs; with --all, also those that ended"),
		.examples = { STR("agency walsall --on 2025-09-30"), STR("agency walsall --unit U-000014 --format csv") },
	}, {
		.words = STR("agency assignment"), .run = run_view, .need = { OF_COUNCIL, GROUP_TERMS, REACH_PSEUDONYM },
		.shows = show_assignment, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show one agency assignment: each rule with its why, and what happened"),
		.examples = { STR("agency assignment walsall F-000003") },
	}, {
		.words = STR("agency requests"), .run = run_view, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_READ },
		.shows = show_agency_requests, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT) | OPTION(OPTION_ALL),
		.summary = STR("list agency that was asked for and waits, or is to be booked; with --all, all of it"),
		.examples = { STR("agency requests walsall --all") },
	}, {
		.words = STR("agency request"), .run = run_view, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_READ },
		.shows = show_agency_request, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show what was asked for, why, and the decisions"),
		.examples = { STR("agency request walsall J-000003") },
	}, {
		.words = STR("agency ask"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = agency_ask, OF_OWN, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("ask for agency for a post, or for more time; somebody else decides"),
		.about = STR("More time: extends, why, options and planned_end alone."),
		.examples = { STR("agency ask walsall --set \"post=P-000012; reason=vacancy; why=Two left; options=Advertised twice; "
		                  "job_type=social_worker; starts_on=2026-12-01; planned_end=2027-02-26; hours=37\""),
		              STR("agency ask walsall --set \"extends=F-000003; why=Not filled yet; options=Advertised; planned_end=2027-05-28\"") },
	}, {
		.words = STR("agency decide"), .run = run_record, .need = { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE },
		.shows = agency_decide, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("say that permanent options were checked, approve, refuse or withdraw; nobody approves their own"),
		.examples = { STR("agency decide walsall J-000003 --set \"decision=approved; reason=Agreed\"") },
	}, {
		.words = STR("agency book"), .run = run_record, .need = { OF_COUNCIL, GROUP_TERMS, REACH_WRITE },
		.shows = agency_book, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("book an agency worker for what was approved"),
		.examples = { STR("agency book walsall J-000003 --set \"spell=S-000140; agency=Heron Locums; pay_rate=33; charge=45.2\"") },
	}, {
		.words = STR("agency sign"), .run = run_record, .need = { OF_COUNCIL, GROUP_APPROVALS, REACH_WRITE },
		.shows = assignment_sign, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record who signed a rate over the cap off"),
		.examples = { STR("agency sign walsall F-000003 --set \"decision=dcs; held_on=2026-12-01; reason=No other worker\"") },
	}, {
		.words = STR("agency end"), .run = run_record, .need = { OF_COUNCIL, GROUP_TERMS, REACH_WRITE },
		.shows = assignment_end, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("end an agency assignment, and the time in post with it"),
		.examples = { STR("agency end walsall F-000003 --set \"ended_on=2026-12-18; ending=converted\"") },
	}, {
		.words = STR("agency talk"), .run = run_record, .need = { OF_COUNCIL, GROUP_TERMS, REACH_WRITE },
		.shows = assignment_talk, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("record that an agency worker was asked about a permanent post, and what came of it"),
		.examples = { STR("agency talk walsall F-000003 --set \"outcome=offered; held_on=2026-12-01\"") },
	}, {
		.words = STR("agency evidence"), .run = run_record, .need = { OF_COUNCIL, GROUP_TERMS, REACH_WRITE },
		.shows = assignment_evidence, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("keep what the checks of an assignment rest on"),
		.examples = { STR("agency evidence walsall F-000003 --set \"direct_months=60; left_post=no; reference_count=2\"") },
	}, {
		.words = STR("agency costs"), .run = run_view, .need = { OF_COUNCIL, GROUP_TERMS, REACH_PSEUDONYM },
		.shows = show_agency_costs, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT),
		.summary = STR("show what agency costs by month and by why"), .examples = { STR("agency costs walsall") },
	}, {
		.words = STR("agency conversions"), .run = run_view, .need = { OF_COUNCIL, GROUP_TERMS, REACH_PSEUDONYM },
		.shows = show_conversions, OF_OWN, .accepts = OWN_ON | OPTION(OPTION_UNIT),
		.summary = STR("show which agency workers were asked about a permanent post, and what came of it"),
		.examples = { STR("agency conversions walsall") },
	}, {
		.words = STR("agency quarters"), .run = run_view, .need = { OF_COUNCIL, GROUP_TERMS, REACH_READ },
		.shows = show_agency_quarters, OF_OWN, .accepts = OWN_ON,
		.summary = STR("list the quarters of the agency return"), .examples = { STR("agency quarters walsall") },
	}, {
		.words = STR("agency quarter"), .run = run_view, .need = { OF_COUNCIL, GROUP_TERMS, REACH_READ },
		.shows = show_agency_quarter, OF_ONE, .accepts = OWN_ON,
		.summary = STR("show a quarter\u2019s agency return with its checks, and the census\u2019s day beside it"),
		.about = STR("The official names of items are not known: as CSV and XLSX it has the names that were entered."),
		.examples = { STR("agency quarter walsall 2025-3 --format xlsx --output agency-2025-3.xlsx") },
	}, {
		.words = STR("agency quarter say"), .run = run_record, .need = { OF_COUNCIL, GROUP_RETURNS, REACH_WRITE },
		.shows = agency_quarter_say, OF_ONE, .accepts = VIEWING | OPTION(OPTION_SET),
		.summary = STR("say how far a rule was kept, why not, agencies of concern, and when the return was sent"),
		.examples = { STR("agency quarter say walsall 2025-3 --set \"notice=part; notice.why=Two give a week; agencies=none\"") },
	}, {
		.words = STR("records"), .run = run_view, .need = READS_RECORDS, .shows = show_records,
		.takes = { OPTION_TYPE }, .taken = 1, .needs = OPTION(OPTION_AUTHORITY),
		.accepts = OF_AUTHORITY | OPTION(OPTION_ON) | OPTION(OPTION_ALL) | OPTION(OPTION_UNIT) |
		           OPTION(OPTION_QUERY) | OPTION(OPTION_SORT) | OPTION(OPTION_PAGE) | OPTION(OPTION_VIEW) |
		           OPTION(OPTION_COLUMNS),
		.summary = STR("list a council\u2019s records of one type; without a type, which there are"),
		.about = STR("Units, roles, job titles, posts, people, registrations, times in post, absences, caseloads, "
		             "equality records, establishment changes. As CSV they can be imported again."),
		.examples = { STR("records --authority walsall"), STR("records posts --authority walsall --query frozen"),
		              STR("records times-in-post --authority walsall --on 2025-09-30 --format csv") },
	}, {
		.words = STR("views"), .run = run_view, .need = READS_RECORDS, .shows = show_kept_views,
		.needs = OPTION(OPTION_AUTHORITY), .accepts = OF_AUTHORITY,
		.summary = STR("list what was asked of lists and kept by name, for records --view"),
		.about = STR("The council\u2019s; those of one account are that account\u2019s alone."),
		.examples = { STR("views --authority walsall") },
	}, {
		.words = STR("record show"), .run = run_view, .need = READS_RECORDS, .shows = show_record,
		.takes = { OPTION_TYPE, OPTION_REF }, .taken = 2,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_REF) | OPTION(OPTION_AUTHORITY),
		.accepts = OF_AUTHORITY | OPTION(OPTION_ON),
		.summary = STR("show one record, through time, and what points to it"),
		.examples = { STR("record show posts P-000012 --authority walsall") },
	}, {
		.words = STR("record history"), .run = run_view, .need = READS_RECORDS, .shows = record_history,
		.takes = { OPTION_TYPE, OPTION_REF }, .taken = 2,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_REF) | OPTION(OPTION_AUTHORITY), .accepts = OF_AUTHORITY,
		.summary = STR("show every change of a record: who, when, why, before and after"),
		.examples = { STR("record history posts P-000012 --authority walsall") },
	}, {
		.words = STR("record add"), .run = run_record, .need = READS_RECORDS, .shows = record_new,
		.takes = { OPTION_TYPE }, .taken = 1,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_SET),
		.accepts = OF_AUTHORITY | OPTION(OPTION_SET) | OPTION(OPTION_FROM) | OPTION(OPTION_TO) | OPTION(OPTION_REASON),
		.summary = STR("add a record"),
		.examples = { STR("record add units --authority walsall --from 2020-04-01 --set \"name=Duty; kind=team\"") },
	}, {
		.words = STR("record change"), .run = run_record, .need = READS_RECORDS, .shows = record_change,
		.takes = { OPTION_TYPE, OPTION_REF }, .taken = 2,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_REF) | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_SET) | OPTION(OPTION_FROM),
		.accepts = OF_AUTHORITY | OPTION(OPTION_SET) | OPTION(OPTION_FROM) | OPTION(OPTION_REASON),
		.summary = STR("change a record from a day, past or to come"),
		.examples = { STR("record change posts P-000012 --authority walsall --from 2026-04-01 --set \"fte=0.6; status=frozen\"") },
	}, {
		.words = STR("record correct"), .run = run_record, .need = READS_RECORDS, .shows = record_change,
		.takes = { OPTION_TYPE, OPTION_REF }, .taken = 2,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_REF) | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_REASON),
		.accepts = OF_AUTHORITY | OPTION(OPTION_SET) | OPTION(OPTION_ON) | OPTION(OPTION_FROM) | OPTION(OPTION_TO) |
		           OPTION(OPTION_REASON),
		.summary = STR("correct what was wrong all along in the row that holds on a day"),
		.examples = { STR("record correct people N-000012 --authority walsall --set \"born=1980-03-05\" --reason \"misread\"") },
	}, {
		.words = STR("record end"), .run = run_record, .need = READS_RECORDS, .shows = record_change,
		.takes = { OPTION_TYPE, OPTION_REF }, .taken = 2,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_REF) | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_FROM) | OPTION(OPTION_REASON),
		.accepts = OF_AUTHORITY | OPTION(OPTION_FROM) | OPTION(OPTION_REASON),
		.summary = STR("end a record: --from is its last day"),
		.examples = { STR("record end posts P-000012 --authority walsall --from 2026-03-31 --reason \"savings\"") },
	}, {
		.words = STR("record remove"), .run = run_record, .need = READS_RECORDS, .shows = record_change,
		.takes = { OPTION_TYPE, OPTION_REF }, .taken = 2,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_REF) | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_REASON),
		.accepts = OF_AUTHORITY | OPTION(OPTION_ON) | OPTION(OPTION_REASON),
		.summary = STR("remove the row that holds on a day, as one that should never have been there"),
		.examples = { STR("record remove absences B-000003 --authority walsall --reason \"typed twice\"") },
	}, {
		.words = STR("record import"), .run = run_record, .need = READS_RECORDS, .shows = record_import,
		.takes = { OPTION_TYPE, OPTION_FILE }, .taken = 2,
		.needs = OPTION(OPTION_TYPE) | OPTION(OPTION_FILE) | OPTION(OPTION_AUTHORITY),
		.accepts = OF_AUTHORITY | OPTION(OPTION_DRY_RUN) | OPTION(OPTION_REASON),
		.summary = STR("bring records of one type from a CSV or XLSX file, whole or not at all"),
		.about = STR("The file has the headings that mainstay records TYPE --format csv (or xlsx) gives. The same file twice changes "
		             "nothing."),
		.examples = { STR("record import posts posts.csv --authority walsall --dry-run") },
	}, {
		.words = STR("people duplicates"), .run = run_view, .need = KEEPS_RECORDS, .shows = show_duplicates,
		.needs = OPTION(OPTION_AUTHORITY), .accepts = OF_AUTHORITY,
		.summary = STR("list records that may be of one person"),
		.examples = { STR("people duplicates --authority walsall") },
	}, {
		.words = STR("people merge"), .run = run_record, .need = KEEPS_RECORDS, .shows = record_merge,
		.takes = { OPTION_REF, OPTION_QUERY }, .taken = 2,
		.needs = OPTION(OPTION_REF) | OPTION(OPTION_QUERY) | OPTION(OPTION_AUTHORITY),
		.accepts = OF_AUTHORITY | OPTION(OPTION_DRY_RUN) | OPTION(OPTION_REASON),
		.summary = STR("say that the first record is the same person as the second"),
		.examples = { STR("people merge N-000140 N-000012 --authority walsall") },
	}, {
		.words = STR("changes"), .run = run_view, .need = KEEPS_RECORDS, .shows = show_changes,
		.needs = OPTION(OPTION_AUTHORITY), .accepts = OF_AUTHORITY,
		.summary = STR("list what was done to a council\u2019s records"),
		.examples = { STR("changes --authority walsall") },
	}, {
		.words = STR("changes show"), .run = run_view, .need = READS_RECORDS, .shows = show_deed,
		.takes = { OPTION_CHANGE }, .taken = 1, .needs = OPTION(OPTION_CHANGE) | OPTION(OPTION_AUTHORITY),
		.accepts = OF_AUTHORITY, .summary = STR("show all that one change did"),
		.examples = { STR("changes show 17 --authority walsall") },
	}, {
		.words = STR("changes undo"), .run = run_record, .need = READS_RECORDS, .shows = deed_take_back,
		.takes = { OPTION_CHANGE }, .taken = 1, .needs = OPTION(OPTION_CHANGE) | OPTION(OPTION_AUTHORITY),
		.accepts = OF_AUTHORITY | OPTION(OPTION_REASON),
		.summary = STR("take a change back, when nothing later stands on it"),
		.examples = { STR("changes undo 17 --authority walsall --reason \"wrong post\"") },
	}, {
		.words = STR("serve"), .run = run_serve,
		.accepts = OPTION(OPTION_PORT) | OPTION(OPTION_STORE) | OPTION(OPTION_REFERENCE_DOCX) |
		           OPTION(OPTION_LOG) | OPTION(OPTION_PUBLIC_ADDRESS) | OPTION(OPTION_MAIL) |
		           OPTION(OPTION_TRUSTED_PROXY),
		.summary = STR("serve the pages on this machine, until interrupted"),
		.about = STR("Only this machine can reach it: it listens on 127.0.0.1. If the port is taken and "
		             "nobody chose it, the next free one is used. Its address is printed when it is "
		             "ready. Others reach it through a proxy that does TLS: --public-address is its address, "
		             "and invitations begin with it; --trusted-proxy names the proxies whose word is taken for "
		             "where a request comes from, or all who come through one share its bounds."),
		.examples = { STR("serve"), STR("serve --port 9000 --store figures.db"),
		              STR("serve --public-address https://workforce.walsall.gov.uk --trusted-proxy 127.0.0.1") },
	}, {
		.words = STR("verify"), .run = run_verify, .accepts = KEEPING,
		.summary = STR("check that the store is whole and durable"),
		.examples = { STR("verify --store figures.db") },
	}, {
		.words = STR("account add"), .run = run_account_add, .takes = { OPTION_ACCOUNT }, .taken = 1,
		.needs = OPTION(OPTION_ACCOUNT) | OPTION(OPTION_NAME),
		.accepts = KEEPING | OPTION(OPTION_NAME) | OPTION(OPTION_PERSON) | OPTION(OPTION_AUTHORITY),
		.summary = STR("add an account, by its e-mail address"),
		.about = STR("It has no grants, and nobody can sign in with it until its invitation is used."),
		.examples = { STR("account add kim@example.gov.uk --name \"Kim Ashe\""),
		              STR("account add lee@example.gov.uk --name Lee --person W-000007 --authority walsall") },
	}, {
		.words = STR("account list"), .run = run_account_list, .accepts = KEEPING,
		.summary = STR("list accounts"),
		.examples = { STR("account list"), STR("account list --format csv") },
	}, {
		.words = STR("account invite"), .run = run_account_invite, .takes = { OPTION_ACCOUNT },
		.taken = 1, .needs = OPTION(OPTION_ACCOUNT), .accepts = KEEPING | OPTION(OPTION_PUBLIC_ADDRESS),
		.summary = STR("make a one-time link: an invitation, or for a password that was forgotten"),
		.examples = { STR("account invite kim@example.gov.uk"), STR("account invite A-000003") },
	}, {
		.words = STR("account disable"), .run = run_account_disable, .takes = { OPTION_ACCOUNT },
		.taken = 1, .needs = OPTION(OPTION_ACCOUNT), .accepts = KEEPING,
		.summary = STR("disable an account; its sessions and tokens end at once"),
		.examples = { STR("account disable A-000003") },
	}, {
		.words = STR("account enable"), .run = run_account_enable, .takes = { OPTION_ACCOUNT },
		.taken = 1, .needs = OPTION(OPTION_ACCOUNT), .accepts = KEEPING,
		.summary = STR("enable an account that was disabled"),
		.examples = { STR("account enable A-000003") },
	}, {
		.words = STR("grant add"), .run = run_grant_add, .takes = { OPTION_ACCOUNT, OPTION_DUTY },
		.taken = 2,
		.needs = OPTION(OPTION_ACCOUNT) | OPTION(OPTION_DUTY) | OPTION(OPTION_AUTHORITY),
		.accepts = KEEPING | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_UNIT) | OPTION(OPTION_FROM) |
		           OPTION(OPTION_TO),
		.summary = STR("trust an account with a duty in a council, a unit or a region"),
		.about = STR("From today and without an end unless --from and --to say otherwise. For a system "
		             "administrator or data protection officer of the program itself: --authority machine."),
		.examples = { STR("grant add kim@example.gov.uk hr-lead --authority walsall"),
		              STR("grant add A-000004 team-manager --authority walsall --unit U-000012"),
		              STR("grant add A-000002 system-administrator --authority machine") },
	}, {
		.words = STR("grant list"), .run = run_grant_list, .takes = { OPTION_ACCOUNT }, .taken = 1,
		.needs = OPTION(OPTION_ACCOUNT), .accepts = KEEPING,
		.summary = STR("list what an account is trusted with"),
		.examples = { STR("grant list A-000003") },
	}, {
		.words = STR("grant end"), .run = run_grant_end, .takes = { OPTION_ACCOUNT, OPTION_GRANT },
		.taken = 2, .needs = OPTION(OPTION_ACCOUNT) | OPTION(OPTION_GRANT), .accepts = KEEPING,
		.summary = STR("end a grant; it no longer holds from now on"),
		.examples = { STR("grant end A-000003 1") },
	}, {
		.words = STR("audit list"), .run = run_audit_list,
		.accepts = KEEPING | OPTION(OPTION_ACTOR) | OPTION(OPTION_ACTION) | OPTION(OPTION_OBJECT) |
		           OPTION(OPTION_FROM) | OPTION(OPTION_TO),
		.summary = STR("list who did what, newest first"),
		.examples = { STR("audit list --action sign-in"), STR("audit list --actor A-000003 --from 2026-09-01") },
	}, {
		.words = STR("audit verify"), .run = run_audit_verify,
		.accepts = KEEPING | OPTION(OPTION_HEAD),
		.summary = STR("check that no entry of the audit was changed, taken out or put in"),
		.about = STR("With a head that was kept elsewhere, an end that was cut off, a chain built anew "
		             "and an older copy put back are seen too. The exit status is 0 only when it is whole."),
		.examples = { STR("audit verify"), STR("audit verify --head head-of-monday.txt") },
	}, {
		.words = STR("audit head"), .run = run_audit_head,
		.accepts = OPTION(OPTION_STORE) | OPTION(OPTION_OUTPUT),
		.summary = STR("print the audit's last hash, to be kept where the store is not"),
		.examples = { STR("audit head > head-of-monday.txt") },
	}, {
		.words = STR("subject candidate"), .run = run_view, .need = { OF_COUNCIL, GROUP_EQUALITY, REACH_WRITE },
		.shows = show_candidate_data, OF_ONE, .accepts = VIEWING,
		.summary = STR("give everything that is kept about a candidate, for them"),
		.examples = { STR("subject candidate walsall CN-000001 --output CN-000001.zip") },
	}, {
		.words = STR("subject learner"), .run = run_view, .need = { OF_COUNCIL, GROUP_EQUALITY, REACH_WRITE },
		.shows = show_learner_data, OF_ONE, .accepts = VIEWING,
		.summary = STR("give everything that is kept about a student, trainee or recruit, for them"),
		.examples = { STR("subject learner walsall LN-000001 --output LN-000001.zip") },
	}, {
		.words = STR("subject export"), .run = run_view, .need = { OF_COUNCIL, GROUP_EQUALITY, REACH_WRITE },
		.shows = show_data, .takes = { OPTION_PERSON }, .taken = 1,
		.needs = OPTION(OPTION_PERSON) | OPTION(OPTION_AUTHORITY),
		.accepts = VIEWING | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_SHOW),
		.summary = STR("give everything that is kept about a person, for them"),
		.about = STR("Records, every change and its reason, who looked, and files they may have been in. Names of other "
		             "people in reasons are withheld unless --show gives the change. With --output FILE.zip, a page to "
		             "read and the same as JSON."),
		.examples = { STR("subject export N-000012 --authority walsall --output data.zip"),
		              STR("subject export --person N-000012 --authority walsall --show 12,15 --output data.html") },
	}, {
		.words = STR("retention run"), .run = run_view, .need = KEEPS_ALL, .shows = run_retention,
		.accepts = KEEPING | OPTION(OPTION_DRY_RUN) | OPTION(OPTION_APPLY) | OPTION(OPTION_CONFIRM),
		.summary = STR("take away what has been kept as long as it may be"),
		.about = STR("Of every council, and of the installation itself. Run it once a day. Without --apply it only says "
		             "what would go. It takes nothing away while the clock stands before what was written last, or, "
		             "unless --confirm gives the number, when more than one person in twenty would be emptied."),
		.examples = { STR("retention run --dry-run"), STR("retention run --apply"),
		              STR("retention run --apply --confirm 31") },
	}, {
		.words = STR("retention"), .run = run_view, .need = { OF_COUNCIL, GROUP_SETTINGS, REACH_READ },
		.shows = show_retention, .needs = OPTION(OPTION_AUTHORITY), .accepts = VIEWING | OPTION(OPTION_AUTHORITY),
		.summary = STR("show how long a council keeps things, its holds, and what is past its term"),
		.examples = { STR("retention --authority walsall") },
	}, {
		.words = STR("forecast"), .run = run_forecast, .need = BESIDE_OWN, .shows = show_outlook,
		.takes = { OPTION_AUTHORITY }, .taken = 1, .accepts = FORECASTING,
		.summary = STR("show where a council\u2019s workforce is heading, and what could be done about it"),
		.about = STR("Posts filled, vacancies, agency, leavers, joiners and cost, each with its range and odds, from published "
		             "figures, or from the council\u2019s own people (--figures own). With --lever, a scenario beside things as "
		             "they are, under the same luck. The same seed gives the same figures anywhere. Interrupted, it leaves "
		             "nothing half done."),
		.examples = { STR("forecast walsall"), STR("forecast walsall --months 24 --safe 260 --lever \"over 10 from 3 for 24\""),
		              STR("forecast walsall --figures own --keep \"Budget 2027\""),
		              STR("forecast --all-england --runs 200 --format csv") },
	}, {
		.words = STR("forecasts"), .run = run_view, .need = BESIDE_OWN, .shows = show_forecasts, OF_OWN, .accepts = VIEWING,
		.summary = STR("list the forecasts that were kept, and how each did"),
		.examples = { STR("forecasts walsall") },
	}, {
		.words = STR("forecast again"), .run = run_forecast_kept, .need = BESIDE_OWN, .shows = show_forecast,
		.takes = { OPTION_AUTHORITY, OPTION_FORECAST }, .taken = 2,
		.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_FORECAST), .accepts = VIEWING,
		.summary = STR("make a kept forecast again from its recipe, and say whether every byte is the same"),
		.examples = { STR("forecast again walsall 3") },
	}, {
		.words = STR("forecast compare"), .run = run_forecast_kept, .need = BESIDE_OWN, .shows = show_forecast,
		.takes = { OPTION_AUTHORITY, OPTION_FORECAST, OPTION_BESIDE }, .taken = 3,
		.needs = OPTION(OPTION_AUTHORITY) | OPTION(OPTION_FORECAST) | OPTION(OPTION_BESIDE), .accepts = VIEWING,
		.summary = STR("lay two kept forecasts side by side: what they rest on, assume and say"),
		.examples = { STR("forecast compare walsall 3 5") },
	}, {
		.words = STR("survival"), .run = run_survival, .need = { OF_COUNCIL, GROUP_LEAVING, REACH_TOTALS },
		.shows = show_staying,
		.accepts = SHOWING | OPTION(OPTION_FILE) | OPTION(OPTION_ENTRY) | OPTION(OPTION_EXIT) | OPTION(OPTION_EVENT) |
		           OPTION(OPTION_BY) | OPTION(OPTION_COX) | OPTION(OPTION_TIES) | OPTION(OPTION_LIMITS) |
		           OPTION(OPTION_TIMES) | OPTION(OPTION_STORE) | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_ON),
		.summary = STR("show how long people stay: of a council, or of any table with curves, limits, log-rank and Cox"),
		.about = STR("With --authority, of its own social workers, as its page has it. With --file, of a CSV or XLSX file with a row for "
		             "each stretch of watching, which is not kept; what is wrong in it is listed by row and column. Results are "
		             "those of R's survival."),
		.examples = { STR("survival --authority walsall --on 2025-09-30"),
		              STR("survival --file people.csv --entry seen_from --exit left --event gone --by role"),
		              STR("survival --file people.csv --exit months --event gone --cox age,role --ties exact"),
		              STR("survival --file people.csv --exit months --event gone --times 12,24,36 --format json") },
	}, {
		.words = STR("census check"), .run = run_census, .need = ANYBODY, .shows = check_census,
		.takes = { OPTION_FILE }, .taken = 1, .needs = OPTION(OPTION_FILE),
		.accepts = CENSUS | OPTION(OPTION_LAST_YEAR),
		.summary = STR("check a census return: every error and query, with line and column"),
		.about = STR("DfE's XML, or a CSV or XLSX file with census columns; - reads standard input. As text it is "
		             "one line a finding, then whether it may be sent. The exit status is 1 when there are errors. "
		             "--year and --authority say what a sheet does not."),
		.examples = { STR("census check CSWW_335_2025.xml"),
		              STR("census check return.csv --year 2025 --authority walsall --format xlsx --output findings.xlsx"),
		              STR("census check this.xml --last-year last.xml") },
	}, {
		.words = STR("census measures"), .run = run_census, .need = ANYBODY, .shows = measure_census,
		.takes = { OPTION_FILE }, .taken = 1, .needs = OPTION(OPTION_FILE), .accepts = CENSUS,
		.summary = STR("show what DfE will publish from a census return"),
		.about = STR("Every measure beside last year's published one, the region, England and the median of the "
		             "statistical neighbours; people by role, age, sex, ethnic group and time in service."),
		.examples = { STR("census measures CSWW_335_2025.xml"), STR("census measures return.csv --format csv") },
	}, {
		.words = STR("census rules"), .run = run_census_rules, .need = ANYBODY, .shows = show_census_rules,
		.takes = { OPTION_RULE }, .taken = 1, .accepts = VIEWING,
		.summary = STR("list the rules of the census, or show one"),
		.examples = { STR("census rules"), STR("census rules D072"), STR("census rules --format csv") },
	}, {
		.words = STR("census compare"), .run = run_census, .need = ANYBODY, .shows = compare_census,
		.takes = { OPTION_FILE }, .taken = 1, .needs = OPTION(OPTION_FILE) | OPTION(OPTION_LAST_YEAR),
		.accepts = CENSUS | OPTION(OPTION_LAST_YEAR),
		.summary = STR("compare a census return with the one of the year before"),
		.about = STR("People who vanished, numbers and birth dates that changed, roles that jumped, counts that moved."),
		.examples = { STR("census compare this.xml --last-year last.xml") },
	}, {
		.words = STR("census write"), .run = run_census_write, .takes = { OPTION_FILE }, .taken = 1,
		.needs = OPTION(OPTION_FILE),
		.accepts = OPTION(OPTION_FORM) | OPTION(OPTION_OUTPUT) | OPTION(OPTION_YEAR) | OPTION(OPTION_AUTHORITY),
		.summary = STR("write a census return as DfE's XML in exact order, or as a sheet"),
		.about = STR("What is wrong in it stays as it is: check it besides. What it was not understood by is said on "
		             "standard error."),
		.examples = { STR("census write return.xlsx --year 2025 --authority walsall --output CSWW_335_2025.xml"),
		              STR("census write CSWW_335_2025.xml --form csv --output return.csv") },
	}, {
		.words = STR("settings"), .run = run_settings,
		.accepts = SHOWING | OPTION(OPTION_AUTHORITY) | OPTION(OPTION_AVERAGE) |
		           OPTION(OPTION_STORE) | OPTION(OPTION_PORT) | OPTION(OPTION_PUBLIC_ADDRESS) |
		           OPTION(OPTION_TRUSTED_PROXY) | OPTION(OPTION_REFERENCE_DOCX),
		.summary = STR("print each setting, and who set it"),
		.about = STR("A flag beats the environment, the environment beats the settings file, and the "
		             "settings file beats what is built in."),
		.examples = { STR("settings"), STR("settings --format json") },
	}, {
		.words = STR("help"), .run = run_help, .takes = { OPTION_NOUN }, .taken = 1,
		.summary = STR("say how to use a command"),
		.examples = { STR("help claim"), STR("help \"import undo\"") },
	}, {
		.words = STR("man"), .run = run_manual,
		.summary = STR("print the manual page"),
		.examples = { STR("man > mainstay.1") },
	}, {
		.words = STR("completion"), .run = run_completion, .takes = { OPTION_SHELL }, .taken = 1,
		.needs = OPTION(OPTION_SHELL),
		.summary = STR("print completion for a shell"),
		.examples = { STR("completion bash > /etc/bash_completion.d/mainstay") },
	}, {
		.words = STR("version"), .run = run_version,
		.summary = STR("print the program's version"),
		.examples = { STR("version") },
	},
};

const int command_count = (int)countof(commands);
