/* import.c: a file that somebody brings: what it is, what is wrong with it, and keeping it.
 *
 * A file is read and checked whole before the store is opened, and kept in one transaction. What it
 * is comes from its headings, so that nobody has to say.
 */
#include <assert.h>

#include "app/incoming.h"
#include "app/stored.h"
#include "app/views.h"
#include "files/csv.h"
#include "files/file.h"

/* DfE's file of nine years is 0.3 MB; a council's own, far less. */
enum { IMPORT_BYTES_MOST = 32 << 20 };

struct kind {
	Str    name, title;
	Str    marks[2];                       /* headings that only such a file has together */
	incoming_take *take;
	incoming_keep *keep;
};

void
receipt(struct incoming *in, Str key, Str value)
{
	assert(in->pair_count < countof(in->pairs));
	in->pairs[in->pair_count++] = (struct pair){ .key = key, .value = value };
}

bool
whole_file(struct incoming *in, Str code, Str wrong, Str mend)
{
	findings_add(&in->found, (struct finding){ .severity = MISTAKE, .code = code,
		.file = in->import->file, .wrong = wrong, .mend = mend });
	return false;
}

/* ---- what a file is -------------------------------------------------------------------------- */

static const struct kind kinds[] = {
	{ STR("release"), STR("a release of DfE's workforce figures"),
	  { STR("time_period"), STR("geographic_level") }, take_release, keep_release },
	{ STR("series"), STR("a council's own figures"),
	  { STR("area"), STR("measure") }, take_series, keep_series },
};

static bool
has_heading(const struct csv_row *row, Str name)
{
	for (int i = 0; i < row->count; i++)
		if (str_equal_fold(str_trim(row->fields[i]), name))
			return true;
	return false;
}

/* The kind whose headings the file has, or NULL. */
static const struct kind *
kind_seen(Str text, struct arena scratch)
{
	struct csv csv = csv_open(text);
	struct csv_row row;
	if (!csv_next(&csv, &row, &scratch))
		return NULL;
	for (ptrdiff_t i = 0; i < countof(kinds); i++)
		if (has_heading(&row, kinds[i].marks[0]) && has_heading(&row, kinds[i].marks[1]))
			return &kinds[i];
	return NULL;
}

