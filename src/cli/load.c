/* load.c: a list from a file: what a command line says, sent as a form would send it. */
#include <stdio.h>
#include <unistd.h>

#include "app/load.h"
#include "cli/places.h"
#include "cli/show.h"
#include "files/file.h"
#include "web/request.h"

/* ---- how far it is, for a person at a terminal ----------------------------------------------- */

static void
tell(struct load_progress *progress, enum load_stage stage, int rows)
{
	static const char *const words[] = {
		[LOAD_OPENING] = "opening", [LOAD_READING] = "reading", [LOAD_MATCHING] = "matching",
		[LOAD_JUDGING] = "judging", [LOAD_WRITING] = "judging and writing",
	};
	(void)progress;
	fprintf(stderr, "\r\033[K");
	if (stage != LOAD_OVER)
		fprintf(stderr, "%d rows: %s", rows, words[stage]);
	fflush(stderr);
}

static struct load_progress *
progress_for(struct load_progress *progress)
{
	progress->tell = tell;
	return isatty(STDERR_FILENO) ? progress : NULL;
}

/* ---- what is sent ---------------------------------------------------------------------------- */

static void
send_option(struct sents *sents, const struct invocation *in, enum option_id id, Str name)
{
	if (line_has(&in->line, id))
		sents->at[sents->count++] = (struct sent){ name, line_text(&in->line, id) };
}

enum status
run_load(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	struct load_progress progress;
	Str path = line_text(&in->line, OPTION_FILE);
	struct sents *sents = new(perm, 1, struct sents);
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	if (!file_read(path, UPLOAD_MOST, &ask.file.bytes, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	send_option(sents, in, OPTION_LIST, S("list"));
	send_option(sents, in, OPTION_PROFILE, S("profile"));
	send_option(sents, in, OPTION_COMPLETE, S("complete"));
	send_option(sents, in, OPTION_ENDS, S("ends"));
	send_option(sents, in, OPTION_DRY_RUN, S("dry-run"));
	ask.file.there = true;
	ask.file.name = path_name(path);
	ask.sent = sents;
	ask.progress = progress_for(&progress);
	enum status status = show_asked(in, &ask, perm);
	return status;
}

/* One list, or one way to read lists. */
enum status
run_list(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	ask.ref = line_text(&in->line, line_has(&in->line, OPTION_LOAD) ? OPTION_LOAD : OPTION_PROFILE);
	if (in->command->shows == undo_list)
		ask.sent = new(perm, 1, struct sents);
	return show_asked(in, &ask, perm);
}
