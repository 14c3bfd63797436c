/* supply_told.c: papers that run out, and what came of placements. */
#include "practice/supply.h"

#include <stdlib.h>

/* ---- papers -------------------------------------------------------------------------------------- */

static const struct { Str words; const char *field; } papers[] = {
	[PAPER_CERTIFICATE] = { STR("Certificate of sponsorship"), "certificate_until" }, [PAPER_VISA] = { STR("Visa"), "visa_until" },
};

static const struct { int days; Str words; } levels[ALARM_LEVELS] = {
	[ALARM_EXPIRED] = { -1, STR("Expired") }, [ALARM_30] = { 30, STR("Within 30 days") }, [ALARM_60] = { 60, STR("Within 60 days") },
	[ALARM_90] = { 90, STR("Within 90 days") },
};

Str
paper_words(enum paper paper)
{
	return papers[paper].words;
}

Str
alarm_words(enum alarm_level level)
{
	return levels[level].words;
}

static bool
still_here(const struct supply *supply, const struct learner *l)
{
	return l->stage == LEARNER_JOINED && l->spell != NOT_THERE && spell_on(supply->roster, l->spell, supply->day);
}

static bool
asked_about(const struct supply *supply, const struct learner *l, enum paper paper)
{
	if (paper == PAPER_CERTIFICATE)
		return learner_coming(l) && !l->is_ready && l->came[LEARNER_VISA].day == 0;
	return learner_coming(l) || still_here(supply, l);
}

static void
add_alarm(const struct supply *supply, int learner, enum paper paper, struct alarm *alarms, int *count)
{
	const struct learner *l = &supply->learners[learner];
	Date until;
	if (!asked_about(supply, l, paper) ||
	    !date_parse(record_value(&record_types[TYPE_LEARNER], l->record, str_of(papers[paper].field)), &until))
		return;
	int days = until.day - supply->day.day;
	for (int level = 0; level < ALARM_LEVELS; level++)
		if (days <= levels[level].days) {
			alarms[(*count)++] = (struct alarm){ learner, paper, (enum alarm_level)level, until, days };
			return;
		}
}

static int
sooner(const void *a, const void *b)
{
	const struct alarm *x = a, *y = b;
	if (x->until.day != y->until.day)
		return (x->until.day > y->until.day) - (x->until.day < y->until.day);
	return x->learner != y->learner ? x->learner - y->learner : (int)x->paper - (int)y->paper;
}

int
supply_alarms(const struct supply *supply, struct alarm **alarms, struct arena *perm)
{
	int count = 0;
	*alarms = new(perm, 2 * supply->learner_count + 1, struct alarm);
	for (int l = 0; l < supply->learner_count; l++)
		for (int p = 0; p < countof(papers); p++)
			add_alarm(supply, l, (enum paper)p, *alarms, &count);
	qsort(*alarms, (size_t)count, sizeof **alarms, sooner);
	return count;
}

/* ---- placements to hires ---------------------------------------------------------------------------- */

struct hires
supply_hires(const struct supply *supply, struct hires_of of)
{
	struct hires hires = { 0 };
	for (int i = 0; i < supply->learner_count; i++) {
		const struct learner *l = &supply->learners[i];
		int kind = l->cohort == NOT_THERE ? (int)ROUTE_OTHER : (int)supply->cohorts[l->cohort].kind;
		bool ended = learner_stages.rows[l->stage].ended;
		if (!l->placed || (of.kind != NOT_THERE && kind != of.kind) || (of.link != NOT_THERE && l->link != of.link))
			continue;
		hires.placed++;
		hires.joined += l->stage == LEARNER_JOINED;
		hires.gone += ended && l->stage != LEARNER_JOINED;
		hires.open += !ended;
		hires.here += still_here(supply, l);
	}
	hires.decided = hires.joined + hires.gone;
	hires.joined_share = figure_ratio(figure_whole(hires.joined), figure_whole(hires.decided), 100);
	hires.here_share = figure_ratio(figure_whole(hires.here), figure_whole(hires.joined), 100);
	return hires;
}
