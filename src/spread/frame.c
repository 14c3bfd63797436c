/* frame.c: writing, reading and answering frames. */
#include "spread/frame.h"

#include <string.h>

#include "model/lever.h"
#include "spread/work.h"

enum { PART_MOST = 1 << 30 };

/* ---- bytes -------------------------------------------------------------------------------------- */

static void
number_put(struct text *text, uint64_t number)
{
	for (int shift = 0; shift < 64; shift += 8)
		text_char(text, (char)(number >> shift & 0xff));
}

static uint64_t
number_at(Str bytes, int which)
{
	uint64_t number = 0;
	for (int i = 7; i >= 0; i--)
		number = number << 8 | (unsigned char)bytes.at[8 * which + i];
	return number;
}

Str
frame_write(const struct frame *frame, struct arena *perm)
{
	struct text text = text_new(perm);
	const uint64_t numbers[] = {
		frame->kind, (uint64_t)frame->unit.job, (uint64_t)frame->unit.first, (uint64_t)frame->unit.count,
		frame->seed, (uint64_t)frame->seats_more, frame->wants,
	};
	for (int i = 0; i < FRAME_NUMBERS - FRAME_PARTS; i++)
		number_put(&text, numbers[i]);
	for (int i = 0; i < FRAME_PARTS; i++)
		number_put(&text, (uint64_t)frame->parts[i].len);
	for (int i = 0; i < FRAME_PARTS; i++)
		text_add(&text, frame->parts[i]);
	return text_str(&text);
}

ptrdiff_t
frame_length(Str bytes)
{
	ptrdiff_t length = FRAME_HEAD;
	if (bytes.len < FRAME_HEAD)
		return 0;
	for (int i = 0; i < FRAME_PARTS; i++) {
		uint64_t part = number_at(bytes, FRAME_NUMBERS - FRAME_PARTS + i);
		if (part > PART_MOST)
			return -1;
		length += (ptrdiff_t)part;
	}
	return length <= PART_MOST ? length : -1;
}

bool
frame_read(Str bytes, struct frame *frame)
{
	if (frame_length(bytes) != bytes.len)
		return false;
	uint64_t numbers[FRAME_NUMBERS];
	for (int i = 0; i < FRAME_NUMBERS; i++)
		numbers[i] = number_at(bytes, i);
	for (int i = 1; i <= 3; i++)
		if (numbers[i] > INT32_MAX)
			return false;
	if (numbers[0] < FRAME_HELLO || numbers[0] > FRAME_REFUSED || numbers[5] > SEATS_MOST || numbers[6] >> FRAME_PARTS)
		return false;
	*frame = (struct frame){ .kind = (enum frame_kind)numbers[0],
		.unit = { (int)numbers[1], (int)numbers[2], (int)numbers[3] }, .seed = numbers[4],
		.seats_more = (int)numbers[5], .wants = (unsigned)numbers[6] };
	Str rest = str_from(bytes, FRAME_HEAD);
	for (int i = 0; i < FRAME_PARTS; i++) {
		frame->parts[i] = str_upto(rest, (ptrdiff_t)numbers[FRAME_NUMBERS - FRAME_PARTS + i]);
		rest = str_from(rest, frame->parts[i].len);
	}
	return true;
}

/* ---- asking and answering ------------------------------------------------------------------------ */

static unsigned
wanted(const void *tally, int part)
{
	return tally ? 1u << part : 0;
}

Str
frame_ask(const struct spread *spread, struct spread_unit unit, struct arena *perm)
{
	const struct spread_job *job = &spread->jobs[unit.job];
	struct frame frame = { .kind = FRAME_UNIT, .unit = unit, .seed = spread->seed, .seats_more = job->seats_more,
		.wants = wanted(job->of_base, PART_BASE) };
	frame.parts[PART_BASE] = prospect_write(job->base, perm);
	for (int i = 0; i < job->other_count; i++) {
		frame.parts[part_tally(i)] = prospect_write(job->others[i].prospect, perm);
		frame.wants |= wanted(job->others[i].tally, part_tally(i)) | wanted(job->others[i].gap, part_gap(i));
	}
	return frame_write(&frame, perm);
}

static Str
refusal(struct spread_unit unit, Str why, struct arena *perm)
{
	struct frame frame = { .kind = FRAME_REFUSED, .unit = unit, .parts = { why } };
	return frame_write(&frame, perm);
}

