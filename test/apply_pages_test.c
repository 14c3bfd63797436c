/* apply_pages_test.c: applying for a post over HTTP, by whoever comes from outside: from the advert to the board.
 *
 * Abuse cases 4, 16, 17, 19, 23 and 29 of the threat model on the public form; 18 is in abuse_test.sh. */
#include "applying.h"

#include "store/messages.h"

#define COUNT(table) asked_of_store(o.it.path, "SELECT count(*) FROM " table)

/* ---- what is open ------------------------------------------------------------------------------------ */

static void
a_round_is_shown_from_the_day_it_opens_if_it_takes_the_form_and_nothing_else_is(struct arena *perm)
{
	static const struct { const char *target; int status; } cases[] = {
		{ "/apply/walsall/RN-000001", 200 }, { "/apply/walsall/RN-000003", 200 }, { "/apply/walsall/RN-000002", 404 },
		{ "/apply/walsall/RN-000004", 404 }, { "/apply/walsall/RN-000009", 404 }, { "/apply/atlantis/RN-000001", 404 },
		{ "/apply/leeds/RN-000001", 404 }, { "/apply/england/RN-000001", 404 }, { "/apply/walsall/AP-000001", 404 },
	};
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	Str list = looks(&a, "/apply", perm).body;
	check(shows(list, "Social worker or Senior practitioner") && shows(list, "By the end of Sunday 30 November 2025"));
	check(shows(list, "Social worker, near the canal") && shows(list, "No closing day"));
	check(shows(list, "half an hour to an hour") && !shows(list, "Take this page away"));
	check(!shows(list, "Kept inside") && !shows(list, "Open advert") && !shows(list, "Autumn round") && !shows(list, "Not yet") && !shows(list, ">Over<"));
	Str none = looks(&a, "/apply/walsall/RN-000009", perm).body;
	for (int i = 0; i < countof(cases); i++) {
		struct reply reply = looks(&a, cases[i].target, perm);
		if (reply.status != cases[i].status)
			printf("%s\n", cases[i].target);
		check_int(reply.status, cases[i].status);
		check(!shows(reply.body, "KqSecret") && !shows(reply.body, "Shaw"));
		if (reply.status == 404)
			check_int(reply.body.len, none.len);             /* one answer, whatever is not there */
	}
	Str page = looks(&a, "/apply/walsall/RN-000001", perm).body;
	check(shows(page, "Come and work here") && shows(page, "36000 to 45000") && shows(page, "Works with families (essential)"));
	check(shows(page, "Social worker and Senior practitioner") && shows(page, "Start now") && shows(page, "30 days"));
	/* the post is of 0.8, for anybody with any experience; the advert says nothing else of it */
	check(shows(page, "Part time") && shows(page, "Any experience") && shows(page, "will be registered before they start"));
	check(shows(page, "shortlisted by Saturday 6 December 2025") && shows(page, "read without your name") && !shows(page, "Autumn round"));
	page = looks(&a, "/apply/walsall/RN-000005", perm).body;
	check(shows(page, "Town Hall, Walsall") && shows(page, "Two days at home") && shows(page, "shortlisted as it comes"));
	page = looks(&a, "/apply/walsall/RN-000003", perm).body;
	check(shows(page, "takes no more applications") && !shows(page, "Start now"));
	check(!shows(looks(&a, "/apply/walsall/RN-000001.json", perm).body, "KqSecret"));
	check(shows(officer_sees(&o, "recruitment/rounds/RN-000001", perm), "href=\"/apply/walsall/RN-000001\""));
	check(!shows(officer_sees(&o, "recruitment/rounds/RN-000002", perm), "/apply/"));
	check(shows(officer_sees(&o, "recruitment/rounds/RN-000002", perm), "Not shown to the public"));
	check(shows(officer_sees(&o, "recruitment/rounds/RN-000003", perm), "Closed: its last day was Sunday 23 November 2025"));
	check(shows(officer_sees(&o, "recruitment/rounds/RN-000004", perm), "Opens on Tuesday 25 November 2025"));
	place_end(&o.it, perm);
}

/* ---- from start to board ------------------------------------------------------------------------------- */

static void
an_application_goes_from_the_advert_to_the_board(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	Str page = looks(&a, "/apply/yours/check", perm).body;
	check(shows(page, "Jo") && shows(page, "I worked with forty families") && shows(page, "4 of 6 answered"));
	check(!shows(page, "Prefer not to say") && !shows(page, "Before you can send it"));
	check_int(sends(&a, "/apply/send", "", perm).status, 400);               /* their word is asked */
	check_int(COUNT("application"), 1);
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	Str board = officer_sees(&o, "recruitment", perm);
	check(shows(board, "Jo Park") && shows(board, "AP-000002"));
	page = officer_sees(&o, "recruitment/AP-000002", perm);
	check(shows(page, "J. Cole") && shows(page, "K. May"));
	page = officer_sees(&o, "candidates/CN-000002", perm);
	check(shows(page, "jo@example.org") && shows(page, "SW7777") && shows(page, "Questions in writing"));
	page = officer_sees(&o, "applications/AP-000002", perm);
	check(shows(page, "My cousin is on the panel") && shows(page, "Ann Oddie") && shows(page, "24 November 2025") &&
	      shows(page, "Registration: Registered") && shows(page, "2019 to now: Dudley council, social worker"));
	page = officer_sees(&o, "answers-of-applicants/AW-000001", perm);
	check(shows(page, "Works with families") && shows(page, "I worked with forty families"));
	check_int(COUNT("candidate_equality WHERE application = 'AP-000002' AND ethnicity = 'REFU' AND age_band = '35_44'"), 1);
	check_int(COUNT("application_draft_text"), 0);                           /* nothing typed is left in the draft */
	check_int(COUNT("audit_entry WHERE action = 'record.edit' AND actor = 'public form'"), 1);
	place_end(&o.it, perm);
}

