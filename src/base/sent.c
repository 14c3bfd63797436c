/* sent.c: looking up what was sent. */
#include "base/sent.h"

static const struct sent *
find(const struct sents *sents, Str name)
{
	for (int i = 0; i < sents->count; i++)
		if (str_equal(sents->at[i].name, name))
			return &sents->at[i];
	return NULL;
}

Str
sents_find(const struct sents *sents, Str name)
{
	const struct sent *sent = find(sents, name);
	return sent ? sent->value : (Str){ 0 };
}

bool
sents_has(const struct sents *sents, Str name)
{
	return find(sents, name) != NULL;
}

static Str
after_dot(Str name, Str group)
{
	return str_begins(name, group) && name.len > group.len && name.at[group.len] == '.' ? str_from(name, group.len + 1) : (Str){ 0 };
}

bool
sents_ticks(const struct sents *sents, Str group, Str one)
{
	for (int i = 0; sents && i < sents->count; i++)
		if (one.len && str_equal(after_dot(sents->at[i].name, group), one))
			return str_equal(sents->at[i].value, S("yes"));
	return false;
}

int
sents_ticked(const struct sents *sents, Str group)
{
	int count = 0;
	for (int i = 0; sents && i < sents->count; i++)
		count += after_dot(sents->at[i].name, group).len && str_equal(sents->at[i].value, S("yes"));
	return count;
}

struct sent_file
sent_file_of(const struct sent_files *files, Str field)
{
	for (int i = 0; i < files->count; i++)
		if (str_equal(files->at[i].field, field) && files->at[i].name.len)
			return files->at[i];
	return (struct sent_file){ 0 };
}
