/* pages.c: pages about the program itself: start, help, accessibility, privacy. */
#include "web/site.h"

#include "app/admit.h"
#include "app/demonstration.h"

/* ---- start ----------------------------------------------------------------------------------- */

static void
lead(struct document *doc)
{
	doc->blocks[doc->block_count - 1].lead = true;
}

/* Where a council has no records yet, the one thing to do for whoever can do it. */
static void
add_first_list(struct document *doc, const struct world *world, const struct ask *there, Str name)
{
	struct need loads = route_find(POST, (Str[]){ S("authorities"), there->area, S("loads") }, 3).route->need;
	struct run *runs = new(doc->arena, 2, struct run);
	enum council_kind kind;
	struct error err;
	if (!admits(there->viewer, there->area, loads, there->today) ||
	    !council_kind_of(world, there->area, &kind, doc->arena, &err) || kind != COUNCIL_EMPTY)
		return;
	runs[0].text = str_format(doc->arena, "%.*s has no posts and people here yet. ", STR_ARG(name));
	runs[1] = (struct run){ .text = S("Load the first list"),
		.href = str_format(doc->arena, "/authorities/%.*s/loads", STR_ARG(there->area)) };
	document_runs(doc, BLOCK_INSET, runs, 2);
	lead(doc);
}

/* Of one group, those that one's duties open. */
static void
add_group(struct document *doc, const struct ask *there, enum menu menu)
{
	struct pick *picks = new(doc->arena, council_page_count + 1, struct pick);
	int count = 0;
	for (int i = 0; i < council_page_count; i++)
		if (council_pages[i].menu == menu && council_page_open(there, &council_pages[i]))
			picks[count++] = (struct pick){ .words = council_pages[i].words,
				.value = str_format(doc->arena, "/authorities/%.*s/%.*s", STR_ARG(there->area),
				                    STR_ARG(council_pages[i].page)) };
	if (count == 0)
		return;
	document_choices(doc, str_join(menu_words[menu], S(":"), doc->arena), picks, count);
	lead(doc);
}

static void
add_own_record(struct document *doc, const struct ask *there)
{
	const struct viewer *viewer = there->viewer;
	struct pick *pick = new(doc->arena, 1, struct pick);
	if (!viewer->person.len || !str_equal(viewer->authority_of_person, there->area))
		return;
	*pick = (struct pick){ .words = S("Your own record"), .value = str_format(doc->arena, "/authorities/%.*s/people/%.*s",
		STR_ARG(there->area), STR_ARG(viewer->person)) };
	document_choices(doc, S("Of yourself:"), pick, 1);
	lead(doc);
}

/* The places of one council that one's duties open, and what a panel of it waits for. */
static void
add_council(struct document *doc, const struct world *world, const struct ask *ask, Str slug)
{
	const struct areas *areas = &world->published.areas;
	const struct route *scoring = route_find(GET, (Str[]){ S("authorities"), slug, S("recruitment"), S("scoring") }, 4).route;
	struct ask there = *ask;
	struct answer why;
	enum menu order[MENUS];
	int area = area_exact(areas, slug);
	there.area = slug;
	if (area == NO_AREA || areas->at[area].level != AUTHORITY)
		return;
	bool held = admit(world, &there, scoring->need, &why, doc->arena);
	document_heading(doc, 3, areas->at[area].name, slug);
	lead(doc);
	menu_order(&there, order);
	for (int m = 0; m < MENUS; m++)
		add_group(doc, &there, order[m]);
	add_own_record(doc, &there);
	if (held)
		dismiss(world, &there);
	add_first_list(doc, world, &there, areas->at[area].name);
}

/* What a region's totals are, and who may sign in, are each a page of their own. */
static void
add_other_places(struct document *doc, const struct world *world, const struct ask *ask)
{
	const struct areas *areas = &world->published.areas;
	struct pick *picks = new(doc->arena, GRANTS_MOST + 2, struct pick);
	struct need settings = route_find(GET, (Str[]){ S("accounts") }, 1).route->need;
	int count = 0;
	for (int g = 0; g < ask->viewer->grant_count; g++) {
		int area = area_exact(areas, ask->viewer->grants[g].authority);
		if (area != NO_AREA && areas->at[area].level == REGION)
			picks[count++] = (struct pick){ .words = areas->at[area].name,
				.value = str_format(doc->arena, "/regions/%.*s", STR_ARG(areas->at[area].slug)) };
	}
	if (admits(ask->viewer, S(""), settings, ask->today))
		picks[count++] = (struct pick){ .words = S("Accounts"), .value = S("/accounts") };
	picks[count++] = (struct pick){ .words = S("Your account"), .value = S("/account") };
	document_choices(doc, S("Besides:"), picks, count);
	lead(doc);
}

