/* file.c: whole files in and out, and their fingerprints. */
#include "files/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"

/* Reads until `room` bytes are there or the end; -1 on an error. */
static ptrdiff_t
read_all(int fd, char *at, ptrdiff_t room)
{
	ptrdiff_t length = 0;
	while (length < room) {
		ssize_t got = read(fd, at + length, (size_t)(room - length));
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		length += got;
	}
	return length;
}

static bool
read_standard_input(ptrdiff_t most, Str *text, struct arena *perm, struct error *err)
{
	struct text grown = text_new(perm);
	char part[4096];
	for (;;) {
		ptrdiff_t got = read_all(STDIN_FILENO, part, sizeof part);
		if (got < 0)
			return fail(err, "cannot read standard input: %s", strerror(errno));
		if (got == 0)
			break;
		text_add(&grown, (Str){ part, got });
		if (grown.len > most)
			return fail(err, "standard input is over %td bytes, the most we accept", most);
	}
	*text = text_str(&grown);
	return true;
}

bool
file_read(Str path, ptrdiff_t most, Str *text, struct arena *perm, struct error *err)
{
	if (str_equal(path, S("-")))
		return read_standard_input(most, text, perm, err);
	const char *name = str_c(path, perm);
	struct stat about;
	if (stat(name, &about) != 0)
		return fail(err, "cannot open %s: %s", name, strerror(errno));
	if (!S_ISREG(about.st_mode))
		return fail(err, "cannot read %s: it is not a plain file", name);
	if (about.st_size > most)
		return fail(err, "%s is over %td bytes, the most we accept", name, most);

	/* The arena may jump, so room comes before the descriptor; one byte more shows growth. */
	char *space = new(perm, (ptrdiff_t)about.st_size + 1, char);
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return fail(err, "cannot open %s: %s", name, strerror(errno));
	ptrdiff_t length = read_all(fd, space, (ptrdiff_t)about.st_size + 1);
	int why = errno;
	close(fd);
	if (length < 0)
		return fail(err, "cannot read all of %s: %s", name, strerror(why));
	if (length > about.st_size)
		return fail(err, "%s grew while it was being read: try again", name);
	*text = (Str){ space, length };
	return true;
}

static bool
write_all(int fd, Str bytes)
{
	while (bytes.len) {
		ssize_t put = write(fd, bytes.at, (size_t)bytes.len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes = str_from(bytes, put);
	}
	return true;
}

/* The folder's own record of its names, so that the rename outlives a power cut. */
static bool
folder_sync(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool synced = fsync(fd) == 0 || errno == EINVAL;
	close(fd);
	return synced;
}

static const char *
folder_of(Str path, struct arena *perm)
{
	ptrdiff_t end = path.len;
	while (end > 0 && path.at[end - 1] != '/')
		end--;
	return end ? str_c(str_upto(path, end), perm) : ".";
}

/* Writes and closes the temporary file. */
static bool
write_temporary(const char *name, Str bytes)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	bool written = write_all(fd, bytes) && fsync(fd) == 0;
	int why = errno;
	bool closed = close(fd) == 0;
	if (!written)
		errno = why;
	return written && closed;
}

bool
file_write(Str path, Str bytes, struct arena scratch, struct error *err)
{
	const char *name = str_c(path, &scratch);
	const char *folder = folder_of(path, &scratch);
	const char *part = str_c(str_format(&scratch, "%s.part-%ld", name, (long)getpid()), &scratch);
	struct stat about;
	if (stat(name, &about) == 0 && !S_ISREG(about.st_mode))
		return fail(err, "cannot write %s: it is not a plain file", name);
	unlink(part);                          /* of a process that died under the same number */
	if (!write_temporary(part, bytes) || rename(part, name) != 0) {
		int why = errno;
		unlink(part);
		return fail(err, "cannot write %s: %s", name, strerror(why));
	}
	if (!folder_sync(folder))
		return fail(err, "wrote %s, but its folder could not be made safe: %s", name,
		            strerror(errno));
	return true;
}

Str
file_sha256(Str bytes, struct arena *perm)
{
	struct digits sha256 = sha256_of(bytes);
	return str_copy(digits_str(&sha256), perm);
}