/* ---- the receipt -------------------------------------------------------------------------------------- */

static Str
receipt_words(struct place_of *it, const char *application, struct arena *perm)
{
	struct error err = { "" };
	struct message *all;
	int count;
	struct store *store = store_open(it->path, &err);
	Str words = S("");
	check(store_messages(store, S("walsall"), S(""), 100, &all, &count, perm, &err));
	for (int i = 0; i < count; i++)
		if (str_equal(all[i].application, str_of(application)) && str_equal(all[i].notice, S("receipt")))
			words = str_format(perm, "%.*s|%.*s|%.*s|%.*s", STR_ARG(all[i].address), STR_ARG(all[i].name), STR_ARG(all[i].subject),
				STR_ARG(all[i].words));
	store_close(store);
	return words;
}

/* It is 24 November 2025, four in the afternoon in London. */
static void
whoever_sends_has_a_receipt_with_its_number_and_without_the_code(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	Str code = begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	check_int(COUNT("message"), 0);
	check_int(sends(&a, "/apply/send", "", perm).status, 400);
	check_int(COUNT("message"), 0);                                          /* nothing was sent yet */
	for (int i = 0; i < 2; i++)
		check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	check_int(COUNT("message"), 1);
	Str words = receipt_words(&o.it, "AP-000002", perm);
	check(shows(words, "jo@example.org|Jo Park|We have your application: AP-000002|Dear Jo Park"));
	check(shows(words, "to Walsall: social worker") && shows(words, "Sent: Monday 24 November, 4pm"));
	check(!shows(words, "((") && str_find(words, code) < 0);
	check(shows(looks(&a, "/apply/yours", perm).body, "A receipt is on its way to your e-mail address"));
	check(shows(officer_sees(&o, "recruitment/AP-000002", perm), "Receipt of the public form"));
	place_end(&o.it, perm);
}

/* The form is open to all: nobody may have letters with their own words sent to somebody else, or many. */
static void
a_receipt_carries_no_strangers_words_and_an_address_has_five_a_day(struct arena *perm)
{
	static const char *const names[] = { "Win now at example.com", "<b>Eve</b>", "((day))", "Zo\xc3\xab O'Neill-May", "a: b", "Jo", "Jo", "Jo" };
	struct hiring_office o = applying_office(perm);
	for (int i = 0; i < countof(names); i++) {
		struct applicant a = somebody_applies(o.it.site);
		begins(&a, "RN-000001", perm);
		fills_in(&a, str_c(str_format(perm, "given_names=%s&family_name=Park&email=%s@example.org", names[i], i < 6 ? "jo" : "JO"), perm), perm);
		check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);       /* each is sent, with or without */
		check_int(COUNT("message WHERE notice = 'receipt'"), i < 5 ? i + 1 : 5);
		Str words = receipt_words(&o.it, str_c(str_format(perm, "AP-%06d", i + 2), perm), perm);
		check(i > 4 || shows(words, i == 3 ? "Dear Zo\xc3\xab O'Neill-May Park" : "Dear candidate"));
		check(!shows(words, "example.com") && !shows(words, "<b>"));
	}
	check_int(COUNT("application"), 1 + countof(names));
	place_end(&o.it, perm);
}

