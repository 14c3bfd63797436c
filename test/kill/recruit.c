/* recruit.c: what whoever recruits sends, on pages and by the public form; and the commands of a daily run. */
#include "kill.h"

#include <string.h>

#include "app/apply.h"

const Str recruit_names[RECRUIT_KINDS] = {
	STR("checks"), STR("requisitions decided"), STR("starts"), STR("threes turned down"), STR("score sheets"), STR("drafts saved"),
	STR("drafts sent"), STR("lists of applications"), STR("pairs made one"), STR("learners\u2019 steps"), STR("educators"), STR("threes removed"),
};

/* ---- things ------------------------------------------------------------------------------------------------ */

/* The next of a kind, which nobody tries again; -1: it is over, or none is left. */
static int
thing_begin(struct trial *trial, enum recruit_kind kind)
{
	struct recruiting *r = &trial->recruiting;
	pthread_mutex_lock(&trial->lock);
	int thing = trial->over || r->next[kind] == THINGS_MOST ? -1 : r->next[kind]++;
	if (thing >= 0)
		r->things[kind][thing] = (struct recruit_thing){ true, trial->writes_early };
	pthread_mutex_unlock(&trial->lock);
	return thing;
}

static void
thing_answered(struct trial *trial, enum recruit_kind kind, int thing)
{
	struct recruiting *r = &trial->recruiting;
	pthread_mutex_lock(&trial->lock);
	r->things[kind][thing].answered = true;
	r->answered[kind]++;
	fprintf(trial->log, "%.*s: %d\n", STR_ARG(recruit_names[kind]), thing);
	fflush(trial->log);
	pthread_mutex_unlock(&trial->lock);
}

/* ---- what is sent --------------------------------------------------------------------------------------------- */

#define COUNCIL_PATH "/authorities/" RECRUITING "/"

static struct posting
form_of(const struct trial *trial, Str path, Str fields, struct arena *perm)
{
	return (struct posting){ path, S("application/x-www-form-urlencoded"), str_join(S("__Host-session="), trial->admin_cookie, perm),
		str_format(perm, "token=%.*s&%.*s", STR_ARG(trial->admin_token), STR_ARG(fields)) };
}

static struct posting
outside_of(const struct trial *trial, int draft, Str path, Str fields, struct arena *perm)
{
	Str opens = trial->recruiting.drafts[draft];
	return (struct posting){ path, S("application/x-www-form-urlencoded"), str_join(S("__Host-application="), opens, perm),
		str_format(perm, "token=%.*s&%.*s", STR_ARG(apply_form_token(opens, perm)), STR_ARG(fields)) };
}

/* Four applications: two that came some way, two with answers for equality monitoring. */
static Str
list_text(Str stem, struct arena *perm)
{
	static const char *const rest[] = { "Shortlisted,10 Oct 2025,WBRI", "Interviewed,20 Oct 2025,", "New,,WBRI", "New,,", };
	struct text text = text_new(perm);
	text_format(&text, "Reference,First name,Surname,Email,Round,Role,Experience,Date applied,Status,Status date,Ethnicity\r\n");
	for (int i = 0; i < countof(rest); i++)
		text_format(&text, "T%.*s%d,Di,List%.*s%d,list%.*s%d@example.org,RN-000001,R-000001,experienced,3 Oct 2025,%s\r\n", STR_ARG(stem), i,
			STR_ARG(stem), i, STR_ARG(stem), i, rest[i]);
	return text_str(&text);
}

static struct posting
list_of_applications(const struct trial *trial, Str stem, struct arena *perm)
{
	const struct { const char *name; Str value; } fields[] = { { "token", trial->admin_token }, { "system", S("other") }, { "change.sure", S("yes") } };
	struct text body = text_new(perm);
	for (int f = 0; f < countof(fields); f++)
		text_format(&body, "--x-edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%.*s\r\n", fields[f].name, STR_ARG(fields[f].value));
	text_format(&body, "--x-edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n%.*s\r\n--x-edge--\r\n",
		STR_ARG(list_text(stem, perm)));
	return (struct posting){ S(COUNCIL_PATH "recruitment/import"), S("multipart/form-data; boundary=x-edge"),
		str_join(S("__Host-session="), trial->admin_cookie, perm), text_str(&body) };
}

#define PATH(format) str_format(perm, COUNCIL_PATH format, STR_ARG(stem))
#define FIELDS_OF(format, ...) str_format(perm, format, __VA_ARGS__)

