/* page.c: what the page's script calls: the command's readers, rules and documents, one after the other. */
#include "browser/page.h"

#include "app/census_told.h"
#include "census/read.h"
#include "report/html.h"

enum { ROOM_LEAST = 192 << 20, ROOM_PER_BYTE = 24 };

#define EXPORT(name) __attribute__((export_name(name)))

static Str parts[PAGE_PARTS], answers[PAGE_ANSWERS];

/* One file, looked at. */
struct looked {
	struct arena *arena;
	struct findings found;
	struct census_return ret, before;
	bool read, read_before;
	struct continuity continuity;
	struct published published;
	bool has_published;
};

static void
look(struct looked *at, int64_t now)
{
	struct census_expect expect = { 0 };
	struct error err = { "" };
	at->has_published = release_read(&at->published, parts[PART_RELEASE], true, at->arena, &err) &&
		neighbours_read(&at->published, parts[PART_NEIGHBOURS], at->arena, &err);
	at->found = findings_new(at->arena);
	at->read = census_read(parts[PART_FILE], parts[PART_FILE_NAME], &expect, &at->ret, &at->found,
	                       at->arena);
	if (!at->read)
		return;
	census_check(&at->ret, now, &at->found, at->arena);
	struct findings aside = findings_new(at->arena);
	at->read_before = parts[PART_LAST_YEAR].len > 0 && census_read(parts[PART_LAST_YEAR], parts[PART_LAST_YEAR_NAME],
		&expect, &at->before, &aside, at->arena) && at->before.year == at->ret.year - 1;
	if (at->read_before)
		census_continuity(&at->continuity, &at->ret, &at->before, &at->found, at->arena);
}

static Str
html_of(const struct document *doc, struct arena *arena)
{
	struct html h = html_new(arena);
	document_html(&h, doc);
	return html_str(&h);
}

/* The council's name by its number in the file; empty where there is none. */
static Str
council_of(const struct looked *at)
{
	int area = at->read && at->has_published ? area_exact(&at->published.areas, at->ret.cell[ITEM_LEA].text) : NO_AREA;
	return area == NO_AREA ? S("") : at->published.areas.at[area].name;
}

static void
answer_check(const struct looked *at)
{
	struct census_told told = { .file = parts[PART_FILE_NAME], .found = &at->found, .ret = at->read ? &at->ret : NULL,
		.continuity = at->read_before ? &at->continuity : NULL, .council = council_of(at) };
	struct document doc = census_told(&told, at->arena);
	answers[ANSWER_PAGE] = html_of(&doc, at->arena);
	answers[ANSWER_TEXT] = document_text(&doc, false, 80, at->arena);
	answers[ANSWER_CSV] = document_csv(&doc, false, at->arena);
	answers[ANSWER_JSON] = document_json(&doc, at->arena);
}

static void
answer_measures(const struct looked *at)
{
	struct census_figures figures;
	census_figures_of(&figures, &at->ret, *at->arena);
	struct census_beside beside = { .figures = &figures, .file = parts[PART_FILE_NAME],
		.lea = at->ret.cell[ITEM_LEA].text, .published = at->has_published ? &at->published : NULL };
	struct document doc = census_measures_told(&beside, at->arena);
	answers[MEASURES_PAGE] = html_of(&doc, at->arena);
	answers[MEASURES_CSV] = document_csv(&doc, false, at->arena);
	answers[MEASURES_JSON] = document_json(&doc, at->arena);
}

EXPORT("page_room") char *
page_room(int part, int length)
{
	if (part < 0 || part >= PAGE_PARTS || length < 0)
		return NULL;
	struct arena arena = arena_reserve((ptrdiff_t)length + 1);
	parts[part] = (Str){ arena.next, arena.next ? length : 0 };
	return arena.next;
}

/* A program here has 32 bits for its memory: more than that is asked for, and not had. */
static ptrdiff_t
room_wanted(void)
{
	int64_t bytes = (int64_t)parts[PART_FILE].len + parts[PART_LAST_YEAR].len;
	int64_t room = ROOM_LEAST + ROOM_PER_BYTE * bytes;
	return room < PTRDIFF_MAX ? (ptrdiff_t)room : PTRDIFF_MAX;
}

EXPORT("page_check") int
page_check(double now)
{
	static struct looked at;
	static struct arena arena;
	arena = arena_reserve(room_wanted());
	at = (struct looked){ .arena = &arena };
	look(&at, (int64_t)now);
	answer_check(&at);
	if (at.read)
		answer_measures(&at);
	return at.found.mistakes > 0;
}

EXPORT("page_answer") const char *
page_answer(int answer)
{
	return answer >= 0 && answer < PAGE_ANSWERS ? answers[answer].at : NULL;
}

EXPORT("page_answer_length") int
page_answer_length(int answer)
{
	return answer >= 0 && answer < PAGE_ANSWERS ? (int)answers[answer].len : 0;
}
