/* load_change.c: what somebody does with a list: how it is read, mends, applying, and back. */
#include "app/load_judged.h"

#include "app/stored.h"

/* ---- writing --------------------------------------------------------------------------------- */

struct changing { const struct load_page *page; Str profile, name; Date as_at; struct mend *mends; int mend_count; };

static struct kept_profile
kept_of(const struct changing *in)
{
	const struct own *own = &in->page->own;
	return (struct kept_profile){ .name = in->name, .list = in->page->kept.list, .text = in->profile,
	                              .actor = own->ask->viewer->account, .at = own->ask->now };
}

static bool
write_profile(struct store *store, void *what, struct error *err)
{
	const struct changing *in = what;
	Str area = in->page->own.ask->area;
	struct kept_profile kept = kept_of(in);
	return store_list_profile(store, area, in->page->kept.number, in->profile, in->as_at, err)
		&& (in->name.len == 0 || store_profile_keep(store, area, &kept, err));
}

static bool
write_mends(struct store *store, void *what, struct error *err)
{
	const struct changing *in = what;
	return store_list_mend(store, in->page->own.ask->area, in->page->kept.number, in->mends, in->mend_count, err);
}

static bool
write_reject(struct store *store, void *what, struct error *err)
{
	const struct changing *in = what;
	const struct ask *ask = in->page->own.ask;
	return store_list_reject(store, ask->area, in->page->kept.number, ask->now, ask->today, err);
}

static struct answer
went_on(const struct load_page *page, Str how)
{
	struct answer answer = answer_of(DONE, document_new(page->own.perm, S("Saved")));
	answer.document.caption = page->own.place->name;
	answer.to = href_of_list(&page->own, page->kept.number, how);
	return answer;
}

static struct answer
write(struct load_page *page, store_use *use, struct changing *in, Str how)
{
	struct error err;
	in->page = page;
	if (!stored(page->own.world, use, in, page->own.perm, &err))
		return lists_failed(&page->own, S("That was not kept"), &err);
	return went_on(page, how);
}

/* ---- how it is read -------------------------------------------------------------------------- */

/* One line, without what a profile's text is made of. */
static Str
one_line(Str text, struct arena *perm)
{
	enum { NAME_MOST = 60 };
	char *plain = str_c(str_trim(str_characters(text) <= NAME_MOST ? text : (Str){ 0 }), perm);
	for (char *c = plain; *c; c++)
		if ((unsigned char)*c < 0x20)
			*c = ' ';
	return str_of(plain);
}

static Str
sent(const struct load_page *page, Str name)
{
	return str_trim(sents_find(page->own.ask->sent, name));
}

/* A number with `places` decimals as a whole number of the last; `usual` when it is none. */
static int
number_sent(const struct load_page *page, Str name, int places, int usual)
{
	struct parsed_decimal parsed = parse_decimal(sent(page, name), places, false);
	int64_t value = parsed.ok ? parsed.micro / figure_step(places) : -1;
	return value > 0 && value <= GRID_ROWS_MOST ? (int)value : usual;
}

static struct answer
bad_day(const struct load_page *page)
{
	struct answer answer = answer_words(WRONG, S("That is not a day"), S("Write the day the list is of as 30 Sep 2025, "
		"not after today. Nothing was saved: go back, and write it again."), page->own.perm);
	answer.document.caption = page->own.place->name;
	return answer;
}

static struct answer
change_columns(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	struct profile *profile = profile_now(page);
	struct changing in = { 0 };
	if (!date_parse(sent(page, S("on")), &in.as_at) || in.as_at.day > page->own.ask->today.day)
		return bad_day(page);
	for (int t = 0; t < TARGETS; t++)
		if (target_rows[t].lists & 1u << profile->list)
			profile->column[t] = sent(page, profile_field((enum target)t, perm));
	if (sents_has(page->own.ask->sent, S("sheet")))
		profile->sheet = sent(page, S("sheet"));
	profile->heading_line = number_sent(page, S("heading_line"), 0, 0);
	profile->hours_full_time = number_sent(page, S("hours"), 2, 3700);
	profile->month_first = sents_has(page->own.ask->sent, S("month_first"));
	profile->complete = sents_has(page->own.ask->sent, S("complete"));
	profile->name = in.name = one_line(sent(page, S("profile")), perm);
	in.profile = profile_text(profile, perm);
	return write(page, write_profile, &in, S(""));
}

static bool
target_named(Str name, enum target *target)
{
	for (int t = 0; t < TARGETS; t++)
		if (str_equal(target_rows[t].name, name)) {
			*target = target_rows[t].target;
			return true;
		}
	return false;
}

