/* prospect_text.c: a prospect as lines of whole numbers, and back. */
#include "model/prospect.h"

#include <assert.h>
#include <string.h>

/* ---- whole numbers that stand alone ------------------------------------------------------------- */

enum holds { HOLDS_INT, HOLDS_I32, HOLDS_U32, HOLDS_U16, HOLDS_I64, HOLDS_CHANCE };

/* A line each: its word, and where its numbers are. `count` in a row. */
struct line { Str word; enum holds holds; int count; size_t at; };
#define LINE(word, holds, field) { STR(word), holds, 1, offsetof(struct prospect, field) }

static const struct line lines[] = {
	LINE("whom", HOLDS_U32, whom), LINE("months", HOLDS_INT, months),
	LINE("first_year", HOLDS_INT, first_year), LINE("first_month", HOLDS_INT, first_month),
	LINE("most", HOLDS_CHANCE, most), LINE("fill", HOLDS_CHANCE, fill), LINE("lead", HOLDS_INT, lead),
	LINE("hires_most", HOLDS_INT, hires_most), LINE("intake", HOLDS_U16, intake),
	{ STR("entry"), HOLDS_CHANCE, GRADES_MOST, offsetof(struct prospect, entry) },
	LINE("payment_push", HOLDS_INT, payment_push), LINE("pressure", HOLDS_I32, pressure),
	LINE("usual_vacancy", HOLDS_I32, usual_vacancy), LINE("cover", HOLDS_CHANCE, cover),
	LINE("convert", HOLDS_CHANCE, convert), LINE("convert_first", HOLDS_INT, convert_first),
	LINE("convert_last", HOLDS_INT, convert_last), LINE("cover_most", HOLDS_INT, cover_most),
	LINE("cases", HOLDS_I32, cases), LINE("holder_share", HOLDS_I32, holder_share),
	LINE("fte_per_head", HOLDS_I32, fte_per_head), LINE("safe", HOLDS_INT, safe),
	{ STR("pay"), HOLDS_I64, GRADES_MOST, offsetof(struct prospect, prices.pay) },
	LINE("agency_week", HOLDS_I64, prices.agency_week), LINE("hire", HOLDS_I64, prices.hire),
	LINE("induct", HOLDS_I64, prices.induct), LINE("leaver", HOLDS_I64, prices.leaver),
	LINE("payment", HOLDS_I64, prices.payment),
};
static const struct { size_t size; int64_t least, most; } kinds[] = {
	[HOLDS_INT] = { sizeof(int), INT32_MIN, INT32_MAX }, [HOLDS_I32] = { sizeof(int32_t), INT32_MIN, INT32_MAX },
	[HOLDS_U32] = { sizeof(uint32_t), 0, UINT32_MAX }, [HOLDS_U16] = { sizeof(uint16_t), 0, UINT16_MAX },
	[HOLDS_I64] = { sizeof(int64_t), INT64_MIN, INT64_MAX }, [HOLDS_CHANCE] = { sizeof(Chance), 0, INT64_MAX },
};

static int64_t
line_value(const struct line *line, int i, const struct prospect *p)
{
	const char *at = (const char *)p + line->at + (size_t)i * kinds[line->holds].size;
	switch (line->holds) {
	case HOLDS_INT: return *(const int *)(const void *)at;
	case HOLDS_I32: return *(const int32_t *)(const void *)at;
	case HOLDS_U32: return *(const uint32_t *)(const void *)at;
	case HOLDS_U16: return *(const uint16_t *)(const void *)at;
	case HOLDS_I64: return *(const int64_t *)(const void *)at;
	case HOLDS_CHANCE: return (int64_t)*(const Chance *)(const void *)at;
	}
	return 0;
}

static void
line_set(const struct line *line, int i, struct prospect *p, int64_t value)
{
	char *at = (char *)p + line->at + (size_t)i * kinds[line->holds].size;
	switch (line->holds) {
	case HOLDS_INT: *(int *)(void *)at = (int)value; break;
	case HOLDS_I32: *(int32_t *)(void *)at = (int32_t)value; break;
	case HOLDS_U32: *(uint32_t *)(void *)at = (uint32_t)value; break;
	case HOLDS_U16: *(uint16_t *)(void *)at = (uint16_t)value; break;
	case HOLDS_I64: *(int64_t *)(void *)at = value; break;
	case HOLDS_CHANCE: *(Chance *)(void *)at = (Chance)value; break;
	}
}

/* ---- writing ----------------------------------------------------------------------------------- */

