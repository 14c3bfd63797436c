/* reconcile_facts.c: fingerprints of what was said, and what a decision keeps a list from saying. */
#include "intake/reconcile.h"

Str
difference_facts(const struct disagreement *difference, struct arena *perm)
{
	struct text facts = text_new(perm);
	for (int s = 0; s < SIDES; s++) {
		text_format(&facts, "%s%.*s=", s ? " " : "", STR_ARG(side_rows[s].name));
		if (difference->says[s].len > 0)
			text_format(&facts, "%016llx", (unsigned long long)str_hash(difference->says[s]));
		else
			text_char(&facts, '-');
	}
	return text_str(&facts);
}

/* "8c1f..." of "finance=8c1f...". */
static Str
fact_of(Str facts, enum side side)
{
	for (Str word = str_word(&facts); word.len > 0; word = str_word(&facts)) {
		Str name = str_cut(&word, '=');
		if (str_equal(name, side_rows[side].name))
			return word;
	}
	return (Str){ 0 };
}

bool
facts_agree(Str a, Str b, enum side side)
{
	return str_equal(fact_of(a, side), fact_of(b, side));
}

static void
blank(struct line_read *line, enum difference_kind kind)
{
	static const enum target targets[DIFFERENCE_KINDS] = {
		[DIFFER_FTE] = TO_FTE, [DIFFER_POST_FTE] = TO_POST_FTE, [DIFFER_TITLE] = TO_JOB_TITLE, [DIFFER_TEAM] = TO_TEAM,
		[DIFFER_LEAVER] = TO_LAST_DAY,
	};
	bool whole = kind == DIFFER_UNFUNDED || kind == DIFFER_VACANT || kind == DIFFER_HOLDER || kind == DIFFER_POST;
	if (whole)
		line->unreadable = true;
	else
		line->values[targets[kind]] = (Str){ 0 };
	if (kind == DIFFER_FTE)
		line->values[TO_HOURS] = (Str){ 0 };
}

void
reconcile_hold(struct list_read *read, enum side side, const struct disagreement *difference)
{
	for (int i = 0; i < read->count; i++)
		if (difference->lines[side] > 0 && read->at[i].line == difference->lines[side])
			blank(&read->at[i], difference->kind);
}
