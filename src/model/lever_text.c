/* lever_text.c: levers' rows, and levers in words. */
#include "model/lever.h"

#include "base/quantity.h"

const struct lever_row lever_rows[LEVERS] = {
	[LEVER_OVER] = { .name = STR("over"), .title = STR("Recruit over establishment"),
		.does = STR("So many posts more than the establishment are funded from the month on. They are filled as other posts "
			"are. When they end, whoever is in one moves into the next vacant post."),
		.amount_label = STR("Posts over establishment"), .amount_one = STR("post"), .amount_more = STR("posts"),
		.amount_least = 1, .amount_most = 500, .amount_usual = 10,
		.evidence = STR("E114: of 100 posts with 12.2% leaving a year, more than 10 leave in two years of three") },
	[LEVER_PAYMENT] = { .name = STR("payment"), .title = STR("Pay people to stay through years 2 and 3"),
		.does = STR("Everybody with one to three years in post is paid each month. Their leaving is multiplied by the effect; that of "
			"those in the year after, and of all for a year after the payment ends, by the rebound."),
		.amount_label = STR("Pounds a year for each"), .amount_before = STR("\u00a3"), .amount_one = STR("a year each"), .amount_more = STR("a year each"),
		.amount_least = 0, .amount_most = 30000, .amount_usual = 3000,
		.effect_label = STR("Leaving while paid, times"), .effect_least = 300000, .effect_most = 1500000, .effect_usual = MICRO,
		.evidence = STR("E086: 8% more pay, 23% fewer of England's early-career teachers left (grade B, not social workers); "
			"E089: payments without conditions fade. No effect is assumed") },
	[LEVER_FASTER] = { .name = STR("faster"), .title = STR("Fill posts faster"),
		.does = STR("The mean time from vacant to filled is shorter by so many months: first the time in which nobody can "
			"start, then the time until somebody is found."),
		.amount_label = STR("Months less"), .amount_one = STR("month"), .amount_more = STR("months"),
		.amount_least = 1, .amount_most = 24, .amount_usual = 1,
		.evidence = STR("E116: no trustworthy figures of councils' recruiting were found; use your own times to fill") },
	[LEVER_COHORT] = { .name = STR("cohort"), .title = STR("Take on a cohort of trainees"),
		.does = STR("So many newly qualified people start in the month, and again each year for as long as it lasts. They go "
			"into vacant posts; who finds none is over establishment until one is vacated."),
		.amount_label = STR("People who start"), .amount_one = STR("person"), .amount_more = STR("people"), .unsaid = 1,
		.amount_least = 1, .amount_most = 200, .amount_usual = 9,
		.effect_label = STR("Share who arrive and pass"), .effect_least = 0, .effect_most = MICRO, .effect_usual = 830000,
		.evidence = STR("E045: 82.7% of the first social work apprentices completed (grade B); E098: of 12 from overseas, 2 did "
			"not start (grade C)") },
	[LEVER_CONVERT] = { .name = STR("convert"), .title = STR("Make agency workers permanent"),
		.does = STR("Of the agency workers who cover vacant posts, so many in a hundred become permanent in a year."),
		.amount_label = STR("Percent a year"), .amount_one = STR("in a hundred a year"), .amount_more = STR("in a hundred a year"),
		.amount_least = 0, .amount_most = 100, .amount_usual = 5,
		.evidence = STR("E118: no published rate was found; 5% a year is a placeholder") },
	[LEVER_CASELOAD] = { .name = STR("caseload"), .title = STR("Hold caseloads down"),
		.does = STR("As many posts more are funded as it takes for no case holder to have more cases than this on average, if "
			"all are filled. It is a target for posts funded, not a cap that holds: while posts are vacant, caseloads are above it. "
			"The effect multiplies leaving."),
		.amount_label = STR("Cases for each case holder at most"), .amount_one = STR("case for each case holder"), .amount_more = STR("cases for each case holder"),
		.tenths = 10, .amount_least = 50, .amount_most = 400, .amount_usual = 150,
		.effect_label = STR("Leaving, times"), .effect_least = 300000, .effect_most = 2000000, .effect_usual = MICRO,
		.evidence = STR("E072: caseload had no influence on the intent to leave in one survey (grade B); no effect is assumed") },
	[LEVER_LOST] = { .name = STR("lost"), .title = STR("Lose a cohort"),
		.does = STR("So many people leave in one month besides all others: those who came last. A cohort from overseas whose "
			"permission to work ends, for example."),
		.amount_label = STR("People who leave"), .amount_one = STR("person"), .amount_more = STR("people"), .unsaid = 1, .at_once = true,
		.amount_least = 1, .amount_most = 200, .amount_usual = 5,
		.evidence = STR("E099: of 16 recruited overseas 9 had come with the first intake (grade C)") },
	[LEVER_SHOCK] = { .name = STR("shock"), .title = STR("A year after a poor inspection"),
		.does = STR("Leaving is multiplied by the effect for the months, a year if none are said."),
		.unsaid = 12, .effect_label = STR("Leaving, times"), .effect_least = 500000, .effect_most = 3000000, .effect_usual = 1300000,
		.evidence = STR("E055: councils graded inadequate lost 4.6 in a hundred more a year than others (grade C, an association)") },
};

