/* show.c: views, and the forms their answers take. */
#include "cli/show.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/admit.h"
#include "web/site.h"
#include "cli/places.h"
#include "files/file.h"
#include "files/pack.h"

enum { WIDTH_USUAL = 100, WIDTH_LEAST = 40, WIDTH_MOST = 200 };

/* Columns of the terminal, or the usual width where there is none. */
static int
terminal_width(int file)
{
	struct winsize size;
	if (!isatty(file) || ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return WIDTH_USUAL;
	return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST
	       : size.ws_col > WIDTH_MOST ? WIDTH_MOST : size.ws_col;
}

/* Colour is for a person at a terminal who has not said no (no-color.org). */
static bool
wants_colour(int file)
{
	Str no = str_of(getenv("NO_COLOR")), terminal = str_of(getenv("TERM"));
	return no.len == 0 && terminal.len > 0 && !str_equal(terminal, S("dumb")) && isatty(file);
}

enum status
put_bytes(Str path, Str bytes, struct arena *perm)
{
	struct error err;
	if (path.len > 0)
		return file_write(path, bytes, *perm, &err) ? STATUS_DONE
		                                            : say(STATUS_WORLD, "%s", err.text);
	bool written = fwrite(bytes.at, 1, (size_t)bytes.len, stdout) == (size_t)bytes.len;
	if (fflush(stdout) != 0 || !written)
		return say(STATUS_WORLD, "cannot write to standard output: %s", strerror(errno));
	return STATUS_DONE;
}

static Str
ending(Str path)
{
	for (ptrdiff_t i = path.len; i > 0; i--) {
		if (path.at[i - 1] == '.')
			return str_from(path, i);
		if (path.at[i - 1] == '/')
			break;
	}
	return (Str){ 0 };
}

/* --format says it, or the ending of --output does, or it is text. */
static enum face
face_wanted(const struct line *line)
{
	enum face face = FACE_TEXT;
	if (line_has(line, OPTION_FORMAT))
		face_find(line_text(line, OPTION_FORMAT), &face);
	else
		face_find(ending(line_text(line, OPTION_OUTPUT)), &face);
	return face;
}

static bool
render(const struct invocation *in, enum face face, const struct answer *answer, Str *bytes,
       struct arena *perm, struct error *err)
{
	const struct document *doc = &answer->document;
	bool to_file = line_has(&in->line, OPTION_OUTPUT);
	switch (face) {
	case FACE_TEXT:
		*bytes = document_text(doc, !to_file && wants_colour(STDOUT_FILENO),
		                       to_file ? WIDTH_USUAL : terminal_width(STDOUT_FILENO), perm);
		return true;
	case FACE_HTML:
		*bytes = document_html_file(doc, perm);
		return true;
	case FACE_CSV:
		*bytes = document_csv(doc, line_has(&in->line, OPTION_GUARD), perm);
		return true;
	case FACE_JSON:
		*bytes = document_json(doc, perm);
		return true;
	case FACE_XLSX:
		return document_xlsx(doc, bytes, perm, err);
	case FACE_DOCX:
		return document_docx(doc, line_text(&in->line, OPTION_REFERENCE_DOCX), bytes, perm, err);
	case FACES:
		break;
	}
	return fail(err, "no such format");
}

static enum status
status_of(enum outcome outcome)
{
	switch (outcome) {
	case DONE: return STATUS_DONE;
	case REFUSED: return STATUS_REFUSED;
	case UNKNOWN: return STATUS_USAGE;
	case WRONG: return STATUS_USAGE;
	case WHO: return STATUS_USAGE;
	case FORBIDDEN: return STATUS_USAGE;
	case CHANGED: return STATUS_REFUSED;
	case SLOW_DOWN: return STATUS_USAGE;
	case FAILED: return STATUS_WORLD;
	}
	return STATUS_WORLD;
}

static enum status
show_trouble(const struct answer *answer, struct arena *perm)
{
	Str words = document_text(&answer->document, wants_colour(STDERR_FILENO),
	                          terminal_width(STDERR_FILENO), perm);
	fwrite(words.at, 1, (size_t)words.len, stderr);
	return status_of(answer->outcome);
}

/* --output FILE.zip: a page to read and the same for programs, in one file to hand over. */
static bool
wants_zip(const struct line *line)
{
	return !line_has(line, OPTION_FORMAT) && str_equal_fold(ending(line_text(line, OPTION_OUTPUT)), S("zip"));
}

static enum status
put_zip(const struct invocation *in, const struct answer *answer, struct arena *perm)
{
	struct error err;
	Str bytes;
	struct packed files[] = { { S("page.html"), document_html_file(&answer->document, perm) },
	                          { S("data.json"), document_json(&answer->document, perm) } };
	if (!zip_pack(files, countof(files), in->now, &bytes, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	return put_bytes(line_text(&in->line, OPTION_OUTPUT), bytes, perm);
}

enum status
show_answer(const struct invocation *in, const struct answer *answer, struct arena *perm)
{
	if (answer->outcome != DONE && answer->outcome != REFUSED && answer->outcome != CHANGED)
		return show_trouble(answer, perm);
	if (wants_zip(&in->line))
		return put_zip(in, answer, perm);
	if (answer->file.name.len)
		return put_bytes(line_text(&in->line, OPTION_OUTPUT), answer->file.bytes, perm);
	enum face face = face_wanted(&in->line);
	Str output = line_text(&in->line, OPTION_OUTPUT);
	bool packed = face == FACE_XLSX || face == FACE_DOCX;
	if (packed && output.len == 0 && isatty(STDOUT_FILENO))
		return say(STATUS_USAGE, "%.*s is not for reading on a terminal: add --output FILE.%.*s",
		           STR_ARG(face_name(face)), STR_ARG(face_name(face)));
	if (face == FACE_CSV && !answer->document.data)
		return say(STATUS_USAGE, "%.*s has no table to give as CSV: ask for text, json or html",
		           STR_ARG(in->command->words));
	struct error err;
	Str bytes;
	if (!render(in, face, answer, &bytes, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	enum status put = put_bytes(output, bytes, perm);
	return put == STATUS_DONE ? status_of(answer->outcome) : put;
}

/* The year of the last census date, 30 September, on or before a day: 1 June 2025 falls in the census
 * year 2025, which has no figures yet, so it gives 2024. */
static Str
last_census(Date day, struct arena *perm)
{
	int year = census_year(day);
	bool over = day.day == census_period(year).last.day;
	return str_format(perm, "%d", over ? year : year - 1);
}

static bool
ask_on(const struct invocation *in, struct ask *ask, struct arena *perm, struct error *err)
{
	Date day;
	if (ask->on.len == 0)
		return true;
	if (!admit_day(ask->on, &day))
		return fail(err, "\"%.*s\" is not a day of 1900 to 2199; write it as 2025-09-30", STR_ARG(ask->on));
	if (ask->year.len > 0)
		return fail(err, "--on and --year both say which year: give one of them");
	if (command_options(in->command) & OPTION(OPTION_YEAR))
		ask->year = last_census(day, perm);
	return true;
}

/* What is asked about, as each command calls it; none takes two of them. */
static Str
ref_said(const struct line *line)
{
	static const enum option_id ways[] = { OPTION_REF, OPTION_CHANGE, OPTION_PERSON };
	Str said = { 0 };
	for (ptrdiff_t i = 0; i < countof(ways) && !said.len; i++)
		said = line_text(line, ways[i]);
	return said;
}

/* Which part of an answer is wanted. */
static Str
show_said(const struct line *line)
{
	if (line_has(line, OPTION_ALL))
		return S("all");
	if (line_has(line, OPTION_STAGE))
		return line_text(line, OPTION_STAGE);
	return line_text(line, line_has(line, OPTION_CONFIRM) ? OPTION_CONFIRM : OPTION_SHOW);
}

static const enum option_id plan_options[PLAN_SAYS] = { [SAY_ROLE] = OPTION_ROLE, [SAY_CHANCE] = OPTION_CHANCE,
	[SAY_LEAD] = OPTION_LEAD, [SAY_LEAVING] = OPTION_LEAVING, [SAY_POSTS] = OPTION_POSTS, [SAY_FILLED] = OPTION_FILLED,
	[SAY_TARGET] = OPTION_TARGET, [SAY_BY] = OPTION_TARGET_DAY, [SAY_MONTHS] = OPTION_PLAN_MONTHS, [SAY_BUDGET] = OPTION_BUDGET,
	[SAY_AGENCY] = OPTION_AGENCY_MOST, [SAY_SENIORS] = OPTION_SENIORS,
	[SAY_SUPPORT] = OPTION_PER_SENIOR, [SAY_INTAKE] = OPTION_INTAKE };

bool
ask_of(const struct invocation *in, struct ask *ask, struct arena *perm, struct error *err)
{
	const struct line *line = &in->line;
	*ask = (struct ask){
		.area     = line_text(line, OPTION_AUTHORITY),
		.measure  = line_text(line, OPTION_MEASURE),
		.year     = line_text(line, OPTION_YEAR),
		.average  = line_text(line, OPTION_AVERAGE),
		.basis    = line_text(line, OPTION_BASIS),
		.figures  = line_text(line, OPTION_FIGURES),
		.sort     = line_text(line, OPTION_SORT),
		.query    = line_text(line, OPTION_QUERY),
		.from     = line_text(line, OPTION_FROM),
		.to       = line_text(line, OPTION_TO),
		.sentence = line_text(line, OPTION_SENTENCE),
		.against  = line_text(line, OPTION_AGAINST),
		.release  = line_text(line, OPTION_RELEASE),
		.on       = line_text(line, OPTION_ON),
		.unit     = line_text(line, OPTION_UNIT),
		.type     = line_text(line, OPTION_TYPE),
		.ref      = ref_said(line),
		.how      = line_has(line, OPTION_APPLY) ? S("apply") : S(""),
		.show     = show_said(line),
		.round    = line_text(line, OPTION_ROUND),
		.page     = line_text(line, OPTION_PAGE),
		.view     = line_text(line, OPTION_VIEW),
		.columns  = line_text(line, OPTION_COLUMNS),
		.today    = london_day(in->now),
		.now      = in->now,
	};
	for (int s = 0; s < PLAN_SAYS; s++)
		ask->plan[s] = line_text(line, plan_options[s]);
	return ask_on(in, ask, perm, err);
}

/* Who runs commands where the store is: every right, and named in the audit. */
static const struct viewer machine = { .account = STR("command line"), .name = STR("Command line"),
                                       .all = true };

/* The view's answer, or why not; what was read is in the audit first. */
static struct answer
asked(const struct invocation *in, const struct world *world, struct ask *ask, struct arena *perm)
{
	struct answer answer;
	struct error err = { 0 };
	bool to_file = face_wanted(&in->line) != FACE_TEXT || wants_zip(&in->line);
	if (!admit(world, ask, in->command->need, &answer, perm))
		return answer;
	answer = in->command->shows(world, ask, perm);
	to_file = to_file || answer.file.name.len > 0;
	if (to_file && in->command->need.access == OF_COUNCIL && answer.outcome == DONE)
		witness_note(ask, S("export"), in->command->words);
	if (witness_write(world, ask, perm, &err))
		return answer;
	answer = answer_of(FAILED, document_new(perm, S("The audit cannot be written")));
	document_paragraph(&answer.document, str_copy(str_of(err.text), perm));
	return answer;
}

/* What is sent changes the store, so it is made where there is none yet. */
static bool
store_for(const struct invocation *in, const struct ask *ask, Str *store, struct arena *perm, struct error *err)
{
	return ask->sent ? store_to_write(&in->line, store, perm, err) : store_to_read(&in->line, store, perm, err);
}

enum status
show_asked(const struct invocation *in, struct ask *ask, struct arena *perm)
{
	struct world world;
	struct error err;
	Str store;
	if (!store_for(in, ask, &store, perm, &err) || !world_open(&world, store, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (in->command->need.access != OPEN && store.len && !(world.keeper = keeper_open(store, &err)))
		return say(STATUS_WORLD, "%s", err.text);
	world.reference_docx = line_text(&in->line, OPTION_REFERENCE_DOCX);
	ask->viewer = &machine;
	struct answer answer = asked(in, &world, ask, perm);
	enum status status = show_answer(in, &answer, perm);
	dismiss(&world, ask);
	if (world.keeper)
		keeper_close(world.keeper);
	return status;
}

enum status
run_view(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	return show_asked(in, &ask, perm);
}
