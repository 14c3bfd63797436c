// scenarios.mjs: the slider by keyboard: the engine in the page, then the server, say the same; and without script the
// button does.
import { holds } from './tally.mjs';

const heading = (page) => page.locator('h1').first().innerText();

// Looked at again and again from outside: the page's own policy forbids what `waitForFunction` does when it looks twice.
async function until(page, sentence, holdsNow, given) {
	for (const end = Date.now() + 10000; Date.now() < end; await page.waitForTimeout(20))
		if (await page.evaluate(holdsNow, given)) return;
	throw new Error(`${sentence}: not within ten seconds`);
}

async function withButton(page, address, way) {
	await page.goto(`${address}authorities/walsall/scenarios`);
	await page.locator('input[name=over]').focus();
	await page.keyboard.type('10');
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
	holds(`${way}: a form and a button show a scenario`, /^A: [+\u2212]?\d/.test(await heading(page)));
	holds(`${way}: there is no slider without script`, await page.locator('input[type=range]').count() === 0);
}

export async function moveSlider(page, address, way) {
	if (way.endsWith('no-script')) return withButton(page, address, way);
	await page.goto(`${address}authorities/walsall/scenarios?a=over+10&runs=128`);
	const slider = page.locator('input[type=range]').first();
	await slider.waitFor();
	await page.waitForLoadState('networkidle');
	const before = await heading(page);
	await slider.focus();
	const answered = page.waitForResponse((reply) => reply.url().includes('over=11'));
	await page.keyboard.press('ArrowRight');
	await until(page, 'another number is told', (was) => document.querySelector('h1').textContent !== was, before);
	holds(`${way}: the number follows the slider`, await page.locator('input[name=over]').inputValue() === '11');
	const here = await heading(page);
	await answered;
	await until(page, 'the address follows', () => location.search.includes('over=11'));
	holds(`${way}: the page's engine and the server say the same`, here === await heading(page));
	holds(`${way}: the slider keeps the focus`, await page.evaluate(() => document.activeElement.type === 'range'));
	const shown = await heading(page);
	await page.goto(page.url());
	holds(`${way}: its address opens the same again`, shown === await heading(page));
}
