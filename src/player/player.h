/* player.h: the forecast's engine inside a page, so that a slider asks no server and sends it nothing.
 *
 * The same prospects, levers, moments and simulation as the program (src/model), compiled to WebAssembly:
 * web/outlook.wasm. What comes out of it is the program's to the last digit, and tallies have the same hash.
 *
 * From a page's script, with `e` the exports of an instance (its imports are given nothing but what `imports` of
 * test/player.mjs gives) and all texts UTF-8:
 *
 *   1 e.player_room(PART, bytes) gives where to lay a text down in e.memory: PART 0 the prospect, as prospect_write has
 *     it; PART 1 the levers, as lever_write has them, one a line, or nothing. Memory may have grown: take its buffer anew.
 *   2 e.player_load() reads the prospect, e.player_pull() the levers. 0: refused, and e.player_words() and
 *     e.player_words_length() say why. After other levers only player_pull is asked again.
 *   3 e.player_preview(WHICH): exact or near means and deviations in well under a millisecond, for while a slider is dragged.
 *   4 e.player_run(WHICH, seed_high, seed_low, first, count): the simulation. WHICH 0 the base alone, 1 the scenario alone
 *     (half the time), 2 both under the same luck and their difference. Candidates are kept for the next run of the same
 *     seed and replications, so it takes half as long. 0: there is not enough memory.
 *   5 e.player_table(TABLE) and e.player_table_length(TABLE) give rows of 64-bit floats:
 *       0 base, 1 scenario   [line][month][8]: mean, and the 50 100 250 500 750 900 950 thousandths
 *       2 difference         [line][month][4]: mean, and the 50 500 950 thousandths
 *       3, 4 preview         [month][8]: filled, its deviation, vacant, over, agency, left, joined, cost of the month
 *       5 facts              months, replications, pence of a cost step, share of replications below `safe` in some
 *                            month of the base, and of the scenario
 *     Lines are those of enum tally_line (model/tally.h), months 0..months.
 *   6 e.player_hash(WHICH) is sixteen letters: the hash of the base's tally (0) or the scenario's (1).
 */
#ifndef PLAYER_PLAYER_H
#define PLAYER_PLAYER_H

#include "base/str.h"

enum player_part { PART_PROSPECT, PART_LEVERS, PLAYER_PARTS };
enum player_which { OF_BASE, OF_OTHER, OF_BOTH };
enum player_table { TABLE_BASE, TABLE_OTHER, TABLE_GAP, TABLE_BASE_PREVIEW, TABLE_OTHER_PREVIEW, TABLE_FACTS, PLAYER_TABLES };

char *player_room(int part, int length);
int   player_load(void);
int   player_pull(void);
int   player_preview(int which);
int   player_run(int which, uint32_t seed_high, uint32_t seed_low, int first, int count);
const char *player_words(void);
int   player_words_length(void);
const double *player_table(int table);
int   player_table_length(int table);
const char *player_hash(int which);

#endif
