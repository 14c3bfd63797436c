/* survival_chart.c: curves as steps, and the figures and words that tell of survival share. */
#include "app/survival_parts.h"

#include <math.h>

struct cell
survival_cell(double value, int places)
{
	return cell_figure(figure_near(value), places, UNIT_COUNT);
}

Str
survival_chance(double p, struct arena *perm)
{
	return p < 0.0001 ? S("below 0.0001") : str_format(perm, "%.4f", p);
}

/* The share at a time, in per cent; nothing beyond the curve's last step, before `from`, or where a limit is none. */
static Figure
share_at(const struct life_curve *curve, double time, size_t line)
{
	if (curve->count == 0 || time > curve->steps[curve->count - 1].time || time < curve->from)
		return figure_absent(NOT_PUBLISHED);
	const struct life_step *step = life_at(curve, time);
	double share = step ? *(const double *)((const char *)step + line) : 1;
	return isnan(share) ? figure_absent(NOT_PUBLISHED) : figure_near(share * 100);
}

/* Each time twice: as it was before, and as it is from then on. */
static Figure *
steps_of(const struct life_curve *curve, const double *times, int count, size_t line, struct arena *perm)
{
	Figure *values = new(perm, 2 * count + 1, Figure);
	for (int i = 0; i < count; i++) {
		values[2 * i + 1] = share_at(curve, times[i], line);
		values[2 * i] = i ? values[2 * i - 1] : values[2 * i + 1];
		if (!figure_present(values[2 * i + 1]))
			values[2 * i] = values[2 * i + 1];
	}
	return values;
}

/* Some six round times under the line. */
static void
label_times(struct chart *chart, const double *times, int count, struct arena *perm)
{
	Str *labels = new(perm, 2 * count, Str);
	int *along = new(perm, 2 * count, int);
	double width = times[count - 1] - times[0];
	struct axis axis = axis_over(figure_near(times[0]), figure_near(times[count - 1] + 1e-6));
	for (int i = 0; i < 2 * count; i++)
		along[i] = width > 0 ? (int)lround((times[i / 2] - times[0]) / width * 100000) : 0;
	for (int64_t at = axis.least.micro; at <= axis.most.micro; at += axis.step.micro) {
		int nearest = 0;
		double wanted = (double)at / MICRO;
		for (int i = 1; i < count; i++)
			if (fabs(times[i] - wanted) < fabs(times[nearest] - wanted))
				nearest = i;
		if (fabs(times[nearest] - wanted) <= width / 50)
			labels[2 * nearest + 1] = figure_short(figure_near(times[nearest]), perm);
	}
	chart->labels = labels;
	chart->along = along;
	chart->label_count = 2 * count;
}

const struct chart *
survival_chart(const struct curve_shown *shown, int count, const double *times, int time_count,
               const struct chart *words, struct arena *perm)
{
	static const enum role roles[] = { OURS,       ENGLAND_ROLE, REGION_ROLE, NEIGHBOURS_ROLE,
		                           OTHER_ROLE, OURS_PRINTED };
	struct chart *chart = new(perm, 1, struct chart);
	struct chart_series *series = new(perm, count, struct chart_series);
	*chart = *words;
	chart->kind = CHART_LINES;
	chart->unit = UNIT_PERCENT;
	count = count < countof(roles) ? count : (int)countof(roles);
	for (int i = 0; i < count; i++)
		series[i] = (struct chart_series){ shown[i].name, roles[i],
			steps_of(shown[i].curve, times, time_count, offsetof(struct life_step, lasting), perm) };
	chart->series = series;
	chart->series_count = count;
	label_times(chart, times, time_count, perm);
	if (count == 1) {
		chart->band_low = steps_of(shown[0].curve, times, time_count, offsetof(struct life_step, lower), perm);
		chart->band_high = steps_of(shown[0].curve, times, time_count, offsetof(struct life_step, upper), perm);
		chart->band_name = S("95% limits");
	}
	return chart;
}