static void
a_council_that_writes_its_own_receipt_sends_its_words_or_none(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	walls_put(o.it.path, council_of("message_template MT-000001 2025-01-01 2025-11-24 notice=receipt; subject=Got it; words=Hello ((name)), ((sent));"
		" by_itself=yes\nmessage_template MT-000002 2025-11-25 open notice=receipt; subject=x; words=y; by_itself=no\n", perm), perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	check(shows(receipt_words(&o.it, "AP-000002", perm), "|Got it|Hello Jo Park, Monday 24 November"));
	struct applicant b = somebody_applies(o.it.site);
	b.now = WALLS_NOW + 86400;
	begins(&b, "RN-000001", perm);
	fills_in(&b, JO, perm);
	check_int(sends(&b, "/apply/send", "true=yes", perm).status, 303);
	check_str(receipt_words(&o.it, "AP-000003", perm), S(""));
	check(!shows(looks(&b, "/apply/yours", perm).body, "A receipt"));
	place_end(&o.it, perm);
}

/* ---- the council's own terms ---------------------------------------------------------------------------- */

static int
officer_says(struct hiring_office *o, const char *path, const char *fields, struct arena *perm)
{
	return post_as(o->it.site, &o->officer, str_format(perm, "/authorities/walsall/%s", path), str_of(fields), perm).status;
}

/* RN-000005 has no closing day: from 24 November, 60 days end on 23 January. Within bounds, and one of a kind on a day. */
static void
how_long_a_draft_is_kept_and_how_much_may_be_written_are_the_councils_terms(struct arena *perm)
{
#define NEW_TERM "terms-of-recruitment/new"
	struct hiring_office o = applying_office(perm);
	check_int(officer_says(&o, NEW_TERM, "what=draft&days=6&change.day=1+November+2025", perm), 409);
	check_int(officer_says(&o, NEW_TERM, "what=draft&days=366&change.day=1+November+2025", perm), 409);
	check_int(officer_says(&o, NEW_TERM, "what=draft&days=60&change.day=1+November+2025", perm), 303);
	check_int(officer_says(&o, NEW_TERM, "what=draft&days=50&change.day=1+December+2025", perm), 409);
	check_int(officer_says(&o, NEW_TERM, "what=draft_closed&days=0&change.day=1+November+2025", perm), 303);
	check_int(officer_says(&o, NEW_TERM, "what=answer&days=4001&change.day=1+November+2025", perm), 409);
	check_int(officer_says(&o, NEW_TERM, "what=answer&days=200&change.day=1+November+2025", perm), 303);
	struct applicant a = somebody_applies(o.it.site), b = somebody_applies(o.it.site);
	begins(&a, "RN-000005", perm);
	check(shows(looks(&a, "/apply/yours", perm).body, "Kept until Friday 23 January 2026"));
	begins(&b, "RN-000001", perm);
	check(shows(looks(&b, "/apply/yours", perm).body, "Kept until Sunday 30 November 2025"));
	Str page = looks(&b, "/apply/walsall/RN-000001", perm).body;
	check(shows(page, "60 days after your last change, or 0 days after the closing day") && shows(page, "removed 183 days after the decision"));
	check(shows(looks(&b, "/apply/yours/statement", perm).body, "Up to 200 characters"));
	Str long_one = str_format(perm, "answer.CR-000001=%0200d&statement=x", 0), longer = str_format(perm, "answer.CR-000001=%0201d&statement=x", 0);
	check_int(sends_with(&b, "/apply/yours/statement", longer, "", perm).status, 400);
	check_int(sends_with(&b, "/apply/yours/statement", long_one, "", perm).status, 303);
	place_end(&o.it, perm);
}

static void
no_more_are_begun_at_once_than_the_council_says(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	check_int(officer_says(&o, NEW_TERM, "what=drafts&days=10&change.day=1+November+2025", perm), 303);
	for (int i = 0; i < 11; i++) {
		struct applicant a = somebody_applies(o.it.site);
		looks(&a, "/apply/walsall/RN-000001", perm);
		check_int(sends(&a, "/apply/walsall/RN-000001/start", "", perm).status, i < 10 ? 200 : 429);
	}
	place_end(&o.it, perm);
}

static Str
hidden_of(Str body, const char *name, struct arena *perm)
{
	ptrdiff_t at = str_find(body, str_format(perm, "name=\"%s\" value=\"", name));
	Str rest = str_from(body, at < 0 ? body.len : at + (ptrdiff_t)strlen(name) + 15);
	return str_copy(str_cut(&rest, '"'), perm);
}

/* Once closed nobody begins or sends; opened again, what was begun goes on. */
static void
whoever_keeps_rounds_closes_the_form_and_opens_it_again(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000005", perm);
	check(shows(officer_sees(&o, "recruitment/rounds/RN-000005", perm), "recruitment-rounds/RN-000005/change?how=correct"));
	for (int closed = 1; closed >= 0; closed--) {
		Str page = officer_sees(&o, "recruitment-rounds/RN-000005/change?how=correct", perm);
		check_int(officer_says(&o, "recruitment-rounds/RN-000005/change", str_c(str_format(perm, "how=correct&change.reason=full&change.row=%.*s"
			"&change.version=%.*s&name=Open+advert&opens_on=2025-01-01&anonymous=no&public=yes&closed_on=%s", STR_ARG(hidden_of(page,
			"change.row", perm)), STR_ARG(hidden_of(page, "change.version", perm)), closed ? "2025-11-24" : ""), perm), perm), 303);
		struct applicant b = somebody_applies(o.it.site);
		check(shows(looks(&b, "/apply/walsall/RN-000005", perm).body, "Start now") == !closed);
		check(shows(looks(&a, "/apply/yours", perm).body, "takes no more applications") == closed);
		check(shows(officer_sees(&o, "recruitment/rounds/RN-000005", perm), closed ? "Closed since Monday 24 November 2025" : "Open, with no"));
	}
	place_end(&o.it, perm);
}

/* HR sees whether the form is open and how much it is used, never what is in a draft. */
static void
the_page_of_a_round_says_how_its_form_is_used(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site), b = somebody_applies(o.it.site);
	Str page = officer_sees(&o, "recruitment/rounds/RN-000001", perm);
	check(shows(page, "Open, to the end of Sunday 30 November 2025") && shows(page, "0 applications"));
	begins(&a, "RN-000001", perm);
	begins(&b, "RN-000001", perm);
	check_int(sends(&a, "/apply/yours/about-you", "given_names=KqSecretdraft", perm).status, 400);
	fills_in(&b, JO, perm);
	page = officer_sees(&o, "recruitment/rounds/RN-000001", perm);
	check(shows(page, "2 applications") && !shows(page, "KqSecretdraft"));
	check_int(sends(&b, "/apply/send", "true=yes", perm).status, 303);
	check_int(COUNT("application_draft WHERE application = ''"), 1);
	page = officer_sees(&o, "recruitment/rounds/RN-000001", perm);
	check(shows(page, "1 application"));
	place_end(&o.it, perm);
}

