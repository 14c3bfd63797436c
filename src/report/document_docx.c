/* document_docx.c: a document as a Word file, by pandoc and rsvg-convert.
 *
 * Debian's pandoc cannot write DOCX with --sandbox, so it runs without, but on HTML that we made
 * ourselves, in an empty folder, without network addresses in it. SOURCE_DATE_EPOCH (process.c) is
 * fixed, so the same content gives the same bytes.
 */
#include "report/document.h"
#include "report/process.h"
#include "report/word.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/embedded.h"

enum {
	PICTURE_SECONDS  = 20,       /* one takes about 0.1 */
	DOCUMENT_SECONDS = 60,       /* twelve pages take about 0.2 */
	MOST_PICTURES    = 60,       /* a document of more is not for reading */
};

/* Pictures at twice the size in which they are drawn, so that they print sharply. */
static bool
draw_picture(const struct word_picture *picture, const struct folder *folder, struct error *err)
{
	const char *const arguments[] = {
		"rsvg-convert", "--zoom=2", "--format=png", "--background-color=white",
		"--output", picture->png_name, picture->svg_name, NULL,
	};
	const struct process convert = {
		.arguments = arguments, .seconds = PICTURE_SECONDS,
		.missing = "Word files need rsvg-convert: apt-get install librsvg2-bin",
	};
	return folder_write(folder, picture->svg_name, picture->svg, err)
		&& process_run(&convert, folder, err);
}

static bool
write_document(const struct folder *folder, const char *reference_option, struct error *err)
{
	const char *const arguments[] = {
		"pandoc", "+RTS", "-M512M", "-RTS", "--from=html", "--to=docx", reference_option,
		"--output=document.docx", "document.html", NULL,
	};
	const struct process pandoc = {
		.arguments = arguments, .seconds = DOCUMENT_SECONDS,
		.missing = "Word files need pandoc: apt-get install pandoc",
	};
	return process_run(&pandoc, folder, err);
}

/* All that happens in the folder; nothing here can jump. */
static bool
work_in(const struct folder *folder, const struct word *word, Str own_reference,
        const char *reference_option, struct error *err)
{
	if (own_reference.at && !folder_write(folder, "reference.docx", own_reference, err))
		return false;
	for (int i = 0; i < word->picture_count; i++)
		if (!draw_picture(&word->pictures[i], folder, err))
			return false;
	return folder_write(folder, "document.html", word->html, err)
		&& write_document(folder, reference_option, err);
}

/* pandoc runs elsewhere, so a council's path is made whole first. */
static bool
find_reference(Str reference, char whole[PATH_MAX], struct arena scratch, struct error *err)
{
	const char *path = str_c(reference, &scratch);
	if (!realpath(path, whole) || access(whole, R_OK) != 0)
		return fail(err, "cannot read the reference document %s: %s", path, strerror(errno));
	return true;
}

bool
document_docx(const struct document *doc, Str reference, Str *bytes, struct arena *perm,
              struct error *err)
{
	char whole[PATH_MAX] = "reference.docx";
	if (reference.len && !find_reference(reference, whole, *perm, err))
		return false;
	Str own = reference.len ? (Str){ 0 } : embedded_file(S("data/reference.docx"));
	assert(reference.len || own.len);
	const char *option = str_c(str_join(S("--reference-doc="), str_of(whole), perm), perm);
	struct word word = word_of(doc, perm);
	if (word.picture_count > MOST_PICTURES)
		return fail(err, "a Word file of %d pictures: we make at most %d", word.picture_count,
		            MOST_PICTURES);

	struct folder folder;
	if (!folder_make(&folder, err))
		return false;
	bool done = work_in(&folder, &word, own, option, err)
		&& folder_read(&folder, "document.docx", bytes, perm, err);
	folder_remove(&folder);
	return done;
}
