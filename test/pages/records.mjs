// records.mjs: a record added wrongly, mended, ended and taken back, and a view of a list kept, as an HR
// lead would.
import { accessibility, sideways } from './look.mjs';
import { holds } from './tally.mjs';

const main = (page) => page.locator('main').innerText();

async function press(page, button) {
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: button, exact: true }).first().click()]);
	return main(page);
}

async function look(page, way, what) {
	holds(`${way}: ${what} does not scroll sideways`, await sideways(page));
	if (!way.endsWith('no-script')) holds(`${way}: axe finds nothing on ${what}`, await accessibility(page));
}

async function goIn(page, address) {
	await page.goto(`${address}sign-in`);
	await page.getByLabel('HR lead').first().check();
	await press(page, 'Go in');
}

export async function keepRecord(page, address, way) {
	const title = `Post of ${way}`;
	await goIn(page, address);
	await page.goto(`${address}authorities/walsall/posts/new`);
	await page.locator('[name=title]').fill(title);
	await page.locator('[name=unit]').fill('Nowhere');
	await page.locator('[name=role]').fill('R-000001');
	await page.locator('[name=fte]').fill('twelve');
	await page.locator('input[name=status][value=funded]').check();
	await page.locator('[name="change.day"]').fill('31/02/2025');
	let text = await press(page, 'Add it');
	holds(`${way}: a form that is wrong says where, three times`,
		text.includes('There is a problem') && await page.locator('.govuk-error-summary a').count() === 3);
	holds(`${way}: and keeps what was typed`, await page.locator('[name=fte]').inputValue() === 'twelve' &&
		await page.locator('[name=title]').inputValue() === title);
	await look(page, way, 'the form with errors');
	await page.locator('[name=unit]').fill('U-000001');
	await page.locator('[name=fte]').fill('0.5');
	await page.locator('[name="change.day"]').fill('1 Feb 2025');
	text = await press(page, 'Add it');
	const post = page.url().split('?')[0];
	holds(`${way}: mended, it is a post`, /posts\/P-\d+$/.test(post) && text.includes(title));
	await page.goto(`${post}/change?how=end`);
	await page.locator('[name="change.day"]').fill('30 Jun 2025');
	await page.locator('[name="change.reason"]').fill('savings');
	text = await press(page, 'Continue');
	holds(`${way}: an end is shown before it is done`, text.includes('Check before you end it'));
	await look(page, way, 'what an end would do');
	await press(page, 'End it');
	await page.goto(`${post}/history`);
	text = await main(page);
	holds(`${way}: its history says why`, text.includes('savings'));
	await look(page, way, 'the history of a record');
	await Promise.all([page.waitForNavigation(), page.locator('main a[href*="/changes/"]').first().click()]);
	await look(page, way, 'one change');
	await press(page, 'Take it back');
	await page.goto(`${address}authorities/walsall/posts?on=2025-08-01&q=${encodeURIComponent(title)}`);
	holds(`${way}: what is taken back holds again after its end`, (await main(page)).includes(title));
	await page.context().clearCookies();
}

export async function keepView(page, address, way) {
	const name = `View of ${way}`;
	await goIn(page, address);
	await page.goto(`${address}authorities/walsall/posts?q=social&sort=-fte`);
	await page.getByText('Choose columns').click();
	await page.getByLabel('Post number').uncheck();
	await press(page, 'Show these columns');
	holds(`${way}: a column that was not chosen is gone`, await page.locator('th', { hasText: 'Post number' }).count() === 0);
	holds(`${way}: and what was asked stays`, await page.locator('main form [name=q]').first().inputValue() === 'social');
	await page.getByText('Keep what is asked here as a view').click();
	await press(page, 'Keep this view');
	holds(`${way}: a view needs a name`, (await main(page)).includes('Enter a name for the view'));
	await look(page, way, 'a view without a name');
	await page.getByLabel('Name of the view').fill(name);
	await press(page, 'Keep this view');
	const text = await main(page);
	holds(`${way}: a view is kept, and found over its list`, text.includes(name) && /view=\d+/.test(page.url()));
	holds(`${way}: it has its columns`, await page.locator('th', { hasText: 'Post number' }).count() === 0);
	await look(page, way, 'a list with a view');
	await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Rename or take away this view' }).click()]);
	await look(page, way, 'one view');
	await press(page, 'Take this view away');
	holds(`${way}: it is gone when it is taken away`, !(await main(page)).includes(name));
	await page.context().clearCookies();
}
