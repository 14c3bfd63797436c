/* finding.c: collecting findings and saying them. */
#include "base/finding.h"

#include <assert.h>
#include <string.h>

struct findings
findings_new(struct arena *perm)
{
	return (struct findings){ .arena = perm };
}

void
findings_add(struct findings *found, struct finding finding)
{
	assert(found->arena);
	if (found->count == found->room) {
		ptrdiff_t room = found->room ? found->room * 2 : 16;
		struct finding *moved = new(found->arena, room, struct finding);
		if (found->count)
			memcpy(moved, found->at, (size_t)found->count * sizeof *moved);
		found->at = moved;
		found->room = room;
	}
	found->at[found->count++] = finding;
	found->mistakes += finding.severity == MISTAKE;
}

Str
severity_text(enum severity severity)
{
	switch (severity) {
	case QUERY:   return S("query");
	case MISTAKE: return S("error");
	}
	return S("");
}

Str
finding_text(const struct finding *finding, struct arena *perm)
{
	struct text line = text_new(perm);
	text_add(&line, finding->file);
	if (finding->line)
		text_format(&line, ":%d", finding->line);
	if (finding->column)
		text_format(&line, ":%d", finding->column);
	text_format(&line, ": %.*s %.*s: ", STR_ARG(severity_text(finding->severity)),
	            STR_ARG(finding->code));
	if (finding->record.len)
		text_format(&line, "%.*s: ", STR_ARG(finding->record));
	if (finding->field.len)
		text_format(&line, "%.*s ", STR_ARG(finding->field));
	if (finding->seen.len)
		text_format(&line, "\"%.*s\" ", STR_ARG(finding->seen));
	text_add(&line, finding->wrong);
	if (finding->mend.len)
		text_format(&line, "; %.*s", STR_ARG(finding->mend));
	return text_str(&line);
}
