/* site.c: from a request to the reply: who may, what answers, in which face. */
#include "web/site.h"

#include <assert.h>
#include <string.h>
#include <sys/random.h>

#include "app/admit.h"
#include "app/drawn_kept.h"
#include "app/load_jobs.h"
#include "report/html.h"

bool
site_open(struct site *site, Str store_path, Str reference_docx, struct error *err)
{
	static const char hex[] = "0123456789abcdef";
	unsigned char random[TOKEN_LEN / 2];
	*site = (struct site){ .store_path = store_path, .reference_docx = reference_docx };
	pthread_mutex_init(&site->lock, NULL);
	gate_open(&site->gate);
	if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
		return fail(err, "the system gives no random bytes");
	for (size_t i = 0; i < sizeof random; i++) {
		site->token[2 * i] = hex[random[i] >> 4];
		site->token[2 * i + 1] = hex[random[i] & 15];
	}
	assets_hash(site->assets_hash);
	site->keeper = store_path.len ? keeper_open(store_path, err) : NULL;
	site->jobs = site->keeper ? load_jobs_open(err) : NULL;
	if (store_path.len && !site->jobs)
		return false;
	site->drawn = drawn_kept_open();
	return world_renew(site, NULL, err);
}

void
site_close(struct site *site)
{
	for (int i = 0; i < WORLDS_MOST; i++)
		if (site->rooms[i].begin)
			arena_release(&site->rooms[i].arena, site->rooms[i].begin);
	if (site->jobs)
		load_jobs_close(site->jobs);
	if (site->keeper)
		keeper_close(site->keeper);
	drawn_kept_close(site->drawn);
	gate_close(&site->gate);
	pthread_mutex_destroy(&site->lock);
}

void
site_rest(struct site *site, int64_t now)
{
	drawn_kept_rest(site->drawn, now);
}

void
site_carries(struct site *site, const struct carriage *carriage)
{
	site->carriage = carriage;
	for (int i = 0; i < WORLDS_MOST; i++)
		site->rooms[i].world.carriage = carriage;
}

/* ---- admission ------------------------------------------------------------------------------- */

enum refusal
site_admit(const struct site *site, struct request *request, const struct head *head,
           struct arena *perm)
{
	const struct reached reached = { site->port, site->public_address };
	enum refusal refusal = request_head(request, head, reached);
	if (refusal != NOT_REFUSED)
		return refusal;
	refusal = request_target(request, head->target, perm);
	if (refusal != NOT_REFUSED)
		return refusal;
	struct found found = route_find(request->method, request->segments, request->segment_count);
	if (!found.route)
		return found.elsewhere[GET] || found.elsewhere[POST] ? METHOD_NOT_HERE : NOTHING_HERE;
	if (request->method != POST)
		return NOT_REFUSED;
	bool parts = str_begins(request->content_type, S("multipart/form-data"));
	if (request->length > (found.route->outside ? OUTSIDE_MOST : parts ? UPLOAD_MOST : FORM_MOST))
		return BODY_TOO_LARGE;
	return request_same_site(request, reached) ? NOT_REFUSED : CROSS_SITE;
}

/* The same time for every wrong token, so that guessing letter by letter is no quicker. */
static bool
token_is_ours(const struct visit *visit, Str token)
{
	Str ours = visit->token;
	unsigned differs = token.len != ours.len;
	for (ptrdiff_t i = 0; i < ours.len; i++)
		differs |= (unsigned char)((i < token.len ? token.at[i] : 0) ^ ours.at[i]);
	return differs == 0 && ours.len > 0;
}

/* ---- faces ----------------------------------------------------------------------------------- */

static const int outcome_status[] = {
	[DONE] = 200, [REFUSED] = 200, [UNKNOWN] = 404, [WRONG] = 400, [WHO] = 401, [FORBIDDEN] = 403,
	[CHANGED] = 409, [SLOW_DOWN] = 429, [FAILED] = 500,
};