static struct posting
posting_of(const struct trial *trial, enum recruit_kind kind, int thing, struct arena *perm)
{
	Str stem = thing_stem(kind, thing, perm);
	switch (kind) {
	case CHECKED:
		return form_of(trial, PATH("recruitment/AP-%.*s0/check"), FIELDS_OF("ticking=yes&tick.VC-%.*s0=yes&tick.VC-%.*s1=yes&state=requested",
			STR_ARG(stem), STR_ARG(stem)), perm);
	case DECIDED:
		return form_of(trial, PATH("to-fill/RQ-%.*s0/decide"), S("decision=approved&redeployment=nobody&transfers=nobody"), perm);
	case HIRED:
		return form_of(trial, PATH("recruitment/AP-%.*s0/move"), S("move=start"), perm);
	case TURNED_DOWN:
		return form_of(trial, S(COUNCIL_PATH "recruitment/move"), FIELDS_OF("move=reject&reason=criteria&held_on=1+Feb+2026&who.AP-%.*s0=yes"
			"&who.AP-%.*s1=yes&who.AP-%.*s2=yes", STR_ARG(stem), STR_ARG(stem), STR_ARG(stem)), perm);
	case SCORED:
		return form_of(trial, PATH("recruitment/scoring/AP-%.*s0/give"), S("do=hand_in&score.CR-000001=4&note.CR-000001=Seen&score.CR-000002=3"),
			perm);
	case SAVED:
		return outside_of(trial, thing, S("/apply/yours/about-you"), FIELDS_OF("given_names=Saved%.*s&family_name=Saved%.*s"
			"&email=Saved%.*s%%40example.org", STR_ARG(stem), STR_ARG(stem), STR_ARG(stem)), perm);
	case SENT:
		return outside_of(trial, THINGS_MOST + thing, S("/apply/send"), S("true=yes"), perm);
	case LISTED:
		return list_of_applications(trial, stem, perm);
	case MADE_ONE:
		return form_of(trial, PATH("recruitment/duplicates/CN-%.*s0"), FIELDS_OF("q=CN-%.*s1&does=merge", STR_ARG(stem)), perm);
	case LEARNED:
		return form_of(trial, PATH("supply/LN-%.*s0/move"), S("move=select&held_on=2+June+2025"), perm);
	default:
		return form_of(trial, PATH("educators/N-%.*s0/record"), S("agreed_by=Ivy&agreed_on=1+May+2025&enrolled_1=8+Sept+2025"), perm);
	}
}

/* Of what pages do, that of which the least was begun. */
static enum recruit_kind
least_begun(struct trial *trial)
{
	int least = 0;
	pthread_mutex_lock(&trial->lock);
	for (int k = 1; k < PAGE_KINDS; k++)
		if (trial->recruiting.next[k] < trial->recruiting.next[least])
			least = k;
	pthread_mutex_unlock(&trial->lock);
	return (enum recruit_kind)least;
}

void *
recruit_on_pages(void *context)
{
	struct trial *trial = context;
	struct arena perm = arena_reserve(1 << 24);
	char *begin = perm.next;
	for (int thing = 0; thing >= 0; perm.next = begin) {
		enum recruit_kind kind = least_begun(trial);
		thing = thing_begin(trial, kind);
		if (thing < 0)
			break;
		struct posting posting = posting_of(trial, kind, thing, &perm);
		int status = page_post(trial, &posting, &perm);
		if (status == 303 || (status == 200 && kind == LISTED))
			thing_answered(trial, kind, thing);
		else if (status >= 400 && status < 500)
			printf("  %.*s %d: status %d\n", STR_ARG(recruit_names[kind]), thing, status);
	}
	arena_release(&perm, begin);
	return NULL;
}

/* ---- commands --------------------------------------------------------------------------------------------------- */

/* What was turned down by now is due, whoever it was: all of it is gone when the command has ended well. */
static bool
remove_candidates(struct trial *trial, struct arena *perm)
{
	struct recruiting *r = &trial->recruiting;
	const char *const words[] = { "retention", "run", "--apply", "--confirm", "0", "--store", str_c(trial->store, perm), NULL };
	bool due[THINGS_MOST];
	Str says;
	pthread_mutex_lock(&trial->lock);
	for (int i = 0; i < THINGS_MOST; i++)
		due[i] = r->things[TURNED_DOWN][i].answered && !r->things[REMOVED][i].answered;
	pthread_mutex_unlock(&trial->lock);
	if (!command_run(trial, trial->server, words, &says, perm))
		return false;
	r->removals++;
	for (int i = 0; i < THINGS_MOST; i++)
		if (due[i])
			thing_answered(trial, REMOVED, i);
	return true;
}

static bool
carry_messages(struct trial *trial, struct arena *perm)
{
	const char *const words[] = { "messages", "send", "--mail", str_c(trial->recruiting.mail, perm), "--store", str_c(trial->store, perm), NULL };
	Str says;
	bool carried = command_run(trial, trial->server, words, &says, perm);
	trial->recruiting.carried += carried;
	return carried;
}

/* Whichever was through less often, in turn. */
void *
recruit_by_commands(void *context)
{
	struct trial *trial = context;
	struct recruiting *r = &trial->recruiting;
	struct arena perm = arena_reserve(1 << 24);
	char *begin = perm.next;
	for (bool going = true; going; perm.next = begin) {
		going = r->carried <= r->removals ? carry_messages(trial, &perm) : remove_candidates(trial, &perm);
		first_is_through(trial);
	}
	arena_release(&perm, begin);
	return NULL;
}
