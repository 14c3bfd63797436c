/* acts.c: addresses that do something other than show a view. */
#include "web/site.h"

#include "base/finding.h"
#include "report/html.h"

bool
act_health(struct visit *visit)
{
	visit->reply->status = 200;
	visit->reply->type = S("application/json");
	visit->reply->body = S("{\"status\":\"ok\"}\n");
	return true;
}

bool
act_openapi(struct visit *visit)
{
	visit->reply->status = 200;
	visit->reply->type = S("application/json");
	visit->reply->body = openapi_text(visit->perm);
	return true;
}

/* A segment or value for an address of ours. */
static Str
encoded(Str text, struct arena *perm)
{
	struct html h = html_new(perm);
	html_url_part(&h, text);
	return html_str(&h);
}

bool
act_to_scorecard(struct visit *visit)
{
	Str area = encoded(visit->ask.area, visit->perm);
	visit_redirect(visit, str_format(visit->perm, "/authorities/%.*s/scorecard", STR_ARG(area)));
	return true;
}

bool
act_to_figures(struct visit *visit)
{
	Str measure = visit->ask.measure;
	for (int m = 0; m < MEASURES && measure.len == 0; m++)
		if (measures[m].headline)
			measure = measures[m].name;
	measure = encoded(measure, visit->perm);
	Str year = encoded(visit->ask.year, visit->perm);
	visit_redirect(visit, str_format(visit->perm, "/figures/%.*s%s%.*s", STR_ARG(measure),
	                                 year.len ? "?year=" : "", STR_ARG(year)));
	return true;
}

/* With nothing to check yet, the page is its form alone; programs still get the view's answer. */
bool
act_claim(struct visit *visit)
{
	if (visit->ask.sentence.len || visit->found.face != FACE_HTML)
		return false;
	struct answer answer = answer_of(DONE, document_new(visit->perm, S("Check a sentence")));
	document_paragraph(&answer.document, S(
		"Write one sentence as it would stand in a paper. It is held against the published figures, "
		"and against a council\u2019s own where they were imported."));
	visit_show(visit, &answer);
	return true;
}

/* ---- search ---------------------------------------------------------------------------------- */

/* Where to go for this council: the page somebody was on, if that page exists for councils, else
 * the scorecard. `place` is the address after the council: "measures/turnover_rate_fte". */
static Str
same_place(Str area, Str place, struct arena *perm)
{
	Str segments[SEGMENTS_MOST] = { S("authorities"), area };
	int count = 2;
	struct text to = text_new(perm);
	text_format(&to, "/authorities/%.*s", STR_ARG(encoded(area, perm)));
	while (place.len > 0 && count < SEGMENTS_MOST) {
		segments[count] = str_cut(&place, '/');
		text_add(&to, S("/"));
		text_add(&to, encoded(segments[count++], perm));
	}
	struct found found = route_find(GET, segments, count);
	if (count > 2 && place.len == 0 && found.route && found.route->view && found.face == FACE_HTML)
		return text_str(&to);
	return (Str){ 0 };
}

/* One fitting area, or one that was named in full, is what was meant. */
bool
act_search(struct visit *visit)
{
	if (visit->ask.query.len == 0 || visit->found.face != FACE_HTML)
		return false;
	struct answer answer = show_areas(visit->world, &visit->ask, visit->perm);
	const struct table *table = answer.document.data;
	if (answer.outcome == DONE && table && table->row_count > 0) {
		const struct cell *name = &table->rows[0].cells[0];
		if (name->href.len && (table->row_count == 1 || str_equal_fold(name->text, visit->ask.query))) {
			Str place = sents_find(&visit->request->query, S("place"));
			Str to = same_place(table->rows[0].cells[1].text, place, visit->perm);
			visit_redirect(visit, to.len ? to : name->href);
			return true;
		}
	}
	visit_show(visit, &answer);
	return true;
}

/* ---- imports --------------------------------------------------------------------------------- */

static bool
begin_import(struct visit *visit)
{
	pthread_mutex_lock(&visit->site->lock);
	visit->imports = !visit->site->importing;
	visit->site->importing = true;
	pthread_mutex_unlock(&visit->site->lock);
	return visit->imports;
}

static void
show_after_change(struct visit *visit, const struct answer *answer, bool changed)
{
	struct error err = { 0 };
	if (!changed || answer->outcome != DONE || world_renew(visit->site, visit->perm->full, &err)) {
		visit_show(visit, answer);
		return;
	}
	struct answer sorry = answer_of(FAILED, document_new(visit->perm, S("Stored, but not yet shown")));
	document_paragraph(&sorry.document, S("The change is in the store. The pages still show the figures "
		"from before, because they could not be read again:"));
	document_paragraph(&sorry.document, str_of(err.text));
	visit_show(visit, &sorry);
}

/* Checks first, whatever was asked: a file with mistakes never reaches the store. */
bool
act_import(struct visit *visit)
{
	const struct request *request = visit->request;
	struct import import = {
		.file = request->file.name, .text = request->file.bytes, .now = visit->now, .dry_run = true,
		.kind = sents_find(&request->form, S("kind")),
		.release = str_trim(sents_find(&request->form, S("release"))),
	};
	if (!request->file.there || import.file.len == 0) {
		struct answer wrong = answer_of(WRONG, document_new(visit->perm, S("Choose a file")));
		document_paragraph(&wrong.document, S("No file came with the form. Choose a CSV file, then send "
		                                      "the form again."));
		visit_show(visit, &wrong);
		return true;
	}
	if (!begin_import(visit)) {
		visit_refuse(visit, BUSY);
		return true;
	}
	struct answer answer = import_file(visit->world, &import, visit->perm);
	bool store = str_equal(sents_find(&request->form, S("do")), S("store"));
	import.dry_run = !store;
	if (store && answer.outcome == DONE)
		answer = import_file(visit->world, &import, visit->perm);
	show_after_change(visit, &answer, store);
	return true;
}

bool
act_undo(struct visit *visit)
{
	int64_t load;
	Str text = route_part(&visit->found, visit->request->segments, S("id"));
	if (!parse_digits(text, &load)) {
		visit_refuse(visit, NOTHING_HERE);
		return true;
	}
	if (!begin_import(visit)) {
		visit_refuse(visit, BUSY);
		return true;
	}
	struct answer answer = import_undo(visit->world, load, visit->perm);
	show_after_change(visit, &answer, true);
	return true;
}
