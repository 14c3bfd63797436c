/* document_html_findings.c: what is wrong with a file, as a list that can be worked down.
 *
 * Findings are grouped by code, mistakes before queries and each in file order, because the same
 * thing wrong two hundred times is one thing to mend. A long group is folded after its first few.
 */
#include "report/document_html.h"

#include "report/govuk.h"

enum { SHOWN = 20 };         /* of a group, before the rest is folded */

struct finding_group {
	Str code;
	enum severity severity;
	const struct finding **at;
	int count;
};

static bool
same_group(const struct finding_group *group, const struct finding *finding)
{
	return group->severity == finding->severity && str_equal(group->code, finding->code);
}

/* How many findings of this kind there are from `first` on. */
static int
count_like(const struct finding *findings, int first, int count)
{
	struct finding_group kind = { findings[first].code, findings[first].severity, NULL, 0 };
	int like = 0;
	for (int i = first; i < count; i++)
		like += same_group(&kind, &findings[i]);
	return like;
}

/* Room for each group is taken when its first finding comes, so every one is copied once. Codes
 * are few, a rule each; that makes the search cheap even for a file that is wrong throughout. */
static struct finding_group *
group_findings(const struct finding *findings, int count, int *group_count, struct arena *perm)
{
	struct finding_group *groups = new(perm, count, struct finding_group);
	*group_count = 0;
	for (int i = 0; i < count; i++) {
		int g = 0;
		while (g < *group_count && !same_group(&groups[g], &findings[i]))
			g++;
		if (g == *group_count) {
			int like = count_like(findings, i, count);
			groups[(*group_count)++] = (struct finding_group){
				.code = findings[i].code, .severity = findings[i].severity,
				.at = new(perm, like, const struct finding *),
			};
		}
		groups[g].at[groups[g].count++] = &findings[i];
	}
	return groups;
}

/* Of a record that came from no file its ref says where. */
static bool
is_of_record(const struct finding *finding)
{
	return finding->line == 0 && !finding->file.len && !finding->field.len && finding->record.len;
}

/* "line 12, column 6 (start_date)" */
static void
where(struct html *h, const struct finding *finding)
{
	html_raw(h, "<span class=\"doc-where\">");
	if (is_of_record(finding))
		html_text(h, finding->record);
	else if (finding->line == 0)
		html_text(h, finding->file.len ? finding->file : S("The whole file"));
	if (finding->line) {
		html_raw(h, "line ");
		html_int(h, finding->line);
	}
	if (finding->column) {
		html_raw(h, ", column ");
		html_int(h, finding->column);
	}
	if (finding->field.len) {
		html_raw(h, " (");
		html_text(h, finding->field);
		html_raw(h, ")");
	}
	html_raw(h, "</span>");
}

static void
one_finding(struct html *h, const struct finding *finding)
{
	html_raw(h, "<li>");
	where(h, finding);
	if (finding->record.len && !is_of_record(finding)) {
		html_raw(h, ", ");
		html_text(h, finding->record);
	}
	html_raw(h, ": ");
	if (finding->seen.len) {
		html_raw(h, "<q class=\"doc-seen\">");
		html_text(h, finding->seen);
		html_raw(h, "</q> ");
	}
	html_text(h, finding->wrong);
	if (finding->mend.len) {
		html_raw(h, "; ");
		html_text(h, finding->mend);
	}
	html_raw(h, "</li>\n");
}

static void
finding_list(struct html *h, const struct finding *const *at, int count)
{
	html_raw(h, "<ul class=\"govuk-list govuk-list--bullet\">\n");
	for (int i = 0; i < count; i++)
		one_finding(h, at[i]);
	html_raw(h, "</ul>\n");
}

/* "Error  3 like this": the kind's code is for programs, and is no word of the page. */
static void
group_title(struct html *h, const struct finding_group *group)
{
	html_raw(h, "<p class=\"doc-finding-title\" data-kind=\"");
	html_text(h, group->code);
	html_raw(h, "\">");
	if (group->severity == MISTAKE)
		govuk_tag(h, (struct govuk_tag){ .text = S("Error"), .classes = S("govuk-tag--red") });
	else
		govuk_tag(h, (struct govuk_tag){ .text = S("Query"), .classes = S("govuk-tag--yellow") });
	if (group->count > 1) {
		html_raw(h, " <strong>");
		html_int(h, group->count);
		html_raw(h, " like this</strong>");
	}
	html_raw(h, "</p>\n");
}

static void
one_group(struct body body, const struct finding_group *group)
{
	struct html *h = body.h;
	bool fold = group->count > SHOWN + 1 && !body.alone;
	html_raw(h, "<div class=\"doc-finding\">\n");
	group_title(h, group);
	finding_list(h, group->at, fold ? SHOWN : group->count);
	if (fold) {
		int rest = group->count - SHOWN;
		govuk_details_begin(h, (struct govuk_details){
			.summary_text = str_format(h->out.arena, "Show the other %d", rest),
			.classes = S("doc-details"),
		});
		finding_list(h, group->at + SHOWN, rest);
		govuk_details_end(h);
	}
	html_raw(h, "</div>\n");
}

void
body_findings(struct body body, const struct finding *findings, int count)
{
	int group_count;
	if (count == 0) {
		html_raw(body.h, "<p class=\"govuk-body\">Nothing is wrong with it.</p>\n");
		return;
	}
	struct finding_group *groups = group_findings(findings, count, &group_count,
	                                              body.h->out.arena);
	for (int pass = MISTAKE; pass >= QUERY; pass--)
		for (int g = 0; g < group_count; g++)
			if ((int)groups[g].severity == pass)
				one_group(body, &groups[g]);
}
