/* census_form.c: the form to bring a return with, and what stands under an answer to it. */
#include "app/census_brought.h"

#include "app/form_made.h"

static struct button
another(const char *words, const char *action)
{
	return (struct button){ .words = str_of(words),
				.tone = BUTTON_SECOND,
				.action = str_of(action) };
}

static void
add_form(struct document *doc, Str error, bool again)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, S("/census/check"));
	form->id = S("census");
	form->legend = again ? S("Check it again, or another") : S("");
	form_input(
		form, perm,
		(struct input){ .kind = INPUT_FILE,
				.name = FILE_OF_RETURN,
				.error = error,
				.label = S("The return: XML, CSV or XLSX, at most 32 MiB"),
				.hint = S("DfE\u2019s XML of any year since 2017, or a sheet with "
					  "one row for each worker and DfE\u2019s names of items "
					  "at the head of the columns") });
	form_input(form, perm,
		   (struct input){ .kind = INPUT_FILE,
				   .name = FILE_OF_LAST_YEAR,
				   .optional = true,
				   .label = S("Last year\u2019s return"),
				   .hint = S("Then people who vanished, numbers that changed and "
					     "counts that moved are told as well") });
	form_button(form, perm, (struct button){ .words = S("Check the return") });
	form_button(form, perm, another("What DfE will publish", "/census/measures"));
	form_button(form, perm, another("Findings as a spreadsheet", "/census/check.xlsx"));
	form_button(form, perm, another("Findings as CSV", "/census/check.csv"));
	document_form(doc, form);
}

static void
add_other_ways(struct document *doc)
{
	struct run *runs = new(doc->arena, 5, struct run);
	runs[0].text = S("Which rules are asked, and how sure each is: ");
	runs[1] = (struct run){ .text = S("rules of the census"), .href = S("/census/rules") };
	runs[2].text = S(". If the file may not leave your computer, the same check works ");
	runs[3] = (struct run){ .text = S("in the browser alone, with nothing installed"),
				.href = S("/web-check") };
	runs[4].text = S(".");
	document_runs(doc, BLOCK_PARAGRAPH, runs, 5);
}

static void
add_not_kept(struct document *doc)
{
	struct run *run = new(doc->arena, 1, struct run);
	run->text = S("Nothing is stored. The file is read, you are told, and it is forgotten: to "
		      "see the page again, send the "
		      "file again.");
	document_runs(doc, BLOCK_INSET, run, 1);
}

struct answer
census_form_page(const struct ask *ask, enum outcome outcome, Str error, struct arena *perm)
{
	struct document doc = document_new(perm, S("Check a census return before you send it"));
	document_paragraph(&doc, S("Every error and query in one pass, with line and column, what "
				   "is wrong and what to do. And what "
				   "DfE will publish from it, beside last year."));
	if (ask->viewer) {
		add_not_kept(&doc);
		add_form(&doc, error, false);
	} else {
		struct run *runs = new(perm, 2, struct run);
		runs[0] = (struct run){ .text = S("Sign in"),
					.href = S("/sign-in?next=%2Fcensus%2Fcheck") };
		runs[1].text = S(" to check a file here. Any account will do.");
		document_runs(&doc, BLOCK_INSET, runs, 2);
	}
	add_other_ways(&doc);
	return answer_of(outcome, doc);
}

struct answer
show_census_form(const struct world *world, const struct ask *ask, struct arena *perm)
{
	(void)world;
	return census_form_page(ask, DONE, S(""), perm);
}

void
census_end_page(struct document *doc, const struct ask *ask)
{
	if (!ask->door)
		return;
	add_form(doc, S(""), true);
	add_not_kept(doc);
	add_other_ways(doc);
}
