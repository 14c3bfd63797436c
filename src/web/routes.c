/* routes.c: the rows, and finding one. */
#include "web/routes.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "app/agency.h"
#include "app/apply.h"
#include "app/load.h"
#include "app/account_pages.h"
#include "app/census_check.h"
#include "app/census_pages.h"
#include "app/plan.h"
#include "app/forecast_pages.h"
#include "app/region.h"
#include "app/retention.h"
#include "app/reconcile.h"
#include "app/register.h"
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
#include "web/site.h"

const struct param params[] = {
	{ TAKES_AREA,     STR("area"),     STR("A council, a region or England: its name in addresses, as \"walsall\""),
	  offsetof(struct ask, area) },
	{ TAKES_MEASURE,  STR("measure"),  STR("A measure's name, as \"turnover_rate_fte\""),
	  offsetof(struct ask, measure) },
	{ TAKES_YEAR,     STR("year"),     STR("A census year, as 2025: the year to 30 September"),
	  offsetof(struct ask, year) },
	{ TAKES_AVERAGE,  STR("average"),  STR("How statistical neighbours are put together: median or mean"),
	  offsetof(struct ask, average) },
	{ TAKES_BASIS,    STR("basis"),    STR("Full-time equivalents or people: fte or headcount"),
	  offsetof(struct ask, basis) },
	{ TAKES_SORT,     STR("sort"),     STR("A column's name; with \"-\" before it, largest first"),
	  offsetof(struct ask, sort) },
	{ TAKES_QUERY,    STR("q"),        STR("Part of a name, a code, or a region"),
	  offsetof(struct ask, query) },
	{ TAKES_SENTENCE, STR("sentence"), STR("The sentence to check"),
	  offsetof(struct ask, sentence) },
	{ TAKES_AGAINST,  STR("against"),  STR("Which figures to hold it against: either, dfe or own; of a forecast, another\u2019s number"),
	  offsetof(struct ask, against) },
	{ TAKES_RELEASE,  STR("release"),  STR("A release's name, as 2024: figures as they stood then"),
	  offsetof(struct ask, release) },
	{ TAKES_ON,       STR("on"),       STR("The day asked about, as 2025-09-30; today unless given"),
	  offsetof(struct ask, on) },
	{ TAKES_UNIT,     STR("unit"),     STR("A unit, as U-000004: itself and all below it"),
	  offsetof(struct ask, unit) },
	{ TAKES_TYPE,     STR("type"),     STR("A record type, as \"posts\""),
	  offsetof(struct ask, type) },
	{ TAKES_REF,      STR("ref"),      STR("A record's reference, as P-000012"),
	  offsetof(struct ask, ref) },
	{ TAKES_HOW,      STR("how"),      STR("Which way of changing, or which part of the page"),
	  offsetof(struct ask, how) },
	{ TAKES_SHOW,     STR("show"),     STR("Which rows of a list"),
	  offsetof(struct ask, show) },
	{ TAKES_PAGE,     STR("page"),     STR("Which page of a long list, from 1"),
	  offsetof(struct ask, page) },
	{ TAKES_NEXT,     STR("next"),     STR("The page to go on to after signing in"),
	  offsetof(struct ask, next) },
	{ TAKES_WHO,      STR("who"),      STR("Of the audit: an account's number, or its name"),
	  offsetof(struct ask, who) },
	{ TAKES_WHAT,     STR("what"),     STR("Of the audit: an action, as \"export\"; with a full stop, all that begin so"),
	  offsetof(struct ask, what) },
	{ TAKES_OBJECT,   STR("object"),   STR("Of the audit: what it was done to, as \"person N-000012\""),
	  offsetof(struct ask, object) },
	{ TAKES_FROM,     STR("from"),     STR("The first day, as 2026-09-01"),
	  offsetof(struct ask, from) },
	{ TAKES_TO,       STR("to"),       STR("The last day"),
	  offsetof(struct ask, to) },
	{ TAKES_KEPT,     STR("kept"),     STR("A head of the audit that was kept outside"),
	  offsetof(struct ask, kept) },
	{ TAKES_VIEW,     STR("view"),     STR("What was asked of a list before: the number or name of a view"),
	  offsetof(struct ask, view) },
	{ TAKES_COLUMNS,  STR("columns"),  STR("Names of fields, with commas: the columns of a list"),
	  offsetof(struct ask, columns) },
	{ TAKES_PLAN,     STR("role"),     STR("Of a plan: a role\u2019s reference, as R-000003; all social workers unless given"),
	  offsetof(struct ask, plan[SAY_ROLE]) },
	{ TAKES_PLAN,     STR("chance"),   STR("Of a plan: the chance of no gap, in per cent, as 90"), offsetof(struct ask, plan[SAY_CHANCE]) },
	{ TAKES_PLAN,     STR("lead"),     STR("Of a plan: months from left to filled"), offsetof(struct ask, plan[SAY_LEAD]) },
	{ TAKES_PLAN,     STR("leaving"),  STR("Of a plan: posts left in a year, in per cent"), offsetof(struct ask, plan[SAY_LEAVING]) },
	{ TAKES_PLAN,     STR("posts"),    STR("Of a plan: posts of the establishment"), offsetof(struct ask, plan[SAY_POSTS]) },
	{ TAKES_PLAN,     STR("filled"),   STR("Of a plan: posts that are filled now"), offsetof(struct ask, plan[SAY_FILLED]) },
	{ TAKES_PLAN,     STR("target"),   STR("Of a plan: the vacancy rate to reach, in per cent"), offsetof(struct ask, plan[SAY_TARGET]) },
	{ TAKES_PLAN,     STR("target_day"), STR("Of a plan: the day by which to reach it"), offsetof(struct ask, plan[SAY_BY]) },
	{ TAKES_PLAN,     STR("plan_months"), STR("Of a plan by month: how many months, as 36"), offsetof(struct ask, plan[SAY_MONTHS]) },
	{ TAKES_PLAN,     STR("budget"),   STR("Of a plan by month: the most pounds a year beyond pay of the establishment"),
	  offsetof(struct ask, plan[SAY_BUDGET]) },
	{ TAKES_PLAN,     STR("agency_most"), STR("Of a plan by month: agency workers at once at most"), offsetof(struct ask, plan[SAY_AGENCY]) },
	{ TAKES_PLAN,     STR("seniors"),  STR("Of a plan: senior practitioners who can support newly qualified workers"),
	  offsetof(struct ask, plan[SAY_SENIORS]) },
	{ TAKES_PLAN,     STR("per_senior"), STR("Of a plan: newly qualified workers whom each of them can support at once, as 4.5"),
	  offsetof(struct ask, plan[SAY_SUPPORT]) },
	{ TAKES_PLAN,     STR("intake"),   STR("Of a plan by month: months in which newly qualified workers start, as \"1,9\" or \"January, September\""),
	  offsetof(struct ask, plan[SAY_INTAKE]) },
	{ TAKES_FORECAST, STR("figures"),  STR("What a forecast is made from: published or own"),
	  offsetof(struct ask, figures) },
	{ TAKES_FORECAST, STR("months"),   STR("Months ahead, 1 to 120"), offsetof(struct ask, months) },
	{ TAKES_FORECAST, STR("runs"),     STR("Replications of a forecast"), offsetof(struct ask, runs) },
	{ TAKES_FORECAST, STR("seed"),     STR("Which luck: the same seed gives the same forecast"), offsetof(struct ask, seed) },
	{ TAKES_FORECAST, STR("safe"),     STR("Posts filled below which it is not safe"), offsetof(struct ask, safe) },
	{ TAKES_SCENARIOS, STR("a"),       STR("Levers of scenario A, as \"over 10 from 3 for 24; faster 2\""),
	  offsetof(struct ask, scenario[0]) },
	{ TAKES_SCENARIOS, STR("b"),       STR("Levers of scenario B"), offsetof(struct ask, scenario[1]) },
	{ TAKES_SCENARIOS, STR("c"),       STR("Levers of scenario C"), offsetof(struct ask, scenario[2]) },
	{ TAKES_ROUND,    STR("round"),    STR("A round of recruitment, as RN-000002"),
	  offsetof(struct ask, round) },
};
const int param_count = countof(params);

/* What may come as boxes that were ticked instead: "columns.fte=yes" for "columns=fte". */
enum { TICKED = TAKES_COLUMNS };