/* "walsall-scorecard.csv": the segments of the address, without the noun they all share. */
static Str
download_name(const struct visit *visit)
{
	struct text name = text_new(visit->perm);
	for (int i = 0; i < visit->request->segment_count; i++) {
		bool last = i == visit->request->segment_count - 1;
		if (i == 0 && !last && str_equal(visit->request->segments[i], S("authorities")))
			continue;
		text_add(&name, name.len ? S("-") : S(""));
		text_add(&name, last ? visit->found.last : visit->request->segments[i]);
	}
	text_add(&name, S("."));
	text_add(&name, face_name(visit->found.face));
	return text_str(&name);
}

static void
show_page(struct visit *visit, const struct document *doc)
{
	struct document page = *doc;
	page.token = visit->token;
	if (visit->found.route && visit->found.route->live)
		visit->reply->policy = reply_live_policy;
	if (visit->found.route && visit->found.route->outside)
		visit->reply->policy = reply_saving_policy;
	visit->reply->type = S("text/html; charset=utf-8");
	visit->reply->body = layout_page(visit, &page);
}

static void
show_words(struct visit *visit, const struct document *doc)
{
	visit->reply->type = S("text/plain; charset=utf-8");
	visit->reply->body = document_text(doc, false, 80, visit->perm);
}

/* Word and XLSX can fail for want of a program or of memory; the reader is told in words. */
static void
show_file(struct visit *visit, const struct document *doc)
{
	struct error err = { 0 };
	bool made = visit->found.face == FACE_XLSX
		? document_xlsx(doc, &visit->reply->body, visit->perm, &err)
		: document_docx(doc, visit->world->reference_docx, &visit->reply->body, visit->perm, &err);
	if (made)
		return;
	struct document sorry = document_new(visit->perm, S("That file could not be made"));
	document_paragraph(&sorry, str_of(err.text));
	visit->reply->status = 500;
	visit->reply->download = S("");
	show_words(visit, &sorry);
}

static void
show_face(struct visit *visit, const struct document *doc)
{
	struct reply *reply = visit->reply;
	reply->type = face_type(visit->found.face);
	if (visit->found.face != FACE_JSON)
		reply->download = download_name(visit);
	switch (visit->found.face) {
	case FACE_CSV:
		reply->body = document_csv(doc, true, visit->perm);
		break;
	case FACE_JSON:
		reply->body = document_json(doc, visit->perm);
		break;
	case FACE_HTML:
		reply->body = document_html_file(doc, visit->perm);
		break;
	case FACE_XLSX:
	case FACE_DOCX:
		show_file(visit, doc);
		break;
	case FACE_TEXT:
	case FACES:
		show_words(visit, doc);
		break;
	}
}

static void
give_file(struct visit *visit, const struct file_given *file)
{
	visit->reply->type = file->type;
	visit->reply->download = file->name;
	visit->reply->body = file->bytes;
}

/* Whether the address itself names a face: /a/b.html is a file, /a/b a page. */
static bool
asks_for_file(const struct visit *visit)
{
	int count = visit->request->segment_count;
	return count > 0 && visit->found.last.len < visit->request->segments[count - 1].len;
}

/* The sign-in page, which leads back here; a form that was sent is not sent again. */
static Str
sign_in_address(const struct visit *visit)
{
	struct html to = html_new(visit->perm);
	html_raw(&to, "/sign-in?next=");
	html_url_part(&to, visit->request->method == GET ? visit->request->path : S("/"));
	if (visit->request->method == GET && visit->request->query_text.len) {
		html_url_part(&to, S("?"));
		html_url_part(&to, visit->request->query_text);
	}
	return html_str(&to);
}

void
visit_show(struct visit *visit, const struct answer *answer)
{
	const struct document *doc = &answer->document;
	bool answered = answer->outcome == DONE || answer->outcome == REFUSED;
	enum face face = visit->found.face;
	visit->reply->status = outcome_status[answer->outcome];
	visit->reply->retry_seconds = answer->wait_seconds;
	visit->reply->again_seconds = asks_for_file(visit) ? 0 : answer->again_seconds;
	if (answer->session.len)
		visit->reply->cookies[0] = session_cookie(answer->session, visit->perm);
	if (answer->browser.len)
		visit->reply->cookies[1] = browser_cookie(answer->browser, visit->perm);
	if (answer->draft.len)
		visit->reply->cookies[2] = draft_cookie(answer->draft, visit->perm);
	if (answer->file.name.len)
		give_file(visit, &answer->file);
	else if (visit_of_program(visit))
		visit_tell(visit, answer);
	else if (answer->to.len && !visit->by_key)
		visit_redirect(visit, answer->to);
	else if (answer->outcome == WHO && !asks_for_file(visit) && !visit->by_key)
		visit_redirect(visit, sign_in_address(visit));
	else if (!asks_for_file(visit))
		show_page(visit, doc);
	else if (face == FACE_JSON || (answered && (doc->data || face == FACE_HTML || face == FACE_DOCX)))
		show_face(visit, doc);
	else if (answered)
		visit_refuse(visit, NOTHING_HERE);
	else
		show_words(visit, doc);
}

