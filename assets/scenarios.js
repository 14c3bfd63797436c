// The scenarios page, live: a slider under each number. While it moves, the forecast's own engine runs here in the
// page and moves the lines; when it rests, the server is asked for the whole answer, which has the same numbers. The page
// is complete without this: its form and its button ask the same of the server.
import { open } from './player.js';

const form = document.querySelector('.doc-beside-form form');
const rest = 250;                       // milliseconds without a move
let engine = null;

// ---- sliders ---------------------------------------------------------------------------------------------

function slide(input) {
	if (input.dataset.slid) return;
	input.dataset.slid = 'yes';
	const slider = document.createElement('input');
	slider.type = 'range';
	slider.className = 'doc-slider';
	slider.min = input.dataset.least;
	slider.max = input.dataset.most;
	slider.value = input.value || slider.min;
	slider.setAttribute('aria-label', input.labels[0].textContent.trim());
	slider.addEventListener('input', () => {
		input.value = slider.value === slider.min ? '' : slider.value;
		moved();
	});
	input.addEventListener('input', () => {
		slider.value = input.value || slider.min;
		moved();
	});
	input.after(slider);
}

function prepare() {
	for (const input of form.querySelectorAll('input[data-most]')) slide(input);
	for (const input of form.querySelectorAll('input:not([data-most]):not([type=hidden]):not([type=range]), select')) {
		if (input.dataset.heard) continue;
		input.dataset.heard = 'yes';
		input.addEventListener('change', moved);
	}
}

// ---- what the form says ----------------------------------------------------------------------------------

const field = (name) => (form.elements.namedItem(name)?.value ?? '').trim();

function address(more = {}) {
	const query = new URLSearchParams();
	for (const [name, value] of new FormData(form)) if (value !== '') query.append(name, value);
	for (const [name, value] of Object.entries(more)) query.set(name, value);
	return `${form.getAttribute('action')}?${query}`;
}

// As the program writes levers: one a line. A lever is pulled when its own number is given, or its effect where it has none.
function levers() {
	const names = new Set([...form.elements].filter((one) => one.name && one.type !== 'hidden').map((one) => one.name.split('.')[0]));
	const lines = [];
	for (const name of names) {
		if (['months', 'safe', 'figures', 'runs', 'seed', 'a', 'b', 'c'].includes(name)) continue;
		const amount = field(name), effect = field(`${name}.effect`);
		const counts = form.elements.namedItem(name) !== null;
		if (counts ? amount === '' || amount === '0' : effect === '') continue;
		let line = counts ? `${name} ${amount}` : name;
		for (const [word, part] of [['from', 'from'], ['for', 'for'], ['effect', 'effect'], ['rebound', 'rebound']])
			if (field(`${name}.${part}`)) line += ` ${word} ${field(`${name}.${part}`)}`;
		lines.push(line);
	}
	return lines.join('\n');
}

// ---- drawn here ------------------------------------------------------------------------------------------

function frameOf(svg) {
	const frame = svg.querySelector('.chart-frame');
	if (!frame) return null;
	const [x0, x1, y0, y1, least, most, from, to] = frame.dataset.frame.split(' ').map(Number);
	const held = (value) => Math.min(most, Math.max(least, value));
	return {
		x: (month) => x0 + (x1 - x0) * (month - from) / (to - from),
		y: (value) => y0 + (y1 - y0) * (held(value) - least) / (most - least),
	};
}

const corner = (frame, move, month, value) => `${move}${frame.x(month).toFixed(1)} ${frame.y(value).toFixed(1)}`;

function line(frame, values) {
	return values.map((value, month) => corner(frame, month ? 'L' : 'M', month, value)).join('');
}

function ribbon(frame, low, high) {
	const back = low.map((value, month) => corner(frame, 'L', month, value)).reverse().join('');
	return `${line(frame, high)}${back}Z`;
}

const signed = (number, places) => {
	const text = Math.abs(number).toFixed(places);
	return number > 0 ? `+${text}` : number < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
};

// "+7 posts filled", "+1 post filled", "as many posts filled": as the server says it.
const filled = (more) => more === 0 ? 'as many posts filled' : `${signed(more, 0)} ${Math.abs(more) === 1 ? 'post' : 'posts'} filled`;

// "A: +7 posts filled, 9 chances in 10 of +3 to +12", among those of the other scenarios.
function say(letter, gap) {
	const last = gap.mean.length - 1;
	const [low, middle, high] = [gap.low, gap.middle, gap.high].map((values) => values[last]);
	const said = low === 0 && high === 0 ? `${letter}: nothing changes that can be seen`
		: `${letter}: ${filled(middle)}, 9 chances in 10 of ${signed(low, 0)} to ${signed(high, 0)}`;
	const heading = document.querySelector('h1');
	const others = heading.textContent.split('; ').filter((one) => /^[A-C]: /.test(one) && !one.startsWith(`${letter}: `));
	heading.textContent = [...others, said].sort().join('; ');
}

