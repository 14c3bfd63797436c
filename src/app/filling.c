/* filling.c: see filling.h. */
#include "app/filling.h"

#include <stdlib.h>

static int
by_post(const void *left, const void *right)
{
	const struct filling *a = left, *b = right;
	return a->post != b->post ? a->post - b->post : str_compare(a->requisition->ref, b->requisition->ref);
}

static struct filling
filling_from(const struct recruitment *all, const struct requisition *seat)
{
	struct filling f = { .post = seat->post, .requisition = seat->record, .state = seat->state, .fte = seat->fte };
	const struct application *a = seat->application == NOT_THERE ? NULL : &all->applications[seat->application];
	if (seat->state != REQUISITION_ACCEPTED || !a)
		return f;
	struct parsed_decimal offered = parse_decimal(said_text(TYPE_APPLICATION, a->record, "fte"), 6, false);
	f.application = a->ref;
	f.fte = offered.ok ? offered.micro : seat->fte;
	f.starts = a->stage == AT_AGREED ? said_day(TYPE_APPLICATION, a->record, "starts_on") : (Date){ 0 };
	return f;
}

int
fillings_on(const struct roster *roster, Date day, const struct filling **fillings, struct arena *perm)
{
	struct filling *at = new(perm, roster->council->of[TYPE_REQUISITION].count + 1, struct filling);
	struct arena scratch = *perm;
	struct recruitment all;
	int count = 0;
	recruitment_read(&all, roster, day, &scratch);
	for (int i = 0; i < all.requisition_count; i++) {
		const struct requisition *seat = &all.requisitions[i];
		if (seat->post != NOT_THERE && seat->state >= REQUISITION_APPROVED && seat->state <= REQUISITION_ACCEPTED)
			at[count++] = filling_from(&all, seat);
	}
	qsort(at, (size_t)count, sizeof *at, by_post);
	*fillings = at;
	return count;
}

const struct filling *
filling_of(const struct own *own, const struct estab_day *day, int post)
{
	int low = 0, high = day->filling_count;
	if (sight_post(&own->sight, post, GROUP_REQUESTS).reach < REACH_READ)
		return NULL;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (day->fillings[middle].post < post)
			low = middle + 1;
		else
			high = middle;
	}
	return low < day->filling_count && day->fillings[low].post == post ? &day->fillings[low] : NULL;
}

Str
filling_words(const struct own *own, const struct filling *f)
{
	if (f->starts.day)
		return str_format(own->perm, "Starts on %.*s", STR_ARG(day_words(f->starts, own->perm)));
	if (f->application.len)
		return S("Offer accepted");
	return f->state == REQUISITION_OFFERED ? S("Offer made") : requisition_state_words(f->state);
}

Str
filling_href(const struct own *own, const struct filling *f)
{
	bool keeps = viewer_permit(own->ask->viewer, own->place->slug, GROUP_CANDIDATES, own->ask->today).reach >= REACH_READ;
	return keeps && f->application.len ? own_href(own, str_format(own->perm, "recruitment/%.*s", STR_ARG(f->application)))
		: own_href(own, str_format(own->perm, "to-fill/%.*s", STR_ARG(f->requisition->ref)));
}

/* ---- what is looked at --------------------------------------------------------------------------------- */

struct to_come { int64_t agreed, accepted; Date first; int filling; };

static struct to_come
to_come_of(const struct estab *e)
{
	struct to_come come = { .first = DATE_OPEN };
	for (int i = 0; i < e->est.seat_count; i++) {
		const struct seat *seat = &e->est.seats[i];
		const struct filling *f = estab_shows(e, seat) ? filling_of(&e->own, e->day, seat->post) : NULL;
		if (!f)
			continue;
		come.filling += f->application.len == 0;
		*(f->starts.day ? &come.agreed : &come.accepted) += f->application.len ? f->fte : 0;
		if (f->starts.day && f->starts.day < come.first.day)
			come.first = f->starts;
	}
	return come;
}

void
add_to_come(struct document *doc, const struct estab *e)
{
	struct to_come come = to_come_of(e);
	struct arena *perm = doc->arena;
	struct text words = text_new(perm);
	if (!e->terms || come.agreed + come.accepted + come.filling == 0)
		return;
	if (come.agreed)
		text_format(&words, "%.*s FTE is to come, from %.*s. ", STR_ARG(some_fte(come.agreed, perm)), STR_ARG(day_words(come.first, perm)));
	if (come.accepted)
		text_format(&words, "%.*s FTE more was accepted, without a day yet. ", STR_ARG(some_fte(come.accepted, perm)));
	if (come.filling)
		text_format(&words, "%.*s being filled from outside, and nobody has accepted. ", STR_ARG(counted(come.filling, "more post is",
			"more posts are", perm)));
	document_paragraph(doc, str_trim(text_str(&words)));
}