void
visit_redirect(struct visit *visit, Str to)
{
	assert(str_begins(to, S("/")));
	assert(!str_begins(to, S("//")));
	visit->reply->status = 303;
	visit->reply->location = to;
}

/* ---- refusals -------------------------------------------------------------------------------- */

static Str
allowed_methods(const struct found *found)
{
	if (found->elsewhere[GET] && found->elsewhere[POST])
		return S("GET, HEAD, POST");
	return found->elsewhere[POST] ? S("POST") : S("GET, HEAD");
}

void
visit_refuse(struct visit *visit, enum refusal refusal)
{
	const struct refusal_row *row = &refusal_rows[refusal];
	struct document doc = document_new(visit->perm, row->title);
	document_paragraph(&doc, row->words);
	visit->reply->status = row->status;
	if (refusal == METHOD_NOT_HERE)
		visit->reply->allow = allowed_methods(&visit->found);
	if (refusal == BUSY)
		visit->reply->retry_seconds = 5;
	if (visit_of_program(visit))
		visit_tell_refusal(visit, &doc);
	else if (asks_for_file(visit))
		show_words(visit, &doc);
	else
		show_page(visit, &doc);
}

/* The store cannot say who asks, or keep what must be kept: no answer goes out. */
static void
visit_fail(struct visit *visit, const struct error *err)
{
	struct document doc = document_new(visit->perm, S("The store cannot be used"));
	document_paragraph(&doc, S("Nothing was changed. Try again in a moment."));
	document_paragraph(&doc, str_copy(str_of(err->text), visit->perm));
	struct answer answer = answer_of(FAILED, doc);
	visit_show(visit, &answer);
}

/* Refused before the body was read: whatever follows on the connection is not a request. */
void
site_refuse(struct site *site, const struct request *request, enum refusal refusal,
            struct reply *reply, struct arena *perm)
{
	struct visit *visit = new(perm, 1, struct visit);
	*visit = (struct visit){ .site = site, .request = request, .reply = reply, .perm = perm };
	if (refusal == METHOD_NOT_HERE)
		visit->found = route_find(request->method, request->segments, request->segment_count);
	if (request->segment_count)
		visit->found.last = request->segments[request->segment_count - 1];
	*reply = (struct reply){ .close = refusal != NOTHING_HERE || request->method != GET };
	visit_refuse(visit, refusal);
}

/* ---- answering ------------------------------------------------------------------------------- */

/* Reads the form of a POST, and sees that it is ours. False when it was refused. */
static bool
take_form(struct visit *visit, Str body, struct request *request)
{
	if (request->method != POST)
		return true;
	enum refusal refusal = request_body(request, body, visit->perm);
	if (refusal == NOT_REFUSED && !visit->by_key &&
	    !token_is_ours(visit, sents_find(&request->form, S("token"))))
		refusal = CROSS_SITE;
	if (refusal != NOT_REFUSED)
		visit_refuse(visit, refusal);
	visit->ask.sent = &request->form;
	visit->ask.file = request->file;
	visit->ask.files = &request->files;
	return refusal == NOT_REFUSED;
}

/* A file taken away of a council's records is told to the audit. */
static void
note_export(struct visit *visit, const struct answer *answer)
{
	bool file = answer->file.name.len || (visit->request->method == GET && asks_for_file(visit));
	if (visit->found.route->need.access == OF_COUNCIL && file && answer->outcome == DONE)
		witness_note(&visit->ask, S("export"), visit->request->path);
}

/* So is that somebody asked for a record which is not there, or not for them: nobody can tell which, and a
 * search through numbers can be seen. Only what is shaped like a reference is told, never a word typed. */
