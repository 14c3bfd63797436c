/* record.c: commands that change records: what a command line says, sent as a form would send it. */
#include "app/register.h"
#include "cli/places.h"
#include "cli/show.h"
#include "files/file.h"
#include "web/request.h"

static void
send(struct sents *sents, Str name, Str value)
{
	if (sents->count < SENT_MOST)
		sents->at[sents->count++] = (struct sent){ name, value };
}

static void
send_option(struct sents *sents, const struct invocation *in, enum option_id id, Str name)
{
	if (line_has(&in->line, id))
		send(sents, name, line_text(&in->line, id));
}

/* Whether "fte=0.6" begins here: a field's name, then "=". */
static bool
begins_field(const struct record_type *type, Str part)
{
	Str name = str_cut(&part, '=');
	return part.at && (!type || field_find(type, str_trim(name)) >= 0);
}

/* "fte=0.6; status=frozen". A semicolon within a text stands, unless a field's name and "=" follow
 * it. */
static bool
send_fields(struct sents *sents, const struct record_type *type, Str set, struct error *err)
{
	while (set.len) {
		Str rest = set, part = str_cut(&rest, ';');
		while (rest.len && !begins_field(type, rest)) {
			str_cut(&rest, ';');
			part = rest.at ? str_upto(set, rest.at - set.at - 1) : set;
		}
		Str value = part, name = str_trim(str_cut(&value, '='));
		if (!value.at)
			return fail(err,
				    "\"%.*s\" is not a field and a value; write \"fte=0.6; "
				    "status=frozen\"",
				    STR_ARG(part));
		if (sents_has(sents, name))
			return fail(err, "%.*s is set twice", STR_ARG(name));
		send(sents, name, str_trim(value));
		set = rest;
	}
	return true;
}

/* "change" of `record change` is a change from a day; the rest are called as the form calls them. */
static Str
way_named(const struct command *command)
{
	Str words = command->words;
	str_word(&words);
	Str last = str_trim(words);
	enum way way;
	if (str_equal(last, S("change")))
		last = way_rows[WAY_FROM].name;
	return way_find(last, &way) ? last : (Str){ 0 };
}

static bool
send_file(const struct invocation *in, struct ask *ask, struct arena *perm, struct error *err)
{
	Str path = line_text(&in->line, OPTION_FILE);
	if (!line_has(&in->line, OPTION_FILE))
		return true;
	ask->file = (struct sent_file){ .there = true, .name = path_name(path) };
	return file_read(path, UPLOAD_MOST, &ask->file.bytes, perm, err);
}

enum status
run_record(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	struct sents *sents = new(perm, 1, struct sents);
	if (!ask_of(in, &ask, perm, &err) || !send_file(in, &ask, perm, &err) ||
	    !send_fields(sents, record_type_at(ask.type), line_text(&in->line, OPTION_SET), &err))
		return say(STATUS_USAGE, "%s", err.text);
	ask.how = way_named(in->command);
	send_option(sents, in, OPTION_FROM, S("change.day"));
	send_option(sents, in, OPTION_TO, S("change.last"));
	send_option(sents, in, OPTION_REASON, S("change.reason"));
	send_option(sents, in, OPTION_QUERY, S("q"));
	if (!line_has(&in->line, OPTION_DRY_RUN))
		send(sents, S("change.sure"), S("yes"));
	ask.sent = sents;
	return show_asked(in, &ask, perm);
}
