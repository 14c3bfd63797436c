// look.mjs: what is looked at on every page, in the browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Everything the browser complains of, and every address it asks that is not the program's own.
export function listen(page, address) {
	const complaints = [];
	page.on('console', (message) => {
		const own = /Failed to load resource: the server responded with a status of 4\d\d/;
		if (['error', 'warning'].includes(message.type()) && !own.test(message.text()))
			complaints.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
	page.on('requestfailed', (request) => complaints.push(`not loaded: ${request.url()}`));
	page.on('request', (request) => {
		if (!request.url().startsWith(address)) complaints.push(`asked elsewhere: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400 && !response.request().isNavigationRequest())
			complaints.push(`${response.status()}: ${response.url()}`);
	});
	return complaints;
}

export async function accessibility(page) {
	await page.evaluate(axe);
	const found = await page.evaluate(
		(values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
		standards,
	);
	return found.violations.flatMap((violation) =>
		violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${violation.help}`));
}

// The page itself must not scroll sideways; a wide table scrolls in its own box.
export function sideways(page) {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		const wide = [...document.body.querySelectorAll('*')].filter((element) => {
			if (element.getBoundingClientRect().right <= width + 1) return false;
			for (let box = element.parentElement; box; box = box.parentElement)
				if (getComputedStyle(box).overflowX !== 'visible') return false;
			return true;
		});
		return wide.map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ends at ` +
			Math.round(element.getBoundingClientRect().right));
	});
}

// Marks what the tab key should reach, in order, and how each looks before it has the focus.
function mark() {
	const looks = (element) => {
		const style = getComputedStyle(element);
		const label = element.labels && element.labels[0];
		const before = label ? getComputedStyle(label, '::before') : style;
		return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
			style.backgroundColor, style.borderColor, before.boxShadow, before.outlineStyle].join('|');
	};
	globalThis.looks = looks;
	const radios = new Set();
	const reached = [...document.querySelectorAll(
		'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')].filter((element) => {
		if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true }))
			return false;
		if (element.type !== 'radio') return true;
		const group = [...document.getElementsByName(element.name)];
		const chosen = group.find((radio) => radio.checked) || group[0];
		if (element !== chosen || radios.has(element.name)) return false;
		radios.add(element.name);
		return true;
	});
	reached.forEach((element, index) => {
		element.__place = index;
		element.__looks = looks(element);
	});
	return reached.map((element) =>
		`${element.tagName.toLowerCase()} ${(element.textContent.trim() || element.name || '').slice(0, 40)}`);
}

// Where the focus is now: its place in the order, whether it shows, whether it can be seen.
function focused() {
	const element = document.activeElement;
	if (!element || element === document.body) return { gone: true };
	const box = element.getClientRects()[0];
	const middle = document.elementFromPoint(
		Math.min(Math.max(box.left + Math.min(box.width, 20) / 2, 1), innerWidth - 1),
		Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 1), innerHeight - 1));
	const near = middle && (element.contains(middle) || middle.contains(element) ||
		(element.labels && [...element.labels].some((label) => label.contains(middle))));
	return {
		place: element.__place,
		shows: element.__place === undefined || globalThis.looks(element) !== element.__looks,
		seen: box.bottom > 0 && box.top < innerHeight && Boolean(near),
		what: `${element.tagName.toLowerCase()} ${(element.textContent.trim() || element.name || '').slice(0, 40)}`,
	};
}

// Walks the page with the tab key and says what it did not reach, did not show, or hid.
export async function keyboard(page) {
	const faults = [];
	const wanted = await page.evaluate(mark);
	let next = 0;
	for (let pressed = 0; pressed < wanted.length + 50 && next < wanted.length; pressed++) {
		await page.keyboard.press('Tab');
		const now = await page.evaluate(focused);
		if (now.gone) break;
		if (now.place === undefined) continue;
		if (now.place !== next) faults.push(`"${wanted[next]}" should be next, but the focus went to "${now.what}"`);
		if (!now.shows) faults.push(`"${now.what}" does not show that it has the focus`);
		if (!now.seen) faults.push(`"${now.what}" has the focus and cannot be seen`);
		next = now.place + 1;
	}
	if (next < wanted.length) faults.push(`the tab key does not reach "${wanted[next]}"`);
	if (wanted.length < 3) faults.push('there is almost nothing to reach');
	return faults;
}