/* What rows need, short. */
#define OWN_DATA      { OF_COUNCIL, GROUP_EQUALITY, REACH_WRITE }
#define IN_COUNCIL    { OF_COUNCIL, GROUP_STRUCTURE, REACH_READ }
#define ANYBODY       { OPEN, GROUP_STRUCTURE, REACH_NONE }
#define BESIDE_OWN    { OPEN_BESIDE_OWN, GROUP_IDENTITY, REACH_NONE }
#define READS(group)  { OF_COUNCIL, group, REACH_READ }
#define KNOWS(group)  { OF_COUNCIL, group, REACH_PSEUDONYM }
#define KEEPS_RETURNS { OF_COUNCIL, GROUP_RETURNS, REACH_WRITE }
#define ASKS          { OF_COUNCIL, GROUP_REQUESTS, REACH_WRITE }
#define BOOKS         { OF_COUNCIL, GROUP_TERMS, REACH_WRITE }
#define SIGNS         { OF_COUNCIL, GROUP_APPROVALS, REACH_WRITE }
#define KEEPS_FIGURES { OF_MACHINE, GROUP_IMPORTS, REACH_WRITE }
#define KEEPS_CANDIDATES { OF_COUNCIL, GROUP_CANDIDATES, REACH_WRITE }
#define WRITES_INDUCTION { OF_COUNCIL, GROUP_INDUCTION, REACH_WRITE }
#define KEEPS_CAMPAIGNS { OF_COUNCIL, GROUP_CAMPAIGNS, REACH_WRITE }
/* Whoever knows the council: the page itself goes by the panel that names them (app/scoring.h). */
#define BY_PANEL      { OF_COUNCIL, GROUP_SCORES, REACH_NONE }
#define KEEPS_SUPPLY  { OF_COUNCIL, GROUP_SUPPLY, REACH_WRITE }
#define KEEPS_PLANS   { OF_COUNCIL, GROUP_PLANS, REACH_WRITE }
#define SEES_LISTS    { OF_COUNCIL, GROUP_IMPORTS, REACH_READ }
#define LOADS_LISTS   { OF_COUNCIL, GROUP_IMPORTS, REACH_WRITE }
#define AN_ACCOUNT    { SIGNED_IN, GROUP_STRUCTURE, REACH_NONE }
#define SEES_SETTINGS { OF_MACHINE, GROUP_SETTINGS, REACH_READ }
#define KEEPS_SETTINGS { OF_MACHINE, GROUP_SETTINGS, REACH_WRITE }
/* Pages of any record type judge by the type and each row besides (register_parts.h). */
#define READS_RECORDS { OF_COUNCIL, GROUP_STRUCTURE, REACH_READ }
#define KEEPS_RECORDS { OF_COUNCIL, GROUP_IDENTITY, REACH_WRITE }