static const struct kind *
kind_named(Str name)
{
	for (ptrdiff_t i = 0; i < countof(kinds); i++)
		if (str_equal_fold(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

/* The kind that was said or else is seen. A file said to be one and plainly the other is a MISTAKE;
 * one that is like neither gets the findings of what it was said to be. */
static const struct kind *
kind_of(struct incoming *in)
{
	const struct kind *said = kind_named(in->import->kind);
	const struct kind *seen = kind_seen(in->import->text, *in->perm);
	if (said && seen && said != seen)
		whole_file(in, S("kind"), str_format(in->perm, "the file is %.*s, and was given as %.*s",
			STR_ARG(seen->title), STR_ARG(said->title)), S("choose what is in the file"));
	else if (!said && !seen)
		whole_file(in, S("kind"), S("the headings are neither those of DfE's release (time_period, "
			"geographic_level and more) nor those of a council's own figures (area, measure, date, "
			"value, source)"), S("check the first line of the file"));
	else
		return said ? said : seen;
	return NULL;
}

/* ---- answers --------------------------------------------------------------------------------- */

static struct answer
refused(const struct incoming *in)
{
	struct arena *perm = in->perm;
	struct answer answer = answer_of(REFUSED, document_new(perm,
		str_format(perm, "%.*s was not imported", STR_ARG(in->import->file))));
	Str mistakes = counted(in->found.mistakes, "mistake", "mistakes", perm);
	document_paragraph(&answer.document, str_format(perm,
		"There %s %.*s to mend first. Nothing was stored.", in->found.mistakes == 1 ? "is" : "are",
		STR_ARG(mistakes)));
	document_findings(&answer.document, &in->found);
	return answer;
}

/* The same bytes are there: which import, or the program itself. */
static struct answer
known_already(const struct incoming *in, Str where)
{
	struct arena *perm = in->perm;
	struct pair hash = { .key = S("SHA-256"), .value = in->load.sha256 };
	struct answer answer = answer_words(DONE, str_format(perm,
		"%.*s was imported before; nothing changed", STR_ARG(in->import->file)), where, perm);
	document_summary(&answer.document, &hash, 1);
	return answer;
}

static struct answer
accepted(struct incoming *in, Str title, Str words)
{
	struct answer answer = answer_words(DONE, title, words, in->perm);
	receipt(in, S("File"), in->import->file);
	receipt(in, S("SHA-256"), in->load.sha256);
	document_summary(&answer.document, in->pairs, in->pair_count);
	if (in->found.count) {
		document_paragraph(&answer.document, S("These may stand, and somebody should look at them:"));
		document_findings(&answer.document, &in->found);
	}
	return answer;
}

/* ---- keeping --------------------------------------------------------------------------------- */

struct keeping { struct incoming *in; const struct kind *kind; int64_t id; };

/* Keeps the file, and finds the number under which it is kept. */
static bool
keep(struct store *store, void *what, struct error *err)
{
	struct keeping *keeping = what;
	struct incoming *in = keeping->in;
	struct loads loads;
	if (!keeping->kind->keep(store, in, err) || !store_loads(store, &loads, in->perm, err))
		return false;
	for (int i = 0; i < loads.count; i++)
		if (!loads.at[i].undone && str_equal(loads.at[i].sha256, in->load.sha256))
			keeping->id = loads.at[i].id;
	return true;
}

static struct answer
kept(struct incoming *in, const struct kind *kind)
{
	struct keeping keeping = { in, kind, 0 };
	struct error err = { "" };
	struct arena *perm = in->perm;
	if (!stored(in->world, keep, &keeping, perm, &err)) {
		struct answer failed = answer_failed(S("The import failed"), &err, perm);
		document_paragraph(&failed.document, S("Import the same file again: if it was kept after all, "
			"the receipt says so, and nothing is stored twice."));
		return failed;
	}
	if (in->already)
		return known_already(in, str_format(perm, "The same bytes are import %lld.",
		                                    (long long)keeping.id));
	return accepted(in,
		str_format(perm, "%.*s was imported", STR_ARG(in->import->file)),
		str_format(perm, "It is import %lld. To undo it: mainstay import undo %lld, or the button under "
			"Imports.", (long long)keeping.id, (long long)keeping.id));
}

/* A name that somebody else's computer gave: on one line, and not endless. */
static Str
plain_name(Str name, struct arena *perm)
{
	enum { NAME_MOST = 200 };
	Str cut = str_utf8(name, NULL) && name.len <= NAME_MOST ? name : S("file.csv");
	char *plain = str_c(cut.len ? cut : S("file.csv"), perm);
	for (char *c = plain; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7F)
			*c = ' ';
	return str_of(plain);
}

/* Which built-in release was made from these bytes, or NULL. */
static const struct release *
built_from(const struct published *p, Str sha256)
{
	for (int r = 0; r < p->release_count; r++)
		if (p->releases[r].built_in && str_equal(p->releases[r].sha256, sha256))
			return &p->releases[r];
	return NULL;
}

static struct answer
take(struct incoming *in)
{
	struct arena *perm = in->perm;
	bool text = csv_is_text(in->import->text, IMPORT_BYTES_MOST, in->import->file, &in->found);
	const struct kind *kind = text ? kind_of(in) : NULL;
	if (!kind)
		return refused(in);
	in->load = (struct load){ .kind = kind->name, .file = in->import->file, .at = in->import->now,
	                          .sha256 = file_sha256(in->import->text, perm) };
	const struct release *ours = built_from(&in->world->published, in->load.sha256);
	if (ours)
		return known_already(in, str_format(perm, "The %.*s release in the program was made from it.",
		                                    STR_ARG(ours->name)));
	if (!kind->take(in))
		return refused(in);
	if (!in->import->dry_run)
		return kept(in, kind);
	return accepted(in, str_format(perm, "%.*s can be imported", STR_ARG(in->import->file)),
		S("It was checked, and nothing was stored."));
}

struct answer
import_file(const struct world *world, const struct import *import, struct arena *perm)
{
	struct import named = *import;
	named.file = plain_name(import->file, perm);
	if (import->kind.len && !kind_named(import->kind))
		return answer_words(WRONG, S("That kind of file is not known"),
			S("A file is a release or a series; leave the kind out, and its headings say which."), perm);
	if (!import->dry_run && world->store_path.len == 0)
		return answer_words(WRONG, S("Nothing can be imported"),
			S("The program was started without a store to keep it in."), perm);
	struct incoming in = { .world = world, .import = &named, .perm = perm,
	                       .found = findings_new(perm) };
	return take(&in);
}