/* For whoever is signed in, what they came for, above everything else. */
static void
add_places(struct document *doc, const struct world *world, const struct ask *ask)
{
	const struct viewer *viewer = ask->viewer;
	document_heading(doc, 2, S("Your places"), S("places"));
	lead(doc);
	for (int g = 0; g < viewer->grant_count; g++) {
		bool before = false;
		for (int h = 0; h < g; h++)
			before = before || str_equal(viewer->grants[h].authority, viewer->grants[g].authority);
		if (!before)
			add_council(doc, world, ask, viewer->grants[g].authority);
	}
	add_other_places(doc, world, ask);
}

static void
add_look_round(struct document *doc)
{
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0].text = S("There is a demonstration here: a council\u2019s posts and people, all invented. ");
	runs[1] = (struct run){ .text = S("Look round a council of made-up people"), .href = S("/sign-in") };
	document_runs(doc, BLOCK_INSET, runs, 2);
	lead(doc);
}

struct answer
page_start(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ask everything = { .today = ask->today };
	struct answer areas = show_areas(world, &everything, perm);
	struct document doc = document_new(perm, S("How is this council\u2019s workforce doing?"));
	if (ask->viewer)
		add_places(&doc, world, ask);
	document_paragraph(&doc, S("Published figures of children\u2019s social workers for every council in "
		"England, held against England, the region and the ten statistical neighbours."));
	doc.blocks[doc.block_count - 1].lead = !ask->viewer;
	if (!ask->viewer && demonstration_open(world, S(""), perm))
		add_look_round(&doc);
	struct run *links = new(perm, 6, struct run);
	links[0] = (struct run){ .text = S("Check a sentence before it goes into a paper"), .href = S("/claim") };
	links[1] = (struct run){ .text = S("One measure for every council"), .href = S("/figures") };
	links[2] = (struct run){ .text = S("Where the figures come from, and what was revised"),
	                         .href = S("/releases") };
	links[3] = (struct run){ .text = S("Add your own figures, or next year\u2019s release"),
	                         .href = S("/imports") };
	links[4] = (struct run){ .text = S("Check a census return before it is sent, here or in the browser alone"),
	                         .href = S("/census/check") };
	links[5] = (struct run){ .text = S("Apply for a post: no account is needed"), .href = S("/apply") };
	document_runs(&doc, BLOCK_LIST, links, 6);
	for (int i = 0; i < areas.document.block_count; i++)
		*document_add(&doc, areas.document.blocks[i].kind) = areas.document.blocks[i];
	doc.sources = areas.document.sources;
	doc.source_count = areas.document.source_count;
	return answer_of(DONE, doc);
}

/* ---- help ------------------------------------------------------------------------------------ */

static Str
faces_of(const struct route *route)
{
	if (!route->view || str_equal(route->path, S("/")))
		return S("");
	return route->paper ? S(".docx .xlsx .csv .json .html") : S(".xlsx .csv .json .html");
}

static Str
takes_of(const struct route *route, struct arena *perm)
{
	struct text names = text_new(perm);
	for (int i = 0; i < param_count; i++)
		if (route->takes & (unsigned)params[i].bit) {
			text_add(&names, names.len ? S(", ") : S(""));
			text_add(&names, params[i].name);
		}
	return text_str(&names);
}

static const struct table *
routes_table(struct arena *perm)
{
	static const struct column columns[] = {
		{ .name = STR("address"), .title = STR("Address") },
		{ .name = STR("method"), .title = STR("Method") },
		{ .name = STR("does"), .title = STR("What it gives") },
		{ .name = STR("takes"), .title = STR("After the question mark") },
		{ .name = STR("endings"), .title = STR("As a file") },
	};
	struct row *rows = new(perm, route_count, struct row);
	for (int i = 0; i < route_count; i++) {
		struct cell *cells = new(perm, countof(columns), struct cell);
		cells[0] = cell_text(routes[i].path);
		cells[1] = cell_text(routes[i].method == POST ? S("POST") : S("GET"));
		cells[2] = cell_text(routes[i].does);
		cells[3] = cell_text(takes_of(&routes[i], perm));
		cells[4] = cell_text(faces_of(&routes[i]));
		rows[i] = (struct row){ .cells = cells };
	}
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){ .name = S("addresses"), .caption = S("Every address of this program"),
		.columns = columns, .column_count = countof(columns), .rows = rows, .row_count = route_count };
	return table;
}

struct answer
page_help(const struct world *world, const struct ask *ask, struct arena *perm)
{
	(void)world, (void)ask;
	struct document doc = document_new(perm, S("Help, and the addresses for programs"));
	doc.address = S("/help");
	document_paragraph(&doc, S("Each page is also a file: add .csv, .xlsx, .json or .html to the end of its "
		"path, before the question mark, and .docx to a paper. A word after a colon stands for a part "
		"of the address, as in /authorities/walsall/scorecard.csv."));
	struct run *more = new(perm, 2, struct run);
	more[0] = (struct run){ .text = S("For programs: ") };
	more[1] = (struct run){ .text = S("OpenAPI description"), .href = S("/openapi.json") };
	document_runs(&doc, BLOCK_PARAGRAPH, more, 2);
	doc.data = routes_table(perm);
	document_table(&doc, doc.data);
	document_heading(&doc, 2, S("What can be given"), S("given"));
	struct pair *pairs = new(perm, param_count, struct pair);
	for (int i = 0; i < param_count; i++)
		pairs[i] = (struct pair){ .key = params[i].name, .value = params[i].does };
	document_summary(&doc, pairs, param_count);
	return answer_of(DONE, doc);
}