static void
what_is_sent_twice_is_one_application(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	for (int i = 0; i < 3; i++)
		check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	check_int(COUNT("application"), 2);
	check_int(COUNT("candidate"), 2);
	/* and nothing of it changes afterwards */
	struct reply reply = sends(&a, "/apply/yours/about-you", "given_names=Eve", perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/apply/yours"));
	check_int(COUNT("application_draft_text"), 0);
	place_end(&o.it, perm);
}

static void
whoever_has_the_same_address_and_number_is_the_same_candidate(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	static const struct { const char *about, *swe; int candidates; } cases[] = {
		{ "given_names=Di&family_name=Shaw&email=DI@example.org", "SW1234", 1 },     /* another round: the same one */
		{ "given_names=Di&family_name=Shaw&email=di@example.org", "SW9999", 2 },     /* the number is another */
		{ "given_names=Diana&family_name=Shaw&email=di@example.org", "SW1234", 3 },  /* a stranger who knows both changes nothing */
	};
	for (int i = 0; i < countof(cases); i++) {
		struct applicant a = somebody_applies(o.it.site);
		begins(&a, "RN-000005", perm);
		fills_in(&a, cases[i].about, perm);
		check_int(sends(&a, "/apply/yours/registration", str_c(str_format(perm, "registered=yes&swe_number=%s&sponsor_needed=",
			cases[i].swe), perm), perm).status, 400);        /* saved all the same */
		check_int(sends(&a, "/apply/yours/registration", "sponsor_needed=no", perm).status, 303);
		check_int(sends(&a, "/apply/yours/how-you-heard", "interested=no&keep_in_touch=", perm).status, 303);
		check_int(sends(&a, "/apply/yours/statement", "answer.CR-000004=x&statement=y", perm).status, 303);
		check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
		check_int(COUNT("candidate"), cases[i].candidates);
	}
	/* the same person once more for the same post: two applications for people to look at, and no word of the first */
	struct applicant again = somebody_applies(o.it.site);
	begins(&again, "RN-000001", perm);
	fills_in(&again, "given_names=Di&family_name=Shaw&email=di@example.org", perm);
	check_int(sends(&again, "/apply/yours/registration", "registered=yes&swe_number=SW1234&sponsor_needed=no", perm).status, 303);
	check_int(sends(&again, "/apply/send", "true=yes", perm).status, 303);
	check_int(COUNT("candidate"), 4);
	place_end(&o.it, perm);
}

/* ---- nothing is lost -------------------------------------------------------------------------------------- */

static void
when_the_browser_dies_the_code_brings_all_of_it_back(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	Str code = begins(&a, "RN-000001", perm);
	check_int(code.len, 14);
	check_int(sends(&a, "/apply/yours/about-you", JO, perm).status, 303);
	check_int(sends(&a, "/apply/yours/employment", "do=keep&employment=Half a sentence", perm).status, 200);
	struct applicant b = somebody_applies(o.it.site);
	check_int(looks(&b, "/apply/yours", perm).status, 404);
	check_int(looks(&b, "/apply/back", perm).status, 200);
	Str typed = str_lower(code, perm);
	struct reply reply = sends_with(&b, "/apply/back", str_format(perm, "code= %.*s", STR_ARG(typed)), "", perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/apply/yours"));
	check(shows(looks(&b, "/apply/yours", perm).body, "Last saved Monday 24 November, 4pm. Kept until Sunday 7 December 2025"));
	check(shows(looks(&b, "/apply/yours/about-you", perm).body, "jo@example.org"));
	check(shows(looks(&b, "/apply/yours/employment", perm).body, "Half a sentence"));
	check(shows(looks(&a, "/apply/yours/about-you", perm).body, "jo@example.org"));      /* the first goes on as well */
	/* a new code ends the old one */
	Str other = code_shown(sends(&b, "/apply/yours", "do=code", perm).body);
	check(other.len == 14 && !str_equal(other, code));
	struct applicant c = somebody_applies(o.it.site);
	looks(&c, "/apply/back", perm);
	check_int(sends_with(&c, "/apply/back", str_format(perm, "code=%.*s", STR_ARG(code)), "", perm).status, 400);
	check_int(sends_with(&c, "/apply/back", str_format(perm, "code=%.*s", STR_ARG(other)), "", perm).status, 303);
	place_end(&o.it, perm);
}

static void
what_is_wrong_is_kept_and_told(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	struct reply reply = sends(&a, "/apply/yours/about-you", "given_names=Jo&family_name=&email=not an address", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "There is a problem") && shows(reply.body, "Enter family name") && shows(reply.body, "name@example.com"));
	check(shows(looks(&a, "/apply/yours/about-you", perm).body, "not an address"));
	check_int(sends(&a, "/apply/yours/registration", "registered=yes&sponsor_needed=no", perm).status, 400);     /* which number? */
	check_int(sends(&a, "/apply/yours/registration", "registered=student&sponsor_needed=no", perm).status, 303);
	check_int(sends(&a, "/apply/yours/how-you-heard", "interested=yes&interest=", perm).status, 400);
	Str page = looks(&a, "/apply/yours/check", perm).body;
	check(shows(page, "Before you can send it") && shows(page, "About you: 2 questions to answer") && !shows(page, "Send the application"));
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 400);
	check_int(COUNT("application"), 1);
	check_int(looks(&a, "/apply/yours/nothing", perm).status, 404);
	place_end(&o.it, perm);
}

/* An attack: who applies writes their own references; and an address that no letter could go to. */
static void
nobody_is_their_own_referee(struct arena *perm)
{
#define NAMED(one, two) "referee_1=J. Cole&referee_1_email=" one "&referee_2=K. May&referee_2_email=" two
	static const char *const bad[] = { "<jo@example.org>", "jo@example..org", "\"jo\"@example.org", "j\u00F6@example.org" };
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	check_int(sends(&a, "/apply/yours/about-you", JO, perm).status, 303);
	struct reply reply = sends(&a, "/apply/yours/referees", NAMED("JO@example.org", "k@example.org"), perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "this is your own"));
	check_int(sends(&a, "/apply/yours/referees", NAMED("j@example.org", "jo@example.org"), perm).status, 400);
	reply = sends(&a, "/apply/yours/referees", NAMED("j@example.org", "J@example.org"), perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "Name two people"));
	check_int(sends(&a, "/apply/yours/referees", NAMED("j@example.org", "k@example.org"), perm).status, 303);
	/* nor by taking a referee's address afterwards: it is told before it is sent */
	check_int(sends(&a, "/apply/yours/about-you", "given_names=Jo&family_name=Park&email=k@example.org", perm).status, 303);
	check(shows(looks(&a, "/apply/yours/check", perm).body, "Referees: 1 question to answer"));
	for (int i = 0; i < countof(bad); i++)
		check_int(sends(&a, "/apply/yours/about-you", str_c(str_format(perm, "given_names=Jo&family_name=Park&email=%s", bad[i]), perm), perm).status, 400);
	place_end(&o.it, perm);
}

/* The token of a form follows from the cookie, so a page that was open when the program was started anew can be sent. */
static void
a_page_that_was_open_when_the_program_ended_can_be_sent_to_the_next(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	site_close(o.it.site);
	place_open(&o.it);
	check_int(sends(&a, "/apply/yours/about-you", JO, perm).status, 303);
	place_end(&o.it, perm);
}

