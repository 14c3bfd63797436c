/* carrier.c: the ways, and the settings that choose among them. */
#include "mail/carrier.h"

#include <stdlib.h>

#include "mail/notify.h"
#include "mail/wire.h"

const struct carrier carriers[CARRIERS] = {
	[BY_FOLDER] = { STR("folder"), STR("into a folder, for somebody to send by hand"), carry_to_folder },
	[BY_SMTP] = { STR("smtp"), STR("by a mail server"), carry_by_smtp },
	[BY_NOTIFY] = { STR("notify"), STR("by GOV.UK Notify"), carry_by_notify },
};

enum { A_MINUTE = 30, A_MINUTE_MOST = 3000 };
#define NOTIFY_ADDRESS "https://api.notifications.service.gov.uk"
#define NOBODYS_ADDRESS "recruitment@example.invalid"

/* ---- settings --------------------------------------------------------------------------------------------------- */

static const struct { Str name; size_t at; } texts[] = {
	{ STR("server"), offsetof(struct carriage, server) }, { STR("user"), offsetof(struct carriage, user) },
	{ STR("password"), offsetof(struct carriage, password) }, { STR("key"), offsetof(struct carriage, key) },
	{ STR("from"), offsetof(struct carriage, from) }, { STR("name"), offsetof(struct carriage, name) },
	{ STR("reply-to"), offsetof(struct carriage, reply_to) }, { STR("folder"), offsetof(struct carriage, folder) },
	{ STR("authorities"), offsetof(struct carriage, authorities) }, { STR("template"), offsetof(struct carriage, template_id) },
};

/* A whole number of figures, or -1. */
static int
figures_of(Str text, int most)
{
	int number = 0;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9' || number > most)
			return -1;
		number = number * 10 + (text.at[i] - '0');
	}
	return text.len > 0 && number <= most ? number : -1;
}

static bool
read_way(struct carriage *carriage, Str value, struct error *err)
{
	for (int by = 0; by < CARRIERS; by++)
		if (str_equal(carriers[by].code, value)) {
			carriage->by = (enum carrier_id)by;
			return true;
		}
	return fail(err, "by is folder, smtp or notify");
}

static bool
read_line(struct carriage *carriage, Str line, struct arena *perm, struct error *err)
{
	if (line.len == 0 || str_begins(line, S("#")))
		return true;
	if (str_find(line, S("=")) < 0)
		return fail(err, "write it as name = value");
	Str value = line, name = str_trim(str_cut(&value, '='));
	value = str_copy(str_trim(value), perm);
	if (str_equal(name, S("by")))
		return read_way(carriage, value, err);
	if (str_equal(name, S("a-minute"))) {
		carriage->a_minute = figures_of(value, A_MINUTE_MOST);
		return carriage->a_minute > 0 || fail(err, "a-minute is a whole number from 1 to %d", A_MINUTE_MOST);
	}
	for (int i = 0; i < countof(texts); i++)
		if (str_equal(texts[i].name, name)) {
			*(Str *)(void *)((char *)carriage + texts[i].at) = value;
			return true;
		}
	return fail(err, "there is no setting of mail with that name");
}

static Str
or_else(Str said, Str otherwise)
{
	return said.len ? said : otherwise;
}

/* What the way that was chosen cannot do without. */
static bool
carriage_whole(struct carriage *c, struct error *err)
{
	static const char *const mail[] = { "smtp://", "smtps://", NULL }, *const service[] = { "https://", "http://", NULL };
	struct notify_key key;
	if (c->by == BY_SMTP && (!letter_address(c->from, err) || !wire_allows(c->server, mail, err)))
		return fail_within(err, "by smtp there must be a server and a from");
	if (c->by == BY_SMTP && c->user.len && c->password.len == 0)
		return fail(err, "there is a user and no password");
	if (c->by == BY_NOTIFY && (!notify_key_read(c->key, &key, err) || !wire_allows(c->server, service, err)))
		return fail_within(err, "by notify there must be a key");
	if (c->by == BY_FOLDER && c->folder.len == 0)
		return fail(err, "by folder there must be a folder");
	if ((c->from.len && !letter_address(c->from, err)) || (c->reply_to.len && !letter_address(c->reply_to, err)))
		return fail_within(err, "from, reply-to");
	return true;
}

bool
carriage_read(struct carriage *carriage, Str text, Str file, struct arena *perm, struct error *err)
{
	*carriage = (struct carriage){ .a_minute = A_MINUTE };
	for (int number = 1; text.len > 0; number++)
		if (!read_line(carriage, str_trim(str_cut(&text, '\n')), perm, err))
			return fail_within(err, "%.*s:%d", STR_ARG(file), number);
	carriage->password = or_else(carriage->password, str_copy(str_of(getenv("MAINSTAY_MAIL_PASSWORD")), perm));
	carriage->key = or_else(carriage->key, str_copy(str_of(getenv("MAINSTAY_MAIL_KEY")), perm));
	if (carriage->by == BY_NOTIFY)
		carriage->server = or_else(carriage->server, S(NOTIFY_ADDRESS));
	return carriage_whole(carriage, err) || fail_within(err, "%.*s", STR_ARG(file));
}

struct carriage
carriage_beside(Str store_path, struct arena *perm)
{
	return (struct carriage){ .by = BY_FOLDER, .a_minute = A_MINUTE,
		.folder = store_path.len ? str_join(store_path, S(".letters"), perm) : S("") };
}

/* Pages say which folder, and not where this machine keeps things. */
static Str
last_part(Str path)
{
	ptrdiff_t first = 0;
	for (ptrdiff_t i = 0; i + 1 < path.len; i++)
		if (path.at[i] == '/')
			first = i + 1;
	return str_from(path, first);
}

Str
carriage_words(const struct carriage *c, struct arena *perm)
{
	Str where = c->by == BY_FOLDER ? last_part(c->folder) : c->server;
	return str_format(perm, "%.*s (%.*s)", STR_ARG(carriers[c->by].words), STR_ARG(where));
}

struct carrying
carriage_carry(const struct carriage *carriage, const struct parcel *parcel, struct arena *perm)
{
	struct error err = { 0 };
	struct parcel whole = *parcel;
	whole.letter.from = (struct correspondent){ carriage->name, carriage->from };
	whole.letter.reply_to = carriage->reply_to;
	if (carriage->from.len == 0)          /* whoever sends it by hand has an address; so has Notify */
		whole.letter.from.address = S(NOBODYS_ADDRESS);
	if (!letter_check(&whole.letter, &err))
		return (struct carrying){ .came = NEVER, .words = str_copy(str_of(err.text), perm) };
	return carriers[carriage->by].carry(carriage, &whole, perm);
}
