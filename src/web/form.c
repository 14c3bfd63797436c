/* form.c: the two kinds of body a form sends: its fields in one line, or in parts with a file. */
#include "web/request.h"

#include <assert.h>
#include <string.h>

enum { BOUNDARY_MOST = 70, PART_HEAD_MOST = 4096 };      /* RFC 2046 gives a boundary 70 characters */

/* The value of `name` in `form-data; name="file"; filename="a.csv"`, unquoted. Browsers write a
 * quotation mark within as %22, so the next mark is the end. */
static bool
parameter(Str header, Str name, Str *value)
{
	str_cut(&header, ';');
	while (header.len > 0) {
		Str key = str_trim(str_cut(&header, '='));
		header = str_trim(header);
		Str found;
		if (header.len > 0 && header.at[0] == '"') {
			header = str_from(header, 1);
			found = str_cut(&header, '"');
			str_cut(&header, ';');
		} else {
			found = str_trim(str_cut(&header, ';'));
		}
		if (str_equal_fold(key, name)) {
			*value = found;
			return true;
		}
	}
	return false;
}

/* Name and file name from a part's headers; false when it has no name. */
static bool
part_names(Str heads, Str *name, Str *file, bool *has_file)
{
	bool named = false;
	while (heads.len > 0) {
		ptrdiff_t end = str_find(heads, S("\r\n"));
		Str line = end < 0 ? heads : str_upto(heads, end);
		heads = end < 0 ? (Str){ 0 } : str_from(heads, end + 2);
		Str key = str_cut(&line, ':');
		if (!str_equal_fold(key, S("Content-Disposition")) || named)
			continue;
		named = parameter(line, S("name"), name);
		*has_file = parameter(line, S("filename"), file);
	}
	return named;
}

/* The last piece of a path: some browsers sent the whole path of the file. */
static Str
base_name(Str path)
{
	for (ptrdiff_t i = path.len - 1; i >= 0; i--)
		if (path.at[i] == '/' || path.at[i] == '\\')
			return str_from(path, i + 1);
	return path;
}

static enum refusal
take_part(struct request *request, Str part)
{
	ptrdiff_t end = str_find(str_upto(part, part.len < PART_HEAD_MOST ? part.len : PART_HEAD_MOST),
	                         S("\r\n\r\n"));
	Str name = { 0 }, file = { 0 };
	bool has_file = false;
	if (end < 0 || !part_names(str_upto(part, end), &name, &file, &has_file))
		return MALFORMED;
	Str bytes = str_from(part, end + 4);
	if (!text_is_clean(name, false) || !text_is_clean(file, false))
		return MALFORMED;
	if (has_file) {
		struct sent_files *files = &request->files;
		for (int i = 0; i < files->count; i++)
			if (str_equal(files->at[i].field, name))
				return MALFORMED;
		if (files->count == FILES_MOST)
			return MALFORMED;
		files->at[files->count++] = (struct sent_file){ true, name, base_name(file), bytes };
		request->file = files->at[0];
		return NOT_REFUSED;
	}
	if (!text_is_clean(bytes, true) || request->form.count == SENT_MOST || bytes.len > FORM_MOST)
		return MALFORMED;
	for (int i = 0; i < request->form.count; i++)
		if (str_equal(request->form.at[i].name, name))
			return MALFORMED;
	request->form.at[request->form.count++] = (struct sent){ name, bytes };
	return NOT_REFUSED;
}

/* As str_find, at the speed of the C library: bodies may be 32 MiB. */
static ptrdiff_t
place_of(Str text, Str part)
{
	const char *found = text.len ? memmem(text.at, (size_t)text.len, part.at, (size_t)part.len) : NULL;
	return found ? found - text.at : -1;
}

/* Parts stand between lines of "--boundary"; the last such line has "--" after it. */
static enum refusal
take_parts(struct request *request, Str body, struct arena *perm)
{
	Str boundary;
	if (!parameter(request->content_type, S("boundary"), &boundary) || boundary.len == 0 ||
	    boundary.len > BOUNDARY_MOST)
		return MALFORMED;
	Str first = str_format(perm, "--%.*s", STR_ARG(boundary));
	Str between = str_format(perm, "\r\n--%.*s", STR_ARG(boundary));
	if (!str_begins(body, first))
		return MALFORMED;
	body = str_from(body, first.len);
	while (str_begins(body, S("\r\n"))) {
		body = str_from(body, 2);
		ptrdiff_t end = place_of(body, between);
		if (end < 0)
			return MALFORMED;
		enum refusal refusal = take_part(request, str_upto(body, end));
		if (refusal != NOT_REFUSED)
			return refusal;
		body = str_from(body, end + between.len);
	}
	return str_begins(body, S("--")) ? NOT_REFUSED : MALFORMED;
}

enum refusal
request_body(struct request *request, Str body, struct arena *perm)
{
	assert(request->method == POST);
	Str rest = request->content_type;
	Str kind = str_trim(str_cut(&rest, ';'));
	if (str_equal_fold(kind, S("multipart/form-data")))
		return take_parts(request, body, perm);
	if (str_equal_fold(kind, S("application/x-www-form-urlencoded")))
		return fields_read(&request->form, body, perm);
	return FORM_UNREADABLE;
}