static void
a_round_that_closed_keeps_what_was_written_until_its_day(struct arena *perm)
{
	enum { DAY = 24 * 60 * 60 };
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	Str code = begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	a.now = WALLS_NOW + 6 * DAY;                                     /* 30 November, its last day */
	check(shows(looks(&a, "/apply/yours/check", perm).body, "Send the application"));
	a.now += DAY;
	Str page = looks(&a, "/apply/yours/check", perm).body;
	check(shows(page, "takes no more applications") && shows(page, "7 December 2025") && shows(page, "forty families"));
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 409);
	check_int(COUNT("application"), 1);
	check_int(sends(&a, "/apply/walsall/RN-000001/start", "", perm).status, 409);
	a.now = WALLS_NOW + 14 * DAY;                                    /* 8 December: past its day */
	check_int(looks(&a, "/apply/yours", perm).status, 404);
	struct applicant b = somebody_applies(o.it.site);
	b.now = a.now;
	looks(&b, "/apply/back", perm);
	check_int(sends_with(&b, "/apply/back", str_format(perm, "code=%.*s", STR_ARG(code)), "", perm).status, 400);
	looks(&b, "/apply/walsall/RN-000005", perm);
	check_int(sends(&b, "/apply/walsall/RN-000005/start", "", perm).status, 200);        /* whoever begins takes old ones away */
	check_int(COUNT("application_draft"), 1);
	check_int(COUNT("application_draft_text"), 0);
	place_end(&o.it, perm);
}

static void
whoever_wrote_it_can_forget_and_remove_it(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	check_int(sends(&a, "/apply/yours/about-you", JO, perm).status, 303);
	check_int(sends(&a, "/apply/yours", "do=remove", perm).status, 400);
	check_int(sends(&a, "/apply/yours", "do=other", perm).status, 400);
	check_int(COUNT("application_draft"), 1);
	struct applicant same = a;
	check(str_find(sends(&a, "/apply/yours", "do=remove&sure=yes", perm).cookies[2], S("Max-Age=0")) >= 0);
	check_int(COUNT("application_draft"), 0);
	check_int(COUNT("application_draft_text"), 0);
	check_int(COUNT("application_draft_key"), 0);
	check_int(looks(&same, "/apply/yours", perm).status, 404);
	begins(&a, "RN-000001", perm);
	same = a;
	check_int(sends(&a, "/apply/yours", "do=leave", perm).status, 200);
	check_int(looks(&same, "/apply/yours", perm).status, 404);               /* the cookie opens nothing any more */
	check_int(COUNT("application_draft"), 1);
	place_end(&o.it, perm);
}

/* ---- after sending ------------------------------------------------------------------------------------------ */

static void
hr_moves(struct hiring_office *o, const char *form, struct arena *perm)
{
	struct reply reply = post_as(o->it.site, &o->officer, S("/authorities/walsall/recruitment/AP-000002/move"), str_of(form), perm);
	check_int(reply.status, 303);
}

static void
whoever_sent_it_sees_whose_move_it_is_and_nothing_of_others(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000006", perm);
	fills_in(&a, JO, perm);
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	Str page = looks(&a, "/apply/yours", perm).body;
	check(shows(page, "With us") && shows(page, "24 November 2025") && !shows(page, "Shaw") && !shows(page, "KqSecret"));
	hr_moves(&o, "move=shortlist", perm);
	hr_moves(&o, "move=invite&due_on=9+Dec+2025", perm);
	page = looks(&a, "/apply/yours", perm).body;
	check(shows(page, "With you") && shows(page, "9 December 2025"));
	hr_moves(&o, "move=assess", perm);
	hr_moves(&o, "move=hold", perm);
	page = looks(&a, "/apply/yours", perm).body;
	check(shows(page, "We decide") && !shows(page, "eserve"));               /* nobody learns it here first */
	hr_moves(&o, "move=reject&reason=scores", perm);
	page = looks(&a, "/apply/yours", perm).body;
	check(shows(page, "We write to you") && !shows(page, "ot chosen") && !shows(page, "Withdraw my"));
	check_int(sends(&a, "/apply/yours", "do=withdraw&reason=pay", perm).status, 200);
	check_int(COUNT("application_step WHERE move = 'withdraw'"), 0);
	place_end(&o.it, perm);
}

static void
whoever_sent_it_withdraws_with_a_reason(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	check_int(sends(&a, "/apply/yours", "do=withdraw&reason=pay", perm).status, 400);        /* it was not sent */
	fills_in(&a, JO, perm);
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	looks(&a, "/apply/yours", perm);
	check_int(sends(&a, "/apply/yours", "do=withdraw", perm).status, 400);
	check_int(sends(&a, "/apply/yours", "do=withdraw&reason=criteria", perm).status, 400);   /* not theirs to say */
	check_int(sends(&a, "/apply/yours", "do=withdraw&reason=other_post", perm).status, 303);
	check(shows(looks(&a, "/apply/yours", perm).body, "It was withdrawn"));
	check_int(COUNT("application_step WHERE move = 'withdraw' AND reason = 'other_post' AND made_by = 'public form'"), 1);
	check(shows(officer_sees(&o, "recruitment/AP-000002", perm), "Withdrew: took another post, recorded by public form"));
	check(shows(officer_sees(&o, "candidates/CN-000002", perm), "26 May 2026"));     /* 183 days on */
	place_end(&o.it, perm);
}

/* Who named their referees has them as their checks, and no others beside them. */
static void
the_referees_that_were_named_are_the_ones_asked(struct arena *perm)
{
	static const char *const steps[] = { "move=shortlist", "move=invite", "move=assess", "move=choose",
		"move=offer&seat=RQ-000002", "move=accept" };
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000006", perm);
	fills_in(&a, JO, perm);
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	for (int i = 0; i < countof(steps); i++)
		hr_moves(&o, steps[i], perm);
	check_int(COUNT("vetting WHERE application = 'AP-000002' AND kind = 'reference'"), 2);
	check_int(COUNT("vetting WHERE application = 'AP-000002'"), 10);
	check_int(COUNT("vetting WHERE application = 'AP-000002' AND due_on IS NULL"), 0);
	place_end(&o.it, perm);
}

