/* checking.c: what findings say, in people's terms. */
#include "census/checking.h"

Str
checking_say(struct checking *in, const char *format, ...)
{
	struct text text = text_new(in->perm);
	va_list args;
	va_start(args, format);
	text_vformat(&text, format, args);
	va_end(args);
	return text_str(&text);
}

void
checking_tell(struct checking *in, const struct census_rule *rule, const struct worker *w, enum item item,
              struct advice advice)
{
	census_tell(in->found, (struct telling){ .ret = in->ret, .rule = rule, .worker = w, .item = item,
	                                         .wrong = advice.wrong, .mend = advice.mend }, in->perm);
}

static Str
text_there(const struct checking *in, const struct worker *w, enum item item)
{
	return str_trim(w ? worker_cell(w, item)->text : in->ret->cell[item].text);
}

/* ---- values ------------------------------------------------------------------------------------ */

/* A text as it stood; of a long one its beginning. */
static Str
shown(struct checking *in, Str text)
{
	enum { ENOUGH = 40 };
	if (text.len <= ENOUGH)
		return text;
	ptrdiff_t end = ENOUGH;
	while (end > 0 && ((unsigned char)text.at[end] & 0xC0) == 0x80)
		end--;
	return str_join(str_upto(text, end), S("\u2026"), in->perm);
}

Str
checking_number(struct checking *in, int64_t micro)
{
	return figure_short(figure_micro(micro), in->perm);
}

static Str
code_said(struct checking *in, const struct choice *code)
{
	return checking_say(in, "%.*s (%.*s)", STR_ARG(code->code), STR_ARG(code->words));
}

Str
checking_value(struct checking *in, const struct worker *w, enum item item)
{
	const struct item_row *row = &item_rows[item];
	struct fact fact = checking_fact(in, w, item);
	if (fact.said == SAID && row->kind == KIND_CODE)
		return code_said(in, &row->codes[fact.value]);
	if (fact.said == SAID && row->kind == KIND_DATE)
		return date_text((Date){ (int32_t)fact.value }, in->perm);
	if (fact.said == SAID && row->kind == KIND_NUMBER)
		return checking_number(in, fact.value);
	return shown(in, text_there(in, w, item));
}

Str
checking_which(struct checking *in, const struct worker *w)
{
	if (w->line == 0)
		return checking_say(in, "worker %d", w->number);
	return checking_say(in, "worker %d in line %d", w->number, w->line);
}

/* A title within a sentence: "leaving date", but "FTE at 30 September". */
static Str
title_within(struct checking *in, enum item item)
{
	Str title = item_rows[item].title;
	bool word = title.len > 1 && title.at[1] >= 'a' && title.at[1] <= 'z';
	bool name = str_begins(title, S("Social Work England")) || str_begins(title, S("Step Up")) ||
		str_begins(title, S("Frontline"));
	if (!word || name)
		return title;
	return str_join(str_lower(str_upto(title, 1), in->perm), str_from(title, 1), in->perm);
}

static Str
is_said(struct checking *in, const struct worker *w, enum item item)
{
	if (checking_fact(in, w, item).said == NOT_SAID)
		return S("is not given");
	return str_join(S("is "), checking_value(in, w, item), in->perm);
}

void
checking_tell_both(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	enum item first = rule->items[0], second = rule->items[1];
	Str one = is_said(in, w, first), other = is_said(in, w, second), title = title_within(in, second);
	checking_tell(in, rule, w, first, (struct advice){
		.wrong = checking_say(in, "%.*s, and %.*s %.*s", STR_ARG(one), STR_ARG(title), STR_ARG(other)) });
}

/* ---- what an item wants ------------------------------------------------------------------------ */

/* "0 (No) or 1 (Yes)"; of many the codes alone. */
static Str
codes_wanted(struct checking *in, const struct item_row *row)
{
	enum { FEW = 4 };
	struct text text = text_new(in->perm);
	for (int c = 0; c < row->code_count; c++) {
		if (c > 0)
			text_add(&text, c + 1 == row->code_count ? S(" or ") : S(", "));
		text_add(&text, row->code_count <= FEW ? code_said(in, &row->codes[c]) : row->codes[c].code);
	}
	return text_str(&text);
}

static Str
number_wanted(struct checking *in, const struct item_row *row)
{
	Str most = checking_number(in, item_most(row));
	if (row->places == 0)
		return checking_say(in, "a whole number from 0 to %.*s", STR_ARG(most));
	return checking_say(in, "a number from 0 to %.*s, with at most %d decimal%s", STR_ARG(most), row->places,
	                    row->places == 1 ? "" : "s");
}

