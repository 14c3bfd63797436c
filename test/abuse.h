/* abuse.h: a council's site that somebody attacks with a file, and what must not have happened afterwards:
 * nothing in the records, in the audit, in what is logged or on the disk; who was there can still be read;
 * and everything verifies.
 */
#ifndef TEST_ABUSE_H
#define TEST_ABUSE_H

#include "walls.h"
#include "walls_site.h"
#include "xlsx_maker.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "app/deeds.h"
#include "store/audit.h"

/* Stands in every text and name that a hostile file holds, and nowhere else. */
#define ZQ "Zqx"

/* A council's site, whose folder is the root of all that a part of a file could reach: the program works
 * and keeps temporary files in the folder `work` inside it. */
struct scene { struct place_of place; struct visitor hr; char *work; int home; };

static inline struct scene
scene_new(struct arena *perm)
{
	struct scene it = { .place = place_new(perm), .home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) };
	struct grant grant = grant_of(DUTY_HR_OFFICER, S("walsall"), S(""));
	walls_put(it.place.path, council_of(walls_lines("", perm), perm), perm);
	it.work = str_c(str_format(perm, "%s/work", it.place.folder), perm);
	check_int(mkdir(it.work, 0700), 0);
	check_int(chdir(it.work), 0);
	setenv("TMPDIR", it.work, 1);
	place_open(&it.place);
	it.hr = signed_in_with(it.place.path, &grant, 1, perm);
	return it;
}

static inline void
scene_end(struct scene *it, struct arena *perm)
{
	check_int(fchdir(it->home), 0);
	close(it->home);
	unsetenv("TMPDIR");
	check_int(rmdir(it->work), 0);
	place_end(&it->place, perm);
}

/* ---- what must not have happened ------------------------------------------------------------------- */

/* Files under a folder that are not the store's own. */
static inline int
strange_files(const char *folder)
{
	DIR *entries = opendir(folder);
	int count = 0;
	check(entries != NULL);
	for (struct dirent *entry; entries && (entry = readdir(entries)) != NULL;) {
		bool known = entry->d_name[0] == '.' || strncmp(entry->d_name, "store.db", 8) == 0
			|| strcmp(entry->d_name, "work") == 0;
		if (!known)
			printf("%s was made in %s\n", entry->d_name, folder);
		count += !known;
	}
	if (entries)
		closedir(entries);
	return count;
}

static inline void
check_whole(const struct scene *it, struct arena scratch)
{
	struct error err = { "" };
	struct audit_verdict audit;
	struct deeds_verdict deeds;
	struct text says = text_new(&scratch);
	struct store *store = store_open(it->place.path, &err);
	check(store_verify(store, &says, &err));
	check(audit_verify(store, S(""), &audit, &scratch, &err) && audit.sound);
	check(store_deeds_verify(store, &deeds, &scratch, &err) && deeds.sound);
	check_str(str_of(err.text), S(""));
	store_close(store);
}

/* What is in the records, in one number: the stamp is that of the last change. */
static inline int64_t
stamp_of(const struct scene *it)
{
	int64_t stamp = -1;
	struct error err = { "" };
	struct store *store = store_open(it->place.path, &err);
	check(store_stamp(store, S("walsall"), &stamp, &err));
	store_close(store);
	return stamp;
}

static inline void
check_canary(const struct scene *it, struct arena scratch)
{
	struct reply reply = get_as(it->place.site, &it->hr, S("/authorities/walsall/people/N-000101"), &scratch);
	check_int(reply.status, 200);
	check(str_find(reply.body, S("KqAhnfamily")) >= 0);
}

/* What was said on standard error from quiet_begin to quiet_end. */
struct quiet { int was; FILE *said; };

static inline struct quiet
quiet_begin(void)
{
	fflush(stderr);
	struct quiet quiet = { dup(STDERR_FILENO), tmpfile() };
	check(quiet.said && dup2(fileno(quiet.said), STDERR_FILENO) >= 0);
	return quiet;
}

static inline Str
quiet_end(struct quiet *quiet, struct arena *perm)
{
	enum { SAID_MOST = 1 << 16 };
	char *said = new(perm, SAID_MOST, char);
	fflush(stderr);
	check(dup2(quiet->was, STDERR_FILENO) >= 0);
	close(quiet->was);
	rewind(quiet->said);
	size_t len = fread(said, 1, SAID_MOST, quiet->said);
	fclose(quiet->said);
	return (Str){ said, (ptrdiff_t)len };
}

/* ---- one file --------------------------------------------------------------------------------------- */

enum { SAYS_MOST = 8 };
struct hostile { const char *name; Str bytes; const char *says[SAYS_MOST]; };

static inline bool
says_all(const struct hostile *hostile, Str body)
{
	bool all = true;
	for (int i = 0; i < SAYS_MOST && hostile->says[i]; i++)
		if (str_find(body, str_of(hostile->says[i])) < 0) {
			printf("%s: is not said: %s\n", hostile->name, hostile->says[i]);
			all = false;
		}
	if (!all)
		printf("%.*s\n", STR_ARG(str_from(body, str_find(body, S("<main")))));
	return all;
}

/* Parts and texts that do harm. */
#define A_SHEET "<sheetData><row><c t=\"inlineStr\"><is><t>" ZQ "cell</t></is></c></row></sheetData>"

/* A sound workbook with one more part. */
static inline Str
book_with(struct made_part part, struct arena *perm)
{
	return book_made((struct made_book){ .sheet = A_SHEET, .more = { part }, .more_count = 1 }, perm);
}

static inline Str
many_parts(int count, struct arena *perm)
{
	struct made_part *parts = new(perm, count, struct made_part);
	for (int i = 0; i < count; i++)
		parts[i] = (struct made_part){ .name = str_format(perm, ZQ "%d", i), .bytes = S("x") };
	return zip_made(parts, count, perm);
}

/* Each of 60 parts is a megabyte that is a few kilobytes packed, and there are 66 of them. */
static inline Str
many_bombs(struct arena *perm)
{
	enum { BOMBS = 66 };
	struct made_part parts[BOMBS];
	for (int i = 0; i < BOMBS; i++)
		parts[i] = bomb_made(str_format(perm, "xl/%d.xml", i), 'x', 3870, perm);
	return zip_made(parts, BOMBS, perm);
}

static inline Str
over(const char *begin, char filler, int count, const char *end, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, str_of(begin));
	for (int i = 0; i < count; i++)
		text_char(&text, filler);
	text_add(&text, str_of(end));
	return text_str(&text);
}

#endif
