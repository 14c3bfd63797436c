// run.mjs: every page in a real browser: accessible, quiet, narrow, by keyboard, without script.
// Usage: node test/pages/run.mjs PROGRAM [NAME ...]. With SCREENSHOTS=FOLDER, a picture of each is kept.
// With names, only the pages whose name begins with one of them, and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { journeys } from './journeys.mjs';
import { accessibility, keyboard, listen, sideways } from './look.mjs';
import { pages, tried, ways } from './pages.mjs';
import { serve } from './program.mjs';
import { end, holds } from './tally.mjs';
import { webCheck } from './web_check.mjs';
import { lookAtWrong } from './wrong.mjs';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const screenshots = process.env.SCREENSHOTS;
const named = process.argv.slice(3);
const wanted = (row) => named.length === 0 || named.some((name) => row.name.startsWith(name));
const browserPath = process.env.CHROMIUM || '/usr/bin/chromium';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'];

// A joint return's address holds two names; it is found as a program would find it.
async function pathOf(page, row, address) {
	if (row.path !== undefined) return row.path;
	if (row.link) {
		await page.goto(address);
		return (await page.getByRole('link', { name: row.link }).first().getAttribute('href')).slice(1);
	}
	if (row.list) {
		await page.goto(address + row.list);
		return (await page.getByRole('row').filter({ hasText: row.of }).first().getByRole('link').getAttribute('href')).slice(1);
	}
	const found = await (await fetch(`${address}authorities.json?q=${encodeURIComponent(row.search)}`)).text();
	return `authorities/${/"([a-z-]*richmond[a-z-]*)"/.exec(found)[1]}${row.after}`;
}

async function tryPage(context, address, row, way, saved) {
	const page = await context.newPage();
	const complaints = listen(page, address);
	const name = `${row.name}, ${way.name}`;
	const url = address + await pathOf(page, row, address);
	const response = await page.goto(url, { waitUntil: 'load' });
	holds(`${name}: the status is right`, response.status() === (row.status || 200));
	if (row.says) holds(`${name}: it says "${row.says}"`, (await page.locator('main').innerText()).includes(row.says));
	holds(`${name}: there is one main heading`, await page.locator('h1').count() === 1);
	holds(`${name}: the page does not scroll sideways`, await sideways(page));
	if (way.axe) holds(`${name}: axe finds nothing`, await accessibility(page));
	if (screenshots) await page.screenshot({ path: path.join(screenshots, `${row.name}-${way.name}.png`), fullPage: true });
	if (way.walk) holds(`${name}: the keyboard reaches everything, and it shows`, await keyboard(page));
	holds(`${name}: the browser has no complaint`, complaints);
	if (way.name === 'wide') await writeFile(path.join(saved, `${row.name}.html`), await response.body());
	await page.close();
}

async function contextOf(browser, way) {
	const context = await browser.newContext({ viewport: way.viewport, javaScriptEnabled: way.script });
	context.setDefaultTimeout(15000);
	return context;
}

// Looks through the eyes of somebody of the demonstration.
async function signedIn(browser, address, way, who) {
	const context = await contextOf(browser, way);
	const page = await context.newPage();
	await page.goto(`${address}sign-in`);
	await page.getByLabel(who).first().check();
	await page.getByRole('button', { name: 'Go in' }).click();
	await page.waitForURL(address);
	await page.close();
	return context;
}

async function tryJourneys(context, address, way) {
	const page = await context.newPage();
	const complaints = listen(page, address);
	await journeys(page, address, way.name);
	holds(`journeys, ${way.name}: the browser has no complaint`, complaints);
}

async function tryWay(browser, address, way, saved) {
	const context = await contextOf(browser, way);
	const eyes = {};
	for (const row of pages.filter((one) => wanted(one) && tried(one, way))) {
		try {
			if (row.as) eyes[row.as] ??= await signedIn(browser, address, way, row.as);
			await tryPage(row.as ? eyes[row.as] : context, address, row, way, saved);
		} catch (error) {
			holds(`${row.name}, ${way.name}: it can be tried`, [error.message.split('\n')[0]]);
		}
	}
	if (named.length === 0) await tryJourneys(context, address, way);
	for (const other of Object.values(eyes)) await other.close();
	await context.close();
}

// The pages that go wrong on purpose, so that each kind of check is seen to fail; and the check without a server.
async function tryElsewhere(browser, program) {
	const context = await browser.newContext({ viewport: ways[0].viewport });
	await lookAtWrong(context);
	await context.close();
	await webCheck(browser, program);
}

// The checker of the HTML standard, over every page as it was sent.
function checkHtml(saved) {
	const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
	const ran = spawnSync('java', ['-jar', jar, '--format', 'json', '--skip-non-html', saved], {
		encoding: 'utf8', maxBuffer: 64 << 20,
	});
	if (ran.error) return [`the HTML checker did not run: ${ran.error.message}`];
	const said = JSON.parse(ran.stderr || '{"messages":[]}').messages;
	// GOV.UK Frontend's own menu button says both, for browsers that know only one of them.
	const theirs = 'Attribute “aria-hidden” is unnecessary for elements that have attribute “hidden”.';
	return said.filter((message) => message.type !== 'info' || message.subType === 'warning')
		.filter((message) => message.message !== theirs)
		.map((message) => `${path.basename(message.url || '')}:${message.lastLine}: ${message.message}`);
}

async function main() {
	const program = process.argv[2] || 'build/mainstay';
	if (!existsSync(browserPath)) throw new Error(`there is no browser at ${browserPath}`);
	if (screenshots) await mkdir(screenshots, { recursive: true });
	const saved = await mkdtemp(path.join(tmpdir(), 'mainstay-html-'));
	const served = await serve(program);
	const browser = await chromium.launch({ executablePath: browserPath, args: quiet });
	try {
		if (named.length === 0) await tryElsewhere(browser, program);
		const waiting = [...ways];
		const worker = async () => {
			for (let way = waiting.shift(); way; way = waiting.shift()) await tryWay(browser, served.address, way, saved);
		};
		await Promise.all([worker(), worker()]);
		holds('the HTML checker finds nothing', checkHtml(saved));
	} finally {
		await browser.close();
		holds('the server stops in good order', await served.stop() === 0);
		await rm(saved, { recursive: true });
	}
	end();
}

await main();
