/* by_folder.c: letters as files that any mail program opens, for somebody to send. */
#include "mail/carrier.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/file.h"

/* A name of ours alone: letters, figures, hyphens and points of the letter's own number. */
static Str
file_name(Str id, struct arena *perm)
{
	struct text name = text_new(perm);
	for (ptrdiff_t i = 0; i < id.len; i++) {
		char c = id.at[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
		text_char(&name, plain || (c == '.' && i > 0) ? c : '_');
	}
	text_add(&name, S(".eml"));
	return text_str(&name);
}

struct carrying
carry_to_folder(const struct carriage *carriage, const struct parcel *parcel, struct arena *perm)
{
	struct error err = { 0 };
	Str name = file_name(parcel->letter.id, perm);
	Str path = str_format(perm, "%.*s/%.*s", STR_ARG(carriage->folder), STR_ARG(name));
	bool there = mkdir(str_c(carriage->folder, perm), 0700) == 0 || errno == EEXIST;
	if (!there)
		fail(&err, "the folder cannot be made: %s", strerror(errno));
	bool written = there && file_write(path, letter_text(&parcel->letter, perm), *perm, &err);
	if (!written)
		return (struct carrying){ .came = LATER, .words = str_copy(str_of(err.text), perm) };
	return (struct carrying){ .came = CARRIED, .id = name, .words = S("It is a file in the folder, for somebody to send.") };
}

/* Gone from the disk as well, before anybody notes that it has: the folder is written out. */
bool
folder_forget(Str folder, Str id, struct arena *perm, struct error *err)
{
	Str path = str_format(perm, "%.*s/%.*s", STR_ARG(folder), STR_ARG(file_name(id, perm)));
	if (unlink(str_c(path, perm)) != 0)
		return errno == ENOENT || errno == ENOTDIR || fail(err, "a letter cannot be taken away: %s", strerror(errno));
	int opened = open(str_c(folder, perm), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool written = opened >= 0 && fsync(opened) == 0;
	if (opened >= 0)
		close(opened);
	return written || fail(err, "the folder of letters cannot be written out: %s", strerror(errno));
}