/* "said.basis.Perm" = "permanent" */
static struct answer
change_words(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	struct profile *profile = profile_now(page);
	struct changing in = { .as_at = page->kept.as_at, .name = profile->name };
	const struct sents *form = page->own.ask->sent;
	for (int i = 0; i < form->count; i++) {
		enum target target;
		Str name = form->at[i].name;
		if (!str_equal(str_cut(&name, '.'), S("said")) || !target_named(str_cut(&name, '.'), &target))
			continue;
		profile_say(profile, target, name, one_line(form->at[i].value, perm), perm);
	}
	in.profile = profile_text(profile, perm);
	return write(page, write_profile, &in, S(""));
}

/* "other.14": row 14 is not the person of its name; "same.14": it may be after all. */
static struct answer
change_who(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	struct profile *profile = profile_now(page);
	struct changing in = { .as_at = page->kept.as_at, .name = profile->name };
	const struct sents *form = page->own.ask->sent;
	for (int i = 0; i < form->count; i++) {
		Str name = form->at[i].name, what = str_cut(&name, '.');
		struct parsed_decimal number = parse_decimal(name, 0, false);
		int64_t row = number.ok ? number.micro / MICRO : 0;
		const struct line_read *line = row > 0 && row <= 10 * GRID_ROWS_MOST ? line_read_at(page->work, (int)row) : NULL;
		if (line && str_equal(what, S("other")))
			profile_say_other(profile, line, perm);
		else if (line && str_equal(what, S("same")))
			profile_unsay_other(profile, line, perm);
	}
	in.profile = profile_text(profile, perm);
	return write(page, write_profile, &in, S("mend"));
}

/* ---- mends ----------------------------------------------------------------------------------- */

static bool
read_place(Str text, int *line, int *column)
{
	struct parsed_decimal first = parse_decimal(str_cut(&text, '.'), 0, false);
	struct parsed_decimal second = parse_decimal(text, 0, false);
	*line = first.ok ? (int)(first.micro / MICRO) : 0;
	*column = second.ok ? (int)(second.micro / MICRO) : -1;
	return first.ok && second.ok && *line >= 1 && *line <= 10 * GRID_ROWS_MOST && *column >= 0 &&
	       *column <= GRID_COLUMNS_MOST;
}

/* A field of a mend: "cell.14.7" with its text, "out.14", or "forget.14.7". */
static bool
read_mend(const struct sent *field, struct mend *mend)
{
	Str name = field->name, what = str_cut(&name, '.');
	*mend = (struct mend){ .text = str_trim(field->value) };
	if (str_equal(what, S("cell")))
		return read_place(name, &mend->line, &mend->column) && mend->column > 0;
	mend->text = (Str){ 0 };
	mend->forget = str_equal(what, S("forget"));
	if (mend->forget)
		return read_place(name, &mend->line, &mend->column);
	struct parsed_decimal line = parse_decimal(name, 0, false);
	mend->line = line.ok ? (int)(line.micro / MICRO) : 0;
	return str_equal(what, S("out")) && mend->line >= 1 && mend->line <= 10 * GRID_ROWS_MOST;
}

/* A box that still holds what the sheet holds is no mend. */
static bool
says_the_same(const struct load_page *page, const struct mend *mend)
{
	const struct grids *grids = &page->work->grids;
	for (int g = 0; g < grids->count; g++) {
		const struct grid *grid = &grids->at[g];
		if (!str_equal(grid->sheet, page->work->read.sheet))
			continue;
		for (int r = 0; r < grid->row_count; r++)
			if (grid->rows[r].line == mend->line && mend->column <= grid->rows[r].count)
				return str_equal(str_trim(grid->rows[r].cells[mend->column - 1].text), mend->text);
	}
	return mend->text.len == 0;
}

static struct answer
change_mends(struct load_page *page)
{
	const struct sents *form = page->own.ask->sent;
	struct changing in = { .mends = new(page->own.perm, form->count, struct mend) };
	for (int i = 0; i < form->count; i++) {
		struct mend mend;
		if (!read_mend(&form->at[i], &mend))
			continue;
		if (mend.column == 0 && !mend.forget)    /* what was wrong with it then */
			mend.text = judged_trouble(page->work, mend.line, page->own.perm);
		if (mend.forget || mend.column == 0 || !says_the_same(page, &mend))
			in.mends[in.mend_count++] = mend;
	}
	if (in.mend_count == 0)
		return went_on(page, S("mend"));
	return write(page, write_mends, &in, S(""));
}

