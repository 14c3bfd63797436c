/* words.c: the words of one council that its lists use and nothing here knows. */
#include "intake/cells.h"
#include "intake/proposing.h"

struct listing {
	const struct profile *profile;
	struct fresh_table seen;
	struct local_word *at;
	int count;
	struct arena *perm;
};

static void
list_word(struct listing *in, enum target target, Str word, int line)
{
	uint64_t hash = fresh_key(word, target_rows[target].name, (Str){ 0 }, *in->perm);
	if (in->count == LOCAL_WORDS_MOST)
		return;
	int *place = fresh_place(&in->seen, hash);
	if (*place == 0) {
		in->at[in->count++] = (struct local_word){ .target = target, .word = word, .first_line = line,
			.means = str_copy(word_said(in->profile, target, word, *in->perm), in->perm) };
		*place = in->count;
	}
	in->at[*place - 1].lines++;
}

static bool
is_said(const struct listing *in, enum target target, Str word)
{
	return word_said(in->profile, target, word, *in->perm).len > 0;
}

static void
list_line(struct listing *in, const struct line_read *line)
{
	Str title = line->values[TO_JOB_TITLE], team = line->values[TO_TEAM];
	if (title.len > 0 && (line->role == NOT_THERE || is_said(in, TO_JOB_TITLE, title)))
		list_word(in, TO_JOB_TITLE, title, line->line);
	if (team.len > 0 && (line->unit == NOT_THERE || is_said(in, TO_TEAM, team)))
		list_word(in, TO_TEAM, team, line->line);
}

/* A cell that is none of its field's choices. */
static void
list_choice(struct listing *in, const struct finding *finding)
{
	for (int t = 0; t < TARGETS; t++)
		if (str_equal(target_rows[t].title, finding->field))
			list_word(in, target_rows[t].target, finding->seen, finding->line);
}

int
intake_words(const struct list_read *read, const struct profile *profile, const struct findings *found,
             struct local_word **words, struct arena *perm)
{
	struct listing in = { .profile = profile, .perm = perm,
		.at = new(perm, LOCAL_WORDS_MOST, struct local_word) };
	in.seen.room = 2 * LOCAL_WORDS_MOST + 1;
	in.seen.at = new(perm, in.seen.room, struct fresh);
	for (ptrdiff_t i = 0; i < found->count; i++)
		if (str_equal(found->at[i].code, S("word")))
			list_choice(&in, &found->at[i]);
	for (int i = 0; i < profile->said_count; i++)
		if (profile->said[i].target != TO_JOB_TITLE && profile->said[i].target != TO_TEAM
		    && profile->said[i].target != TO_FULL_NAME)       /* of a name: whom it is not */
			list_word(&in, profile->said[i].target, profile->said[i].word, 0);
	for (int i = 0; i < read->count; i++)
		list_line(&in, &read->at[i]);
	*words = in.at;
	return in.count;
}

void
profile_say(struct profile *profile, enum target target, Str word, Str means, struct arena *perm)
{
	Str folded = heading_fold(word, perm);
	struct said *said = new(perm, profile->said_count + 1, struct said);
	int count = 0;
	for (int i = 0; i < profile->said_count; i++)
		if (profile->said[i].target != target || !str_equal(profile->said[i].word, folded))
			said[count++] = profile->said[i];
	if (means.len > 0 && folded.len > 0)
		said[count++] = (struct said){ target, folded, means };
	profile->said = said;
	profile->said_count = count;
}

void
profile_say_other(struct profile *profile, const struct line_read *line, struct arena *perm)
{
	Str means = str_format(perm, "not %.*s%s%.*s", STR_ARG(line->not_them), line->not_them.len ? " " : "",
	                       STR_ARG(line->by_name));
	if (line->by_name.len > 0)
		profile_say(profile, TO_FULL_NAME, name_word(line, perm), means, perm);
}

void
profile_unsay_other(struct profile *profile, const struct line_read *line, struct arena *perm)
{
	profile_say(profile, TO_FULL_NAME, name_word(line, perm), (Str){ 0 }, perm);
}
