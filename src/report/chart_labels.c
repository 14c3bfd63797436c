/* chart_labels.c: what figures are called in a picture, and names that make room for each other. */
#include "report/chart_draw.h"

#include <assert.h>
#include <stdlib.h>

Str
draw_value(const struct canvas *canvas, Figure figure)
{
	const struct chart *chart = canvas->chart;
	bool short_unit = chart->unit == UNIT_PERCENT || chart->unit == UNIT_POUNDS;
	if (short_unit && figure_present(figure))
		return figure_words(figure, chart->places, chart->unit, canvas->arena);
	return figure_text(figure, chart->places, canvas->arena);
}

Str
draw_absence(enum absent absent)
{
	Str meaning = absent_meaning(absent);
	return str_cut(&meaning, ':');
}

Str
draw_symbols(const struct absences *absences, struct arena *perm)
{
	struct text note = text_new(perm);
	for (int i = PRESENT + 1; i < ABSENT_KINDS; i++) {
		if (!absences->seen[i])
			continue;
		Str symbol = absent_symbol((enum absent)i);
		text_add(&note, note.len ? S("; ") : S(""));
		text_add(&note, symbol.len ? symbol : S("gap"));
		text_add(&note, S(": "));
		text_add(&note, draw_absence((enum absent)i));
	}
	return text_str(&note);
}

static struct lines
wrapped_note(const struct canvas *canvas, Str note)
{
	struct room room = { canvas->layout->width, WRAP_MOST };
	return draw_wrap(note, draw_type(canvas, false), room, canvas->arena);
}

int
draw_note_height(const struct canvas *canvas, Str note)
{
	int lines = wrapped_note(canvas, note).count;
	return lines ? 8 * PX + lines * canvas->layout->line : 0;
}

void
draw_note(struct canvas *canvas, Str note, int top)
{
	draw_text(canvas, &(struct writing){
		.lines = wrapped_note(canvas, note), .at = { 0, top + 8 * PX + canvas->layout->text },
		.class = S("chart-note"), .ink = S("#505a5f"), .type = draw_type(canvas, false) });
}

/* ---- names beside lines -------------------------------------------------------------------- */

int
labels_height(const struct end_label *labels, int count)
{
	int height = 0;
	for (int i = 0; i < count; i++)
		height += labels[i].height;
	return height;
}

/* Stable, so that labels that want the same place keep the order they came in. */
static void
sort_by_wants(struct end_label *labels, int count)
{
	for (int i = 1; i < count; i++) {
		struct end_label label = labels[i];
		int j = i;
		for (; j > 0 && labels[j - 1].wants > label.wants; j--)
			labels[j] = labels[j - 1];
		labels[j] = label;
	}
}

/* Labels that touch and stand as one. `sum` is of the places where its labels would have the first
 * label's top, with all before it stacked above, each by its weight. */
struct crowd { int64_t sum; int weight, count; };

static struct crowd
crowd_of(const struct end_label *label, int above)
{
	int top = label->wants - label->height / 2 - above;
	return (struct crowd){ (int64_t)top * label->weight, label->weight, 1 };
}

static bool
falls(const struct crowd *upper, const struct crowd *lower)
{
	return upper->sum * lower->weight >= lower->sum * upper->weight;
}

static struct crowd
pooled(struct crowd a, struct crowd b)
{
	return (struct crowd){ a.sum + b.sum, a.weight + b.weight, a.count + b.count };
}

/* Take from each wish the heights of the labels above it: then "none over another" becomes "never
 * falling", and the nearest rising row is found by pooling neighbours that fall (isotonic
 * regression: Barlow, Bartholomew, Bremner and Brunk, Statistical Inference under Order
 * Restrictions, 1972). Holding the means within the shelf keeps them rising. */
void
labels_part(struct end_label *labels, int count, struct shelf shelf)
{
	assert(count <= LABELS_MOST);
	assert(labels_height(labels, count) <= shelf.bottom - shelf.top);
	sort_by_wants(labels, count);
	struct crowd crowds[LABELS_MOST];
	int made = 0, above = 0;
	for (int i = 0; i < count; i++) {
		crowds[made++] = crowd_of(&labels[i], above);
		above += labels[i].height;
		for (; made > 1 && falls(&crowds[made - 2], &crowds[made - 1]); made--)
			crowds[made - 2] = pooled(crowds[made - 2], crowds[made - 1]);
	}
	int most = shelf.bottom - above, next = 0, top = 0;
	for (int c = 0; c < made; c++) {
		int mean = (int)(crowds[c].sum / crowds[c].weight);
		mean = mean > most ? most : mean < shelf.top ? shelf.top : mean;
		for (int k = 0; k < crowds[c].count; k++, next++) {
			labels[next].y = mean + top + labels[next].height / 2;
			top += labels[next].height;
		}
	}
}

/* A thin line from the mark to a name that had to move, or whose line ended early. */
static void
add_leader(struct canvas *canvas, const struct end_label *label, int x)
{
	bool moved = abs(label->y - label->wants) > 4 * PX;
	bool early = x - label->mark_x > 30 * PX;
	if (!label->marked || (!moved && !early))
		return;
	draw_line(canvas, (struct stroke){
		.class = S("chart-leader"), .ink = S("#6b7276"), .dash = early ? S("1 3") : S(""),
		.weight = early ? 10 : 8,
	}, (struct point){ label->mark_x + 5 * PX, label->wants },
	(struct point){ x - 3 * PX, label->y });
}

void
labels_draw(struct canvas *canvas, const struct end_label *labels, int count, int x)
{
	for (int i = 0; i < count; i++) {
		const struct end_label *label = &labels[i];
		add_leader(canvas, label, x);
		int first = label->y - label->lines.count * canvas->layout->line / 2
			+ canvas->layout->text * 19 / 20;
		draw_text(canvas, &(struct writing){
			.lines = label->lines, .at = { x, first }, .class = S("chart-label"),
			.role = label->class, .ink = label->ink, .type = draw_type(canvas, label->bold) });
	}
}
