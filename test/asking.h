/* asking.h: asking a site without a socket: as the server does, and as a browser that keeps cookies. */
#ifndef TEST_ASKING_H
#define TEST_ASKING_H

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "report/html.h"
#include "web/site.h"

#define ASKING_PORT 8080
#define ASKING_HOST "Host: localhost:8080\n"

/* "Name: value" lines as a head. */
static inline struct head
head_of(const char *method, const char *target, const char *lines)
{
	struct head head = { .method = str_of(method), .target = str_of(target) };
	Str rest = str_of(lines);
	while (rest.len > 0) {
		Str line = str_cut(&rest, '\n');
		Str name = str_cut(&line, ':');
		head.headers[head.header_count++] = (struct sent){ name, str_trim(line) };
	}
	return head;
}

struct asked_for { const char *method, *target, *lines; Str body; int64_t now; };

/* Judged by its head, then answered. */
static inline struct reply
ask_site(struct site *site, struct asked_for asked, struct arena *perm)
{
	struct head *head = new(perm, 1, struct head);
	struct request *request = new(perm, 1, struct request);
	struct reply reply = { 0 };
	*head = head_of(asked.method, asked.target, asked.lines);
	enum refusal refusal = site_admit(site, request, head, perm);
	request->address = proxies_client(&site->proxies, S("127.0.0.1"), head, perm);
	if (refusal != NOT_REFUSED)
		site_refuse(site, request, refusal, &reply, perm);
	else
		site_answer(site, request, asked.body, asked.now, &reply, perm);
	return reply;
}

/* A browser: two cookies, and the token of the last page it saw. */
struct browser { struct site *site; int64_t now; Str session, known, token; };

/* Keeps what the reply sets, and the token of its first form. */
static inline void
browser_keep(struct browser *browser, const struct reply *reply)
{
	for (int i = 0; i < countof(reply->cookies); i++) {
		Str rest = reply->cookies[i];
		Str value = str_cut(&rest, ';'), name = str_cut(&value, '=');
		if (str_equal(name, S("__Host-session")))
			browser->session = value;
		if (str_equal(name, S("__Host-browser")))
			browser->known = value;
	}
	ptrdiff_t at = str_find(reply->body, S("name=\"token\" value=\""));
	if (at < 0)
		return;
	Str rest = str_from(reply->body, at + 20);
	browser->token = str_cut(&rest, '"');
}

static inline const char *
browser_lines(const struct browser *browser, const char *more, struct arena *perm)
{
	return str_c(str_format(perm, ASKING_HOST "Cookie: __Host-session=%.*s; __Host-browser=%.*s\n%s",
	                        STR_ARG(browser->session), STR_ARG(browser->known), more), perm);
}

static inline struct reply
browse(struct browser *browser, const char *target, struct arena *perm)
{
	struct reply reply = ask_site(browser->site, (struct asked_for){ "GET", target,
		browser_lines(browser, "", perm), S(""), browser->now }, perm);
	browser_keep(browser, &reply);
	return reply;
}

/* Sends a form: "name=value&..." without the token, which is added. Values are encoded already. */
static inline struct reply
browser_post(struct browser *browser, const char *target, Str fields, struct arena *perm)
{
	Str body = str_format(perm, "token=%.*s&%.*s", STR_ARG(browser->token), STR_ARG(fields));
	Str more = str_format(perm, "Content-Type: application/x-www-form-urlencoded\nContent-Length: %td\n", body.len);
	struct reply reply = ask_site(browser->site, (struct asked_for){ "POST", target,
		browser_lines(browser, str_c(more, perm), perm), body, browser->now }, perm);
	browser_keep(browser, &reply);
	return reply;
}

#endif
