/* applying.h: a council with a round that takes applications, and somebody who applies in a browser that can die. It is
 * 24 November 2025. */
#ifndef TEST_APPLYING_H
#define TEST_APPLYING_H

#include "walls_site.h"

#include "app/apply.h"

static const char applying_council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"role R-000002 2015-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n"
	"role R-000003 2015-01-01 open title=KqSecretrole; family=social_work; census_role=4; registered=yes\n"
	"post P-000001 2015-01-01 open title=KqSecretpost; unit=U-000001; role=R-000001; fte=0.8; status=funded\n"
	"person N-000001 family_name=KqSecretname; given_names=Ann; born=1980-02-01\n"
	"hiring_round RN-000001 number=1; name=Autumn round; opens_on=2025-11-01; closes_on=2025-11-30; shortlist_by=2025-12-06; anonymous=yes;"
	" public=yes; advert=Come and work here; pay=36000 to 45000; contact=HR on 01922 1; lessons=KqSecretlesson\n"
	"hiring_round RN-000002 number=2; name=Kept inside; opens_on=2025-11-01; closes_on=2025-11-30; anonymous=yes; public=no\n"
	"hiring_round RN-000003 number=3; name=Over; opens_on=2025-10-01; closes_on=2025-11-23; anonymous=no; public=yes\n"
	"hiring_round RN-000004 number=4; name=Not yet; opens_on=2025-11-25; anonymous=no; public=yes\n"
	"hiring_round RN-000005 name=Open advert; opens_on=2025-01-01; anonymous=no; public=yes; title=Social worker, near the canal;"
	" place=Town Hall; worked=Two days at home\n"
	"requisition RQ-000001 post=P-000001; unit=U-000001; role=R-000001; why=KqSecretwhy; asked_on=2025-08-01; decision=approved;"
	" decided_on=2025-08-04; redeployment=nobody; transfers=nobody; round=RN-000001; advertised_on=2025-11-01\n"
	"hiring_round RN-000006 name=Without scores; opens_on=2025-11-01; anonymous=no; public=yes\n"
	"post P-000002 2015-01-01 open title=KqSecretother; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"requisition RQ-000002 post=P-000002; unit=U-000001; role=R-000001; why=KqSecretwhy; asked_on=2025-08-01; decision=approved;"
	" decided_on=2025-08-04; redeployment=nobody; transfers=nobody; round=RN-000006; advertised_on=2025-11-01\n"
	"panel_member PM-000001 round=RN-000006; name=T. Vale; part=chair; trained_on=2025-06-01\n"
	"criterion CR-000001 round=RN-000001; part=shortlist; name=Works with families; most=4; needed=2; place=1\n"
	"criterion CR-000002 round=RN-000001; part=shortlist; name=Supports others; most=4; place=2; role=R-000002\n"
	"criterion CR-000003 round=RN-000001; part=interview; name=KqSecretquestion; most=4; place=3\n"
	"criterion CR-000004 round=RN-000005; part=shortlist; name=Anything; most=4; role=R-000001\n"
	"candidate CN-000001 family_name=Shaw; given_names=Di; email=di@example.org; swe_number=SW1234\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=newly_qualified; received_on=2025-11-20\n";

/* A browser of somebody who applies: one cookie, and the token of its last page. */
struct applicant { struct site *site; int64_t now; Str cookie, token; };

static inline struct applicant
somebody_applies(struct site *site)
{
	return (struct applicant){ .site = site, .now = WALLS_NOW };
}

static inline void
applicant_keep(struct applicant *a, const struct reply *reply, struct arena *perm)
{
	Str rest = reply->cookies[2], value = str_cut(&rest, ';'), name = str_cut(&value, '=');
	if (str_equal(name, S("__Host-application")))
		a->cookie = str_copy(value, perm);
	ptrdiff_t at = str_find(reply->body, S("name=\"token\" value=\""));
	if (at < 0)
		return;
	rest = str_from(reply->body, at + 20);
	a->token = str_copy(str_cut(&rest, '"'), perm);
}

static inline Str
applicant_lines(const struct applicant *a, struct arena *perm)
{
	return a->cookie.len ? str_format(perm, ASKING_HOST "Cookie: __Host-application=%.*s\n", STR_ARG(a->cookie)) : S(ASKING_HOST);
}

static inline struct reply
looks(struct applicant *a, const char *target, struct arena *perm)
{
	struct reply reply = ask_site(a->site, (struct asked_for){ "GET", target, str_c(applicant_lines(a, perm), perm), S(""), a->now }, perm);
	applicant_keep(a, &reply, perm);
	return reply;
}

/* "name=value&..." as they are, not encoded. */
static inline Str
encoded_fields(Str fields, struct arena *perm)
{
	struct text text = text_new(perm);
	while (fields.len > 0) {
		Str value = str_cut(&fields, '&'), name = str_cut(&value, '=');
		struct html h = html_new(perm);
		html_url_part(&h, value);
		text_format(&text, "&%.*s=%.*s", STR_ARG(name), STR_ARG(html_str(&h)));
	}
	return text_str(&text);
}

