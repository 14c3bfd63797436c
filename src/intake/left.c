/* left.c: lines that are in the file and take no part, so that nobody says the file lacks them. */
#include "intake/intake.h"

Str
line_trouble(const struct findings *found, int line, struct arena *perm)
{
	for (ptrdiff_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->at[i];
		if (f->severity == MISTAKE && f->line == line)
			return f->field.len == 0 ? f->wrong
				: str_format(perm, "%.*s %.*s", STR_ARG(f->field), STR_ARG(f->wrong));
	}
	return (Str){ 0 };
}

static void
leave(struct list_read *read, const struct line_read *line, Str why)
{
	struct line_left *left = &read->left[read->left_count++];
	left->line = *line;
	left->why = why.len ? why : S("somebody left it out");
}

void
intake_left(const struct grids *grids, const struct profile *profile, const struct roster *roster,
            const struct cell_mend *out, int count, struct list_read *read, const struct findings *found,
            struct arena *perm)
{
	struct findings whole_found = findings_new(perm);
	struct list_read whole = { 0 };
	read->left = new(perm, (ptrdiff_t)read->count + count, struct line_left);
	for (int i = 0; i < read->count; i++)
		if (read->at[i].unreadable)
			leave(read, &read->at[i], line_trouble(found, read->at[i].line, perm));
	if (count > 0)
		intake_read(grids, profile, roster, profile->as_at, &whole, &whole_found, perm);
	for (int i = 0; i < whole.count; i++)
		for (int k = 0; k < count; k++)
			if (out[k].line == whole.at[i].line)
				leave(read, &whole.at[i], out[k].text.len ? out[k].text
				      : line_trouble(&whole_found, out[k].line, perm));
}