/* Whoever counts sees neither who applied nor what they wrote. */
static void
who_has_pseudonyms_reads_nothing_that_was_written(struct arena *perm)
{
	static const char *const pages[] = { "applications", "applications.csv", "candidates", "candidates.csv", "answers-of-applicants",
		"answers-of-applicants.csv", "applications/AP-000002", "answers-of-applicants/AW-000001" };
	struct hiring_office o = applying_office(perm);
	struct grant grant = grant_of(DUTY_ANALYST, S("walsall"), S(""));
	struct visitor analyst = signed_in_with(o.it.path, &grant, 1, perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	for (int i = 0; i < countof(pages); i++) {
		Str body = get_as(o.it.site, &analyst, str_format(perm, "/authorities/walsall/%s", pages[i]), perm).body;
		bool tells = shows(body, "Park") || shows(body, "forty families") || shows(body, "cousin") || shows(body, "Ann Oddie") ||
		             shows(body, "near") || shows(body, "Dudley") || shows(body, "SW7777");
		if (tells)
			printf("%s tells\n", pages[i]);
		check(!tells);
	}
	place_end(&o.it, perm);
}

/* What was sent is taken back from the records; its number is not the next one's, so its key opens nothing of theirs. */
static void
a_key_never_opens_what_another_sent_after(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct grant grant = grant_of(DUTY_HR_LEAD, S("walsall"), S(""));
	struct visitor lead = signed_in_with(o.it.path, &grant, 1, perm);
	struct applicant a = somebody_applies(o.it.site), b = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	check_int(sends(&a, "/apply/send", "true=yes", perm).status, 303);
	Str page = looks(&a, "/apply/yours", perm).body;
	check(shows(page, "AP-000002") && shows(page, "Withdraw"));
	int64_t seq = asked_of_store(o.it.path, "SELECT max(seq) FROM deed");
	check_int(post_as(o.it.site, &lead, str_format(perm, "/authorities/walsall/changes/%lld/undo", (long long)seq), S(""), perm).status, 303);
	check_int(COUNT("application"), 1);
	begins(&b, "RN-000001", perm);
	fills_in(&b, "given_names=Bo&family_name=Reed&email=bo@example.org", perm);
	check_int(sends(&b, "/apply/send", "true=yes", perm).status, 303);
	check(shows(looks(&b, "/apply/yours", perm).body, "AP-000003"));
	page = looks(&a, "/apply/yours", perm).body;
	check(shows(page, "is no longer kept") && !shows(page, "AP-00000") && !shows(page, "Withdraw"));
	check_int(sends(&a, "/apply/yours", "do=withdraw&reason=pay", perm).status, 200);
	check_int(COUNT("application_step WHERE move = 'withdraw'"), 0);
	/* nor is it in the history of the next */
	check(!shows(officer_sees(&o, "candidates/CN-000003/history", perm), "Park"));
	place_end(&o.it, perm);
}

/* ---- whose it is: abuse cases 4, 16, 17, 19, 23, 29 ------------------------------------------------------------- */

static void
nobody_reaches_what_another_writes(struct arena *perm)
{
	static const char *const targets[] = { "/apply/yours", "/apply/yours/about-you", "/apply/yours/check", "/apply/yours.json" };
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site), b = somebody_applies(o.it.site), c = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	check_int(sends(&a, "/apply/yours/about-you", JO, perm).status, 303);
	Str code = begins(&b, "RN-000001", perm);
	c.cookie = code;                                                 /* a code is no cookie */
	for (int i = 0; i < countof(targets); i++) {
		check(!shows(looks(&b, targets[i], perm).body, "jo@example.org"));
		struct reply none = looks(&c, targets[i], perm);
		check_int(none.status, 404);
		struct applicant d = somebody_applies(o.it.site);
		check_int(looks(&d, targets[i], perm).body.len, none.body.len);  /* as if there were no cookie */
	}
	/* nor does an account, whatever its duties */
	check_int(get_as(o.it.site, &o.officer, S("/apply/yours"), perm).status, 404);
	/* another's token does not fit one's own cookie */
	struct applicant mixed = a;
	mixed.token = b.token;
	check_int(sends(&mixed, "/apply/yours/about-you", "given_names=Eve", perm).status, 403);
	mixed.token = (Str){ o.it.site->token, TOKEN_LEN };
	check_int(sends(&mixed, "/apply/yours/about-you", "given_names=Eve", perm).status, 403);
	check(shows(looks(&a, "/apply/yours/about-you", perm).body, "value=\"Jo\""));
	place_end(&o.it, perm);
}

static void
no_form_of_another_site_writes_into_it(struct arena *perm)
{
	static const char *const ways[] = { "Origin: https://evil.example\n", "Sec-Fetch-Site: cross-site\n", "Sec-Fetch-Site: same-site\n" };
	static const char *const posts[] = { "/apply/yours/about-you", "/apply/yours", "/apply/send", "/apply/back", "/apply/walsall/RN-000001/start" };
	static const char *const gets[] = { "/apply/send", "/apply/walsall/RN-000001/start" };
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	for (int p = 0; p < countof(posts); p++) {
		for (int w = 0; w < countof(ways); w++)
			check_int(sends_with(&a, posts[p], S("true=yes&given_names=Eve&do=remove&sure=yes"), ways[w], perm).status, 403);
		struct applicant bare = a;
		bare.token = S("");
		check_int(sends(&bare, posts[p], "true=yes", perm).status, 403);
	}
	for (int g = 0; g < countof(gets); g++)
		check_int(looks(&a, gets[g], perm).status, 405);
	check_int(COUNT("application"), 1);
	check_int(COUNT("application_draft"), 1);
	check(shows(looks(&a, "/apply/yours/about-you", perm).body, "value=\"Jo\""));
	place_end(&o.it, perm);
}