static const Str drift_words[DRIFTS] = { [DRIFT_LEAVE] = STR("leave"), [DRIFT_FILL] = STR("fill"),
	[DRIFT_POSTS] = STR("posts"), [DRIFT_COVER] = STR("cover"), [DRIFT_CASES] = STR("cases") };

/* A row of chances by months in post, as "how many, which": most stay alike for years. */
static void
write_run(struct text *text, const Chance *row)
{
	for (int t = 0, run; t <= TENURE_MOST; t += run) {
		for (run = 1; t + run <= TENURE_MOST && row[t + run] == row[t]; run++)
			;
		text_format(text, " %d %llu", run, (unsigned long long)row[t]);
	}
	text_char(text, '\n');
}

static void
write_chances(struct text *text, const struct prospect *p)
{
	for (int g = 0; g < p->grades; g++) {
		for (int c = 0; c < p->causes; c++) {
			text_format(text, "leave %d %d", c, g);
			write_run(text, p->leave[c][g]);
		}
		text_format(text, "rise %d", g);
		write_run(text, p->rise[g]);
	}
}

static void
write_seats(struct text *text, const struct prospect *p)
{
	for (int i = 0, run; i < p->seat_count; i += run) {
		struct prospect_seat s = p->seats[i];
		for (run = 1; i + run < p->seat_count && memcmp(&p->seats[i + run], &s, sizeof s) == 0; run++)
			;
		text_format(text, "seats %d %d %d %d %d\n", run, s.grade, s.tenure, s.first, s.last);
	}
}

static void
write_changes(struct text *text, const struct prospect *p)
{
	for (int i = 0; i < p->cohort_count; i++) {
		const struct cohort *c = &p->cohorts[i];
		text_format(text, "cohort %d %d %d %llu\n", c->month, c->size, c->grade, (unsigned long long)c->arrives);
	}
	for (int i = 0; i < p->quicker_count; i++) {
		const struct quicker *q = &p->quickers[i];
		text_format(text, "quicker %d %d %u %d\n", q->first, q->last, q->q16, q->sooner);
	}
	for (int i = 0; i < p->loss_count; i++)
		text_format(text, "loss %d %d\n", p->losses[i].month, p->losses[i].count);
	for (int i = 0; i < p->push_count; i++) {
		const struct push *q = &p->pushes[i];
		text_format(text, "push %d %d %d %d %d %u\n", q->first, q->last, q->tenure_first, q->tenure_last, q->grade,
		            q->q16);
	}
	for (int i = 0; i < DRIFTS; i++) {
		const struct drift *d = &p->drifts[i];
		text_format(text, "drift %.*s %d %d %d %d", STR_ARG(drift_words[i]), d->own, d->wander, d->nation, d->keep);
		for (int year = 0; year < YEARS_MOST; year++)
			text_format(text, " %d", d->mean[year]);
		text_char(text, '\n');
	}
}

Str
prospect_write(const struct prospect *p, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S("prospect 1\n"));
	for (ptrdiff_t i = 0; i < countof(lines); i++) {
		text_add(&text, lines[i].word);
		for (int n = 0; n < lines[i].count; n++)
			text_format(&text, " %lld", (long long)line_value(&lines[i], n, p));
		text_char(&text, '\n');
	}
	for (int g = 0; g < p->grades; g++)
		text_format(&text, "grade %.*s\n", STR_ARG(p->grade_name[g]));
	for (int c = 0; c < p->causes; c++)
		text_format(&text, "cause %.*s\n", STR_ARG(p->cause_name[c]));
	write_chances(&text, p);
	write_seats(&text, p);
	write_changes(&text, p);
	text_add(&text, S("end\n"));
	return text_str(&text);
}

/* ---- reading ----------------------------------------------------------------------------------- */

struct reader {
	Str rest, line;              /* what is left of the text, and of the line */
	int number;
	struct prospect *p;
	struct error *err;
	struct arena *perm;
	int seat_room;
};

static bool
wrong(struct reader *r, const char *what)
{
	return fail(r->err, "line %d: %s", r->number, what);
}

static bool
take(struct reader *r, int64_t least, int64_t most, int64_t *value)
{
	Str word = str_word(&r->line);
	bool minus = word.len > 1 && word.at[0] == '-';
	uint64_t sum = 0;
	for (ptrdiff_t i = minus; i < word.len; i++) {
		if (word.at[i] < '0' || word.at[i] > '9' || i > 18)
			return wrong(r, "a whole number is wanted");
		sum = sum * 10 + (uint64_t)(word.at[i] - '0');
	}
	if (word.len == 0 || sum > INT64_MAX)
		return wrong(r, "a whole number is wanted");
	*value = minus ? -(int64_t)sum : (int64_t)sum;
	return (*value >= least && *value <= most) || wrong(r, "a number that cannot be");
}

