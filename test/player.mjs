// player.mjs: the forecast's engine in WebAssembly says what it says here, number by number, and how long it takes.
// Usage: node test/player.mjs BUILD
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const build = process.argv[2];
let passed = 0, failed = 0;
const holds = (what, is) => {
	if (is) passed++;
	else failed++;
	if (!is) console.log(`FAILED ${what}`);
};

// What C's library asks of any system: there are no files, and the end of the program is an error.
const imports = (module) => {
	const system = {};
	for (const { name } of WebAssembly.Module.imports(module))
		system[name] = name === 'proc_exit' ? () => { throw new Error('the program ended'); } : () => 8;
	return { wasi_snapshot_preview1: system };
};

const module = new WebAssembly.Module(readFileSync(path.join(build, 'outlook.wasm')));

function player(prospect, levers) {
	const e = new WebAssembly.Instance(module, imports(module)).exports;
	e._initialize?.();
	const lay = (part, text) => {
		const bytes = Buffer.from(text);
		const at = e.player_room(part, bytes.length);
		new Uint8Array(e.memory.buffer, at, bytes.length).set(bytes);
	};
	const said = (at, length) => Buffer.from(e.memory.buffer, at, length).toString();
	return {
		e,
		words: () => said(e.player_words(), e.player_words_length()),
		hash: (which) => said(e.player_hash(which), 16),
		table: (table) => new Float64Array(e.memory.buffer, e.player_table(table), e.player_table_length(table)),
		load: (text) => { lay(0, text); return e.player_load(); },
		pull: (text) => { lay(1, text); return e.player_pull(); },
	};
}

const bits = (number) => {
	const view = new DataView(new ArrayBuffer(8));
	view.setFloat64(0, number);
	return view.getBigUint64(0).toString(16).padStart(16, '0');
};

const native = (...words) => {
	const run = spawnSync(path.join(build, 'player_native'), words, { maxBuffer: 1 << 28 });
	return run.stdout.toString();
};

const everyLever = ['over 10 from 3 for 24', 'payment 3000 from 1 effect 0.9 rebound 1.1', 'faster 1 from 2', 'cohort 9 from 12',
	'convert 20 from 4', 'caseload 16 from 6 effect 0.97', 'lost 4 from 20', 'shock from 30'].join('\n');
const folder = mkdtempSync(path.join(tmpdir(), 'player-'));

function same(name, levers, count) {
	const files = [path.join(folder, 'prospect'), path.join(folder, 'levers')];
	const prospect = native('make', name);
	writeFileSync(files[0], prospect);
	writeFileSync(files[1], levers);
	const wants = native('run', ...files, String(count)).trim().split('\n');
	const p = player();
	holds(`${name}: the prospect is read`, p.load(prospect) === 1);
	holds(`${name}: the levers are read: ${p.words()}`, p.pull(levers) === 1);
	holds(`${name}: previews`, p.e.player_preview(0) === 1 && p.e.player_preview(1) === 1);
	holds(`${name}: runs`, p.e.player_run(2, 1, 2, 0, count) === 1);
	holds(`${name}: the tallies' hashes are the program's`, `${p.hash(0)} ${p.hash(1)}` === wants[0]);
	const numbers = [0, 1, 2, 3, 4, 5].flatMap((table) => [...p.table(table)].map(bits));
	holds(`${name}: as many numbers`, numbers.length === wants.length - 1 && numbers.length > 5000);
	holds(`${name}: every number is the program's`, numbers.every((number, i) => number === wants[i + 1]));
	const first = p.hash(1);
	p.pull('');
	p.e.player_run(1, 1, 2, 0, count);
	holds(`${name}: without levers the scenario is the base`, p.hash(1) === p.hash(0));
	p.pull(levers);
	p.e.player_run(1, 1, 2, 0, count);
	holds(`${name}: and with them again what it was`, p.hash(1) === first);
	const memory = p.e.memory.buffer.byteLength;
	p.e.player_run(1, 1, 3, 0, count);
	holds(`${name}: other luck is drawn where the first was`, p.hash(1) !== first && p.e.memory.buffer.byteLength === memory);
	return p;
}

// The server draws three scenarios in one pass, a slider here draws one: each comes out the same.
function several(name, scenarios, count) {
	const prospect = native('make', name), files = scenarios.map((_, i) => path.join(folder, `scenario${i}`));
	writeFileSync(path.join(folder, 'prospect'), prospect);
	scenarios.forEach((levers, i) => writeFileSync(files[i], levers));
	const wants = native('several', path.join(folder, 'prospect'), String(count), ...files).trim().split('\n');
	holds(`${name}: three scenarios are drawn in one pass`, new Set(wants).size === 1 + scenarios.length);
	const p = player();
	p.load(prospect);
	const alone = (levers) => p.pull(levers) && p.e.player_run(2, 1, 2, 0, count) && p.hash(1);
	scenarios.forEach(alone);    // so that there is room for any of them
	scenarios.forEach((levers, i) => holds(`${name}: scenario ${i} alone is what it is beside others`, alone(levers) === wants[1 + i]));
	holds(`${name}: so is the base`, p.hash(0) === wants[0]);
}

function timed(what, goal, act) {
	const rounds = [];
	for (let i = 0; i < 9; i++) {
		const start = process.cpuUsage();
		act(i);
		const took = process.cpuUsage(start);    // how it is cut into user and system is guessed by ticks: the sum is right
		rounds.push((took.user + took.system) / 1000);
	}
	rounds.sort((a, b) => a - b);
	console.log(`${what}: ${rounds[0].toFixed(1)} ms of the processor at best, ${rounds[4].toFixed(1)} in the middle of nine; goal ${goal}`);
}

const reference = same('reference', '', 1000);
const coupled = same('coupled', everyLever, 200);
several('coupled', ['over 10 from 3 for 24', 'cohort 9 from 12\nfaster 1 from 2', 'lost 4 from 20\nshock from 30'], 200);
timed('reference, candidates and all, 1,000 replications', 35, (i) => reference.e.player_run(0, 5, i, 0, 1000));
timed('reference, candidates kept', 35, () => reference.e.player_run(0, 5, 0, 0, 1000));
timed('coupled, the scenario, 200 replications', 16, () => coupled.e.player_run(1, 1, 2, 0, 200));
timed('coupled, preview', 1, () => coupled.e.player_preview(1));

const wrong = player();
holds('a text that is no prospect is refused', wrong.load('hello') === 0 && wrong.words().includes('no prospect'));
holds('without a prospect nothing runs', wrong.e.player_run(0, 1, 1, 0, 10) === 0 && wrong.pull('') === 0 && wrong.e.player_preview(0) === 0);
wrong.load(native('make', 'reference'));
holds('a lever that is not understood is refused', wrong.pull('over ten') === 0 && wrong.words().includes('not understood'));
holds('ten million replications at once are refused', wrong.e.player_run(0, 1, 1, 0, 10000000) === 0 && wrong.words().length > 0);
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