/* Texts that are markup, formulas, SQL, paths, format strings and headers where they are not looked at as text. */
static const char *const hostile[] = {
	"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "</textarea><svg onload=alert(1)>",
	"=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\xef\xbc\x9d" "A1", "javascript:alert(1)", "'; DROP TABLE application; --",
	"%n%s%x%p", "../../etc/passwd", "${7*7}{{7*7}}", "; ls -la", "a\r\nSet-Cookie: x=1",
};

static bool
has_markup(Str body)
{
	static const char *const marks[] = { "<script>alert", "<img src=x", "<svg onload", "href=\"javascript:" };
	for (int i = 0; i < countof(marks); i++)
		if (shows(body, marks[i]))
			return true;
	return false;
}

/* Whether any cell begins as a formula does; a quoted cell may hold lines and commas. */
static bool
begins_formula(Str csv)
{
	bool quoted = false;
	for (ptrdiff_t i = 1; i < csv.len; i++) {
		char before = csv.at[i - 1];
		bool first = (before == ',' || before == '\n') && !quoted;
		ptrdiff_t at = first && csv.at[i] == '"' ? i + 1 : i;
		quoted ^= csv.at[i] == '"';
		if (first && at < csv.len && (strchr("=+-@", csv.at[at]) || str_begins(str_from(csv, at), S("\uff1d"))))
			return true;
	}
	return false;
}

static void
hostile_text_in_every_field_is_text_on_every_page(struct arena *perm)
{
	static const char *const pages[] = { "recruitment", "recruitment.csv", "recruitment/AP-000002", "candidates.csv", "candidates/CN-000002",
		"applications.csv", "applications/AP-000002", "answers-of-applicants.csv", "checks-before-start.csv", "recruitment/AP-000002.csv" };
	static const struct { const char *part, *fields; } parts[] = {
		{ "about-you", "given_names=@&family_name=@&email=jo@example.org&phone=@&adjustments=@" },
		{ "registration", "registered=no&swe_number=&sponsor_needed=no" }, { "experience", "role=R-000001&band=experienced&inside=no" },
		{ "employment", "employment=@&gaps=@" }, { "statement", "answer.CR-000001=@&statement=@" },
		{ "referees", "referee_1=@&referee_1_email=j@example.org&referee_2=@&referee_2_email=k@example.org" },
		{ "how-you-heard", "referrer=@&interested=yes&interest=@" },
	};
	for (int h = 0; h < countof(hostile); h++) {
		struct arena once = *perm;
		struct hiring_office o = applying_office(&once);
		struct applicant a = somebody_applies(o.it.site);
		begins(&a, "RN-000001", &once);
		for (int p = 0; p < countof(parts); p++) {
			struct text fields = text_new(&once);
			for (const char *c = parts[p].fields; *c; c++)
				if (c[0] == '@' && c[-1] == '=')
					text_add(&fields, str_of(hostile[h]));
				else
					text_char(&fields, *c);
			struct reply reply = sends_with(&a, str_c(str_format(&once, "/apply/yours/%s", parts[p].part), &once), text_str(&fields), "", &once);
			check(reply.status == 303 || (reply.status == 400 && h == countof(hostile) - 1));
			check(!has_markup(reply.body));
			check(!has_markup(looks(&a, str_c(str_format(&once, "/apply/yours/%s", parts[p].part), &once), &once).body));
		}
		check(!has_markup(looks(&a, "/apply/yours/check", &once).body));
		int sent = sends(&a, "/apply/send", "true=yes", &once).status;
		check(sent == 303 || h == countof(hostile) - 1);
		check(!has_markup(looks(&a, "/apply/yours", &once).body));
		for (int g = 0; sent == 303 && g < countof(pages); g++) {
			Str body = officer_sees(&o, pages[g], &once);
			bool csv = str_ends(str_of(pages[g]), S(".csv")), bad = csv ? begins_formula(body) : has_markup(body);
			if (bad)
				printf("%s: %s\n", pages[g], hostile[h]);
			check(!bad);
		}
		check_int(asked_of_store(o.it.path, "SELECT count(*) FROM role"), 3);
		place_end(&o.it, &once);
	}
}

static void
bodies_and_fields_have_their_bounds(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	struct text big = text_new(perm), many = text_new(perm), twice = text_new(perm);
	text_add(&big, S("do=keep&employment="));
	for (int i = 0; i < 40000; i++)
		text_char(&big, 'a');
	struct reply reply = sends_with(&a, "/apply/yours/employment", text_str(&big), "", perm);
	check_int(reply.status, 400);                                    /* far too long to keep */
	check_int(COUNT("application_draft_text"), 0);
	for (int i = 0; i < 250000; i++)
		text_char(&big, 'a');
	reply = sends_with(&a, "/apply/yours/employment", text_str(&big), "", perm);
	check_int(reply.status, 413);
	check(reply.close);
	for (int i = 0; i < 500; i++)
		text_format(&many, "%sf%d=1", i ? "&" : "", i);
	check_int(sends_with(&a, "/apply/yours/employment", text_str(&many), "", perm).status, 400);
	text_add(&twice, S("employment=a&employment=b"));
	check_int(sends_with(&a, "/apply/yours/employment", text_str(&twice), "", perm).status, 400);
	/* answers that nobody asked are not kept */
	check_int(sends(&a, "/apply/yours/employment", "do=keep&employment=x&answer.CR-000001=y&removed_on=2020-01-01&ref=AP-1", perm).status, 200);
	check_int(COUNT("application_draft_text"), 1);
	check_int(looks(&a, "/apply/yours?x=1", perm).status, 400);
	check_int(looks(&a, "/apply/walsall/%2e%2e%2f%2e%2e%2fetc", perm).status, 404);
	check_int(looks(&a, "/apply/walsall/RN-000001%00", perm).status, 400);
	check_int(looks(&a, "/apply/walsall/\xc0\xaf", perm).status, 400);
	place_end(&o.it, perm);
}