static inline struct reply
sends_with(struct applicant *a, const char *target, Str fields, const char *more, struct arena *perm)
{
	Str body = str_format(perm, "token=%.*s%.*s", STR_ARG(a->token), STR_ARG(encoded_fields(fields, perm)));
	Str lines = str_format(perm, "%.*s%sContent-Type: application/x-www-form-urlencoded\nContent-Length: %td\n",
	                       STR_ARG(applicant_lines(a, perm)), more, body.len);
	struct reply reply = ask_site(a->site, (struct asked_for){ "POST", target, str_c(lines, perm), body, a->now }, perm);
	applicant_keep(a, &reply, perm);
	return reply;
}

static inline struct reply
sends(struct applicant *a, const char *target, const char *fields, struct arena *perm)
{
	return sends_with(a, target, str_of(fields), "", perm);
}

/* The code that a page shows. */
static inline Str
code_shown(Str body)
{
	ptrdiff_t at = str_find(body, S("your code is <strong"));
	if (at < 0)
		return S("");
	Str rest = str_from(body, at);
	(void)str_cut(&rest, '>');
	return str_cut(&rest, '<');
}

/* Begins an application for a round; gives its code. */
static inline Str
begins(struct applicant *a, const char *round, struct arena *perm)
{
	looks(a, str_c(str_format(perm, "/apply/walsall/%s", round), perm), perm);
	struct reply reply = sends(a, str_c(str_format(perm, "/apply/walsall/%s/start", round), perm), "", perm);
	check_int(reply.status, 200);
	Str code = str_copy(code_shown(reply.body), perm);
	looks(a, "/apply/yours/about-you", perm);
	return code;
}

/* Each part as it may be answered, but for who it is. */
static const struct { const char *part, *fields; } applying_parts[] = {
	{ "registration", "registered=yes&swe_number=SW7777&qualified_on=1 Jul 2019&sponsor_needed=no" },
	{ "experience", "role=R-000001&band=experienced&years=6&inside=no&notice_weeks=8" },
	{ "employment", "employment=2019 to now: Dudley council, social worker&gaps=none" },
	{ "statement", "answer.CR-000001=I worked with forty families&statement=Because it is near" },
	{ "referees", "referee_1=J. Cole&referee_1_email=j@example.org&referee_1_from=1 Sep 2019&referee_2=K. May&referee_2_email=k@example.org" },
	{ "how-you-heard", "channel=radio&referrer=Ann Oddie&interested=yes&interest=My cousin is on the panel&keep_in_touch=no" },
	{ "equality", "equality_sex=F&equality_age=35_44&equality_ethnicity=REFU&equality_religion=refused" },
};

static inline void
fills_in(struct applicant *a, const char *about, struct arena *perm)
{
	check_int(sends(a, "/apply/yours/about-you", about, perm).status, 303);
	for (int i = 0; i < countof(applying_parts); i++) {
		struct reply reply = sends(a, str_c(str_format(perm, "/apply/yours/%s", applying_parts[i].part), perm), applying_parts[i].fields, perm);
		if (reply.status != 303)
			printf("%s: %d\n%.*s\n", applying_parts[i].part, reply.status, STR_ARG(reply.body));
		check_int(reply.status, 303);
	}
}

#define JO "given_names=Jo&family_name=Park&email=jo@example.org&phone=07700 900123&adjustments=Questions in writing"

static inline bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

/* The site, with the council in it; and an HR officer. */
struct hiring_office { struct place_of it; struct visitor officer; };
static inline struct hiring_office
applying_office(struct arena *perm)
{
	struct hiring_office o = { .it = place_new(perm) };
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	struct grant grant = grant_of(DUTY_HR_OFFICER, S("walsall"), S(""));
	check(world_open(world, o.it.path, perm, &err));
	walls_put(o.it.path, council_of(applying_council, perm), perm);
	o.officer = signed_in_with(o.it.path, &grant, 1, perm);
	place_open(&o.it);
	return o;
}

/* SQL beside the program. */
static inline void
meddle_with_open(struct store *store, const char *sql)
{
	struct error err = { "" };
	check(store_begin(store, &err) && store_run(store, sql, (struct args){ 0 }, &err) && store_commit(store, &err));
}

static inline void
meddle_with(Str path, const char *sql)
{
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	meddle_with_open(store, sql);
	store_close(store);
}

static inline Str
officer_sees(struct hiring_office *o, const char *path, struct arena *perm)
{
	struct reply reply = get_as(o->it.site, &o->officer, str_format(perm, "/authorities/walsall/%s", path), perm);
	if (reply.status != 200)
		printf("%s: %d\n", path, reply.status);
	check_int(reply.status, 200);
	return reply.body;
}

#endif