static void
note_unknown(struct visit *visit, const struct answer *answer)
{
	Str ref = visit->ask.unit.len ? visit->ask.unit : visit->ask.ref;
	bool shaped = ref.len > 2 && ref.len <= 16 && ref.at[1] == '-';
	for (ptrdiff_t i = 2; i < ref.len; i++)
		shaped = shaped && ref.at[i] >= '0' && ref.at[i] <= '9';
	if (visit->found.route->need.access == OF_COUNCIL && visit->ask.viewer && answer->outcome == UNKNOWN)
		witness_note(&visit->ask, S("authz.denied"), shaped ? ref : S(""));
}

static void
visit_view(struct visit *visit)
{
	const struct route *route = visit->found.route;
	struct error err = { 0 };
	struct answer answer;
	if (admit(visit->world, &visit->ask, route->need, &answer, visit->perm)) {
		Str unasked = route->view ? route_unasked(&visit->found, &visit->request->query) : S("");
		if (unasked.len == 0 && route->act && route->act(visit))
			return;
		if (!route->view) {
			visit_refuse(visit, NOTHING_HERE);
			return;
		}
		answer = unasked.len ? route_not_asked(&visit->found, unasked, visit->perm)
			: route->view(visit->world, &visit->ask, visit->perm);
	}
	note_export(visit, &answer);
	note_unknown(visit, &answer);
	if (!witness_write(visit->world, &visit->ask, visit->perm, &err))
		visit_fail(visit, &err);
	else
		visit_show(visit, &answer);
}

/* A program whose token is good no longer is told so: it has no form of ours that it could send. */
static bool
is_nobodys_key(const struct visit *visit)
{
	return visit->request->method == POST && visit->who.key && visit->who.secret.len && !visit->who.known;
}

static void
refuse_key(struct visit *visit)
{
	struct answer answer = answer_of(WHO, document_new(visit->perm, S("That token is not good here")));
	document_paragraph(&answer.document, S("Nothing was changed. The token is unknown, has ended, or its account is "
		"disabled. Whoever it belongs to makes another on the page of their account."));
	visit_show(visit, &answer);
}

static void
visit_run(struct visit *visit, Str body, struct request *request)
{
	struct error err = { 0 };
	if (!visit_who(visit, &err)) {
		visit_fail(visit, &err);
		return;
	}
	if (is_nobodys_key(visit)) {
		refuse_key(visit);
		return;
	}
	if (!take_form(visit, body, request))
		return;
	route_ask(&visit->ask, &visit->found, request, visit->perm);
	visit_view(visit);
}

/* Gives back what the visit held, however it ended. */
static void
visit_end(struct visit *visit, bool cut_short)
{
	if (visit->imports) {
		if (cut_short)
			world_abandon(visit->site);
		pthread_mutex_lock(&visit->site->lock);
		visit->site->importing = false;
		pthread_mutex_unlock(&visit->site->lock);
	}
	dismiss(visit->world, &visit->ask);
	world_drop(visit->site, visit->room);
}

/* One of the program's two boundaries: a full arena comes back here, and the request is told. */
void
site_answer(struct site *site, struct request *request, Str body, int64_t now, struct reply *reply,
            struct arena *perm)
{
	jmp_buf full;
	struct visit *const visit = new(perm, 1, struct visit);
	char *const mark = perm->next;
	*reply = (struct reply){ .status = 500 };
	*visit = (struct visit){ .site = site, .request = request, .reply = reply, .perm = perm,
	                         .now = now, .room = world_hold(site) };
	visit->world = &visit->room->world;
	visit->ask.today = london_day(now);
	visit->ask.now = now;
	visit->token = (Str){ site->token, TOKEN_LEN };
	visit->found = route_find(request->method, request->segments, request->segment_count);
	assert(visit->found.route);
	perm->full = &full;
	if (setjmp(full) == 0) {
		visit_run(visit, body, request);
		visit_end(visit, false);
	} else {
		perm->next = mark;
		perm->full = NULL;
		*visit->reply = (struct reply){ .close = true };
		visit_end(visit, true);
		visit_refuse(visit, BODY_TOO_LARGE);
	}
	perm->full = NULL;
}