bool
lever_find(Str name, enum lever_kind *kind)
{
	for (int i = 0; i < LEVERS; i++)
		if (str_equal_fold(lever_rows[i].name, name)) {
			*kind = (enum lever_kind)i;
			return true;
		}
	return false;
}

int
lever_in_one(const struct lever_row *row)
{
	return row->tenths ? row->tenths : 1;
}

Figure
lever_amount(const struct lever_row *row, int64_t amount)
{
	return figure_micro(amount * (MICRO / lever_in_one(row)));
}

/* ---- writing ----------------------------------------------------------------------------------- */

static void
add_ratio(struct text *text, const char *word, int32_t micro, struct arena *perm)
{
	Str ratio = figure_short(figure_micro(micro), perm);
	text_format(text, " %s %.*s", word, STR_ARG(ratio));
}

Str
lever_write(const struct lever *lever, struct arena *perm)
{
	const struct lever_row *row = &lever_rows[lever->kind];
	struct text text = text_new(perm);
	text_add(&text, row->name);
	if (row->amount_label.len > 0)
		text_format(&text, lever->amount % lever_in_one(row) ? " %lld.%lld" : " %lld", (long long)(lever->amount / lever_in_one(row)),
		            (long long)(lever->amount % lever_in_one(row)));
	text_format(&text, " from %d", lever->first);
	if (lever->months > 0)
		text_format(&text, " for %d", lever->months);
	if (row->effect_label.len > 0 && lever->effect != row->effect_usual)
		add_ratio(&text, "effect", lever->effect, perm);
	if (lever->kind == LEVER_PAYMENT && lever->rebound != 0 && lever->rebound != MICRO)
		add_ratio(&text, "rebound", lever->rebound, perm);
	return text_str(&text);
}

/* ---- reading ----------------------------------------------------------------------------------- */

static bool
read_number(Str word, int places, int64_t *micro)
{
	struct parsed_decimal number = parse_decimal(word, places, false);
	*micro = number.micro;
	return number.ok;
}

static bool
read_part(Str *rest, Str word, struct lever *lever, struct error *err)
{
	Str value = str_word(rest);
	int64_t micro;
	bool ratio = str_equal(word, S("effect")) || str_equal(word, S("rebound"));
	if (!ratio && !str_equal(word, S("from")) && !str_equal(word, S("for")))
		return fail(err, "\"%.*s\" is not understood: after the number come from, for, effect or rebound.", STR_ARG(word));
	if (!read_number(value, ratio ? 6 : 0, &micro) || micro < 0 || micro > 100000 * (int64_t)MICRO ||
	    (ratio && micro > 100 * (int64_t)MICRO))
		return fail(err, "After \"%.*s\" a number is wanted, not \"%.*s\".", STR_ARG(word), STR_ARG(value));
	if (str_equal(word, S("from")))
		lever->first = (int)(micro / MICRO);
	else if (str_equal(word, S("for")))
		lever->months = (int)(micro / MICRO);
	else
		*(str_equal(word, S("effect")) ? &lever->effect : &lever->rebound) = (int32_t)micro;
	return true;
}

/* "over 1.5": a number, and not one that it can be. */
static bool
is_number(Str word)
{
	int64_t micro;
	return read_number(word, 6, &micro);
}

bool
lever_read(Str text, struct lever *lever, struct error *err)
{
	Str rest = str_trim(text), name = str_word(&rest);
	enum lever_kind kind;
	if (!lever_find(name, &kind))
		return fail(err, "There is no lever \"%.*s\".", STR_ARG(name));
	const struct lever_row *row = &lever_rows[kind];
	*lever = (struct lever){ .kind = kind, .first = 1, .amount = row->amount_usual, .effect = row->effect_usual, .rebound = MICRO };
	Str word = str_word(&rest);
	int64_t micro;
	if (word.len > 0 && row->amount_label.len > 0 && read_number(word, row->tenths ? 1 : 0, &micro)) {
		lever->amount = micro / (MICRO / lever_in_one(row));
		word = str_word(&rest);
	} else if (row->amount_label.len > 0 && is_number(word)) {
		return fail(err, "After \"%.*s\" %s is wanted, not \"%.*s\".", STR_ARG(name), row->tenths ? "a number with one decimal at "
		            "most" : "a whole number", STR_ARG(word));
	}
	for (; word.len > 0; word = str_word(&rest))
		if (!read_part(&rest, word, lever, err))
			return false;
	return true;
}
