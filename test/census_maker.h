/* census_maker.h: census returns by the dice: every item of a year, said, missing, empty or amiss, with the
 * letters that writers of XML and CSV get wrong. Nobody in them is anybody. */
#ifndef TEST_CENSUS_MAKER_H
#define TEST_CENSUS_MAKER_H

#include "census/return.h"

struct dice { uint64_t state; };

/* From 0 to `sides` - 1. PCG's multiplier and increment; the upper half of its state. */
static inline int
roll(struct dice *dice, int sides)
{
	dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
	return (int)((dice->state >> 33) % (uint64_t)sides);
}

static inline Str
made_words(struct dice *dice, struct arena *perm)
{
	static const Str pieces[] = {
		STR("&"), STR("<"), STR(">"), STR("\""), STR("'"), STR("]]>"), STR("&amp;"), STR("\u00e9"), STR("\u6f22"),
		STR("\U0001F642"), STR("a b"), STR("-"), STR("="), STR(","), STR(";"), STR("\n"), STR("\r\n"), STR("\r"), STR("\t"), STR("<!--"),
		STR("O'Neil"), STR("\uFF1D"), STR("\uFFFD"), STR("0"), STR("\uFEFF"),
	};
	struct text out = text_new(perm);
	text_add(&out, S("x"));
	if (roll(dice, 3) == 0)
		out.len = 0;
	for (int i = roll(dice, 8); i >= 0; i--)
		text_add(&out, pieces[roll(dice, (int)countof(pieces) - (out.len == 0))]);
	return text_str(&out);
}

static inline Str
made_number_text(struct dice *dice, const struct item_row *row, struct arena *perm)
{
	int64_t most = 1;
	for (int i = 0; i < row->whole; i++)
		most *= 10;
	int64_t micro = row->most ? roll(dice, (int)row->most + 1) : roll(dice, (int)(most < 1000000 ? most : 1000000)) * (int64_t)MICRO;
	if (!row->most && row->places > 0)
		micro += roll(dice, 100) * figure_step(row->places);
	if (micro > (row->most ? row->most : most * MICRO - 1))
		micro = 0;
	return figure_plain(figure_micro(micro / figure_step(row->places) * figure_step(row->places)), row->places, perm);
}

/* A text that says something sound of an item. */
static inline Str
made_sound(struct dice *dice, enum item item, int year, struct arena *perm)
{
	const struct item_row *row = &item_rows[item];
	if (item == ITEM_YEAR)
		return str_format(perm, "%d", year);
	switch (row->kind) {
	case KIND_CODE:   return row->codes[roll(dice, row->code_count)].code;
	case KIND_DATE:   return date_iso((Date){ roll(dice, 20000) }, perm);
	case KIND_TIME:   return str_format(perm, "2025-10-%02dT0%d:30:59", 1 + roll(dice, 31), roll(dice, 10));
	case KIND_NUMBER: return made_number_text(dice, row, perm);
	case KIND_SWE:    return str_format(perm, roll(dice, 2) ? "SW%0*d" : "sw%0*d", roll(dice, 8), roll(dice, 100000));
	case KIND_LEA:    return str_format(perm, "%03d", roll(dice, 1000));
	case KIND_TEXT:   break;
	}
	return made_words(dice, perm);
}

/* NULL text: not there. */
static inline Str
made_item(struct dice *dice, enum item item, int year, struct arena *perm)
{
	static const Str amiss[] = { STR("?"), STR("31/12/2019"), STR("-1"), STR("1,5"), STR("1e3"), STR("N/A"), STR("sw") };
	switch (item == ITEM_YEAR ? 9 : roll(dice, 12)) {
	case 0:  return (Str){ 0 };
	case 1:  return S("");
	case 2:  return S(" \n");
	case 3:  return amiss[roll(dice, (int)countof(amiss))];
	case 4:  return made_words(dice, perm);
	default: return made_sound(dice, item, year, perm);
	}
}

static inline void
made_return(struct census_return *ret, struct dice *dice, int year, int workers, struct arena *perm)
{
	*ret = (struct census_return){ .file = S("made"), .form = FORM_BUILT, .worker_count = workers,
	                               .workers = new(perm, workers, struct worker) };
	for (int i = 0; i < RETURN_ITEMS; i++)
		if (item_in_year((enum item)i, year))
			ret->cell[i].text = made_item(dice, (enum item)i, year, perm);
	for (int n = 0; n < workers; n++) {
		ret->workers[n].number = n + 1;
		for (int i = WORKER_FIRST; i < ITEMS; i++)
			if (item_in_year((enum item)i, year))
				ret->workers[n].cell[i - WORKER_FIRST].text = made_item(dice, (enum item)i, year, perm);
	}
	return_settle(ret);
}

#endif
