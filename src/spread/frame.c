/* frame.c: writing, reading and answering frames. */
#include "spread/frame.h"

#include <string.h>

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
		(uint64_t)frame->parts[0].len, (uint64_t)frame->parts[1].len, (uint64_t)frame->parts[2].len,
	};
	for (int i = 0; i < FRAME_NUMBERS; i++)
		number_put(&text, numbers[i]);
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
	if (numbers[0] < FRAME_HELLO || numbers[0] > FRAME_REFUSED || numbers[5] > SEATS_MOST || numbers[6] > 7)
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

Str
frame_ask(const struct spread *spread, struct spread_unit unit, struct arena *perm)
{
	const struct spread_job *job = &spread->jobs[unit.job];
	struct frame frame = { .kind = FRAME_UNIT, .unit = unit, .seed = spread->seed, .seats_more = job->seats_more,
		.wants = (job->of_base ? WANTS_BASE : 0u) | (job->of_other ? WANTS_OTHER : 0u) |
			(job->gap ? WANTS_GAP : 0u) };
	frame.parts[0] = prospect_write(job->base, perm);
	if (job->other)
		frame.parts[1] = prospect_write(job->other, perm);
	return frame_write(&frame, perm);
}

static Str
refusal(struct spread_unit unit, Str why, struct arena *perm)
{
	struct frame frame = { .kind = FRAME_REFUSED, .unit = unit, .parts = { why } };
	return frame_write(&frame, perm);
}

/* The job of a frame; its tallies are only marked as wanted: they are made where it is worked out. */
static bool
job_read(const struct frame *asked, struct spread_job *job, struct arena *perm, struct error *err)
{
	struct prospect *base = prospect_read(asked->parts[0], perm, err), *other = NULL;
	if (!base)
		return false;
	if (asked->parts[1].len > 0 && !(other = prospect_read(asked->parts[1], perm, err)))
		return fail_within(err, "the scenario");
	if (!other && asked->wants != WANTS_BASE)
		return fail(err, "a scenario is wanted, and there is none");
	if (other && (other->months != base->months || other->most != base->most))
		return fail(err, "the scenario is not made from its prospect");
	if (asked->unit.count < 1 || asked->unit.first > SPREAD_REPLICATIONS_MOST - asked->unit.count)
		return fail(err, "these replications are out of bounds");
	*job = (struct spread_job){ .base = base, .other = other, .seats_more = asked->seats_more };
	job->of_base = asked->wants & WANTS_BASE ? new(perm, 1, struct tally) : NULL;
	job->of_other = asked->wants & WANTS_OTHER ? new(perm, 1, struct tally) : NULL;
	job->gap = asked->wants & WANTS_GAP ? new(perm, 1, struct gap_tally) : NULL;
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
	answer.parts[0] = result.of_base ? tally_write(result.of_base, perm) : S("");
	answer.parts[1] = result.of_other ? tally_write(result.of_other, perm) : S("");
	answer.parts[2] = result.gap ? gap_write(result.gap, perm) : S("");
	return frame_write(&answer, perm);
}

static bool
tally_of(Str bytes, const struct spread_job *job, int count, const struct tally **tally, struct arena *perm)
{
	struct tally *t = tally_new(job->base, job->seats_more, perm);
	*tally = t;
	return tally_read(t, bytes) && t->replications == count;
}

static bool
gap_of(Str bytes, const struct spread_job *job, int count, const struct gap_tally **gap, struct arena *perm)
{
	struct gap_tally *g = gap_new(job->base, job->seats_more, perm);
	*gap = g;
	return gap_read(g, bytes) && g->replications == count;
}

bool
frame_result(const struct frame *frame, const struct spread *spread, struct spread_result *result,
             struct arena *perm)
{
	const struct spread_job *job = &spread->jobs[frame->unit.job];
	int count = frame->unit.count;
	*result = (struct spread_result){ .unit = frame->unit, .worked = frame->kind == FRAME_RESULT };
	if (frame->kind == FRAME_REFUSED)
		fail(&result->why, "%.*s", STR_ARG(frame->parts[0]));
	else if (frame->kind != FRAME_RESULT)
		return false;
	else
		return (!job->of_base || tally_of(frame->parts[0], job, count, &result->of_base, perm)) &&
			(!job->of_other || tally_of(frame->parts[1], job, count, &result->of_other, perm)) &&
			(!job->gap || gap_of(frame->parts[2], job, count, &result->gap, perm));
	return true;
}
