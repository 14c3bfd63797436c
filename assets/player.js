// The forecast's engine (src/player/player.h), in a page: what it is given, and what it says.
const filled = 0;                       // of enum tally_line (src/model/tally.h)
const both = 2, tableOther = 1, tableGap = 2, tableFacts = 5;
const scenarioRow = 8, gapRow = 4;

// What C's library asks of any system: there are no files, and the end of the program is an error.
function system(module) {
	const given = {};
	for (const { name } of WebAssembly.Module.imports(module))
		given[name] = name === 'proc_exit' ? () => { throw new Error('the engine ended'); } : () => 8;
	return { wasi_snapshot_preview1: given };
}

// How many replications are drawn while a slider moves: all that were asked for where they take no longer than a movement
// bears, else fewer, which have the same beginnings. What stands when it rests is of all of them.
const bears = 25, block = 64, fewest = 128;

function soonEnough(runs, run) {
	if (!run(runs)) throw new Error('there is not enough memory');
	const from = performance.now();
	run(runs);
	const took = performance.now() - from;
	return took <= bears ? runs : Math.min(runs, Math.max(fewest, Math.floor(runs * bears / took / block) * block));
}

export async function open(prospect, { seed, runs }) {
	const reply = await fetch(new URL('./outlook.wasm', import.meta.url));
	const module = await WebAssembly.compile(await reply.arrayBuffer());
	const e = (await WebAssembly.instantiate(module, system(module))).exports;
	e._initialize?.();
	const lay = (part, text) => {
		const bytes = new TextEncoder().encode(text);
		const at = e.player_room(part, bytes.length);
		new Uint8Array(e.memory.buffer, at, bytes.length).set(bytes);
	};
	const table = (which) => new Float64Array(e.memory.buffer, e.player_table(which), e.player_table_length(which));
	lay(0, prospect);
	if (!e.player_load()) throw new Error('the prospect was refused');
	lay(1, '');
	e.player_pull();
	const moving = soonEnough(runs, (count) => e.player_run(both, 0, seed, 0, count));
	const column = (which, row, at) => {
		const all = table(which), months = table(tableFacts)[0], from = filled * (months + 1) * row;
		return Array.from({ length: months + 1 }, (_, month) => all[from + month * row + at]);
	};
	return {
		pull: (levers) => { lay(1, levers); return e.player_pull(); },
		run: () => e.player_run(both, 0, seed, 0, moving),
		middle: () => column(tableOther, scenarioRow, 4),
		gap: () => ({ mean: column(tableGap, gapRow, 0), low: column(tableGap, gapRow, 1), middle: column(tableGap, gapRow, 2),
			high: column(tableGap, gapRow, 3) }),
		hash: (which) => new TextDecoder().decode(new Uint8Array(e.memory.buffer, e.player_hash(which), 16)),
	};
}