/* ---- applying, and back ---------------------------------------------------------------------- */

static struct answer
not_applied(struct load_page *page)
{
	struct done *done = &page->seen.done;
	struct error err;
	fail(&err, "%.*s", STR_ARG(page->seen.words));
	if (done->did == CHANGED_MEANWHILE || !page->seen.work) {
		struct answer answer = answer_words(CHANGED, S("The list was not applied"), page->seen.words, page->own.perm);
		answer.document.caption = page->own.place->name;
		add_words(&answer.document, BLOCK_LIST, S("Back to the list"),
		          href_of_list(&page->own, page->kept.number, S("changes")));
		return answer;
	}
	return answer_done(&page->own, done, &err, S("The list was not applied"), S(""));
}

/* The profile is remembered with the list that it read well. */
static void
remember(struct load_page *page)
{
	struct error err;
	struct profile *profile = profile_now(page);
	struct changing in = { .page = page, .name = profile->name, .as_at = page->kept.as_at,
	                       .profile = profile_text(profile, page->own.perm) };
	stored(page->own.world, write_profile, &in, page->own.perm, &err);   /* the list itself stands without it */
}

static struct answer
apply(struct load_page *page)
{
	struct error err;
	Str ends = sent(page, S("ends"));
	struct parsed_decimal said = parse_decimal(ends, 0, false);
	struct load_consent consent = { .said = said.ok, .ends = said.ok ? (int)(said.micro / MICRO) : 0,
	                                .reason = sent(page, S("reason")) };
	if (page->work && !page->work->unreadable && to_mend(page->work) == 0)
		remember(page);
	if (!load_apply(page->own.world, page->own.ask, &page->kept, &consent, &page->seen, NULL, page->own.perm, &err))
		return lists_failed(&page->own, S("The list cannot be applied now"), &err);
	if (page->seen.going || page->seen.done.did == DID)
		return went_on(page, S(""));
	return not_applied(page);
}

struct answer
undo_list(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct load_page page;
	struct answer why;
	struct error err = { "" };
	if (!list_settle(world, ask, &page, &why, perm))
		return why;
	if (page.kept.state != LIST_APPLIED)
		return answer_words(CHANGED, S("There is nothing to take back"), page.kept.state == LIST_UNDONE
			? S("The list was taken back before.") : S("The list was not applied."), perm);
	struct done done = deed_undo(world, ask, page.kept.deed, sent(&page, S("reason")), perm, &err);
	if (done.did == CHANGED_MEANWHILE) {
		struct answer answer = answer_words(CHANGED, S("The list was not taken back"), str_format(perm,
			"Nothing was changed: %s.", err.text), perm);
		answer.document.caption = page.own.place->name;
		return answer;
	}
	return answer_done(&page.own, &done, &err, S("The list was not taken back"),
	                   href_of_list(&page.own, page.kept.number, S("")));
}

/* ---- what was sent --------------------------------------------------------------------------- */

static struct answer
change_waiting(struct load_page *page, Str does)
{
	struct error err;
	if (str_equal(does, S("reject")))
		return write(page, write_reject, &(struct changing){ 0 }, S(""));
	if (!load_look(page->own.world, page->own.ask, &page->kept, &page->seen, NULL, page->own.perm, &err))
		return lists_failed(&page->own, S("The list cannot be worked on now"), &err);
	page->work = page->seen.work;
	if (str_equal(does, S("apply")))
		return apply(page);
	if (!page->work)
		return went_on(page, S(""));
	if (str_equal(does, S("columns")))
		return change_columns(page);
	if (str_equal(does, S("words")))
		return change_words(page);
	if (str_equal(does, S("who")))
		return change_who(page);
	if (str_equal(does, S("mend")) || str_equal(does, S("forget")))
		return change_mends(page);
	return answer_words(WRONG, S("That form is not understood"), S("Go back to the list, and send it from there."),
	                    page->own.perm);
}

struct answer
change_list(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct load_page page;
	struct answer why;
	if (!list_settle(world, ask, &page, &why, perm))
		return why;
	Str does = sents_find(ask->sent, S("do"));
	witness_saw(ask, GROUP_IMPORTS, list_object(page.kept.number, perm));
	if (str_equal(does, S("undo")))
		return undo_list(world, ask, perm);
	if (page.kept.state == LIST_STAGED)
		return change_waiting(&page, does);
	why = answer_words(CHANGED, S("The list is not waiting any more"), S("Somebody applied it or put it aside "
		"meanwhile. Nothing was changed."), perm);
	why.document.caption = page.own.place->name;
	return why;
}