const struct route routes[] = {
	{ GET, STR("/"), ANYBODY, .view = page_start, .form = form_search, .title = STR("Start"),
	  .does = STR("Choose a council, a region or England") },
	{ GET, STR("/authorities"), ANYBODY, .view = show_areas, .act = act_search, .form = form_search,
	  .takes = TAKES_QUERY, .title = STR("Councils"),
	  .does = STR("Councils, regions and England; those that fit what was typed") },
	{ GET, STR("/authorities/:area"), ANYBODY, .act = act_to_scorecard, .title = STR("A council"),
	  .does = STR("Leads to the scorecard") },
	{ GET, STR("/authorities/:area/scorecard"), BESIDE_OWN, .view = show_scorecard,
	  .form = form_scorecard, .takes = TAKES_AVERAGE | TAKES_BASIS, .title = STR("Scorecard"),
	  .does = STR("Every measure of one council over the years, against England, region and neighbours") },
	{ GET, STR("/authorities/:area/measures/:measure"), ANYBODY, .view = show_measure,
	  .form = form_average, .takes = TAKES_AVERAGE, .title = STR("Measure"),
	  .does = STR("One measure of one council: every year, its parts, revisions and definition") },
	{ GET, STR("/authorities/:area/standing/:measure"), ANYBODY, .view = show_standing,
	  .form = form_standing, .takes = TAKES_YEAR | TAKES_SORT, .title = STR("Where we stand"),
	  .does = STR("One council among all councils for a measure and year") },
	{ GET, STR("/authorities/:area/scores"), ANYBODY, .view = show_council_scores, .title = STR("How our forecasts did"),
	  .does = STR("What we would have forecast of one council in past years from published figures, and what came") },
	{ GET, STR("/forecasts/scores"), ANYBODY, .view = show_scores, .title = STR("How our forecasts did"),
	  .does = STR("Scores of forecasts made as if in past years, of all councils, beside simple rules; what was reached and what not") },
	{ GET, STR("/authorities/:area/paper"), ANYBODY, .view = show_paper, .form = form_average,
	  .paper = true, .takes = TAKES_YEAR | TAKES_AVERAGE, .title = STR("Paper"),
	  .does = STR("A two-page briefing for a scrutiny committee") },
	{ GET, STR("/authorities/:area/outlook"), BESIDE_OWN, .view = show_outlook,
	  .takes = TAKES_FORECAST | TAKES_YEAR, .title = STR("Outlook"),
	  .does = STR("Where a council\u2019s workforce is heading, how sure that is, and what it rests on") },
	{ GET, STR("/authorities/:area/scenarios"), BESIDE_OWN, .view = show_scenarios, .live = true,
	  .takes = TAKES_FORECAST | TAKES_SCENARIOS | TAKES_YEAR | TAKES_SHOW | TAKES_HOW, .title = STR("Scenarios"),
	  .does = STR("What could be done, or happen, beside things as they are: difference, odds, cost") },
	{ GET, STR("/authorities/:area/forecasts"), BESIDE_OWN, .view = show_forecasts, .title = STR("Forecasts"),
	  .does = STR("Forecasts that were kept, and how each did") },
	{ POST, STR("/authorities/:area/forecasts"), KEEPS_PLANS, .view = keep_forecast,
	  .takes = TAKES_FORECAST | TAKES_SCENARIOS | TAKES_YEAR, .title = STR("Forecasts"),
	  .does = STR("Keeps a forecast with its recipe, for good") },
	{ GET, STR("/authorities/:area/forecasts/:ref"), BESIDE_OWN, .view = show_forecast,
	  .takes = TAKES_HOW | TAKES_AGAINST, .title = STR("A forecast"),
	  .does = STR("One kept forecast: what it said, what came, made again, or beside another") },
	{ GET, STR("/authorities/:area/loads"), SEES_LISTS, .view = show_lists, .title = STR("Load a list"),
	  .does = STR("Lists of people and posts that were brought, and the form to bring one") },
	{ POST, STR("/authorities/:area/loads"), LOADS_LISTS, .view = add_list, .title = STR("Load a list"),
	  .does = STR("Keeps a file of HR's, finance's, an agency's or a team's, and changes nothing yet") },
	{ GET, STR("/authorities/:area/loads/:ref"), SEES_LISTS, .view = show_list,
	  .takes = TAKES_HOW | TAKES_SHOW | TAKES_PAGE, .title = STR("A list"),
	  .does = STR("One list: its columns, local words, what to mend, what it would do; or what became of it") },
	{ POST, STR("/authorities/:area/loads/:ref"), LOADS_LISTS, .view = change_list, .title = STR("A list"),
	  .does = STR("Changes how a list is read, mends it, applies it whole, puts it aside or takes it back") },
	{ GET, STR("/authorities/:area/reconcile"), SEES_LISTS, .view = show_reconcile,
	  .takes = TAKES_ON | TAKES_SHOW | TAKES_HOW | TAKES_PAGE, .title = STR("Reconcile"),
	  .does = STR("Where HR's, finance's and the team's lists and the records differ, and what was decided") },
	{ POST, STR("/authorities/:area/reconcile"), LOADS_LISTS, .view = decide_difference, .title = STR("Reconcile"),
	  .does = STR("Decides one difference: which list is right, who says so, why, until when") },
	{ GET, STR("/authorities/:area/profiles"), SEES_LISTS, .view = show_list_profiles, .title = STR("How lists are read"),
	  .does = STR("What was said of columns and local words, by name") },
	{ GET, STR("/authorities/:area/profiles/:ref"), SEES_LISTS, .view = show_list_profile,
	  .title = STR("How a list is read"), .does = STR("One remembered way to read a list") },
	{ GET, STR("/authorities/:area/agency"), KNOWS(GROUP_TERMS), .view = show_agency,
	  .takes = TAKES_ON | TAKES_UNIT | TAKES_SHOW, .title = STR("Agency"),
	  .does = STR("Every agency assignment: which rule it breaks, since when, what it costs") },
	{ GET, STR("/authorities/:area/agency/assignments/:ref"), KNOWS(GROUP_TERMS), .view = show_assignment,
	  .takes = TAKES_ON, .title = STR("Assignment"),
	  .does = STR("One assignment: each rule with its why, what happened, what may be done") },
	{ POST, STR("/authorities/:area/agency/assignments/:ref/sign"), SIGNS, .view = assignment_sign, .title = STR("Sign off a rate"),
	  .does = STR("Records who signed a rate over the cap off; form: decision (dcs, chief_executive), signed_by, held_on, reason") },
	{ POST, STR("/authorities/:area/agency/assignments/:ref/end"), BOOKS, .view = assignment_end, .title = STR("End an assignment"),
	  .does = STR("Ends it and the time in post with it; form: ended_on, ending (ended, left, converted)") },
	{ POST, STR("/authorities/:area/agency/assignments/:ref/talk"), BOOKS, .view = assignment_talk,
	  .title = STR("Talk of a permanent post"), .does = STR("Records it; form: outcome, held_on, reason, fee") },
	{ POST, STR("/authorities/:area/agency/assignments/:ref/evidence"), BOOKS, .view = assignment_evidence,
	  .title = STR("What the checks rest on"), .does = STR("Keeps experience, the last post and references of an assignment") },
	{ GET, STR("/authorities/:area/agency/requests"), READS(GROUP_REQUESTS), .view = show_agency_requests,
	  .takes = TAKES_ON | TAKES_UNIT | TAKES_SHOW, .title = STR("Agency asked for"),
	  .does = STR("Agency that was asked for: what waits, and what was decided") },
	{ GET, STR("/authorities/:area/agency/ask"), ASKS, .view = agency_ask, .takes = TAKES_REF, .title = STR("Ask for agency"),
	  .does = STR("The form to ask for agency for a post, or with an assignment\u2019s reference for more time") },
	{ POST, STR("/authorities/:area/agency/ask"), ASKS, .view = agency_ask, .title = STR("Ask for agency"),
	  .does = STR("Asks for it; somebody else decides") },
	{ GET, STR("/authorities/:area/agency/requests/:ref"), READS(GROUP_REQUESTS), .view = show_agency_request,
	  .takes = TAKES_ON, .title = STR("An agency request"), .does = STR("What was asked for, why, and the decisions") },
	{ POST, STR("/authorities/:area/agency/requests/:ref/decide"), ASKS, .view = agency_decide, .title = STR("Decide"),
	  .does = STR("Says that permanent options were checked, approves, refuses or withdraws") },
	{ GET, STR("/authorities/:area/agency/requests/:ref/book"), BOOKS, .view = agency_book, .title = STR("Book a worker"),
	  .does = STR("The form to book an agency worker for what was approved") },
	{ POST, STR("/authorities/:area/agency/requests/:ref/book"), BOOKS, .view = agency_book, .title = STR("Book a worker"),
	  .does = STR("Books the worker: their time in post, rates, hours, days, notice, project team") },
	{ GET, STR("/authorities/:area/agency/costs"), KNOWS(GROUP_TERMS), .view = show_agency_costs,
	  .takes = TAKES_ON | TAKES_UNIT, .title = STR("Cost of agency"), .does = STR("What agency costs by month and by why") },
	{ GET, STR("/authorities/:area/agency/conversions"), KNOWS(GROUP_TERMS), .view = show_conversions,
	  .takes = TAKES_ON | TAKES_UNIT, .title = STR("Becoming permanent"),
	  .does = STR("Who was asked about a permanent post, what came of it, and from when no fee is due") },
	{ GET, STR("/authorities/:area/agency/quarters"), READS(GROUP_TERMS), .view = show_agency_quarters, .takes = TAKES_ON,
	  .title = STR("Quarterly returns"), .does = STR("The quarters of the agency return, and what is still missing of each") },
	{ GET, STR("/authorities/:area/agency/quarters/:ref"), READS(GROUP_TERMS), .view = show_agency_quarter, .takes = TAKES_ON,
	  .title = STR("Quarterly return"), .does = STR("A quarter\u2019s agency return, its checks, and the census\u2019s day beside it") },
	{ POST, STR("/authorities/:area/agency/quarters/:ref"), { OF_COUNCIL, GROUP_RETURNS, REACH_WRITE },
	  .view = agency_quarter_say, .title = STR("Quarterly return"),
	  .does = STR("Says how far each rule was kept and why not, agencies of concern, when it was sent") },
	{ GET, STR("/authorities/:area/plan"), BESIDE_OWN, .view = show_plan, .takes = TAKES_ON | TAKES_PLAN, .title = STR("Plan"),
	  .does = STR("How many posts over establishment: the chance of a gap against cost, and what limits it") },
	{ GET, STR("/authorities/:area/assumptions"), BESIDE_OWN, .view = show_assumptions, .takes = TAKES_ON,
	  .title = STR("Assumptions"), .does = STR("Every number that forecasts and plans assume: source, how sure, who decided it") },
	{ GET, STR("/authorities/:area/over-establishment"), READS(GROUP_REQUESTS), .view = show_tickets,
	  .takes = TAKES_ON | TAKES_UNIT | TAKES_SHOW, .title = STR("Over establishment"),
	  .does = STR("Posts over establishment: open, filled, absorbed and closed, what they cost, how they were absorbed") },
	{ GET, STR("/authorities/:area/over-establishment/ask"), ASKS, .view = ticket_ask, .takes = TAKES_UNIT,
	  .title = STR("Ask for posts over establishment"), .does = STR("The form to ask for posts over establishment") },
	{ POST, STR("/authorities/:area/over-establishment/ask"), ASKS, .view = ticket_ask,
	  .title = STR("Ask for posts over establishment"), .does = STR("Asks for a ticket for each post; somebody else decides") },
	{ GET, STR("/authorities/:area/over-establishment/:ref"), READS(GROUP_REQUESTS), .view = show_ticket, .takes = TAKES_ON,
	  .title = STR("A post over establishment"), .does = STR("One ticket: why, until when, what was decided, what became of it") },
	{ POST, STR("/authorities/:area/over-establishment/:ref/decide"), ASKS, .view = ticket_decide, .title = STR("Decide"),
	  .does = STR("Approves, refuses or withdraws a ticket") },
	{ POST, STR("/authorities/:area/over-establishment/:ref/open"), ASKS, .view = ticket_open, .title = STR("Open the post"),
	  .does = STR("Opens the post of an approved ticket, or names one that is over establishment already") },
	{ POST, STR("/authorities/:area/over-establishment/:ref/close"), ASKS, .view = ticket_close, .title = STR("Close a ticket"),
	  .does = STR("Closes a ticket that was absorbed or not filled; an empty post over establishment ends with it") },
	{ GET, STR("/authorities/:area/to-fill"), READS(GROUP_REQUESTS), .view = show_requisitions, .takes = TAKES_ON | TAKES_SHOW,
	  .title = STR("Posts to fill"), .does = STR("Posts that are being filled from outside, what waits for a decision, and since when") },
	{ GET, STR("/authorities/:area/to-fill/ask"), ASKS, .view = requisition_ask, .title = STR("Ask to fill a post"),
	  .does = STR("The form to ask to fill a post") },
	{ POST, STR("/authorities/:area/to-fill/ask"), ASKS, .view = requisition_ask, .title = STR("Ask to fill a post"),
	  .does = STR("Asks to fill a post; somebody else decides") },
	{ GET, STR("/authorities/:area/to-fill/:ref"), READS(GROUP_REQUESTS), .view = show_requisition, .takes = TAKES_ON,
	  .title = STR("A post to fill"), .does = STR("One requisition: why, who was looked at first, what was decided, what became of it") },
	{ POST, STR("/authorities/:area/to-fill/:ref/decide"), ASKS, .view = requisition_decide, .title = STR("Decide"),
	  .does = STR("Approves, refuses or withdraws a requisition") },
	{ POST, STR("/authorities/:area/to-fill/:ref/advertise"), ASKS, .view = requisition_advertise, .title = STR("Advertise it"),
	  .does = STR("Puts a requisition that was approved into a round, or onto an open advert") },
	{ GET, STR("/authorities/:area/supply"), READS(GROUP_SUPPLY), .view = show_supply, .takes = TAKES_ON,
	  .title = STR("Pipelines"), .does = STR("Students, trainees, apprentices and recruits from overseas: what runs out, what each quarter brings") },
	{ GET, STR("/authorities/:area/supply/cohorts/:ref"), READS(GROUP_SUPPLY), .view = show_cohort, .takes = TAKES_ON,
	  .title = STR("Cohort"), .does = STR("One cohort: its learners, whose move it is, what its chances rest on") },
	{ POST, STR("/authorities/:area/supply/cohorts/:ref/move"), KEEPS_SUPPLY, .view = cohort_move, .title = STR("Cohort"),
	  .does = STR("One step for several learners at once, each judged by itself; all of them, or none") },
	{ GET, STR("/authorities/:area/supply/:ref"), READS(GROUP_SUPPLY), .view = show_learner, .takes = TAKES_ON,
	  .title = STR("Learner"), .does = STR("One learner: the way they came, their placements, the next step") },
	{ POST, STR("/authorities/:area/supply/:ref/move"), KEEPS_SUPPLY, .view = learner_move, .title = STR("Learner"),
	  .does = STR("Records a step of a learner, of those that the table allows; who joins gets their post by it") },
	{ GET, STR("/authorities/:area/educators"), READS(GROUP_SUPPLY), .view = show_educators, .takes = TAKES_ON | TAKES_SHOW,
	  .title = STR("Practice educators"), .does = STR("Who may take students and until when, places by term, enrolments, who could begin") },
	{ GET, STR("/authorities/:area/educators/:ref"), READS(GROUP_SUPPLY), .view = show_educator, .takes = TAKES_ON,
	  .title = STR("Practice educator"), .does = STR("One practice educator: what the next stage asks, their days") },
	{ POST, STR("/authorities/:area/educators/:ref/record"), KEEPS_SUPPLY, .view = educator_record, .title = STR("Practice educator"),
	  .does = STR("Keeps the days of a practice educator: agreed, enrolled, awarded, refreshed, stopped") },
	{ GET, STR("/authorities/:area/recruitment"), READS(GROUP_CANDIDATES), .view = show_board,
	  .takes = TAKES_ON | TAKES_SHOW | TAKES_ROUND, .title = STR("Recruitment"),
	  .does = STR("The board: who stands at which stage, whose move it is, how long they have waited, what is late") },
	{ POST, STR("/authorities/:area/recruitment/move"), KEEPS_CANDIDATES, .view = board_move, .title = STR("Recruitment"),
	  .does = STR("One step for several applications at once, each judged by itself; all of them, or none") },
	{ GET, STR("/authorities/:area/recruitment/add"), KEEPS_CANDIDATES, .view = application_add, .takes = TAKES_ROUND,
	  .title = STR("Add an application"), .does = STR("The form to add an application by hand") },
	{ POST, STR("/authorities/:area/recruitment/add"), KEEPS_CANDIDATES, .view = application_add,
	  .title = STR("Add an application"), .does = STR("Adds a candidate with an application, or an application of one who is known") },
	{ GET, STR("/authorities/:area/recruitment/scoring"), BY_PANEL, .view = show_scoring, .title = STR("Scoring"),
	  .does = STR("Each application that waits for the score of whoever asks, by round, with the day it is due") },
	{ GET, STR("/authorities/:area/recruitment/scoring/:ref"), BY_PANEL, .view = show_sheet, .takes = TAKES_HOW, .title = STR("Score sheet"),
	  .does = STR("One application for whom its panel names: what it says, their own scores, and everybody\u2019s when all are in") },
	{ POST, STR("/authorities/:area/recruitment/scoring/:ref/give"), BY_PANEL, .view = sheet_give, .title = STR("Score sheet"),
	  .does = STR("Keeps or hands in one assessor\u2019s scores, all criteria at once; what is handed in stays") },
	{ POST, STR("/authorities/:area/recruitment/scoring/:ref/agree"), BY_PANEL, .view = sheet_agree, .title = STR("Score sheet"),
	  .does = STR("Writes down what a panel agreed where its assessors differ, with a note; of the chair") },
	{ POST, STR("/authorities/:area/recruitment/scoring/:ref/declare"), BY_PANEL, .view = sheet_declare, .title = STR("Score sheet"),
	  .does = STR("Says that an assessor has to do with the candidate, whom they then do not score") },
	{ GET, STR("/authorities/:area/recruitment/rounds/:ref/rank"), BY_PANEL, .view = show_rank, .title = STR("Rank"),
	  .does = STR("Those assessed in a round by what it came to: places, ties, reserve, the essential not met; feedback due") },
	{ POST, STR("/authorities/:area/recruitment/rounds/:ref/feedback"), KEEPS_CANDIDATES, .view = feedback_record, .title = STR("Rank"),
	  .does = STR("Records the day on which somebody who was assessed and not chosen had feedback") },
	{ GET, STR("/authorities/:area/recruitment/rounds/:ref/panel"), READS(GROUP_CAMPAIGNS), .view = show_panel, .title = STR("Panel"),
	  .does = STR("A round\u2019s panel: who, trained until when, how many scores wait on each; its criteria; interests declared") },
	{ POST, STR("/authorities/:area/recruitment/rounds/:ref/panel/members"), KEEPS_CAMPAIGNS, .view = panel_member_add, .title = STR("Panel"),
	  .does = STR("Adds somebody to a panel") },
	{ POST, STR("/authorities/:area/recruitment/rounds/:ref/panel/end"), KEEPS_CAMPAIGNS, .view = panel_member_end, .title = STR("Panel"),
	  .does = STR("Ends somebody\u2019s part in a panel, and the right to its scores with it") },
	{ POST, STR("/authorities/:area/recruitment/rounds/:ref/panel/criteria"), KEEPS_CAMPAIGNS, .view = panel_criterion_add,
	  .title = STR("Panel"), .does = STR("Adds a criterion or an exercise, until somebody has handed in scores") },
	{ POST, STR("/authorities/:area/recruitment/rounds/:ref/panel/interests"), KEEPS_CANDIDATES, .view = panel_interest_add,
	  .title = STR("Panel"), .does = STR("Records what a panel member has to do with a candidate") },
	{ GET, STR("/authorities/:area/recruitment/import"), KEEPS_CANDIDATES, .view = applications_import,
	  .title = STR("Bring applications"), .does = STR("The form to bring another system\u2019s list of applications") },
	{ POST, STR("/authorities/:area/recruitment/import"), KEEPS_CANDIDATES, .view = applications_import,
	  .title = STR("Bring applications"), .does = STR("Checks a list of applications and says what it would change, or stores it whole") },
	{ GET, STR("/authorities/:area/recruitment/duplicates"), KEEPS_CANDIDATES, .view = show_candidate_duplicates,
	  .title = STR("Candidates who may be one"), .does = STR("Candidates who share a registration number, an email, or a name and a telephone") },
	{ GET, STR("/authorities/:area/recruitment/duplicates/:ref"), KEEPS_CANDIDATES, .view = candidate_duplicate, .takes = TAKES_QUERY,
	  .title = STR("Two candidates"), .does = STR("Two candidates side by side, to make one or keep apart") },
	{ POST, STR("/authorities/:area/recruitment/duplicates/:ref"), KEEPS_CANDIDATES, .view = candidate_duplicate,
	  .title = STR("Two candidates"), .does = STR("Says that two candidates are one, or two") },
	{ GET, STR("/authorities/:area/recruitment/equality"), { OF_COUNCIL, GROUP_EQUALITY, REACH_TOTALS }, .view = show_candidate_equality,
	  .takes = TAKES_YEAR, .title = STR("Candidates by group"), .does = STR("How far candidates came by group, at council level, with small numbers withheld") },
	{ GET, STR("/authorities/:area/recruitment/rounds/:ref"), READS(GROUP_CANDIDATES), .view = show_round, .takes = TAKES_ON,
	  .title = STR("Recruitment round"), .does = STR("How a round went: how far applications came, how long it took, the posts it fills") },
	{ GET, STR("/authorities/:area/recruitment/campaigns/:ref"), READS(GROUP_CANDIDATES), .view = show_campaign, .takes = TAKES_ON,
	  .title = STR("Campaign"), .does = STR("What each channel of a campaign brought for its money, and whether of those it was for") },
	{ GET, STR("/authorities/:area/recruitment/reports"), READS(GROUP_CANDIDATES), .view = show_hiring_reports,
	  .takes = TAKES_FROM | TAKES_TO, .title = STR("Recruitment reports"),
	  .does = STR("Recruitment of a period: who started, how long it took and on whom it waited, what it cost, adverts on two days") },
	{ GET, STR("/authorities/:area/recruitment/inductions"), READS(GROUP_INDUCTION), .view = show_inductions,
	  .takes = TAKES_ON | TAKES_SHOW, .title = STR("Inductions"),
	  .does = STR("Who is in induction: whose move it is, what is late, how long they have waited") },
	{ GET, STR("/authorities/:area/recruitment/checklist"), READS(GROUP_INDUCTION), .view = show_checklist, .takes = TAKES_ON,
	  .title = STR("Induction list"), .does = STR("What is done for whoever starts, by role, by whom and within how many days") },
	{ GET, STR("/authorities/:area/recruitment/inductions/:ref"), READS(GROUP_INDUCTION), .view = show_induction, .takes = TAKES_ON,
	  .title = STR("Induction"), .does = STR("What is done for one starter, what is open and late, reviews of probation") },
	{ POST, STR("/authorities/:area/recruitment/inductions/:ref/tick"), WRITES_INDUCTION, .view = induction_tick,
	  .title = STR("Induction"), .does = STR("Ticks off what was done, with the day and by whom, or says why it is not needed") },
	{ POST, STR("/authorities/:area/recruitment/inductions/:ref/review"), WRITES_INDUCTION, .view = induction_review,
	  .title = STR("Induction"), .does = STR("Records the review of probation: passed, extended with why, or not passed") },
	{ POST, STR("/authorities/:area/recruitment/inductions/:ref/make"), WRITES_INDUCTION, .view = induction_make,
	  .title = STR("Induction"), .does = STR("Makes the list of the role that of somebody who started without one") },
	{ GET, STR("/authorities/:area/recruitment/:ref"), READS(GROUP_CANDIDATES), .view = show_application, .takes = TAKES_ON | TAKES_HOW,
	  .title = STR("Application"), .does = STR("One application: what it waits for, its checks, what happened") },
	{ POST, STR("/authorities/:area/recruitment/:ref/move"), KEEPS_CANDIDATES, .view = application_move, .title = STR("Application"),
	  .does = STR("Records a step of an application that its stage allows; a start makes the time in post") },
	{ POST, STR("/authorities/:area/recruitment/:ref/check"), { OF_COUNCIL, GROUP_VETTING, REACH_WRITE }, .view = application_check,
	  .title = STR("Application"), .does = STR("Records what came of a check before somebody starts") },
	{ GET, STR("/authorities/:area/recruitment/:ref/write"), KEEPS_CANDIDATES, .view = notice_write, .takes = TAKES_HOW | TAKES_SHOW,
	  .title = STR("Write a notice"), .does = STR("A notice to a candidate or a referee with its words filled in, to be read before it goes") },
	{ POST, STR("/authorities/:area/recruitment/:ref/write"), KEEPS_CANDIDATES, .view = notice_write, .title = STR("Write a notice"),
	  .does = STR("Puts a notice into the outbox; form: notice, check, address, subject, words") },
	{ GET, STR("/authorities/:area/recruitment/:ref/interview.ics"), KEEPS_CANDIDATES, .view = interview_calendar, .title = STR("Interview"),
	  .does = STR("The interview of an application as a calendar file") },
	{ GET, STR("/authorities/:area/messages"), KEEPS_CANDIDATES, .view = show_messages, .title = STR("Messages"),
	  .does = STR("The outbox: messages that failed, that wait, that were sent; whose move it is") },
	{ GET, STR("/authorities/:area/messages/templates"), READS(GROUP_CAMPAIGNS), .view = show_templates, .title = STR("Words of notices"),
	  .does = STR("Every notice to candidates and referees, with the words that hold") },
	{ GET, STR("/authorities/:area/messages/templates/:ref"), KEEPS_CAMPAIGNS, .view = template_edit, .title = STR("Words of a notice"),
	  .does = STR("The words of one notice, as a made-up candidate would read them") },
	{ POST, STR("/authorities/:area/messages/templates/:ref"), KEEPS_CAMPAIGNS, .view = template_edit, .title = STR("Words of a notice"),
	  .does = STR("Keeps the council\u2019s own words from a day on, or tries them; form: do, subject, words, by_itself, notify_id, from") },
	{ GET, STR("/authorities/:area/messages/:ref"), KEEPS_CANDIDATES, .view = show_message, .title = STR("A message"),
	  .does = STR("One message: its words, how often it was tried, what came of it") },
	{ POST, STR("/authorities/:area/messages/:ref"), KEEPS_CANDIDATES, .view = message_change, .title = STR("A message"),
	  .does = STR("Lets a message go again, or holds it back; form: do") },
	/* Before the pages of one post or person, of whom none is called "new". */
	{ GET, STR("/authorities/:area/people/duplicates"), KEEPS_RECORDS, .view = show_duplicates,
	  .title = STR("People entered twice"), .does = STR("Records that may be of one person, and what they share") },
	{ GET, STR("/authorities/:area/:type/new"), READS_RECORDS, .view = record_new, .title = STR("Add a record"),
	  .does = STR("The form for a new record") },
	{ POST, STR("/authorities/:area/:type/new"), READS_RECORDS, .view = record_new, .title = STR("Add a record"),
	  .does = STR("Adds a record; form: the fields of the type, change.day, change.last, change.reason") },
	{ GET, STR("/authorities/:area/:type/import"), READS_RECORDS, .view = record_import, .title = STR("Records from a file"),
	  .does = STR("The form to bring records of one type from a CSV file or a spreadsheet") },
	{ POST, STR("/authorities/:area/:type/import"), READS_RECORDS, .view = record_import, .title = STR("Records from a file"),
	  .does = STR("Checks a CSV or XLSX file as the list gives it; stores it whole with change.sure=yes, or not at all") },
	{ GET, STR("/authorities/:area/establishment"), READS(GROUP_STRUCTURE), .view = show_establishment,
	  .takes = TAKES_ON | TAKES_UNIT, .title = STR("Establishment"),
	  .does = STR("Posts, who holds them, what is vacant and what is coming, of a council or a unit, on any day") },
	{ GET, STR("/authorities/:area/vacancies"), KNOWS(GROUP_TERMS), .view = show_vacancies,
	  .takes = TAKES_ON | TAKES_UNIT | TAKES_SHOW | TAKES_SORT, .title = STR("Vacancies"),
	  .does = STR("Each vacant post: since when, and whether anybody covers it") },
	{ GET, STR("/authorities/:area/posts/:ref"), READS(GROUP_STRUCTURE), .view = show_post,
	  .takes = TAKES_ON, .title = STR("Post"),
	  .does = STR("One post: what it is, who is in it, what happened here and what is next") },
	{ GET, STR("/authorities/:area/people/:ref"), KNOWS(GROUP_IDENTITY), .view = show_person,
	  .takes = TAKES_ON | TAKES_HOW, .title = STR("Person"),
	  .does = STR("One person: posts through time, moves, registration, and what is next") },
	{ GET, STR("/authorities/:area/own"), KNOWS(GROUP_IDENTITY), .view = show_own_measures,
	  .takes = TAKES_ON | TAKES_UNIT, .title = STR("Own figures"),
	  .does = STR("Every measure from a council's own records on any day, beside the published one; by unit") },
	{ GET, STR("/authorities/:area/own/:measure"), KNOWS(GROUP_IDENTITY), .view = show_people_behind,
	  .takes = TAKES_ON | TAKES_UNIT, .title = STR("People behind a measure"),
	  .does = STR("Who stands behind a figure of a council's own records") },
	{ GET, STR("/authorities/:area/movements"), KNOWS(GROUP_IDENTITY), .view = show_movements,
	  .takes = TAKES_ON | TAKES_UNIT, .title = STR("Movements"),
	  .does = STR("Who joined, left, moved, advanced and came back in the year to a day, by unit") },
	{ GET, STR("/authorities/:area/staying"), { OF_COUNCIL, GROUP_LEAVING, REACH_TOTALS }, .view = show_staying,
	  .takes = TAKES_ON, .title = STR("Staying"),
	  .does = STR("How long social workers stay, by role, route and unit; leaving by time, after the first year, and why") },
	{ GET, STR("/authorities/:area/establishment-changes"), READS(GROUP_REQUESTS), .view = show_requests,
	  .takes = TAKES_ON | TAKES_UNIT | TAKES_SHOW, .title = STR("Posts asked for"),
	  .does = STR("Posts asked for, changed or given up: what waits, and what was decided") },
	{ GET, STR("/authorities/:area/establishment-changes/ask"), ASKS, .view = request_ask,
	  .takes = TAKES_ON | TAKES_UNIT | TAKES_HOW | TAKES_REF, .title = STR("Ask for a post"),
	  .does = STR("The form to ask for a post (how=new), a change of one (alter) or to give one up (close)") },
	{ POST, STR("/authorities/:area/establishment-changes/ask"), ASKS, .view = request_ask,
	  .title = STR("Ask for a post"), .does = STR("Asks for it; somebody else decides") },
	{ GET, STR("/authorities/:area/establishment-changes/:ref"), READS(GROUP_REQUESTS), .view = show_request,
	  .title = STR("A post asked for"), .does = STR("What was asked for, why, and the decision") },
	{ POST, STR("/authorities/:area/establishment-changes/:ref/decide"), ASKS, .view = request_decide,
	  .title = STR("Decide"), .does = STR("Approves, refuses or withdraws; an approval changes the post with it") },
	{ GET, STR("/figures"), ANYBODY, .act = act_to_figures, .takes = TAKES_MEASURE | TAKES_YEAR,
	  .title = STR("Figures"), .does = STR("Leads to the figures of one measure") },
	{ GET, STR("/figures/:measure"), ANYBODY, .view = show_figures, .form = form_figures,
	  .takes = TAKES_YEAR | TAKES_RELEASE | TAKES_SORT, .title = STR("Figures"),
	  .does = STR("One measure and year for every area") },
	{ GET, STR("/claim"), ANYBODY, .view = show_claim, .act = act_claim, .form = form_claim,
	  .takes = TAKES_AREA | TAKES_SENTENCE | TAKES_AGAINST | TAKES_AVERAGE,
	  .title = STR("Check a sentence"),
	  .does = STR("Whether the figures bear a sentence, and which figures were used") },
	{ GET, STR("/releases"), ANYBODY, .view = show_releases, .title = STR("Releases"),
	  .does = STR("Published releases, what each revised, and the licence") },
	{ GET, STR("/imports"), ANYBODY, .view = show_loads, .form = form_import, .title = STR("Imports"),
	  .does = STR("Files that were imported, and the form to import one") },
	{ POST, STR("/imports"), KEEPS_FIGURES, .act = act_import, .title = STR("Import a file"),
	  .does = STR("Checks a CSV of a release or of a council's own figures, and stores it when it is right") },
	{ POST, STR("/imports/:id/undo"), KEEPS_FIGURES, .act = act_undo, .title = STR("Undo an import"),
	  .does = STR("Ends an import without erasing it") },
	{ GET, STR("/sign-in"), ANYBODY, .view = page_sign_in, .takes = TAKES_NEXT, .title = STR("Sign in"),
	  .does = STR("With an account, or as somebody made up in a demonstration") },
	{ POST, STR("/sign-in"), ANYBODY, .view = page_sign_in, .title = STR("Sign in"),
	  .does = STR("Begins a session") },
	{ POST, STR("/sign-out"), AN_ACCOUNT, .view = page_sign_out, .title = STR("Sign out"),
	  .does = STR("Ends the session") },
	{ GET, STR("/link/:ref"), ANYBODY, .view = page_link, .title = STR("A one-time link"),
	  .does = STR("What an invitation or a link for a password asks") },
	{ POST, STR("/link/:ref"), ANYBODY, .view = page_link, .title = STR("A one-time link"),
	  .does = STR("Sets the password, and uses the link up") },
	{ GET, STR("/account"), AN_ACCOUNT, .view = page_account, .title = STR("Your account"),
	  .does = STR("One\u2019s own duties, password, second factor and tokens") },
	{ POST, STR("/account/:how"), AN_ACCOUNT, .view = page_account, .title = STR("Your account"),
	  .does = STR("Changes one\u2019s password, second factor (totp) or tokens (token, token-end)") },
	{ GET, STR("/accounts"), SEES_SETTINGS, .view = page_accounts, .title = STR("Accounts"),
	  .does = STR("Accounts that one may manage") },
	{ POST, STR("/accounts"), KEEPS_SETTINGS, .view = page_accounts, .title = STR("Accounts"),
	  .does = STR("Adds an account") },
	{ GET, STR("/accounts/:ref"), SEES_SETTINGS, .view = page_account_of, .title = STR("Account"),
	  .does = STR("One account: its duties and access") },
	{ POST, STR("/accounts/:ref/:how"), KEEPS_SETTINGS, .view = page_account_of, .title = STR("Account"),
	  .does = STR("Gives or ends a duty (grant, grant-end), makes a link, disables or enables (access)") },
	{ GET, STR("/authorities/:area/candidates/:ref/data"), OWN_DATA, .view = show_candidate_data, .title = STR("A candidate\u2019s own data"),
	  .does = STR("Everything that is kept about a candidate, for whoever answers their request; nothing of anybody else") },
	{ GET, STR("/authorities/:area/learners/:ref/data"), OWN_DATA, .view = show_learner_data, .title = STR("A learner\u2019s own data"),
	  .does = STR("Everything that is kept about a learner, for whoever answers their request; nothing of anybody else") },
	{ GET, STR("/authorities/:area/people/:ref/data"), OWN_DATA, .view = show_data, .takes = TAKES_SHOW,
	  .title = STR("Own data"),
	  .does = STR("Everything that is kept about a person, for them and for whoever answers their request") },
	{ POST, STR("/authorities/:area/people/:ref/data"), OWN_DATA, .view = show_data,
	  .title = STR("Own data"), .does = STR("Notes a step of a request for one's own data") },
	{ GET, STR("/authorities/:area/people/:ref/seen"), IN_COUNCIL, .view = show_seen,
	  .title = STR("Who looked"), .does = STR("Who looked at or changed a person's record") },
	{ GET, STR("/authorities/:area/people/:ref/corrections"), { OF_COUNCIL, GROUP_IDENTITY, REACH_READ },
	  .view = show_corrections, .title = STR("Corrections of a record"),
	  .does = STR("Corrections that a person proposed, and the form to propose one") },
	{ POST, STR("/authorities/:area/people/:ref/corrections"), { OF_COUNCIL, GROUP_IDENTITY, REACH_READ },
	  .view = show_corrections, .title = STR("Corrections of a record"),
	  .does = STR("Proposes a correction of one's own record") },
	{ GET, STR("/authorities/:area/people/:ref/equality"), OWN_DATA, .view = show_equality_of,
	  .title = STR("Equality data of a person"),
	  .does = STR("What a person said of themselves for equality monitoring") },
	{ POST, STR("/authorities/:area/people/:ref/equality"), OWN_DATA, .view = show_equality_of,
	  .title = STR("Equality data of a person"), .does = STR("Says it, or stops its use") },
	{ GET, STR("/authorities/:area/corrections"), { OF_COUNCIL, GROUP_IDENTITY, REACH_WRITE },
	  .view = show_all_corrections, .title = STR("Corrections"),
	  .does = STR("Corrections that people propose, waiting and decided") },
	{ POST, STR("/authorities/:area/corrections"), { OF_COUNCIL, GROUP_IDENTITY, REACH_WRITE },
	  .view = show_all_corrections, .title = STR("Corrections"), .does = STR("Accepts or refuses a correction") },
	{ GET, STR("/authorities/:area/data-requests"), IN_COUNCIL, .view = show_data_requests,
	  .title = STR("Requests for data"), .does = STR("Requests of people for their own data, and when each is due") },
	{ GET, STR("/authorities/:area/equality"), { OF_COUNCIL, GROUP_EQUALITY, REACH_TOTALS }, .view = show_equality,
	  .takes = TAKES_SHOW, .title = STR("Equality, in totals"),
	  .does = STR("Totals for equality monitoring as at the end of a quarter, small numbers withheld") },
	{ GET, STR("/authorities/:area/audit"), { OF_COUNCIL, GROUP_AUDIT, REACH_READ }, .view = show_council_audit,
	  .takes = TAKES_WHO | TAKES_WHAT | TAKES_OBJECT | TAKES_FROM | TAKES_TO | TAKES_PAGE, .title = STR("Audit"),
	  .does = STR("Who did or read what, newest first; page gives the entry to begin before") },
	{ GET, STR("/audit/verify"), { OF_MACHINE, GROUP_AUDIT, REACH_TOTALS }, .view = show_audit_proof,
	  .takes = TAKES_KEPT, .title = STR("Proof of the audit"),
	  .does = STR("Whether the audit and every deed are as they were written, and the head to keep outside") },
	{ GET, STR("/authorities/:area/retention"), { OF_COUNCIL, GROUP_SETTINGS, REACH_READ }, .view = show_retention,
	  .title = STR("How long records are kept"),
	  .does = STR("Terms, legal holds, and what is past its term") },
	{ POST, STR("/authorities/:area/retention"), { OF_COUNCIL, GROUP_SETTINGS, REACH_WRITE }, .view = show_retention,
	  .title = STR("How long records are kept"), .does = STR("Sets a term, or sets or ends a hold") },
	{ GET, STR("/regions/:area"), { OF_REGION, GROUP_TERMS, REACH_TOTALS }, .view = show_region, .takes = TAKES_ON,
	  .title = STR("Region"), .does = STR("Councils of a region that keep records here, on one definition") },
	{ GET, STR("/census/check"), ANYBODY, .view = show_census_form, .title = STR("Check a census return"),
	  .does = STR("The form to bring a return with; nothing of it is stored") },
	{ POST, STR("/census/check"), AN_ACCOUNT, .view = check_census, .tells = true, .title = STR("Check a census return"),
	  .does = STR("Every finding of a return; form: file (XML, CSV, XLSX), last_year (the one before)") },
	{ GET, STR("/census/measures"), ANYBODY, .view = show_census_form, .title = STR("What DfE will publish"),
	  .does = STR("The form to bring a return with; nothing of it is stored") },
	{ POST, STR("/census/measures"), AN_ACCOUNT, .view = measure_census, .tells = true, .title = STR("What DfE will publish"),
	  .does = STR("Every measure of a return beside what was published; form: file") },
	{ GET, STR("/census/rules"), ANYBODY, .view = show_census_rules, .title = STR("Rules of the census"),
	  .does = STR("Every rule of a return: words, years, source, how sure") },
	{ GET, STR("/census/rules/:ref"), ANYBODY, .view = show_census_rules, .title = STR("A rule"),
	  .does = STR("One rule of a return, as D072") },
	/* the census of workers, of a council's own people */
	{ GET, STR("/authorities/:area/census"), READS(GROUP_RETURNS), .view = show_census, .title = STR("Workforce census"),
	  .does = STR("The returns of each year: what was sent, and the way to make one") },
	{ GET, STR("/authorities/:area/census/:year"), READS(GROUP_RETURNS), .view = show_census_year,
	  .title = STR("A census return"), .does = STR("May it be sent: what was found, what is missing, what was decided") },
	{ GET, STR("/authorities/:area/census/:year/missing/:how"), READS(GROUP_RETURNS), .view = show_census_missing,
	  .title = STR("Missing from the return"), .does = STR("Of whom an item is missing, and the form to fill it in") },
	{ POST, STR("/authorities/:area/census/:year/missing/:how"), READS(GROUP_RETURNS), .view = show_census_missing,
	  .title = STR("Mend what is missing"), .does = STR("Fills in an item of many people at once, in their own records") },
	{ GET, STR("/authorities/:area/census/:year/working/:how"), KEEPS_RETURNS, .view = show_census_working,
	  .title = STR("A working rule"), .does = STR("To whom it was applied, and the form to decide otherwise") },
	{ POST, STR("/authorities/:area/census/:year/working/:how"), KEEPS_RETURNS, .view = show_census_working,
	  .title = STR("Decide otherwise"), .does = STR("Keeps what is to be done with a record instead") },
	{ GET, STR("/authorities/:area/census/:year/rules/:how"), KEEPS_RETURNS, .view = show_census_rule,
	  .title = STR("What a rule found"), .does = STR("One rule in plain words, what it found in the return, and the notes") },
	{ POST, STR("/authorities/:area/census/:year/rules/:how"), KEEPS_RETURNS, .view = show_census_rule,
	  .title = STR("Keep a note"), .does = STR("Keeps why a query may stay") },
	{ GET, STR("/authorities/:area/census/:year/continuity"), KEEPS_RETURNS, .view = show_census_continuity,
	  .title = STR("Beside last year"), .does = STR("People who vanished, dates that changed, counts that moved") },
	{ GET, STR("/authorities/:area/census/:year/publish"), READS(GROUP_RETURNS), .view = show_census_publish,
	  .title = STR("What will be published"), .does = STR("Every measure of the return beside the published ones") },
	{ GET, STR("/authorities/:area/census/:year/file/:how"), KEEPS_RETURNS, .view = show_census_file,
	  .title = STR("The return as a file"), .does = STR("XML for DfE, or a sheet with census columns") },
	{ GET, STR("/authorities/:area/census/:year/sent"), READS(GROUP_RETURNS), .view = show_census_sent,
	  .title = STR("What was sent"), .does = STR("Every version that was sent, and the form to keep the next") },
	{ POST, STR("/authorities/:area/census/:year/sent"), KEEPS_RETURNS, .view = show_census_sent,
	  .title = STR("Keep what was sent"), .does = STR("Keeps the return as it is now, as it was sent") },
	{ GET, STR("/authorities/:area/census/:year/sent/:how"), KEEPS_RETURNS, .view = show_census_version,
	  .takes = TAKES_SHOW, .title = STR("A version that was sent"), .does = STR("Its file, or its findings and decisions") },
	/* whoever applies for a post: nothing of a council but what its round makes public, and their own application */
	{ GET, STR("/apply"), ANYBODY, .view = show_adverts, .outside = true, .title = STR("Apply for a post"),
	  .does = STR("Rounds and open adverts that take applications today") },
	{ GET, STR("/apply/back"), ANYBODY, .view = apply_back, .outside = true, .title = STR("Come back"),
	  .does = STR("The form for the code of an application that somebody began") },
	{ POST, STR("/apply/back"), ANYBODY, .view = apply_back, .outside = true, .title = STR("Come back"),
	  .does = STR("Opens an application in this browser; form: code") },
	{ GET, STR("/apply/yours"), ANYBODY, .view = show_draft, .outside = true, .title = STR("Your application"),
	  .does = STR("What is written and what is not; once it was sent, how far it is") },
	{ POST, STR("/apply/yours"), ANYBODY, .view = draft_act, .outside = true, .title = STR("Your application"),
	  .does = STR("Makes a new code, forgets or removes it, or withdraws what was sent; form: do, sure, reason") },
	{ GET, STR("/apply/yours/:how"), ANYBODY, .view = draft_step, .outside = true, .title = STR("Your application"),
	  .does = STR("One part of the form, or all of it to be checked") },
	{ POST, STR("/apply/yours/:how"), ANYBODY, .view = draft_step, .outside = true, .title = STR("Your application"),
	  .does = STR("Keeps what was typed, and goes on if nothing of it is wrong; do=keep does not judge it") },
	{ POST, STR("/apply/send"), ANYBODY, .view = draft_send, .outside = true, .title = STR("Send the application"),
	  .does = STR("Sends it to the council, once; form: true=yes") },
	{ GET, STR("/apply/:area/:ref"), ANYBODY, .view = show_advert, .outside = true, .title = STR("A post"),
	  .does = STR("What a post is, what is asked, how what one writes is used") },
	{ POST, STR("/apply/:area/:ref/start"), ANYBODY, .view = apply_start, .outside = true, .title = STR("Start now"),
	  .does = STR("Begins an application, and shows its code once") },
	{ GET, STR("/methods"), ANYBODY, .view = show_methods, .title = STR("Methods"),
	  .does = STR("Every measure: definition, formula, source") },
	{ GET, STR("/accessibility"), ANYBODY, .view = page_accessibility,
	  .title = STR("Accessibility statement"), .does = STR("How these pages can be used, and what is known to be wrong") },
	{ GET, STR("/privacy"), ANYBODY, .view = page_privacy, .title = STR("Privacy"),
	  .does = STR("What is kept about people who use this program") },
	{ GET, STR("/help"), ANYBODY, .view = page_help, .title = STR("Help"),
	  .does = STR("Every address, what it takes and what it gives") },
	{ GET, STR("/web-check"), ANYBODY, .act = act_web_check, .title = STR("Census check with nothing installed"),
	  .does = STR("One page that checks a census file in the browser, and sends nothing") },
	{ GET, STR("/health"), ANYBODY, .act = act_health, .title = STR("Health"),
	  .does = STR("Says that the program answers") },
	{ GET, STR("/openapi.json"), ANYBODY, .act = act_openapi, .title = STR("OpenAPI description"),
	  .does = STR("These addresses for programs") },
	{ GET, STR("/assets/:hash/:name"), ANYBODY, .act = act_asset, .title = STR("Style and script"),
	  .does = STR("Files that pages load, under an address that changes with them") },
	/* Records of any type, from the rows of the type alone. They stand last, so that pages made for one
	 * type win. */
	{ GET, STR("/authorities/:area/changes"), KEEPS_RECORDS, .view = show_changes, .title = STR("Changes"),
	  .does = STR("What was done to a council\u2019s records, by whom, when and why") },
	{ GET, STR("/authorities/:area/changes/:ref"), READS_RECORDS, .view = show_deed, .title = STR("A change"),
	  .does = STR("All that one change did, before and after, and the form to take it back") },
	{ POST, STR("/authorities/:area/changes/:ref/undo"), READS_RECORDS, .view = deed_take_back, .title = STR("Take a change back"),
	  .does = STR("Reverses one change, when nothing later stands on it; form: change.reason") },
	{ GET, STR("/authorities/:area/people/:ref/merge"), KEEPS_RECORDS, .view = record_merge, .takes = TAKES_QUERY,
	  .title = STR("Merge two people"), .does = STR("Two records of people side by side; q says which is the other") },
	{ POST, STR("/authorities/:area/people/:ref/merge"), KEEPS_RECORDS, .view = record_merge, .title = STR("Merge two people"),
	  .does = STR("Says that this record is the same person as q; form: q, change.reason, change.version, change.sure") },
	{ GET, STR("/authorities/:area/views"), READS_RECORDS, .view = show_kept_views, .title = STR("Views of lists"),
	  .does = STR("What was asked of lists and kept by name: one\u2019s own, and the council\u2019s") },
	{ POST, STR("/authorities/:area/views"), READS_RECORDS, .view = keep_view, .title = STR("Keep a view"),
	  .does = STR("Keeps what was asked of a list; form: name, share=yes, type, q, unit, on, show, sort, columns") },
	{ GET, STR("/authorities/:area/views/:ref"), READS_RECORDS, .view = show_kept_view, .title = STR("A view"),
	  .does = STR("What one view asks, and the forms to rename it or take it away") },
	{ POST, STR("/authorities/:area/views/:ref"), READS_RECORDS, .view = show_kept_view, .title = STR("A view"),
	  .does = STR("Renames a view (do=rename, name) or takes it away (do=remove)") },
	{ GET, STR("/authorities/:area/:type"), READS_RECORDS, .view = show_records,
	  .takes = TAKES_QUERY | TAKES_SORT | TAKES_UNIT | TAKES_ON | TAKES_SHOW | TAKES_PAGE | TAKES_VIEW |
	           TAKES_COLUMNS, .title = STR("Records of a type"),
	  .does = STR("The records of one type that the viewer may see, as at a day or all through time") },
	{ GET, STR("/authorities/:area/:type/:ref"), READS_RECORDS, .view = show_record, .takes = TAKES_ON, .title = STR("A record"),
	  .does = STR("What one record holds, through time, and what points to it") },
	{ GET, STR("/authorities/:area/:type/:ref/change"), READS_RECORDS, .view = record_change, .takes = TAKES_HOW | TAKES_ON,
	  .title = STR("Change a record"), .does = STR("The form to change a record: how is from, correct, end or remove") },
	{ POST, STR("/authorities/:area/:type/:ref/change"), READS_RECORDS, .view = record_change, .title = STR("Change a record"),
	  .does = STR("Changes a record; form: how, the fields of the type, change.day, change.last, change.reason, change.row, "
	              "change.version, change.sure") },
	{ GET, STR("/authorities/:area/:type/:ref/history"), READS_RECORDS, .view = record_history, .title = STR("History"),
	  .does = STR("Every change of one record: by whom, when, why, before and after") },
};
const int route_count = countof(routes);

