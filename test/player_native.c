/* player_native.c: the player, compiled for this machine: what its WebAssembly is held to (test/player.mjs).
 *
 *   player_native make reference|coupled     prints a prospect
 *   player_native run PROSPECT LEVERS COUNT  runs the two files both ways, and prints hashes and all tables
 *   player_native several PROSPECT COUNT LEVERS ...  runs all of them in one pass, as the server does, and prints their hashes
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files/file.h"
#include "model/lever.h"
#include "model/simulate.h"
#include "player/player.h"
#include "prospects.h"

static int
make(const char *which, struct arena arena)
{
	bool reference = strcmp(which, "reference") == 0;
	struct prospect *p = reference ? reference_prospect(300, 60, REFERENCE_BASE, &arena) : coupled_prospect(229, 60, &arena);
	if (!reference) {
		p->drifts[DRIFT_POSTS] = (struct drift){ .mean = { 10000, 20000, 30000, 40000, 50000 }, .wander = 20000, .keep = 900000 };
		p->convert = chance_monthly(0.05);
		prospect_room(p, 6);
	}
	Str text = prospect_write(p, &arena);
	fwrite(text.at, 1, (size_t)text.len, stdout);
	return 0;
}

static Str
text_of(const char *path, struct arena *perm)
{
	struct error err = { "" };
	Str text;
	if (!file_read(str_of(path), 1 << 30, &text, perm, &err)) {
		fprintf(stderr, "%s\n", err.text);
		exit(3);
	}
	return text;
}

static void
lay(int part, const char *path, struct arena arena)
{
	Str text = text_of(path, &arena);
	char *at = player_room(part, (int)text.len);
	if (text.len > 0)
		memcpy(at, text.at, (size_t)text.len);
}

static void
show(void)
{
	printf("%s %s\n", player_hash(OF_BASE), player_hash(OF_OTHER));
	for (int table = 0; table < PLAYER_TABLES; table++)
		for (int i = 0; i < player_table_length(table); i++) {
			uint64_t bits;
			memcpy(&bits, &player_table(table)[i], sizeof bits);
			printf("%016llx\n", (unsigned long long)bits);
		}
}

static struct prospect *
pulled(const struct prospect *base, const char *path, struct arena *perm)
{
	struct lever levers[LEVERS_MOST];
	struct error err = { "" };
	int count = 0;
	for (Str rest = text_of(path, perm); rest.len > 0 && count < LEVERS_MOST; count++)
		if (!lever_read(str_cut(&rest, '\n'), &levers[count], &err))
			exit(3);
	return lever_pull(base, levers, count, perm, &err);
}

static int
several(const char *prospect, int replications, char **levers, int count, struct arena arena)
{
	struct other others[OTHERS_MOST];
	struct error err = { "" };
	struct prospect *base = prospect_read(text_of(prospect, &arena), &arena, &err);
	int room = 0;
	for (int i = 0; base && i < count; i++) {
		if (!(others[i].prospect = pulled(base, levers[i], &arena)))
			return 3;
		int more = lever_room(base, others[i].prospect);
		room = more > room ? more : room;
	}
	if (!base)
		return 3;
	struct tally *of_base = tally_new(base, room, &arena);
	for (int i = 0; i < count; i++) {
		others[i].tally = tally_new(base, room, &arena);
		others[i].gap = NULL;
	}
	struct calendar *calendar = calendar_new(base, room, (uint64_t)1 << 32 | 2, 0, replications, &arena);
	simulate_beside(base, others, count, calendar, 0, replications, of_base, arena);
	printf("%016llx\n", (unsigned long long)tally_hash(of_base));
	for (int i = 0; i < count; i++)
		printf("%016llx\n", (unsigned long long)tally_hash(others[i].tally));
	return 0;
}

int
main(int count, char **words)
{
	struct arena arena = arena_reserve((ptrdiff_t)1 << 30);
	if (count > 4 && count <= 4 + OTHERS_MOST && strcmp(words[1], "several") == 0)
		return several(words[2], atoi(words[3]), words + 4, count - 4, arena);
	if (count == 3 && strcmp(words[1], "make") == 0)
		return make(words[2], arena);
	if (count != 5 || strcmp(words[1], "run") != 0)
		return 2;
	lay(0, words[2], arena);
	lay(1, words[3], arena);
	if (!player_load() || !player_pull() || !player_preview(OF_BASE) || !player_preview(OF_OTHER) ||
	    !player_run(OF_BOTH, 1, 2, 0, atoi(words[4]))) {
		printf("refused: %s\n", player_words());
		return 1;
	}
	show();
	return 0;
}
