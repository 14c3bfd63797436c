// page.js: lays a file down for the program, has it checked, and shows or saves what it answers.
'use strict';

const part = { file: 0, fileName: 1, lastYear: 2, lastYearName: 3, release: 4, neighbours: 5 };
const answers = [
	{ number: 1, words: 'Findings as text', ending: '.txt', type: 'text/plain' },
	{ number: 2, words: 'Findings as CSV', ending: '.csv', type: 'text/csv' },
	{ number: 3, words: 'Findings as JSON', ending: '.json', type: 'application/json' },
	{ number: 5, words: 'Measures as CSV', ending: '-measures.csv', type: 'text/csv' },
	{ number: 6, words: 'Measures as JSON', ending: '-measures.json', type: 'application/json' },
];
const most = 150000000;
const element = (id) => document.getElementById(id);

// ---- the program -----------------------------------------------------------------------------------

const kept = (id) => Uint8Array.from(atob(element(id).textContent), (c) => c.charCodeAt(0));
const compiled = WebAssembly.compile(kept('program'));

// What the program asks of the page: to unpack, and what C's library asks of any system. It has no settings and no
// clock, and whatever would open a file is told that there is none.
function imports(memory) {
	const bytes = (at, length) => new Uint8Array(memory().buffer, at, length);
	const noFile = () => 8;
	const system = {
		environ_get: () => 0,
		environ_sizes_get(count, size) {
			bytes(count, 4).fill(0);
			bytes(size, 4).fill(0);
			return 0;
		},
		clock_time_get(clock, precision, time) {
			bytes(time, 8).fill(0);
			return 0;
		},
		proc_exit() {
			throw new Error('the program ended');
		},
	};
	return {
		page: {
			inflate(from, fromLength, to, length) {
				try {
					const out = fflate.inflateSync(bytes(from, fromLength).slice(), { out: new Uint8Array(length + 1) });
					if (out.length > length) return -1;
					bytes(to, length).set(out);
					return out.length;
				} catch {
					return -1;
				}
			},
		},
		wasi_snapshot_preview1: new Proxy(system, { get: (known, name) => known[name] ?? noFile }),
	};
}

async function start() {
	let made;
	const module = await compiled;
	const memory = () => made.exports.memory;
	const wanted = imports(memory);
	const given = {};
	for (const { module: from, name } of WebAssembly.Module.imports(module))
		(given[from] ??= {})[name] = wanted[from][name];
	made = await WebAssembly.instantiate(module, given);
	made.exports._initialize?.();
	return made.exports;
}

function lay(program, which, bytes) {
	const at = program.page_room(which, bytes.length);
	if (at === 0) throw new Error('no room');
	new Uint8Array(program.memory.buffer, at, bytes.length).set(bytes);
}

function answer(program, which) {
	const at = program.page_answer(which);
	return new Uint8Array(program.memory.buffer, at, program.page_answer_length(which)).slice();
}

// One program reads one file. `now` in milliseconds.
async function check(file, lastYear, now) {
	const program = await start();
	const text = new TextEncoder();
	lay(program, part.release, kept('release'));
	lay(program, part.neighbours, kept('neighbours'));
	lay(program, part.file, file.bytes);
	lay(program, part.fileName, text.encode(file.name));
	if (lastYear) {
		lay(program, part.lastYear, lastYear.bytes);
		lay(program, part.lastYearName, text.encode(lastYear.name));
	}
	const status = program.page_check(now / 1000);
	return { status, answer: (which) => answer(program, which) };
}

// ---- the page --------------------------------------------------------------------------------------

const read = async (file) => file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };

// A document begins with a heading of its own, which stands under this page's here.
function show(id, bytes) {
	element(id).innerHTML = new TextDecoder().decode(bytes);
	for (const heading of element(id).querySelectorAll('h1')) {
		const under = document.createElement('h2');
		under.className = 'govuk-heading-l';
		under.append(...heading.childNodes);
		heading.replaceWith(under);
	}
}

function complain(words) {
	element('file-error').hidden = words === '';
	element('file-error').textContent = words;
	element('status').textContent = words === '' ? '' : `Not checked. ${words}`;
	if (words !== '') element('file').focus();
}

function offerToSave(result, name) {
	const saves = element('saves');
	for (const a of saves.querySelectorAll('a')) URL.revokeObjectURL(a.href);
	saves.replaceChildren(...answers.map(({ number, words, ending, type }) => {
		const bytes = result.answer(number);
		if (bytes.length === 0) return '';
		const link = document.createElement('a');
		link.className = 'govuk-link';
		link.textContent = words;
		link.download = name.replace(/\.[^.]*$/, '') + ending;
		link.href = URL.createObjectURL(new Blob([bytes], { type }));
		return link;
	}));
	saves.hidden = false;
}

function clear() {
	complain('');
	element('saves').hidden = true;
	element('found').replaceChildren();
	element('measures').replaceChildren();
}

async function checkChosen() {
	clear();
	const chosen = element('file').files[0];
	const before = element('last-year').files[0];
	if (!chosen) return complain('Choose a file first.');
	if (chosen.size > most || (before && before.size > most)) return complain('The file is over 150 MB; a council\u2019s is under 2.');
	element('status').textContent = `Checking ${chosen.name}`;
	await new Promise((painted) => { setTimeout(painted, 20); });
	try {
		const result = await check(await read(chosen), await read(before), Date.now());
		show('found', result.answer(0));
		show('measures', result.answer(4));
		offerToSave(result, chosen.name);
		element('status').textContent = `Checked ${chosen.name}`;
		element('found').focus();
	} catch (error) {
		console.info(error);
		complain('The file is more than this page has room for. Use the command, or a smaller file.');
	}
}

element('check').hidden = false;
element('check').addEventListener('submit', (event) => {
	event.preventDefault();
	checkChosen();
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
	event.preventDefault();
	if (event.dataTransfer.files.length === 0) return;
	element('file').files = event.dataTransfer.files;
	checkChosen();
});