/* ---- statements ------------------------------------------------------------------------------ */

struct said { Str heading; Str id; Str words; };

static struct document
statement(Str title, Str address, const struct said *parts, int count, struct arena *perm)
{
	struct document doc = document_new(perm, title);
	doc.address = address;
	for (int i = 0; i < count; i++) {
		if (parts[i].heading.len)
			document_heading(&doc, 2, parts[i].heading, parts[i].id);
		document_paragraph(&doc, parts[i].words);
	}
	return doc;
}

struct answer
page_accessibility(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const struct said parts[] = {
		{ STR(""), STR(""), STR("These pages are made to meet the Web Content Accessibility Guidelines "
		  "2.2 at level AA. A council that offers them to its own people should add its own statement, "
		  "with somebody to write to.") },
		{ STR("How they can be used"), STR("use"), STR("With a keyboard alone, with a screen reader, "
		  "without script, on a screen 320 pixels wide, enlarged four times, and in forced colours. "
		  "Every picture has its figures in a table beside it, and no meaning is in colour alone.") },
		{ STR("What is known to be less than good"), STR("limits"), STR("Wide tables scroll sideways "
		  "within their own box. Suggestions while typing a council\u2019s name are the browser\u2019s own, "
		  "and some browsers do not enlarge them with the page; the search works without them.") },
		{ STR("How this was checked"), STR("checks"), STR("The project\u2019s tests drive the pages in a "
		  "browser with an accessibility checker. Such a checker finds some faults and not all; it does "
		  "not replace people who use assistive technology.") },
	};
	(void)world, (void)ask;
	return answer_of(DONE, statement(S("Accessibility statement"), S("/accessibility"), parts,
	                                        countof(parts), perm));
}

struct answer
page_privacy(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const struct said parts[] = {
		{ STR(""), STR(""), STR("Published figures are totals of councils. They say nothing of any one person, and small "
		  "numbers stay withheld as the Department for Education withheld them. What a council keeps of its own people is "
		  "seen only by accounts with a duty there, and only as far as the duty goes.") },
		{ STR("If you work for a council that uses this"), STR("yours"), STR("With an account you see all that is kept "
		  "about you, every change of it and why, and who looked; you may take it away, propose corrections, and stop the "
		  "use of your equality data. Without one, ask your council: an answer is due within a month.") },
		{ STR("Equality monitoring"), STR("equality"), STR("What people say of themselves is kept apart. It is on no page "
		  "but their own and the HR lead\u2019s, and otherwise only in totals in which nobody can be recognised.") },
		{ STR("How long"), STR("terms"), STR("Nothing about a person is kept longer than its term: names six years after "
		  "they left, equality data one year after, absences three years, the audit six. A council may set terms of its "
		  "own, and hold records back for a claim or an inquiry.") },
		{ STR("If you apply for a post"), STR("applying"), STR("What you write is kept for you alone until you send it; nobody at the "
		  "council reads it, and you can remove it at any time. Once sent it is read by those of the council who choose and who "
		  "make the checks before a start. It is removed some time after the decision, unless you start or ask to be kept in "
		  "touch with. How many days each is kept, and whom to ask, stands on the page of the post, under \u201cHow what you "
		  "write is used\u201d. Answers to equality questions are stored apart, and whoever chooses never sees them. On the page "
		  "of your application you see how far it is and can withdraw. To see, correct or remove what a council keeps, ask that "
		  "council; an answer is due within a month. If it does not help, the Information Commissioner does.") },
		{ STR("Cookies"), STR("cookies"), STR("Two when you sign in: one that knows your session, and one that "
		  "knows this browser, so that nobody who guesses your password can keep you out. One when you begin an application, which "
		  "opens it again. None is for anything else.") },
		{ STR("What is written down"), STR("log"), STR("Each request gives one line where the program was started: time, "
		  "method, path, status, size and how long it took. What was searched for, the sentences that were checked and the "
		  "address of the reader are not written. Reading what is watched over, taking files away and every change of a "
		  "record are entries of the audit, which the data protection officer reads.") },
		{ STR("What leaves this machine"), STR("leaves"), STR("Nothing by itself. Pages load nothing from elsewhere, and no "
		  "decision about anybody is made by this program.") },
		{ STR("What is imported"), STR("imports"), STR("A file of figures is kept in the store with its name, its hash and "
		  "the time. A list of people is kept for 30 days after it was applied, and 7 days otherwise; then its hash stays.") },
		{ STR("What is only checked"), STR("checked"), STR("A census return that is brought to be checked is read in "
		  "memory and forgotten with the answer: nothing of it is in the store, in the audit or in what is written down.") },
	};
	(void)world, (void)ask;
	return answer_of(DONE, statement(S("Privacy"), S("/privacy"), parts, countof(parts), perm));
}
