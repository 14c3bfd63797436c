/* recruit_council.c: a council in which everything of recruitment waits to be done, and applications that somebody is writing. */
#include "kill.h"

#include <time.h>

#include "councils.h"

#include "app/apply_parts.h"
#include "store/store.h"

Str
thing_stem(enum recruit_kind kind, int thing, struct arena *perm)
{
	return str_format(perm, "%05d", ((int)kind + 1) * 1000 + thing);
}

static const char base[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"hiring_round RN-000001 name=Open advert; opens_on=2025-01-01; anonymous=no; public=no\n"
	"hiring_round RN-000002 name=Scored; opens_on=2025-01-01; anonymous=no; public=no\n"
	"criterion CR-000001 round=RN-000002; part=shortlist; name=Child focus; most=4; needed=2; place=1\n"
	"criterion CR-000002 round=RN-000002; part=shortlist; name=Writing; most=4; place=2\n"
	"hiring_round RN-000003 name=Public; opens_on=2025-01-01; anonymous=no; public=yes\n"
	"criterion CR-000003 round=RN-000003; part=shortlist; name=Anything; most=4; role=R-000001\n"
	"induction_step IS-000001 2020-01-01 open name=Laptop; due_days=0; owner=Business support; needed=cases\n"
	"induction_step IS-000002 2020-01-01 open name=Two days of practice; due_days=30; needed=inducted\n"
	"induction_step IS-000003 2020-01-01 open name=The review; due_days=182; kind=review\n"
	"message_template MT-000001 2020-01-01 open notice=not_this_time; subject=Your application; words=Not this time; by_itself=yes\n"
	"route RT-000001 2015-01-01 open name=Own students; kind=student; months=1\n"
	"cohort CO-000001 route=RT-000001; name=Autumn students; starts_on=2025-09-01; unit=U-000001\n";


/* A candidate with an application, that came so far by steps that are numbered with them. */
struct applying { const char *name, *round, *more; Str stem; int which, steps; };

static void
add_applying(struct text *text, const struct applying *a)
{
	static const char *const moves[] = { "shortlist", "invite", "assess", "choose", "offer", "accept", "clear", "agree" };
	text_format(text, "candidate CN-%.*s%d family_name=%s%.*s%d; given_names=Di; email=%s%.*s%d@example.org; swe_number=SW%.*s%d\n",
		STR_ARG(a->stem), a->which, a->name, STR_ARG(a->stem), a->which, a->name, STR_ARG(a->stem), a->which, STR_ARG(a->stem), a->which);
	text_format(text, "application AP-%.*s%d candidate=CN-%.*s%d; round=%s; role=R-000001; band=experienced; received_on=2025-01-10;"
		" statement=I want to work here%s\n", STR_ARG(a->stem), a->which, STR_ARG(a->stem), a->which, a->round, a->more);
	for (int s = 0; s < a->steps; s++)
		text_format(text, "application_step ST-%.*s%d application=AP-%.*s%d; move=%s; held_on=2025-02-%02d; turn=%d\n", STR_ARG(a->stem), s,
			STR_ARG(a->stem), a->which, moves[s], s + 1, s + 1);
}

static void
add_post(struct text *text, Str stem, const char *requisition)
{
	text_format(text, "post P-%.*s0 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n", STR_ARG(stem));
	if (requisition)
		text_format(text, "requisition RQ-%.*s0 post=P-%.*s0; unit=U-000001; role=R-000001; why=x; asked_on=2025-01-02; asked_by=A-9%s\n",
			STR_ARG(stem), STR_ARG(stem), requisition);
}

#define APPROVED "; decision=approved; decided_by=A-8; decided_on=2025-01-03; redeployment=nobody; transfers=nobody; round=RN-000001;" \
	" advertised_on=2025-01-04"

static void
add_things(struct text *text, int i, struct arena *perm)
{
	Str stem = thing_stem(CHECKED, i, perm);
	add_applying(text, &(struct applying){ "Checked", "RN-000001", "", stem, 0, 6 });
	text_format(text, "vetting VC-%.*s0 application=AP-%.*s0; kind=identity; state=not_started\n"
		"vetting VC-%.*s1 application=AP-%.*s0; kind=right_to_work; state=not_started\n", STR_ARG(stem), STR_ARG(stem), STR_ARG(stem), STR_ARG(stem));
	add_post(text, thing_stem(DECIDED, i, perm), "");
	stem = thing_stem(HIRED, i, perm);
	add_post(text, stem, APPROVED);
	add_applying(text, &(struct applying){ "Hired", "RN-000001", str_c(str_format(perm, "; requisition=RQ-%.*s0; starts_on=2025-03-03",
		STR_ARG(stem)), perm), stem, 0, 8 });
	for (int three = 0; three < 3; three++)
		add_applying(text, &(struct applying){ "Down", "RN-000001", "", thing_stem(TURNED_DOWN, i, perm), three, 0 });
	add_applying(text, &(struct applying){ "Scored", "RN-000002", "", thing_stem(SCORED, i, perm), 0, 0 });
	for (int two = 0; two < 2; two++)
		add_applying(text, &(struct applying){ "One", "RN-000001", "", thing_stem(MADE_ONE, i, perm), two, 0 });
	stem = thing_stem(LEARNED, i, perm);
	text_format(text, "learner LN-%.*s0 cohort=CO-000001; known_on=2025-06-01; family_name=Reed; given_names=Bo\n", STR_ARG(stem));
	stem = thing_stem(EDUCATED, i, perm);
	add_post(text, stem, NULL);
	text_format(text, "person N-%.*s0 family_name=Educator; given_names=Ann\n"
		"spell S-%.*s0 2018-01-01 open person=N-%.*s0; post=P-%.*s0; basis=permanent; fte=1\n", STR_ARG(stem), STR_ARG(stem), STR_ARG(stem),
		STR_ARG(stem));
}

static bool
put_council(struct store *store, struct council *council, struct arena *perm, struct error *err)
{
	struct changes changes = changes_new(perm);
	int64_t seq;
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++) {
			struct change change = { ADD, .type = &record_types[t], .after = council->of[t].at[i] };
			change.after.id = 0;
			changes_add(&changes, change);
		}
	struct deed deed = { .authority = S(RECRUITING), .actor = S("test"), .what = S("edit"), .object = S("council"), .at = (int64_t)time(NULL) };
	return store_do(store, &deed, &changes, NULL, NULL, &seq, perm, err) == STORED;
}

