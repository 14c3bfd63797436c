// web_check.mjs: the census check as one page, opened as a file with the network off: it asks nothing of any network,
// and what it says of a file is what the command says, byte for byte.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessibility, listen, sideways } from './look.mjs';
import { holds } from './tally.mjs';

const folder = 'test/data/census';
const faces = [
	{ words: 'Findings as text', command: ['census', 'check'], format: 'text' },
	{ words: 'Findings as CSV', command: ['census', 'check'], format: 'csv' },
	{ words: 'Findings as JSON', command: ['census', 'check'], format: 'json' },
	{ words: 'Measures as CSV', command: ['census', 'measures'], format: 'csv' },
	{ words: 'Measures as JSON', command: ['census', 'measures'], format: 'json' },
];

// What a link would save. The page may ask nothing, not even of itself, so what it lays down is kept as it does so.
const keepBlobs = () => {
	const own = URL.createObjectURL;
	globalThis.laidDown = new Map();
	URL.createObjectURL = (blob) => {
		const address = own.call(URL, blob);
		globalThis.laidDown.set(address, blob);
		return address;
	};
};
const laidDown = async (link) => {
	const bytes = new Uint8Array(await globalThis.laidDown.get(link.href).arrayBuffer());
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
};

async function saved(page, words) {
	const link = page.getByRole('link', { name: words, exact: true });
	return await link.count() === 0 ? null : Buffer.from(await link.evaluate(laidDown), 'base64');
}

async function savedToDisk(page, words) {
	const link = page.getByRole('link', { name: words, exact: true });
	const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
	return readFileSync(await download.path());
}

async function check(page, file) {
	await page.setInputFiles('#file', file);
	await page.getByRole('button', { name: 'Check' }).click();
	await page.locator('#status', { hasText: new RegExp(`^(Checked ${path.basename(file)}|Not checked)`) }).waitFor();
}

async function alike(page, program, file) {
	await check(page, file);
	for (const face of faces) {
		const own = await saved(page, face.words);
		if (own === null && face.command[1] === 'measures') continue;    // it is no return
		const told = spawnSync(path.resolve(program), [...face.command, path.basename(file), '--format', face.format],
			{ cwd: path.dirname(file), maxBuffer: 1 << 28 });
		holds(`web check: ${file}, ${face.words}: as the command says it`,
			own !== null && own.equals(told.stdout) ? [] : [`${own?.length} bytes of ${told.stdout.length}`]);
	}
}

export async function webCheck(browser, program) {
	const page = await (await browser.newContext({ offline: true, acceptDownloads: true })).newPage();
	const address = pathToFileURL(path.resolve(path.dirname(program), 'web-check.html')).href;
	const complaints = listen(page, 'file://');
	await page.addInitScript(keepBlobs);
	await page.goto(address);
	holds('web check: axe finds nothing before', await accessibility(page));
	const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(xml|csv|xlsx)$/.test(name)).sort();
	holds('web check: there are files of each kind to try', new Set(files.map((name) => path.extname(name))).size === 3);
	for (const file of files) await alike(page, program, path.join(folder, file));
	holds('web check: what is saved is what is said',
		(await saved(page, 'Findings as CSV')).equals(await savedToDisk(page, 'Findings as CSV')));
	holds('web check: axe finds nothing after', await accessibility(page));
	await page.setViewportSize({ width: 360, height: 640 });
	holds('web check: it does not scroll sideways on a phone', await sideways(page));
	holds('web check: it asks nothing of a network, and the browser has no complaint', complaints.filter((one) => !one.includes('blob:')));
	await page.context().close();
}
