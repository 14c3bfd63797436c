/* council.c: the pages of one council, in groups by people's own words, first the group of whoever looks. */
#include "web/site.h"

#include "app/admit.h"
#include "app/scoring.h"
#include "app/staying.h"
#include "app/subject.h"
#include "report/govuk.h"

/* A worker says something for equality monitoring, and sees no totals. */
const struct council_page council_pages[] = {
	{ STR("Scorecard"), STR("scorecard"), MENU_STANDING, NULL },
	{ STR("Own figures"), STR("own"), MENU_STANDING, NULL },
	{ STR("Movements"), STR("movements"), MENU_STANDING, NULL },
	{ STR("Staying"), STR("staying"), MENU_STANDING, may_see_staying },
	{ STR("Establishment"), STR("establishment"), MENU_PEOPLE, NULL },
	{ STR("Vacancies"), STR("vacancies"), MENU_PEOPLE, NULL },
	{ STR("Posts"), STR("posts"), MENU_PEOPLE, NULL },
	{ STR("People"), STR("people"), MENU_PEOPLE, NULL },
	{ STR("Over establishment"), STR("over-establishment"), MENU_PEOPLE, NULL },
	{ STR("Agency"), STR("agency"), MENU_PEOPLE, NULL },
	{ STR("Posts to fill"), STR("to-fill"), MENU_HIRING, NULL },
	{ STR("Recruitment"), STR("recruitment"), MENU_HIRING, NULL },
	{ STR("Scoring"), STR("recruitment/scoring"), MENU_HIRING, may_score_somewhere },
	{ STR("Messages"), STR("messages"), MENU_HIRING, NULL },
	{ STR("Inductions"), STR("recruitment/inductions"), MENU_HIRING, NULL },
	{ STR("Pipelines"), STR("supply"), MENU_HIRING, NULL },
	{ STR("Practice educators"), STR("educators"), MENU_HIRING, NULL },
	{ STR("Outlook"), STR("outlook"), MENU_AHEAD, NULL },
	{ STR("Scenarios"), STR("scenarios"), MENU_AHEAD, NULL },
	{ STR("Forecasts"), STR("forecasts"), MENU_AHEAD, NULL },
	{ STR("Plan"), STR("plan"), MENU_AHEAD, NULL },
	{ STR("Lists loaded"), STR("loads"), MENU_RECORDS, NULL },
	{ STR("Reconcile"), STR("reconcile"), MENU_RECORDS, NULL },
	{ STR("Changes"), STR("changes"), MENU_RECORDS, NULL },
	{ STR("Corrections"), STR("corrections"), MENU_RECORDS, NULL },
	{ STR("Census"), STR("census"), MENU_RECORDS, NULL },
	{ STR("Equality"), STR("equality"), MENU_RECORDS, may_see_equality_totals },
	{ STR("Requests for data"), STR("data-requests"), MENU_RECORDS, may_see_data_requests },
	{ STR("Audit"), STR("audit"), MENU_RECORDS, NULL },
	{ STR("How long kept"), STR("retention"), MENU_RECORDS, NULL },
};

const int council_page_count = countof(council_pages);

const Str menu_words[MENUS] = {
	[MENU_STANDING] = STR("How we stand"), [MENU_PEOPLE] = STR("People and posts"),
	[MENU_HIRING] = STR("Recruitment and pipelines"), [MENU_AHEAD] = STR("Forecast and plan"),
	[MENU_RECORDS] = STR("Lists, returns and settings"),
};

/* What a duty is mostly about; of duties that are not here, how the council stands. */
static const struct { enum duty duty; enum menu first; } theirs[] = {
	{ DUTY_HR_OFFICER, MENU_HIRING }, { DUTY_HR_LEAD, MENU_HIRING }, { DUTY_LEARNING, MENU_HIRING },
	{ DUTY_SERVICE_HEAD, MENU_PEOPLE }, { DUTY_TEAM_MANAGER, MENU_PEOPLE }, { DUTY_CENSUS, MENU_RECORDS },
	{ DUTY_DPO, MENU_RECORDS }, { DUTY_SYSADMIN, MENU_RECORDS },
};