static bool
other_read(const struct frame *asked, const struct prospect *base, int which, struct other *other, struct arena *perm,
           struct error *err)
{
	struct prospect *p = prospect_read(asked->parts[part_tally(which)], perm, err);
	if (!p)
		return fail_within(err, "the scenario");
	if (p->months != base->months || p->most != base->most || lever_room(base, p) > asked->seats_more)
		return fail(err, "the scenario is not made from its prospect");
	*other = (struct other){ .prospect = p };
	other->tally = asked->wants >> part_tally(which) & 1 ? new(perm, 1, struct tally) : NULL;
	other->gap = asked->wants >> part_gap(which) & 1 ? new(perm, 1, struct gap_tally) : NULL;
	return true;
}

/* The job of a frame; its tallies are only marked as wanted: they are made where it is worked out. */
static bool
job_read(const struct frame *asked, struct spread_job *job, struct arena *perm, struct error *err)
{
	struct prospect *base = prospect_read(asked->parts[PART_BASE], perm, err);
	struct other *others = new(perm, OTHERS_MOST, struct other);
	int count = 0;
	if (!base)
		return false;
	for (; count < OTHERS_MOST && asked->parts[part_tally(count)].len > 0; count++)
		if (!other_read(asked, base, count, &others[count], perm, err))
			return false;
	if (asked->wants >> part_tally(count))
		return fail(err, "a scenario is wanted, and there is none");
	if (count == 0 && !asked->wants)
		return fail(err, "nothing is wanted");
	if (asked->unit.count < 1 || asked->unit.first > SPREAD_REPLICATIONS_MOST - asked->unit.count)
		return fail(err, "these replications are out of bounds");
	*job = (struct spread_job){ .base = base, .seats_more = asked->seats_more, .others = others, .other_count = count };
	job->of_base = asked->wants >> PART_BASE & 1 ? new(perm, 1, struct tally) : NULL;
	return true;
}

Str
frame_answer(Str asked, struct arena *perm)
{
	struct frame frame;
	struct spread_job job;
	struct spread_result result;
	struct error err = { "" };
	if (!frame_read(asked, &frame) || frame.kind != FRAME_UNIT)
		return refusal((struct spread_unit){ 0 }, S("this is no unit of a forecast"), perm);
	if (!job_read(&frame, &job, perm, &err))
		return refusal(frame.unit, str_copy(str_of(err.text), perm), perm);
	unit_answer(&job, frame.unit, frame.seed, NULL, perm, &result);
	if (!result.worked)
		return refusal(frame.unit, str_copy(str_of(result.why.text), perm), perm);
	struct frame answer = { .kind = FRAME_RESULT, .unit = frame.unit };
	answer.parts[PART_BASE] = result.of_base ? tally_write(result.of_base, perm) : S("");
	for (int i = 0; i < job.other_count; i++) {
		const struct other *other = &result.others[i];
		answer.parts[part_tally(i)] = other->tally ? tally_write(other->tally, perm) : S("");
		answer.parts[part_gap(i)] = other->gap ? gap_write(other->gap, perm) : S("");
	}
	return frame_write(&answer, perm);
}

static struct tally *
tally_of(Str bytes, const struct spread_job *job, int count, struct arena *perm)
{
	struct tally *t = tally_new(job->base, job->seats_more, perm);
	return tally_read(t, bytes) && t->replications == count ? t : NULL;
}

static struct gap_tally *
gap_of(Str bytes, const struct spread_job *job, int count, struct arena *perm)
{
	struct gap_tally *g = gap_new(job->base, job->seats_more, perm);
	return gap_read(g, bytes) && g->replications == count ? g : NULL;
}

static bool
tallies_read(const struct frame *frame, const struct spread_job *job, struct spread_result *result, struct arena *perm)
{
	struct other *others = new(perm, OTHERS_MOST, struct other);
	int count = frame->unit.count;
	if (job->of_base && !(result->of_base = tally_of(frame->parts[PART_BASE], job, count, perm)))
		return false;
	for (int i = 0; i < job->other_count; i++) {
		const struct other *wanted = &job->others[i];
		if (wanted->tally && !(others[i].tally = tally_of(frame->parts[part_tally(i)], job, count, perm)))
			return false;
		if (wanted->gap && !(others[i].gap = gap_of(frame->parts[part_gap(i)], job, count, perm)))
			return false;
	}
	result->others = others;
	return true;
}

bool
frame_result(const struct frame *frame, const struct spread *spread, struct spread_result *result,
             struct arena *perm)
{
	*result = (struct spread_result){ .unit = frame->unit, .worked = frame->kind == FRAME_RESULT };
	if (frame->kind == FRAME_RESULT)
		return tallies_read(frame, &spread->jobs[frame->unit.job], result, perm);
	if (frame->kind == FRAME_REFUSED)
		fail(&result->why, "%.*s", STR_ARG(frame->parts[0]));
	return frame->kind == FRAME_REFUSED;
}