static bool
take_int(struct reader *r, int least, int most, int *value)
{
	int64_t wide = 0;
	bool sound = take(r, least, most, &wide);
	*value = (int)wide;
	return sound;
}

static bool
read_line(struct reader *r, const struct line *line)
{
	for (int n = 0; n < line->count; n++) {
		int64_t value;
		if (!take(r, kinds[line->holds].least, kinds[line->holds].most, &value))
			return false;
		line_set(line, n, r->p, value);
	}
	return true;
}

static bool
read_run(struct reader *r, Chance *row)
{
	for (int t = 0, run; t <= TENURE_MOST; t += run) {
		int64_t chance;
		if (!take_int(r, 1, TENURE_MOST + 1 - t, &run) || !take(r, 0, (int64_t)CERTAIN, &chance))
			return false;
		for (int i = 0; i < run; i++)
			row[t + i] = (Chance)chance;
	}
	return true;
}

static bool
read_leave(struct reader *r)
{
	int cause, grade;
	return take_int(r, 0, CAUSES_MOST - 1, &cause) && take_int(r, 0, GRADES_MOST - 1, &grade) &&
		read_run(r, r->p->leave[cause][grade]);
}

static bool
read_rise(struct reader *r)
{
	int grade;
	return take_int(r, 0, GRADES_MOST - 1, &grade) && read_run(r, r->p->rise[grade]);
}

static bool
read_name(struct reader *r, Str *names, int *count, int most)
{
	Str name = str_trim(r->line);
	if (*count >= most || !str_utf8(name, NULL))
		return wrong(r, "a name more than there is room for, or not text");
	names[(*count)++] = str_copy(name, r->perm);
	r->line = (Str){ 0 };
	return true;
}

static bool
read_grade(struct reader *r)
{
	return read_name(r, r->p->grade_name, &r->p->grades, GRADES_MOST);
}

static bool
read_cause(struct reader *r)
{
	return read_name(r, r->p->cause_name, &r->p->causes, CAUSES_MOST);
}

/* Room doubles; what was outgrown stays behind in the arena. */
static void
seats_grow(struct reader *r, int count)
{
	if (count <= r->seat_room)
		return;
	r->seat_room = count > 2 * r->seat_room ? count : 2 * r->seat_room;
	struct prospect_seat *more = new(r->perm, r->seat_room, struct prospect_seat);
	for (int i = 0; i < r->p->seat_count; i++)
		more[i] = r->p->seats[i];
	r->p->seats = more;
}

static bool
read_seats(struct reader *r)
{
	int run, grade, tenure, first, last;
	if (!take_int(r, 1, SEATS_MOST - r->p->seat_count, &run) || !take_int(r, VACANT, GRADES_MOST - 1, &grade) ||
	    !take_int(r, 0, TENURE_MOST, &tenure) || !take_int(r, 0, UINT8_MAX, &first) || !take_int(r, 0, UINT8_MAX, &last))
		return false;
	seats_grow(r, r->p->seat_count + run);
	for (int i = 0; i < run; i++)
		r->p->seats[r->p->seat_count++] = (struct prospect_seat){ (int8_t)grade, (uint8_t)tenure, (uint8_t)first, (uint8_t)last };
	return true;
}

static bool
read_cohort(struct reader *r)
{
	struct cohort c;
	int64_t arrives = 0;
	if (r->p->cohort_count >= COHORTS_MOST)
		return wrong(r, "a cohort more than there is room for");
	if (!take_int(r, 1, MONTHS_MOST, &c.month) || !take_int(r, 0, SEATS_MOST, &c.size) ||
	    !take_int(r, 0, GRADES_MOST - 1, &c.grade) || !take(r, 0, (int64_t)CERTAIN, &arrives))
		return false;
	c.arrives = (Chance)arrives;
	r->p->cohorts[r->p->cohort_count++] = c;
	return true;
}

static bool
read_quicker(struct reader *r)
{
	struct quicker q;
	int64_t q16 = 0;
	if (r->p->quicker_count >= QUICKERS_MOST)
		return wrong(r, "more of quicker hiring than there is room for");
	if (!take_int(r, 0, INT16_MAX, &q.first) || !take_int(r, 0, INT16_MAX, &q.last) || !take(r, 0, UINT32_MAX, &q16) ||
	    !take_int(r, 0, MONTHS_MOST, &q.sooner))
		return false;
	q.q16 = (uint32_t)q16;
	r->p->quickers[r->p->quicker_count++] = q;
	return true;
}