function move(letter, scenario, gap) {
	for (const svg of document.querySelectorAll('.doc-beside-answer .chart-fan')) {
		const frame = frameOf(svg);
		const all = [...svg.querySelectorAll('.chart-label.chart-scenario')];
		const at = all.findIndex((one) => one.textContent.includes(`Scenario ${letter}`));
		let path = at < 0 ? svg.querySelector('.chart-moved') : svg.querySelectorAll('.chart-line.chart-scenario')[at];
		if (!path) {
			path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
			path.setAttribute('class', 'chart-line chart-scenario chart-moved');
			path.setAttribute('fill', 'none');
			path.setAttribute('stroke-width', '3');
			path.setAttribute('stroke-dasharray', '2 4');
			svg.append(path);
		}
		path.setAttribute('d', line(frame, scenario));
	}
	const heading = document.getElementById(`gap-${'ABC'.indexOf(letter)}`);
	for (const svg of heading?.nextElementSibling?.querySelectorAll('.chart-fan') ?? []) {
		const frame = frameOf(svg);
		svg.querySelector('.chart-band-wide')?.setAttribute('d', ribbon(frame, gap.low, gap.high));
		svg.querySelectorAll('.chart-band-middle, .chart-band-near').forEach((band) => band.remove());
		svg.querySelector('.chart-line')?.setAttribute('d', line(frame, gap.middle));
	}
}

// Whether it could be: what the engine refuses, the server says in words.
function draw() {
	const text = levers();
	if (!engine || text === '' || !engine.pull(text) || !engine.run()) return false;
	const letter = { a: 'A', b: 'B', c: 'C' }[field('show')] ?? 'A';
	const gap = engine.gap();
	say(letter, gap);
	move(letter, engine.middle(), gap);
	return true;
}

// ---- asked of the server ---------------------------------------------------------------------------------

// Fields that the answer asks besides: when a lever begins, and how long it is pulled.
function addFields(answer) {
	let before = null;
	for (const input of answer.querySelectorAll('.doc-beside-form input[name], .doc-beside-form select[name]')) {
		const here = form.elements.namedItem(input.name);
		const group = input.closest('.govuk-form-group');
		if (here) before = here.closest('.govuk-form-group') || before;
		else if (group && before) {
			before.after(document.adoptNode(group));
			before = group;
		}
	}
	prepare();
}

// Whoever hears the page is told the answer once the slider has come to rest.
const heard = document.createElement('p');
heard.className = 'govuk-visually-hidden';
heard.setAttribute('role', 'status');

// What went wrong stands beside its field in the page that the server gives: then it is shown whole.
function show(answer, where) {
	const fresh = answer.querySelector('.doc-beside'), here = document.querySelector('.doc-beside');
	if (!fresh) return location.assign(where);
	document.querySelector('h1').replaceWith(answer.querySelector('h1'));
	document.title = answer.title;
	here.querySelector('.doc-beside-answer').replaceWith(fresh.querySelector('.doc-beside-answer'));
	while (here.nextSibling) here.nextSibling.remove();
	while (fresh.nextSibling) here.parentNode.append(document.adoptNode(fresh.nextSibling));
	addFields(answer);
	history.replaceState(null, '', where);
	heard.textContent = document.querySelector('h1').textContent;
}

// What cannot be is told over the button while one types; the page with its summary comes when the button is pressed.
const wrong = document.createElement('p');
wrong.className = 'govuk-error-message';

function tell(answer) {
	const said = [...answer.querySelectorAll('.govuk-error-summary__list li')].map((one) => one.textContent.trim());
	wrong.textContent = said.join('. ');
	wrong.hidden = said.length === 0;
	if (!wrong.hidden) form.querySelector('button').before(wrong);
	if (!wrong.hidden) heard.textContent = wrong.textContent;
}

let asking = false, again = false, timer = 0, frame = 0;

async function ask() {
	again = asking;
	if (asking) return;
	asking = true;
	const where = address();
	try {
		const reply = await fetch(where, { headers: { accept: 'text/html' } });
		const text = await reply.text();
		const answer = new DOMParser().parseFromString(text, 'text/html');
		if (where === address()) tell(answer);
		if (reply.ok && where === address()) show(answer, where);
	} catch {
		// No answer: the button still asks.
	}
	asking = false;
	if (again) ask();
}

function moved() {
	clearTimeout(timer);
	cancelAnimationFrame(frame);
	frame = requestAnimationFrame(() => {
		timer = setTimeout(ask, draw() ? rest : 0);
	});
}

// The engine is given what is expected of the posts, and no person; what it cannot be given, it does without.
async function start() {
	try {
		const reply = await fetch(address({ how: 'prospect' }));
		if (reply.ok) engine = await open(await reply.text(), { seed: Number(field('seed') || 1), runs: Number(field('runs') || 1000) });
	} catch {
		engine = null;
	}
}

if (form) {
	form.append(heard);
	prepare();
	start();
}
