/* player_native.c: the player, compiled for this machine: what its WebAssembly is held to (test/player.mjs).
 *
 *   player_native make reference|coupled     prints a prospect
 *   player_native run PROSPECT LEVERS COUNT  runs the two files both ways, and prints hashes and all tables
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files/file.h"
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

static void
lay(int part, const char *path, struct arena arena)
{
	struct error err = { "" };
	Str text;
	if (!file_read(str_of(path), 1 << 30, &text, &arena, &err)) {
		fprintf(stderr, "%s\n", err.text);
		exit(3);
	}
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

int
main(int count, char **words)
{
	struct arena arena = arena_reserve((ptrdiff_t)1 << 30);
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
