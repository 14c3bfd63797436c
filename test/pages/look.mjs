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
	// A browser gives a page up for a file that it saves, and says so as it says that something was not loaded.
	const saved = (request) => request.isNavigationRequest() && request.failure()?.errorText === 'net::ERR_ABORTED';
	page.on('requestfailed', (request) => {
		if (!saved(request)) complaints.push(`not loaded: ${request.url()}`);
	});
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
	const inView = (box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
	const own = (found) => found && (element.contains(found) ||
		(element.labels && [...element.labels].some((label) => label.contains(found))));
	const points = [...element.getClientRects()].filter(inView).flatMap((box) => {
		const top = Math.max(box.top, 0);
		const left = Math.max(box.left, 0);
		const width = Math.min(box.right, innerWidth) - left;
		const y = top + Math.min(Math.min(box.bottom, innerHeight) - top, 20) / 2;
		return [0.05, 0.25, 0.5, 0.75, 0.95].map((part) => [left + width * part, y]);
	});
	return {
		place: element.__place,
		shows: element.__place === undefined || globalThis.looks(element) !== element.__looks,
		seen: points.some(([x, y]) => own(document.elementFromPoint(x, y))),
		what: `${element.tagName.toLowerCase()} ${(element.textContent.trim() || element.name || '').slice(0, 40)}`,
	};
}

// Walks the page with the tab key and says what it did not reach, did not show, or hid.
export async function keyboard(page) {
	const faults = [];
	const wanted = await page.evaluate(mark);
	await page.evaluate(() => {               // a summary of errors has taken the focus: begin at the top all the same
		document.body.tabIndex = -1;
		document.body.focus();
		document.body.removeAttribute('tabindex');
	});
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
