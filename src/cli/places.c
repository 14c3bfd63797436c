/* places.c: paths, and the settings command that shows them. */
#include "cli/places.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/show.h"
#include "files/file.h"
#include "mail/carrier.h"
#include "web/request.h"

/* A path in a folder that a variable names, or else in a folder of the home; empty without both. */
static Str
in_folder(const char *variable, Str of_home, Str below, struct arena *perm)
{
	Str folder = str_of(getenv(variable));
	if (str_begins(folder, S("/")))
		return str_format(perm, "%.*s/%.*s", STR_ARG(folder), STR_ARG(below));
	Str home = str_of(getenv("HOME"));
	if (!str_begins(home, S("/")))
		return (Str){ 0 };
	return str_format(perm, "%.*s/%.*s/%.*s", STR_ARG(home), STR_ARG(of_home), STR_ARG(below));
}

Str
settings_path(struct arena *perm)
{
	Str named = str_of(getenv("MAINSTAY_SETTINGS"));
	return named.len > 0
		? named
		: in_folder("XDG_CONFIG_HOME", S(".config"), S("mainstay/settings"), perm);
}

Str
store_path(const struct line *line, struct arena *perm)
{
	return line_has(line, OPTION_STORE)
		? line_text(line, OPTION_STORE)
		: in_folder("XDG_DATA_HOME", S(".local/share"), S("mainstay/mainstay.db"), perm);
}

bool
public_address(const struct line *line, Str *address, struct error *err)
{
	Str said = line_text(line, OPTION_PUBLIC_ADDRESS);
	*address = S("");
	return said.len == 0 || reached_address(said, address) ||
	       fail(err, "public-address is where others reach the pages, without a path, such as "
	            "https://workforce.walsall.gov.uk; not \"%.*s\"", STR_ARG(said));
}

bool
mail_carriage(const struct line *line, Str store, struct carriage *carriage, struct arena *perm, struct error *err)
{
	enum { MAIL_FILE_MOST = 64 * 1024 };
	Str file = line_text(line, OPTION_MAIL), text;
	struct stat is;
	if (file.len == 0) {
		*carriage = carriage_beside(store_is_url(store) ? S("") : store, perm);
		return carriage->folder.len > 0 || fail(err, "messages have no folder: say mail = FILE");
	}
	if (stat(str_c(file, perm), &is) != 0)
		return fail(err, "cannot read %.*s: %s", STR_ARG(file), strerror(errno));
	if (is.st_mode & (S_IRWXG | S_IRWXO))
		return fail(err, "%.*s may hold a password, and others may read it: chmod 600 %.*s", STR_ARG(file), STR_ARG(file));
	return file_read(file, MAIL_FILE_MOST, &text, perm, err) && carriage_read(carriage, text, file, perm, err);
}

Str
path_name(Str path)
{
	ptrdiff_t first = 0;
	for (ptrdiff_t i = 0; i < path.len; i++)
		if (path.at[i] == '/')
			first = i + 1;
	return str_from(path, first);
}

bool
path_exists(Str path, struct arena scratch)
{
	return path.len > 0 && access(str_c(path, &scratch), F_OK) == 0;
}

/* Makes the folders that a file will stand in, readable by their owner only. */
static bool
make_folders(Str path, struct arena scratch, struct error *err)
{
	char *so_far = str_c(path, &scratch);
	for (char *slash = strchr(so_far + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool made = mkdir(so_far, 0700) == 0 || errno == EEXIST;
		if (!made)
			return fail(err, "cannot make the folder %s: %s", so_far, strerror(errno));
		*slash = '/';
	}
	return true;
}

bool
store_to_read(const struct line *line, Str *path, struct arena *perm, struct error *err)
{
	*path = store_path(line, perm);
	if (store_is_url(*path) || path_exists(*path, *perm))
		return true;
	if (line_has(line, OPTION_STORE))
		return fail(err, "there is no store at %.*s; mainstay serve and mainstay import make one",
		            STR_ARG(*path));
	*path = (Str){ 0 };
	return true;
}

bool
store_to_write(const struct line *line, Str *path, struct arena *perm, struct error *err)
{
	*path = store_path(line, perm);
	if (path->len == 0)
		return fail(err, "no place for the store is known: give one with --store FILE");
	return store_is_url(*path) || make_folders(*path, *perm, err);
}

static struct row
setting_row(const struct invocation *in, enum option_id id, struct arena *perm)
{
	struct cell *cells = new(perm, 4, struct cell);
	Str value = id == OPTION_STORE ? store_path(&in->line, perm) : line_text(&in->line, id);
	enum source source = in->line.given[id].source;
	if (id == OPTION_STORE && source == BY_NOBODY && value.len > 0)
		source = BY_FALLBACK;
	cells[0] = cell_text(options[id].name);
	cells[1] = cell_text(id == OPTION_STORE ? store_shown(value, perm) : value);
	cells[2] = cell_text(source_text(source));
	cells[3] = cell_text(option_variable(id, perm));
	return (struct row){ .cells = cells };
}

enum status
run_settings(const struct invocation *in, struct arena *perm)
{
	static const struct column columns[] = {
		{ .name = STR("setting"), .title = STR("Setting") },
		{ .name = STR("value"), .title = STR("Value") },
		{ .name = STR("set_by"), .title = STR("Set by") },
		{ .name = STR("variable"), .title = STR("Environment") },
	};
	struct row *rows = new(perm, OPTIONS, struct row);
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){
		.name = S("settings"), .caption = S("Settings"), .columns = columns,
		.column_count = (int)countof(columns), .rows = rows,
	};
	for (int id = 0; id < OPTIONS; id++)
		if (options[id].setting)
			rows[table->row_count++] = setting_row(in, (enum option_id)id, perm);

	struct answer answer = { .outcome = DONE, .document = document_new(perm, S("Settings")) };
	document_paragraph(&answer.document, str_format(perm, "The settings file is %.*s%s.",
		STR_ARG(in->settings_path),
		path_exists(in->settings_path, *perm) ? "" : ", which is not there"));
	document_table(&answer.document, table);
	answer.document.data = table;
	return show_answer(in, &answer, perm);
}
