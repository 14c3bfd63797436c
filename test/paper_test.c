/* paper_test.c: every sentence of every council's briefing, for every year, is borne by the figures.
 *
 * The paper writes no sentence of its own about figures; this test does not trust that. It takes the
 * finished document, reads the sentences off its lists and its pictures' titles, and holds each to
 * the claim checker.
 */
#include "check.h"

#include "app/app.h"

static struct world world;
static int sentences_held;

/* Holds one sentence; prints it when it is not borne. */
static bool
borne(Str sentence, int area, struct arena scratch)
{
	struct claim_ask ask = { .sentence = sentence, .area = area };
	struct claim claim = claim_check(&world.published, &world.own, &ask, &scratch);
	sentences_held++;
	if (claim.verdict == SUPPORTED)
		return true;
	Str slug = world.published.areas.at[area].slug;
	printf("%.*s: \"%.*s\" is %.*s: %.*s\n", STR_ARG(slug), STR_ARG(sentence),
	       STR_ARG(verdict_name(claim.verdict)), STR_ARG(claim.because));
	return false;
}

/* Everything the paper says of the figures, until the section on what they cannot say. */
static int
unborne_in(const struct document *doc, int area, struct arena scratch)
{
	int unborne = 0;
	for (int i = 0; i < doc->block_count; i++) {
		const struct block *block = &doc->blocks[i];
		if (block->kind == BLOCK_HEADING && str_equal(block->id, S("limits")))
			break;
		if (block->kind == BLOCK_LIST)
			for (int r = 0; r < block->run_count; r++)
				unborne += !borne(block->runs[r].text, area, scratch);
		if (block->kind == BLOCK_CHART && str_find(block->chart->title, S("no figure")) < 0)
			unborne += !borne(block->chart->title, area, scratch);
	}
	return unborne;
}

static void
every_sentence_of_every_paper_is_borne(struct arena *perm)
{
	int unborne = 0, papers = 0;
	for (int area = 0; area < world.published.areas.count && unborne < 20; area++) {
		const struct area *place = &world.published.areas.at[area];
		for (int year = place->first_year; year <= place->last_year; year++) {
			struct arena scratch = *perm;
			struct ask ask = { .area = place->slug, .year = str_format(&scratch, "%d", year) };
			struct answer answer = show_paper(&world, &ask, &scratch);
			check_int(answer.outcome, DONE);
			unborne += unborne_in(&answer.document, area, scratch);
			papers++;
		}
	}
	check_int(unborne, 0);
	check_int(papers, 1463);
	check(sentences_held > 10 * papers);
	printf("%d sentences in %d papers held to the figures\n", sentences_held, papers);
}

static void
a_false_sentence_would_be_caught(struct arena *perm)
{
	int walsall = area_exact(&world.published.areas, S("walsall"));
	struct claim_ask ask = { .area = walsall,
		.sentence = S("Turnover rate (FTE) fell from 99.9% in 2024 to 98.8% in 2025.") };
	check_int(claim_check(&world.published, &world.own, &ask, perm).verdict, NOT_SUPPORTED);
}

static void
a_paper_gives_the_bad_news_its_own_section(struct arena *perm)
{
	struct ask ask = { .area = S("walsall") };
	struct answer answer = show_paper(&world, &ask, perm);
	bool better = false, worse = false, limits = false;
	int pictures = 0;
	for (int i = 0; i < answer.document.block_count; i++) {
		const struct block *block = &answer.document.blocks[i];
		better |= str_equal(block->id, S("better"));
		worse |= str_equal(block->id, S("worse"));
		limits |= str_equal(block->id, S("limits"));
		pictures += block->kind == BLOCK_CHART;
	}
	check(better && worse && limits);
	check_int(pictures, 3);
	check(answer.document.source_count == 3);
}

int
main(void)
{
	struct arena arena = arena_reserve((ptrdiff_t)1 << 28);
	struct error err;
	if (!world_open(&world, S(""), &arena, &err)) {
		printf("%s\n0 passed, 1 failed\n", err.text);
		return 1;
	}
	run(every_sentence_of_every_paper_is_borne);
	run(a_false_sentence_would_be_caught);
	run(a_paper_gives_the_bad_news_its_own_section);
	return tests_end();
}
