/* term.c: adding terms to days. */
#include "register/term.h"

#include <assert.h>

static const struct { Str one, many; int most; } unit_words[] = {
	[TERM_DAYS]   = { STR("day"), STR("days"), 366 * TERM_MOST },
	[TERM_MONTHS] = { STR("month"), STR("months"), 12 * TERM_MOST },
	[TERM_YEARS]  = { STR("year"), STR("years"), TERM_MOST },
};

bool
term_read(Str text, struct term *term)
{
	Str count = str_word(&text), unit = str_word(&text);
	struct parsed { int number; bool ok; } read = { 0, count.len > 0 && count.len <= 5 };
	for (ptrdiff_t i = 0; i < count.len && read.ok; i++) {
		read.ok = count.at[i] >= '0' && count.at[i] <= '9';
		read.number = 10 * read.number + (count.at[i] - '0');
	}
	if (!read.ok || read.number == 0 || str_trim(text).len > 0)
		return false;
	for (int u = 0; u < countof(unit_words); u++)
		if (str_equal_fold(unit, unit_words[u].one) || str_equal_fold(unit, unit_words[u].many)) {
			*term = (struct term){ read.number, (enum term_unit)u };
			return read.number <= unit_words[u].most;
		}
	return false;
}

Str
term_words(struct term term, struct arena *perm)
{
	Str unit = term.count == 1 ? unit_words[term.unit].one : unit_words[term.unit].many;
	return str_format(perm, "%d %.*s", term.count, STR_ARG(unit));
}

static Date
months_from(Date day, int months)
{
	struct civil civil = date_civil(day);
	int month = civil.year * 12 + civil.month - 1 + months;
	int year = month / 12;
	if (year > 9998)
		return (Date){ 2932896 };
	for (month = month % 12 + 1; !date_real(year, month, civil.day); civil.day--)
		assert(civil.day > 28);
	return date_of(year, month, civil.day);
}

Date
term_after(Date day, struct term term)
{
	if (term.unit == TERM_DAYS)
		return (Date){ day.day + term.count };
	return months_from(day, term.unit == TERM_YEARS ? 12 * term.count : term.count);
}

/* Months are of several lengths, so it is looked for near where it must be. */
Date
term_before(Date day, struct term term)
{
	if (term.unit == TERM_DAYS)
		return (Date){ day.day - term.count };
	Date before = months_from(day, term.unit == TERM_YEARS ? -12 * term.count : -term.count);
	while (term_after((Date){ before.day + 1 }, term).day <= day.day)
		before.day++;
	while (term_after(before, term).day > day.day)
		before.day--;
	return before;
}

/* Day 0, 1 January 1970, was a Thursday. */
static Date
off_the_weekend(Date day)
{
	int weekday = (day.day % 7 + 7 + 3) % 7;             /* Monday is 0 */
	return (Date){ weekday < 5 ? day.day : day.day + 7 - weekday };
}

struct answer_due
request_due(struct request_days days, Date today)
{
	struct answer_due due = { .stands_still = days.asked.day && !days.answered.day };
	Date day = term_after(days.received, (struct term){ days.extended.day ? 3 : 1, TERM_MONTHS });
	Date answered = days.answered.day ? days.answered : today;
	if (days.asked.day && answered.day > days.asked.day)
		day.day += answered.day - days.asked.day;
	due.day = off_the_weekend(day);
	return due;
}
