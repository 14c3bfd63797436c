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

struct sent_file
sent_file_of(const struct sent_files *files, Str field)
{
	for (int i = 0; i < files->count; i++)
		if (str_equal(files->at[i].field, field) && files->at[i].name.len)
			return files->at[i];
	return (struct sent_file){ 0 };
}