static enum menu
first_menu(const struct ask *ask)
{
	for (int d = 0; ask->viewer && d < countof(theirs); d++)
		for (int g = 0; g < ask->viewer->grant_count; g++) {
			const struct grant *grant = &ask->viewer->grants[g];
			if (grant->duty == theirs[d].duty && grant_holds(grant, ask->area, ask->today))
				return theirs[d].first;
		}
	return MENU_STANDING;
}

void
menu_order(const struct ask *ask, enum menu order[MENUS])
{
	int n = 0;
	order[n++] = first_menu(ask);
	for (int m = 0; m < MENUS; m++)
		if (m != (int)order[0])
			order[n++] = (enum menu)m;
}

bool
council_page_open(const struct ask *ask, const struct council_page *page)
{
	Str below = page->page, first = str_cut(&below, '/');
	struct found found = route_find(GET, (Str[]){ S("authorities"), ask->area, first, below }, below.len ? 4 : 3);
	return found.route && admits(ask->viewer, ask->area, found.route->need, ask->today)
	       && (!page->opens || page->opens(ask));
}

/* The page of the navigation that an address belongs to: of those that begin as it does, the one that says most; -1: none. */
static int
page_here(const struct visit *visit)
{
	int here = -1;
	for (int i = 0; i < council_page_count; i++) {
		Str below = council_pages[i].page, first = str_cut(&below, '/');
		const Str *segments = visit->request->segments;
		bool begins = visit->request->segment_count > 2 && str_equal(segments[2], first) &&
			(below.len == 0 || (visit->request->segment_count > 3 && str_equal(segments[3], below)));
		if (begins && (here < 0 || council_pages[i].page.len > council_pages[here].page.len))
			here = i;
	}
	return here;
}

static void
menu_link(struct html *h, const struct visit *visit, const struct council_page *page, bool here)
{
	html_raw(h, "<li><a class=\"govuk-link\"");
	html_attr(h, "href", str_format(visit->perm, "/authorities/%.*s/%.*s", STR_ARG(visit->ask.area), STR_ARG(page->page)));
	if (here)
		html_raw(h, " aria-current=\"true\"");
	html_raw(h, ">");
	html_text(h, page->words);
	html_raw(h, "</a></li>");
}

static void
menu_heading(struct html *h, enum menu menu, bool here, struct arena *perm)
{
	Str id = str_format(perm, "menu-%d", (int)menu);
	html_raw(h, "<li");
	html_attr(h, "class", here ? S("frame-group frame-group--here") : S("frame-group"));
	html_raw(h, "><span class=\"govuk-body-s\"");
	html_attr(h, "id", id);
	html_raw(h, ">");
	html_text(h, menu_words[menu]);
	html_raw(h, "</span><ul");
	html_attr(h, "aria-labelledby", id);
	html_raw(h, ">");
}

/* One group: its name, then its pages; nothing where none of them is open. */
static void
menu_group(struct html *h, const struct visit *visit, enum menu menu, int here)
{
	bool begun = false;
	for (int i = 0; i < council_page_count; i++) {
		if (council_pages[i].menu != menu || !council_page_open(&visit->ask, &council_pages[i]))
			continue;
		if (!begun)
			menu_heading(h, menu, here >= 0 && council_pages[here].menu == menu, visit->perm);
		begun = true;
		menu_link(h, visit, &council_pages[i], i == here);
	}
	if (begun)
		html_raw(h, "</ul></li>\n");
}

void
council_menu(struct html *h, const struct visit *visit)
{
	enum menu order[MENUS];
	int here = page_here(visit);
	menu_order(&visit->ask, order);
	html_raw(h, "<nav class=\"govuk-width-container frame-council\" aria-label=\"This council\"><ul>");
	for (int m = 0; m < MENUS; m++)
		menu_group(h, visit, order[m], here);
	html_raw(h, "</ul></nav>\n");
}