/* ---- applications that are being written ---------------------------------------------------------------- */

static const struct draft_text answers[] = {
	{ STR("registered"), STR("yes") }, { STR("qualified_on"), STR("1 Jul 2019") }, { STR("sponsor_needed"), STR("no") },
	{ STR("role"), STR("R-000001") }, { STR("band"), STR("experienced") }, { STR("years"), STR("6") }, { STR("inside"), STR("no") },
	{ STR("notice_weeks"), STR("8") }, { STR("employment"), STR("2019 to now: Dudley council, social worker") }, { STR("gaps"), STR("none") },
	{ STR("answer.CR-000003"), STR("I worked with forty families") }, { STR("statement"), STR("Because it is near") },
	{ STR("referee_1"), STR("J. Cole") }, { STR("referee_1_email"), STR("j@example.org") }, { STR("referee_1_from"), STR("1 Sep 2019") },
	{ STR("referee_2"), STR("K. May") }, { STR("referee_2_email"), STR("k@example.org") }, { STR("channel"), STR("radio") },
	{ STR("interested"), STR("no") }, { STR("keep_in_touch"), STR("no") }, { STR("equality_sex"), STR("F") },
	{ STR("equality_age"), STR("35_44") },
};

/* Whoever has only begun has typed nothing; whoever is to send has answered everything. */
static bool
add_draft(struct store *store, int i, Str *opens, struct arena *perm, struct error *err)
{
	int64_t now = (int64_t)time(NULL);
	struct apply_secret browser;
	struct draft draft = { .authority = S(RECRUITING), .round = S("RN-000003"), .removed_at = now + 1000000 };
	struct draft_texts texts = { new(perm, countof(answers) + 4, struct draft_text), countof(answers) };
	enum draft_saved saved = DRAFT_SAVED;
	Str stem = thing_stem(SENT, i - THINGS_MOST, perm), name = str_join(S("Sent"), stem, perm);
	for (int a = 0; a < countof(answers); a++)
		texts.at[a] = answers[a];
	texts.at[texts.count++] = (struct draft_text){ S("given_names"), S("Jo") };
	texts.at[texts.count++] = (struct draft_text){ S("family_name"), name };
	texts.at[texts.count++] = (struct draft_text){ S("email"), str_join(name, S("@example.org"), perm) };
	texts.at[texts.count++] = (struct draft_text){ S("swe_number"), str_join(S("SW"), stem, perm) };
	struct draft_saving saving = { 0, now, now + 1000000, 10 };
	if (!apply_browser_secret(&browser, perm, err) || !draft_add(store, &draft, now, err) ||
	    !draft_lock_add(store, draft.number, (struct draft_lock){ DRAFT_BROWSER, browser.hash }, err))
		return false;
	*opens = browser.text;
	saving.number = draft.number;
	return i < THINGS_MOST || draft_save(store, &saving, &texts, &saved, err);
}

bool
recruit_fill(struct trial *trial, const char *account, struct arena *perm)
{
	struct error err = { "" };
	struct text text = text_new(perm);
	text_format(&text, "%spanel_member PM-000001 round=RN-000002; name=Ann; account=%s; part=chair; trained_on=2025-01-01\n"
		"panel_member PM-000002 round=RN-000002; name=Bea; account=A-9; part=assessor\n", base, account);
	for (int i = 0; i < THINGS_MOST; i++)
		add_things(&text, i, perm);
	struct store *store = store_open(trial->store, &err);
	bool done = store && put_council(store, council_of(str_c(text_str(&text), perm), perm), perm, &err) && drafts_begin(store, &err);
	for (int i = 0; done && i < 2 * THINGS_MOST; i++)
		done = add_draft(store, i, &trial->recruiting.drafts[i], perm, &err);
	done = done && store_commit(store, &err);
	if (store)
		store_close(store);
	if (!done)
		printf("  the council that recruits: %s\n", err.text);
	return done;
}
