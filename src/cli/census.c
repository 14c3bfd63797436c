/* census.c: commands that read a census return from a file. */
#include "app/census_check.h"
#include "cli/places.h"
#include "cli/show.h"
#include "files/file.h"

/* The file that an option names, as a form would send it. Its path is its name, so that an editor
 * finds it. */
static bool
send_census(const struct invocation *in, enum option_id id, Str field, struct sent_files *files,
	    struct arena *perm, struct error *err)
{
	Str path = line_text(&in->line, id);
	if (!line_has(&in->line, id))
		return true;
	struct sent_file *file = &files->at[files->count++];
	*file = (struct sent_file){ .there = true,
				    .field = field,
				    .name = str_equal(path, S("-")) ? S("standard input") : path };
	return file_read(path, census_file_most, &file->bytes, perm, err);
}

static bool
send_both(const struct invocation *in, struct ask *ask, struct arena *perm, struct error *err)
{
	struct sent_files *files = new(perm, 1, struct sent_files);
	ask->files = files;
	if (str_equal(line_text(&in->line, OPTION_FILE), S("-")) &&
	    str_equal(line_text(&in->line, OPTION_LAST_YEAR), S("-")))
		return fail(err, "both files cannot be standard input");
	return send_census(in, OPTION_FILE, FILE_OF_RETURN, files, perm, err) &&
	       send_census(in, OPTION_LAST_YEAR, FILE_OF_LAST_YEAR, files, perm, err);
}

enum status
run_census(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	if (!send_both(in, &ask, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	return show_asked(in, &ask, perm);
}

enum status
run_census_rules(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	ask.ref = line_text(&in->line, OPTION_RULE);
	return show_asked(in, &ask, perm);
}

/* What was not understood, on standard error: the return goes to standard output. */
static void
say_findings(const struct findings *found, struct arena *perm)
{
	for (ptrdiff_t i = 0; i < found->count; i++) {
		struct arena scratch = *perm;
		say(STATUS_DONE, "%s", str_c(finding_text(&found->at[i], &scratch), &scratch));
	}
}

enum status
run_census_write(const struct invocation *in, struct arena *perm)
{
	struct world world;
	struct ask ask;
	struct error err;
	struct answer why;
	struct census_file file;
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	if (!send_both(in, &ask, perm, &err) || !world_open(&world, S(""), perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (!census_file_of(&world, &ask, line_text(&in->line, OPTION_FORM), &file, &why, perm))
		return show_answer(in, &why, perm);
	say_findings(file.found, perm);
	return put_bytes(line_text(&in->line, OPTION_OUTPUT), file.bytes, perm);
}