/* ---- how often ------------------------------------------------------------------------------------------------ */

static void
codes_cannot_be_tried_without_end(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site), b = somebody_applies(o.it.site);
	Str code = begins(&a, "RN-000001", perm);
	looks(&b, "/apply/back", perm);
	for (int i = 0; i < CODES_OF_HOUR; i++)
		check_int(sends(&b, "/apply/back", i % 2 ? "code=0000-0000-0000" : "code=nonsense", perm).status, 400);
	struct reply reply = sends_with(&b, "/apply/back", str_format(perm, "code=%.*s", STR_ARG(code)), "", perm);
	check_int(reply.status, 429);
	check_int(reply.retry_seconds, 3600);
	check(shows(reply.body, "Come back in 60 minutes"));
	check_int(COUNT("audit_entry WHERE action = 'apply.throttled'"), 1);
	check_int(looks(&a, "/apply/yours", perm).status, 200);          /* who has begun goes on */
	b.now += 3601;
	check_int(sends_with(&b, "/apply/back", str_format(perm, "code=%.*s", STR_ARG(code)), "", perm).status, 303);
	place_end(&o.it, perm);
}

static void
applications_cannot_be_begun_without_end(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	int i = 0;
	struct reply reply;
	for (; i < STARTS_OF_HOUR + 1; i++) {
		struct applicant a = somebody_applies(o.it.site);
		looks(&a, "/apply/walsall/RN-000001", perm);
		reply = sends(&a, "/apply/walsall/RN-000001/start", "", perm);
		check_int(reply.status, i < STARTS_OF_HOUR ? 200 : 429);
	}
	check(reply.retry_seconds > 0 && reply.cookies[2].len == 0);
	check_int(COUNT("application_draft"), STARTS_OF_HOUR);
	place_end(&o.it, perm);
}

static void
saving_has_its_bound_and_nothing_is_lost_by_it(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	begins(&a, "RN-000001", perm);
	check_int(sends(&a, "/apply/yours/employment", "do=keep&employment=First", perm).status, 200);
	meddle_with(o.it.path, "UPDATE application_draft SET saves = 720");
	check_int(sends(&a, "/apply/yours/employment", "do=keep&employment=Second", perm).status, 429);
	check(shows(looks(&a, "/apply/yours/employment", perm).body, "First"));
	a.now += 3600;
	check_int(sends(&a, "/apply/yours/employment", "do=keep&employment=Second", perm).status, 200);
	place_end(&o.it, perm);
}

/* A cookie that no script reads, that goes to this host over TLS alone, and that no other site's form brings. */
static void
its_cookie_and_its_page_are_as_safe_as_a_session(struct arena *perm)
{
	struct hiring_office o = applying_office(perm);
	struct applicant a = somebody_applies(o.it.site);
	looks(&a, "/apply/walsall/RN-000001", perm);
	struct reply reply = sends(&a, "/apply/walsall/RN-000001/start", "", perm);
	check(str_begins(reply.cookies[2], S("__Host-application=")));
	check(str_find(reply.cookies[2], S("; Path=/; Secure; HttpOnly; SameSite=Lax")) > 0);
	check(reply.cookies[0].len == 0 && reply.cookies[1].len == 0);
	reply = looks(&a, "/apply/yours/about-you", perm);
	check(shows(reply.policy, "default-src 'none'") && shows(reply.policy, "script-src 'self';") && shows(reply.policy, "frame-ancestors 'none'"));
	check(!reply.lasting);
	check(!shows(reply.body, "Find a council"));
	place_end(&o.it, perm);
}

int
main(void)
{
	run(a_round_is_shown_from_the_day_it_opens_if_it_takes_the_form_and_nothing_else_is);
	run(an_application_goes_from_the_advert_to_the_board);
	run(whoever_sends_has_a_receipt_with_its_number_and_without_the_code);
	run(a_receipt_carries_no_strangers_words_and_an_address_has_five_a_day);
	run(a_council_that_writes_its_own_receipt_sends_its_words_or_none);
	run(how_long_a_draft_is_kept_and_how_much_may_be_written_are_the_councils_terms);
	run(no_more_are_begun_at_once_than_the_council_says);
	run(the_page_of_a_round_says_how_its_form_is_used);
	run(whoever_keeps_rounds_closes_the_form_and_opens_it_again);
	run(what_is_sent_twice_is_one_application);
	run(a_key_never_opens_what_another_sent_after);
	run(whoever_has_the_same_address_and_number_is_the_same_candidate);
	run(when_the_browser_dies_the_code_brings_all_of_it_back);
	run(what_is_wrong_is_kept_and_told);
	run(nobody_is_their_own_referee);
	run(a_page_that_was_open_when_the_program_ended_can_be_sent_to_the_next);
	run(a_round_that_closed_keeps_what_was_written_until_its_day);
	run(whoever_wrote_it_can_forget_and_remove_it);
	run(whoever_sent_it_sees_whose_move_it_is_and_nothing_of_others);
	run(whoever_sent_it_withdraws_with_a_reason);
	run(the_referees_that_were_named_are_the_ones_asked);
	run(who_has_pseudonyms_reads_nothing_that_was_written);
	run(nobody_reaches_what_another_writes);
	run(no_form_of_another_site_writes_into_it);
	run(hostile_text_in_every_field_is_text_on_every_page);
	run(bodies_and_fields_have_their_bounds);
	run(codes_cannot_be_tried_without_end);
	run(applications_cannot_be_begun_without_end);
	run(saving_has_its_bound_and_nothing_is_lost_by_it);
	run(its_cookie_and_its_page_are_as_safe_as_a_session);
	return tests_end();
}
