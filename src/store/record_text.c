/* record_text.c: a row as lines of text, for the history. */
#include "store/record_rows.h"

static void
add_line(struct text *text, Str name, Str value)
{
	text_add(text, name);
	text_char(text, ' ');
	for (ptrdiff_t i = 0; i < value.len; i++) {
		char c = value.at[i];
		if (c == '\\' || c == '\n')
			text_char(text, '\\');
		text_char(text, c == '\n' ? 'n' : c);
	}
	text_char(text, '\n');
}

Str
record_text(const struct record_type *type, const struct record *record, struct arena *perm)
{
	struct text text = text_new(perm);
	text_format(&text, "version %d\n", record->version);
	if (type->dated) {
		add_line(&text, S("from_day"), date_iso(record->when.first, perm));
		add_line(&text, S("to_day"), date_iso(record->when.last, perm));
	}
	for (int f = 0; f < type->field_count; f++)
		if (record->values[f].len)
			add_line(&text, type->fields[f].name, record->values[f]);
	return text_str(&text);
}

static bool
unescape(Str escaped, Str *value, struct arena *perm)
{
	char *out = new(perm, escaped.len + 1, char);
	*value = (Str){ out, 0 };
	for (ptrdiff_t i = 0; i < escaped.len; i++) {
		char c = escaped.at[i];
		if (c == '\\') {
			if (++i == escaped.len || (escaped.at[i] != 'n' && escaped.at[i] != '\\'))
				return false;
			c = escaped.at[i] == 'n' ? '\n' : '\\';
		}
		out[value->len++] = c;
	}
	return true;
}

static bool
read_version(Str value, int *version)
{
	struct parsed_decimal number = parse_decimal(value, 0, false);
	*version = (int)(number.micro / MICRO);
	return number.ok;
}

static bool
read_line(const struct record_type *type, Str line, struct record *record, Str *values,
          struct arena *perm)
{
	Str value, escaped = line, name = str_cut(&escaped, ' ');
	if (!escaped.at || !unescape(escaped, &value, perm))
		return false;
	if (str_equal(name, S("version")))
		return read_version(value, &record->version);
	if (str_equal(name, S("from_day")))
		return date_parse(value, &record->when.first);
	if (str_equal(name, S("to_day")))
		return date_parse(value, &record->when.last);
	int field = field_find(type, name);
	if (field >= 0)
		values[field] = value;
	return true;
}

bool
record_text_read(const struct record_type *type, Str text, struct record *record,
                 struct arena *perm)
{
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = S("");
	record->values = values;
	while (text.len)
		if (!read_line(type, str_cut(&text, '\n'), record, values, perm))
			return false;
	return true;
}