Str
checking_wants(struct checking *in, enum item item)
{
	const struct item_row *row = &item_rows[item];
	switch (row->kind) {
	case KIND_CODE:   return str_join(S("write "), codes_wanted(in, row), in->perm);
	case KIND_NUMBER: return str_join(S("write "), number_wanted(in, row), in->perm);
	case KIND_DATE:   return S("write a date, as 2025-03-14");
	case KIND_TIME:   return S("write a day and a time, as 2025-10-20T09:30:00");
	case KIND_SWE:    return S("write two letters and 1 to 10 figures, as SW12345");
	case KIND_LEA:    return S("write DfE's three figures, as 335");
	case KIND_TEXT:   break;
	}
	return checking_say(in, "write at most %d characters", row->whole);
}

/* ---- texts that cannot be read ----------------------------------------------------------------- */

static Str
without_noughts(Str text)
{
	while (text.len > 1 && text.at[0] == '0')
		text = str_from(text, 1);
	return text;
}

/* What somebody may have meant by a text: a code in other letters, with a nought before it, one letter
 * wrong, or what it means in words. */
static bool
is_near(const struct choice *code, Str text)
{
	enum { LONG_ENOUGH = 3 };       /* of shorter codes every other is one letter away */
	return str_equal_fold(code->code, text) || str_equal(code->code, without_noughts(text)) ||
		str_equal_fold(str_upto(code->words, text.len < code->words.len ? text.len : code->words.len), text) ||
		(code->code.len >= LONG_ENOUGH && str_distance(code->code, text) <= 1);
}

static Str
nearest_codes(struct checking *in, const struct item_row *row, Str text)
{
	enum { A_HELP = 3 };            /* more than these help nobody */
	struct text near = text_new(in->perm);
	int count = 0;
	for (int c = 0; c < row->code_count; c++)
		if (is_near(&row->codes[c], text)) {
			text_add(&near, count++ == 0 ? S("nearest: ") : S(" or "));
			text_add(&near, code_said(in, &row->codes[c]));
		}
	return count >= 1 && count <= A_HELP ? text_str(&near) : (Str){ 0 };
}

static struct advice
code_unsound(struct checking *in, enum item item, Str text)
{
	const struct item_row *row = &item_rows[item];
	Str near = nearest_codes(in, row, text);
	Str wrong = row->code_count == 1 ? checking_say(in, "is not %.*s", STR_ARG(row->codes[0].code))
	                                 : checking_say(in, "is none of the %d codes", row->code_count);
	return (struct advice){ wrong, near.len ? near : checking_wants(in, item) };
}

static struct advice
date_unsound(struct checking *in, enum item item, Str text)
{
	Date meant;
	if (!date_parse(text, &meant))
		return (struct advice){ S("is no date"), checking_wants(in, item) };
	return (struct advice){ S("is not written as the census wants a date"),
	                        str_join(S("write "), date_iso(meant, in->perm), in->perm) };
}

static Str
unsound_words(enum item_kind kind)
{
	switch (kind) {
	case KIND_NUMBER: return S("is not a number that fits here");
	case KIND_TIME:   return S("is no day and time");
	case KIND_SWE:    return S("is no registration number");
	case KIND_LEA:    return S("is no council's number");
	case KIND_TEXT:   return S("is too long");
	case KIND_CODE:
	case KIND_DATE:   break;
	}
	return S("cannot be read");
}

bool
checking_sound(struct checking *in, const struct census_rule *rule, const struct worker *w, enum item item)
{
	if (checking_fact(in, w, item).said != MISSAID)
		return true;
	enum item_kind kind = item_rows[item].kind;
	Str text = text_there(in, w, item);
	struct advice advice;
	if (kind == KIND_CODE)
		advice = code_unsound(in, item, text);
	else if (kind == KIND_DATE)
		advice = date_unsound(in, item, text);
	else
		advice = (struct advice){ unsound_words(kind), checking_wants(in, item) };
	checking_tell(in, rule, w, item, advice);
	return false;
}

void
checking_missing(struct checking *in, const struct census_rule *rule, const struct worker *w, enum item item)
{
	checking_tell(in, rule, w, item, (struct advice){ S("is missing"), checking_wants(in, item) });
}

void
checking_tell_one(struct checking *in, const struct census_rule *rule, const struct worker *w, enum item item)
{
	checking_tell(in, rule, w, item, (struct advice){ .wrong = is_said(in, w, item) });
}
