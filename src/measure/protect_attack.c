/* protect_attack.c: what an attacker can work out of a hidden cell: two maximum flows. */
#include "measure/protect_margins.h"

#include <assert.h>
#include <string.h>

enum { UNSEEN = -1, START = -2 };

/* Places are numbered: rows first, then columns. */
struct network {
	struct margins table;        /* `at` is a copy that the flow changes */
	const bool *hidden;
	int around;                  /* the cell attacked: no flow through it */
	int *came_from, *queue;
};

struct margins
margins_of(struct counts counts, struct arena *perm)
{
	assert(counts.rows > 0);
	assert(counts.columns > 0);
	struct margins table = { counts.rows, counts.columns, NULL };
	table.at = new(perm, margins_cells(table), int64_t);
	for (int i = 0; i < counts.rows; i++) {
		for (int j = 0; j < counts.columns; j++) {
			int64_t count = counts.at[i * counts.columns + j];
			assert(count >= 0);
			assert(count < INT64_MAX / 1000000);
			table.at[margins_cell(table, i, j)] += count;
			table.at[margins_cell(table, i, counts.columns)] += count;
			table.at[margins_cell(table, counts.rows, j)] += count;
			table.at[margins_cell(table, counts.rows, counts.columns)] += count;
		}
	}
	return table;
}

/* Counts inside and the grand total flow from row to column, totals from column to row. */
static bool
flows_to_column(struct margins table, int row, int column)
{
	return (row < table.rows) == (column < table.columns);
}

static int
cell_between(const struct network *net, int from, int to)
{
	int rows = net->table.rows + 1;
	return from < rows ? margins_cell(net->table, from, to - rows)
	                   : margins_cell(net->table, to, from - rows);
}

/* With the stream there is always room; against it, as much as flows. */
static bool
with_the_stream(const struct network *net, int from, int to)
{
	int rows = net->table.rows + 1;
	bool to_column = from < rows;
	int row = to_column ? from : to, column = (to_column ? to : from) - rows;
	return flows_to_column(net->table, row, column) == to_column;
}

static int64_t
room_between(const struct network *net, int from, int to)
{
	int cell = cell_between(net, from, to);
	if (!net->hidden[cell] || cell == net->around)
		return 0;
	return with_the_stream(net, from, to) ? INT64_MAX : net->table.at[cell];
}

/* The shortest way, breadth first, left in came_from. */
static bool
find_way(struct network *net, int start, int goal)
{
	int rows = net->table.rows + 1, places = rows + net->table.columns + 1;
	for (int i = 0; i < places; i++)
		net->came_from[i] = UNSEEN;
	net->came_from[start] = START;
	int first = 0, waiting = 0;
	net->queue[waiting++] = start;
	while (first < waiting && net->came_from[goal] == UNSEEN) {
		int from = net->queue[first++];
		int begin = from < rows ? rows : 0, end = from < rows ? places : rows;
		for (int to = begin; to < end; to++) {
			if (net->came_from[to] != UNSEEN || room_between(net, from, to) == 0)
				continue;
			net->came_from[to] = from;
			net->queue[waiting++] = to;
		}
	}
	return net->came_from[goal] != UNSEEN;
}

static int64_t
narrowest(const struct network *net, int goal, int64_t most)
{
	for (int to = goal; net->came_from[to] != START; to = net->came_from[to]) {
		int64_t room = room_between(net, net->came_from[to], to);
		most = room < most ? room : most;
	}
	return most;
}

static void
push(struct network *net, int goal, int64_t amount)
{
	for (int to = goal; net->came_from[to] != START; to = net->came_from[to]) {
		int from = net->came_from[to];
		net->table.at[cell_between(net, from, to)] +=
			with_the_stream(net, from, to) ? amount : -amount;
	}
}

static int64_t
flow_between(struct network *net, int start, int goal, int64_t enough)
{
	int64_t flow = 0;
	while (flow < enough && find_way(net, start, goal)) {
		int64_t amount = narrowest(net, goal, INT64_MAX);
		if (amount >= enough - flow)
			return enough;
		push(net, goal, amount);
		flow += amount;
	}
	return flow;
}

int64_t
margins_room(struct margins table, const bool *hidden, struct place place, enum way way,
             int64_t enough, struct arena scratch)
{
	int cell = margins_cell(table, place.row, place.column);
	if (!hidden[cell])
		return 0;
	if (way == FALL && table.at[cell] < enough)
		enough = table.at[cell];

	int cells = margins_cells(table), places = table.rows + table.columns + 2;
	struct network net = { .table = table, .hidden = hidden, .around = cell };
	net.table.at = new(&scratch, cells, int64_t);
	memcpy(net.table.at, table.at, (size_t)cells * sizeof *table.at);
	net.came_from = new(&scratch, places, int);
	net.queue = new(&scratch, places, int);

	/* A rise comes back around from where the cell ends to where it begins; a fall is led around. */
	int row = place.row, column = table.rows + 1 + place.column;
	bool from_row = flows_to_column(table, place.row, place.column) == (way == FALL);
	return flow_between(&net, from_row ? row : column, from_row ? column : row, enough);
}

struct range
attacker_range(struct counts counts, const bool *hidden, int row, int column,
               struct arena scratch)
{
	assert(row >= 0 && row <= counts.rows);
	assert(column >= 0 && column <= counts.columns);
	struct margins table = margins_of(counts, &scratch);
	struct place place = { row, column };
	int64_t count = table.at[margins_cell(table, row, column)];
	int64_t enough = INT64_MAX - count;
	return (struct range){
		.least = count - margins_room(table, hidden, place, FALL, enough, scratch),
		.most  = count + margins_room(table, hidden, place, RISE, enough, scratch),
	};
}