/* Whether the last part of a pattern is a word, and another than `last`: most rows are told apart by
 * it, and a page asks for many rows to know which to lead to. */
static bool
ends_apart(Str pattern, Str last)
{
	ptrdiff_t begin = pattern.len;
	while (begin > 0 && pattern.at[begin - 1] != '/')
		begin--;
	Str part = str_from(pattern, begin);
	return part.len > 0 && part.at[0] != ':' && !str_equal(part, last);
}

/* Whether a path's pattern fits; the last segment is compared as `last`. */
static bool
fits(Str pattern, const Str *segments, int count, Str last)
{
	if (ends_apart(pattern, last))
		return false;
	Str rest = str_from(pattern, 1);
	int i = 0;
	for (; rest.len > 0; i++) {
		Str part = str_cut(&rest, '/');
		if (i == count)
			return false;
		Str segment = i == count - 1 ? last : segments[i];
		if (part.at[0] != ':' && !str_equal(part, segment))
			return false;
		if (str_equal(part, S(":type")) && !record_type_at(segment))
			return false;
	}
	return i == count;
}

/* Parts the known ending from a segment: "scorecard.csv". */
static bool
take_ending(Str segment, Str *before, enum face *face)
{
	for (ptrdiff_t i = segment.len - 1; i > 0; i--)
		if (segment.at[i] == '.') {
			*before = str_upto(segment, i);
			return face_find(str_from(segment, i + 1), face) && *face != FACE_TEXT;
		}
	return false;
}

