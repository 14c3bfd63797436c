/* folder.c: making, filling, reading and removing a private folder. */
#include "report/folder.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file_path { char text[PATH_MAX]; };

bool
folder_make(struct folder *folder, struct error *err)
{
	const char *under = getenv("TMPDIR");
	if (!under || under[0] != '/')
		under = "/tmp";
	int length = snprintf(folder->path, sizeof folder->path, "%s/mainstay-XXXXXX", under);
	if (length < 0 || length >= (int)sizeof folder->path)
		return fail(err, "the path in TMPDIR is too long");
	if (!mkdtemp(folder->path))
		return fail(err, "cannot make a folder under %s: %s", under, strerror(errno));
	return true;
}

static int
remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
	(void)about, (void)kind, (void)place;
	remove(path);
	return 0;
}

void
folder_remove(const struct folder *folder)
{
	assert(folder->path[0] == '/');
	nftw(folder->path, remove_one, 8, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

static struct file_path
path_in(const struct folder *folder, const char *name)
{
	assert(!strchr(name, '/'));
	struct file_path path;
	int length = snprintf(path.text, sizeof path.text, "%s/%s", folder->path, name);
	assert(length > 0);
	assert(length < (int)sizeof path.text);
	return path;
}

static bool
write_all(int file, Str bytes)
{
	while (bytes.len > 0) {
		ssize_t written = write(file, bytes.at, (size_t)bytes.len);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes = str_from(bytes, written);
	}
	return true;
}

bool
folder_write(const struct folder *folder, const char *name, Str bytes, struct error *err)
{
	struct file_path path = path_in(folder, name);
	int file = open(path.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file < 0)
		return fail(err, "cannot write %s: %s", path.text, strerror(errno));
	bool whole = write_all(file, bytes);
	int why = errno;
	if (close(file) != 0 && whole)
		return fail(err, "cannot write %s: %s", path.text, strerror(errno));
	return whole || fail(err, "cannot write %s: %s", path.text, strerror(why));
}

static bool
read_all(int file, char *to, ptrdiff_t size)
{
	while (size > 0) {
		ssize_t got = read(file, to, (size_t)size);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		to += got;
		size -= got;
	}
	return true;
}

static bool
read_open(int file, const char *name, Str *bytes, struct arena *perm, struct error *err)
{
	struct stat about;
	if (fstat(file, &about) != 0)
		return fail(err, "cannot read %s: %s", name, strerror(errno));
	if (about.st_size >= perm->end - perm->next)
		return fail(err, "%s is %lld bytes, more than there is room for", name,
		            (long long)about.st_size);
	char *to = new(perm, about.st_size, char);
	*bytes = (Str){ to, about.st_size };
	return read_all(file, to, about.st_size) || fail(err, "cannot read all of %s", name);
}

bool
folder_read(const struct folder *folder, const char *name, Str *bytes, struct arena *perm,
            struct error *err)
{
	struct file_path path = path_in(folder, name);
	int file = open(path.text, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (file < 0)
		return fail(err, "cannot open %s: %s", path.text, strerror(errno));
	bool read = read_open(file, name, bytes, perm, err);
	close(file);
	return read;
}
