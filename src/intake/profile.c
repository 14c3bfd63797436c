/* profile.c: a profile as text and back: one line a setting, parts of a line apart by tabs.
 *
 *     list <tab> hr
 *     column <tab> payroll <tab> emp no
 *     said <tab> basis <tab> perm <tab> permanent
 */
#include "intake/intake.h"

static const Str file_kind = STR("mainstay list profile 1");

Str
profile_text(const struct profile *profile, struct arena *perm)
{
	struct text out = text_new(perm);
	text_format(&out, "%.*s\n", STR_ARG(file_kind));
	text_format(&out, "name\t%.*s\n", STR_ARG(profile->name));
	text_format(&out, "list\t%.*s\n", STR_ARG(list_rows[profile->list].name));
	text_format(&out, "sheet\t%.*s\n", STR_ARG(profile->sheet));
	text_format(&out, "heading_line\t%d\n", profile->heading_line);
	text_format(&out, "hours_full_time\t%d\n", profile->hours_full_time);
	text_format(&out, "month_first\t%d\n", profile->month_first);
	text_format(&out, "complete\t%d\n", profile->complete);
	for (int t = 0; t < TARGETS; t++)
		if (profile->column[t].len > 0)
			text_format(&out, "column\t%.*s\t%.*s\n", STR_ARG(target_rows[t].name),
			            STR_ARG(profile->column[t]));
	for (int i = 0; i < profile->said_count; i++)
		text_format(&out, "said\t%.*s\t%.*s\t%.*s\n",
		            STR_ARG(target_rows[profile->said[i].target].name),
		            STR_ARG(profile->said[i].word), STR_ARG(profile->said[i].means));
	return text_str(&out);
}

static bool
target_find(Str name, enum target *target)
{
	for (int t = 0; t < TARGETS; t++)
		if (str_equal(target_rows[t].name, name)) {
			*target = target_rows[t].target;
			return true;
		}
	return false;
}

static bool
read_number(Str text, int most, int *number)
{
	struct parsed_decimal parsed = parse_decimal(text, 0, false);
	if (!parsed.ok || parsed.micro < 0 || parsed.micro > (int64_t)most * MICRO)
		return false;
	*number = (int)(parsed.micro / MICRO);
	return true;
}

static bool
read_said(struct profile *profile, Str rest)
{
	enum target target;
	if (!target_find(str_cut(&rest, '\t'), &target))
		return false;
	Str word = str_cut(&rest, '\t');
	if (word.len == 0 || rest.len == 0)
		return false;
	profile->said[profile->said_count].target = target;
	profile->said[profile->said_count].word = word;
	profile->said[profile->said_count++].means = rest;
	return true;
}

/* One line's setting; false when it is not one, or cannot be this. */
static bool
read_setting(struct profile *profile, Str key, Str rest)
{
	enum target target;
	int flag;
	if (str_equal(key, S("name")))
		return profile->name = rest, true;
	if (str_equal(key, S("sheet")))
		return profile->sheet = rest, true;
	if (str_equal(key, S("list")))
		return list_find(rest, &profile->list);
	if (str_equal(key, S("heading_line")))
		return read_number(rest, GRID_ROWS_MOST, &profile->heading_line);
	if (str_equal(key, S("hours_full_time")))
		return read_number(rest, 16800, &profile->hours_full_time);
	if (str_equal(key, S("month_first")) && read_number(rest, 1, &flag))
		return profile->month_first = flag, true;
	if (str_equal(key, S("complete")) && read_number(rest, 1, &flag))
		return profile->complete = flag, true;
	if (str_equal(key, S("said")))
		return read_said(profile, rest);
	if (!str_equal(key, S("column")) || !target_find(str_cut(&rest, '\t'), &target) || !rest.len)
		return false;
	profile->column[target] = rest;
	return true;
}

static int
count_lines(Str text)
{
	int lines = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		lines += text.at[i] == '\n';
	return lines + 1;
}

bool
profile_read(struct profile *profile, Str text, struct arena *perm, struct error *err)
{
	*profile = (struct profile){ .said = new(perm, count_lines(text), struct said) };
	text = str_copy(text, perm);
	if (!str_equal(str_cut(&text, '\n'), file_kind))
		return fail(err, "it is not a list profile of this program");
	for (int line = 2; text.len > 0; line++) {
		Str rest = str_cut(&text, '\n');
		Str key = str_cut(&rest, '\t');
		if (key.len > 0 && !read_setting(profile, key, rest))
			return fail(err, "line %d of the profile is not understood", line);
	}
	return true;
}