/* Faces are of documents; Word is of papers only. What becomes of a form is told as JSON alone, unless telling
 * is all it does. */
static bool
has_face(const struct route *route, enum face face)
{
	if (route->method == POST && !route->tells)
		return face == FACE_JSON;
	return route->view && (face != FACE_DOCX || route->paper);
}

struct found
route_find(enum method method, const Str *segments, int count)
{
	struct found found = { .face = FACE_HTML };
	Str whole = count ? segments[count - 1] : (Str){ 0 }, before = { 0 };
	enum face face = FACE_HTML;
	bool ended = count && take_ending(whole, &before, &face);
	for (int i = 0; i < route_count; i++) {
		const struct route *route = &routes[i];
		bool exact = fits(route->path, segments, count, whole) && !(ended && has_face(route, face));
		bool faced = ended && has_face(route, face) && fits(route->path, segments, count, before);
		if (!exact && !faced)
			continue;
		found.elsewhere[route->method] = true;
		if (route->method != method || found.route)
			continue;
		found.route = route;
		found.face = faced ? face : FACE_HTML;
		found.last = faced ? before : whole;
	}
	return found;
}

Str
route_part(const struct found *found, const Str *segments, Str name)
{
	assert(found->route);
	Str rest = str_from(found->route->path, 1);
	for (int i = 0; rest.len > 0; i++) {
		Str part = str_cut(&rest, '/');
		if (part.at[0] == ':' && str_equal(str_from(part, 1), name))
			return rest.len > 0 ? segments[i] : found->last;
	}
	return (Str){ 0 };
}

/* The boxes that were ticked, as one text: "fte,status". */
static Str
ticked_of(const struct sents *query, Str name, struct arena *perm)
{
	struct text all = text_new(perm);
	for (int i = 0; i < query->count; i++) {
		Str box = query->at[i].name, first = str_cut(&box, '.');
		if (box.len && str_equal(first, name) && str_equal(query->at[i].value, S("yes")))
			text_format(&all, "%s%.*s", all.len ? "," : "", STR_ARG(box));
	}
	return text_str(&all);
}

void
route_ask(struct ask *ask, const struct found *found, const struct request *request, struct arena *perm)
{
	ask->page_only = found->face == FACE_HTML;
	ask->asked = found->route->takes & TAKES_SCENARIOS ? &request->query : NULL;
	for (int i = 0; i < param_count; i++) {
		Str *place = (Str *)((char *)ask + params[i].at);
		*place = route_part(found, request->segments, params[i].name);
		if (place->at == NULL && (found->route->takes & (unsigned)params[i].bit))
			*place = str_trim(sents_find(&request->query, params[i].name));
		if (place->len == 0 && (found->route->takes & (unsigned)params[i].bit & TICKED))
			*place = ticked_of(&request->query, params[i].name, perm);
	}
}