static bool
read_loss(struct reader *r)
{
	struct loss loss;
	if (r->p->loss_count >= LOSSES_MOST)
		return wrong(r, "a loss more than there is room for");
	if (!take_int(r, 1, MONTHS_MOST, &loss.month) || !take_int(r, 0, SEATS_MOST, &loss.count))
		return false;
	r->p->losses[r->p->loss_count++] = loss;
	return true;
}

static bool
read_push(struct reader *r)
{
	struct push q;
	int64_t q16 = 0;
	if (r->p->push_count >= PUSHES_MOST)
		return wrong(r, "a push more than there is room for");
	if (!take_int(r, 0, INT16_MAX, &q.first) || !take_int(r, 0, INT16_MAX, &q.last) ||
	    !take_int(r, 0, TENURE_MOST, &q.tenure_first) || !take_int(r, 0, TENURE_MOST, &q.tenure_last) ||
	    !take_int(r, -1, GRADES_MOST - 1, &q.grade) || !take(r, 0, UINT32_MAX, &q16))
		return false;
	q.q16 = (uint32_t)q16;
	r->p->pushes[r->p->push_count++] = q;
	return true;
}

static bool
read_drift(struct reader *r)
{
	Str word = str_word(&r->line);
	int which = 0;
	while (which < DRIFTS && !str_equal(drift_words[which], word))
		which++;
	if (which == DRIFTS)
		return wrong(r, "no such drift");
	struct drift *d = &r->p->drifts[which];
	int32_t *parts[] = { &d->own, &d->wander, &d->nation, &d->keep };
	for (ptrdiff_t i = 0; i < countof(parts) + YEARS_MOST; i++) {
		int64_t value;
		if (!take(r, INT32_MIN, INT32_MAX, &value))
			return false;
		*(i < countof(parts) ? parts[i] : &d->mean[i - countof(parts)]) = (int32_t)value;
	}
	return true;
}

static const struct { Str word; bool (*read)(struct reader *r); } readers[] = {
	{ STR("grade"), read_grade }, { STR("cause"), read_cause }, { STR("leave"), read_leave }, { STR("rise"), read_rise },
	{ STR("seats"), read_seats }, { STR("cohort"), read_cohort }, { STR("push"), read_push },
	{ STR("quicker"), read_quicker }, { STR("loss"), read_loss }, { STR("drift"), read_drift },
};

static bool
read_one(struct reader *r)
{
	Str word = str_word(&r->line);
	bool known = false, sound = true;
	for (ptrdiff_t i = 0; i < countof(lines) && !known; i++)
		if ((known = str_equal(lines[i].word, word)))
			sound = read_line(r, &lines[i]);
	for (ptrdiff_t i = 0; i < countof(readers) && !known; i++)
		if ((known = str_equal(readers[i].word, word)))
			sound = readers[i].read(r);
	if (!known)
		return wrong(r, "no such word");
	return sound && (str_trim(r->line).len == 0 || wrong(r, "more than there should be"));
}

static bool
next_line(struct reader *r)
{
	if (r->rest.at == NULL || r->rest.len == 0)
		return false;
	r->line = str_cut(&r->rest, '\n');
	r->number++;
	return true;
}

/* Only what is written as it would be written again is taken: nothing twice, nothing left to a default. */
static bool
read_as_written(struct reader *r, Str text, struct arena scratch)
{
	Str wants = prospect_write(r->p, &scratch);
	for (int line = 1; text.len > 0 || wants.len > 0; line++)
		if (!str_equal(str_cut(&text, '\n'), str_cut(&wants, '\n'))) {
			r->number = line;
			return wrong(r, "it is not in its place, or not written as it would be");
		}
	return true;
}

struct prospect *
prospect_read(Str text, struct arena *perm, struct error *err)
{
	struct reader r = { .rest = text, .p = prospect_new(0, perm), .err = err, .perm = perm };
	r.p->grades = r.p->causes = 0;
	if (!next_line(&r) || !str_equal(str_trim(r.line), S("prospect 1"))) {
		fail(err, "This is no prospect: its first line is not \"prospect 1\".");
		return NULL;
	}
	while (next_line(&r)) {
		if (str_equal(str_trim(r.line), S("end")))
			return prospect_sound(r.p, err, *perm) && read_as_written(&r, text, *perm) ? r.p : NULL;
		if (!read_one(&r))
			return NULL;
	}
	fail(err, "The prospect breaks off: its last line, \"end\", is missing.");
	return NULL;
}
