/* trust.c: accounts, grants and the audit on the command line.
 *
 * Whoever runs commands where the store is may do all of it, and is "command line" in the audit.
 */

#include "app/front.h"
#include "cli/places.h"
#include "cli/show.h"
#include "files/file.h"
#include "web/site.h"

enum { HEAD_FILE_MOST = 64 << 10 };

static const struct viewer machine = { .account = STR("command line"), .name = STR("Command line"),
                                       .all = true };

/* Only adding an account makes a store where there is none. */
static bool
find_store(const struct invocation *in, Str *path, struct arena *perm, struct error *err)
{
	if (in->command->run == run_account_add)
		return store_to_write(&in->line, path, perm, err);
	if (!store_to_read(&in->line, path, perm, err))
		return false;
	return path->len > 0
		|| fail(err, "there is no store yet; mainstay serve and mainstay account add make one");
}

/* Stands at a front, does it, shows the answer. */
static enum status
at_front(const struct invocation *in, front_use *use, void *what, struct arena *perm)
{
	struct front_asked asked = { .now = in->now, .today = london_day(in->now) };
	struct error err;
	if (!find_store(in, &asked.store_path, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct answer answer = front_at(&asked, use, what, perm);
	return show_answer(in, &answer, perm);
}

static Str
told(const void *what, enum option_id id)
{
	const struct invocation *in = what;
	return line_text(&in->line, id);
}

/* What is known of councils, to name them by. */
static struct areas
known_areas(struct arena *perm)
{
	struct published published = { 0 };
	published_built_in(&published, perm);
	return published.areas;
}

/* ---- accounts ------------------------------------------------------------------------------------ */

static struct answer
add(const struct front *front, void *what)
{
	Str ref, person = told(what, OPTION_PERSON);
	struct new_account wish = { .email = told(what, OPTION_ACCOUNT), .name = told(what, OPTION_NAME),
	                            .person = person };
	if (person.len > 0) {
		struct areas areas = known_areas(front->perm);
		int area = area_named(&areas, told(what, OPTION_AUTHORITY));
		wish.authority_of_person = area == NO_AREA ? S("") : areas.at[area].slug;
	}
	struct said said = account_admin_add(front, &machine, &wish, &ref);
	if (said.outcome != DONE)
		return said_answer(said, S("The account was not added"), front->perm);
	struct answer answer = said_answer(said, str_format(front->perm, "Account %.*s", STR_ARG(ref)),
	                                   front->perm);
	document_paragraph(&answer.document, str_format(front->perm, "To invite them: mainstay account invite "
		"%.*s", STR_ARG(ref)));
	return answer;
}

static struct answer
list(const struct front *front, void *what)
{
	(void)what;
	return show_accounts(front, &machine);
}

static struct answer
invite(const struct front *front, void *what)
{
	Str secret, place;
	struct error err;
	const struct invocation *in = what;
	if (!public_address(&in->line, &place, &err))
		return answer_of(WRONG, document_new(front->perm, str_copy(str_of(err.text), front->perm)));
	struct said said = account_admin_link(front, &machine, told(what, OPTION_ACCOUNT), &secret);
	if (said.outcome != DONE)
		return said_answer(said, S("No link was made"), front->perm);
	struct answer answer = said_answer(said, S("A link for one person"), front->perm);
	document_paragraph(&answer.document, str_format(front->perm, "%.*s" LINK_ADDRESS "%.*s", STR_ARG(place),
		STR_ARG(secret)));
	document_paragraph(&answer.document, place.len ? S("Give it to them and to nobody else.")
		: S("Put the address of the pages before it, such as http://127.0.0.1:8420, and give it to them and to "
		    "nobody else. With --public-address, or as a setting, it is put there for you."));
	return answer;
}

static struct answer
disable(const struct front *front, void *what)
{
	return said_answer(account_admin_disable(front, &machine, told(what, OPTION_ACCOUNT)),
	                   S("Disabling an account"), front->perm);
}

static struct answer
enable(const struct front *front, void *what)
{
	return said_answer(account_admin_enable(front, &machine, told(what, OPTION_ACCOUNT)),
	                   S("Enabling an account"), front->perm);
}

enum status
run_account_add(const struct invocation *in, struct arena *perm)
{
	return at_front(in, add, (void *)(uintptr_t)in, perm);
}

enum status
run_account_list(const struct invocation *in, struct arena *perm)
{
	return at_front(in, list, NULL, perm);
}

enum status
run_account_invite(const struct invocation *in, struct arena *perm)
{
	return at_front(in, invite, (void *)(uintptr_t)in, perm);
}

enum status
run_account_disable(const struct invocation *in, struct arena *perm)
{
	return at_front(in, disable, (void *)(uintptr_t)in, perm);
}

enum status
run_account_enable(const struct invocation *in, struct arena *perm)
{
	return at_front(in, enable, (void *)(uintptr_t)in, perm);
}

/* ---- grants -------------------------------------------------------------------------------------- */

static struct answer
grant(const struct front *front, void *what)
{
	struct areas areas = known_areas(front->perm);
	struct grant_wish wish = {
		.duty = told(what, OPTION_DUTY), .authority = told(what, OPTION_AUTHORITY),
		.unit = told(what, OPTION_UNIT), .first = told(what, OPTION_FROM),
		.last = told(what, OPTION_TO) };
	return said_answer(account_admin_grant(front, &machine, told(what, OPTION_ACCOUNT), &wish, &areas),
	                   S("Giving a grant"), front->perm);
}

static struct answer
grants(const struct front *front, void *what)
{
	return show_grants(front, &machine, told(what, OPTION_ACCOUNT));
}

static struct answer
grant_end(const struct front *front, void *what)
{
	const struct invocation *in = what;
	int number = line_number(&in->line, OPTION_GRANT);
	return said_answer(account_admin_grant_end(front, &machine, told(what, OPTION_ACCOUNT), number),
	                   S("Ending a grant"), front->perm);
}

enum status
run_grant_add(const struct invocation *in, struct arena *perm)
{
	return at_front(in, grant, (void *)(uintptr_t)in, perm);
}

enum status
run_grant_list(const struct invocation *in, struct arena *perm)
{
	return at_front(in, grants, (void *)(uintptr_t)in, perm);
}

enum status
run_grant_end(const struct invocation *in, struct arena *perm)
{
	return at_front(in, grant_end, (void *)(uintptr_t)in, perm);
}

/* ---- the audit ----------------------------------------------------------------------------------- */

static struct answer
audited(const struct front *front, void *what)
{
	return show_audit(front, what);
}

static bool
day_told(const struct invocation *in, enum option_id id, Date *day)
{
	Str text = line_text(&in->line, id);
	return text.len == 0 || date_parse(text, day);
}

enum status
run_audit_list(const struct invocation *in, struct arena *perm)
{
	struct audit_filter filter = { .actor = line_text(&in->line, OPTION_ACTOR),
		.action = line_text(&in->line, OPTION_ACTION), .object = line_text(&in->line, OPTION_OBJECT) };
	if (!day_told(in, OPTION_FROM, &filter.first) || !day_told(in, OPTION_TO, &filter.last))
		return say(STATUS_USAGE, "write each day as 2026-09-30");
	return at_front(in, audited, &filter, perm);
}

static struct answer
verdict(const struct front *front, void *what)
{
	const Str *kept = what;
	return show_audit_verdict(front, *kept);
}

enum status
run_audit_verify(const struct invocation *in, struct arena *perm)
{
	struct error err;
	Str kept = S(""), file = line_text(&in->line, OPTION_HEAD);
	if (file.len > 0 && !file_read(file, HEAD_FILE_MOST, &kept, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (file.len > 0 && str_trim(kept).len == 0)
		return say(STATUS_USAGE, "%.*s is empty: it should hold what mainstay audit head printed",
		           STR_ARG(file));
	return at_front(in, verdict, &kept, perm);
}

struct heading { Str line; };

static struct answer
head(const struct front *front, void *what)
{
	struct heading *heading = what;
	struct error err = { "" };
	if (audit_head_line(front, &heading->line, &err))
		return answer_of(DONE, document_new(front->perm, S("")));
	return said_answer((struct said){ .outcome = FAILED, .words = str_copy(str_of(err.text), front->perm) },
	                   S("The audit cannot be read"), front->perm);
}

/* A line for a file, not a page. */
enum status
run_audit_head(const struct invocation *in, struct arena *perm)
{
	struct front_asked asked = { .now = in->now, .today = london_day(in->now) };
	struct heading heading = { S("") };
	struct error err;
	if (!find_store(in, &asked.store_path, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct answer answer = front_at(&asked, head, &heading, perm);
	return answer.outcome == DONE ? put_bytes(line_text(&in->line, OPTION_OUTPUT), heading.line, perm)
	                              : show_answer(in, &answer, perm);
}
