/* keep.c: what changes the store, or looks after it. */
#include "app/demonstration.h"
#include "app/upkeep.h"
#include "cli/places.h"
#include "cli/show.h"
#include "files/file.h"
#include "web/request.h"

static Str
file_name(Str path)
{
	return str_equal(path, S("-")) ? S("standard input") : path_name(path);
}

/* "release" of `release import`; empty for `import`, which leaves the file to say. */
static Str
kind_named(const struct command *command)
{
	Str words = command->words;
	Str first = str_word(&words);
	return words.len > 0 ? first : (Str){ 0 };
}

/* Opens the figures with the store that the command will change, or only look at when it is a trial. */
static bool
open_world(const struct invocation *in, bool writes, struct world *world, struct arena *perm,
           struct error *err)
{
	Str store;
	bool found = writes ? store_to_write(&in->line, &store, perm, err)
	                    : store_to_read(&in->line, &store, perm, err);
	return found && world_open(world, store, perm, err);
}

enum status
run_import(const struct invocation *in, struct arena *perm)
{
	struct world world;
	struct error err;
	Str path = line_text(&in->line, OPTION_FILE);
	struct import import = {
		.file = file_name(path),
		.kind = kind_named(in->command),
		.release = line_text(&in->line, OPTION_RELEASE),
		.now = in->now,
		.dry_run = line_has(&in->line, OPTION_DRY_RUN),
	};
	if (!file_read(path, UPLOAD_MOST, &import.text, perm, &err) ||
	    !open_world(in, !import.dry_run, &world, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct answer answer = import_file(&world, &import, perm);
	return show_answer(in, &answer, perm);
}

enum status
run_undo(const struct invocation *in, struct arena *perm)
{
	struct world world;
	struct error err;
	if (!open_world(in, false, &world, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct answer answer = import_undo(&world, line_number(&in->line, OPTION_LOAD), perm);
	return show_answer(in, &answer, perm);
}

enum status
run_verify(const struct invocation *in, struct arena *perm)
{
	struct error err;
	Str store;
	if (!store_to_read(&in->line, &store, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (store.len == 0)
		return say(STATUS_WORLD, "there is no store yet; mainstay serve and mainstay import make one");
	struct answer answer = verify_store(store, perm);
	return show_answer(in, &answer, perm);
}

enum status
run_demo(const struct invocation *in, struct arena *perm)
{
	struct world world;
	struct error err;
	const struct line *line = &in->line;
	struct demonstration wish = {
		.area = line_text(line, OPTION_AUTHORITY),
		.seed = (uint64_t)line_number(line, OPTION_SEED),
		.replace = line_has(line, OPTION_REPLACE),
		.remove = line_has(line, OPTION_REMOVE),
		.dry_run = line_has(line, OPTION_DRY_RUN),
		.actor = S("command line"),
		.now = in->now,
	};
	if (wish.remove && (wish.replace || wish.dry_run))
		return say(STATUS_USAGE, "--remove stands alone: it puts nothing in");
	if (!open_world(in, !wish.dry_run, &world, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct answer answer = demonstrate(&world, &wish, perm);
	return show_answer(in, &answer, perm);
}

/* The new file goes out; findings are shown as any answer is. */
static enum status
put_converted(const struct invocation *in, const struct converted *converted, struct arena *perm)
{
	if (converted->answer.outcome != DONE)
		return show_answer(in, &converted->answer, perm);
	return put_bytes(line_text(&in->line, OPTION_OUT), converted->text, perm);
}

enum status
run_convert_release(const struct invocation *in, struct arena *perm)
{
	struct error err;
	Str text, path = line_text(&in->line, OPTION_FILE);
	if (!file_read(path, UPLOAD_MOST, &text, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct release about = {
		.name      = line_text(&in->line, OPTION_RELEASE),
		.title     = line_text(&in->line, OPTION_TITLE),
		.published = line_text(&in->line, OPTION_PUBLISHED),
		.address   = line_text(&in->line, OPTION_ADDRESS),
	};
	struct converted converted = convert_release(text, about, file_name(path), perm);
	return put_converted(in, &converted, perm);
}

enum status
run_convert_neighbours(const struct invocation *in, struct arena *perm)
{
	struct error err;
	Str text, path = line_text(&in->line, OPTION_FILE);
	if (!file_read(path, UPLOAD_MOST, &text, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct converted converted = convert_neighbours(text, line_text(&in->line, OPTION_MODEL),
	                                                file_name(path), perm);
	return put_converted(in, &converted, perm);
}
