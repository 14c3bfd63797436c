// apply.mjs: somebody applies for a post: begins, goes wrong, loses the browser, comes back with the code, sends, withdraws.
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

// What is written in each part, in their order: texts and dates, then what is chosen.
const parts = [
	['registration', { swe_number: 'SW4711', qualified_on: '1 Jul 2019' }, { registered: 'yes', sponsor_needed: 'no' }],
	['experience', { years: '6', notice_weeks: '8' }, { role: null, band: 'experienced', inside: 'no' }],
	['employment', { employment: 'September 2019 to now: Dudley council, social worker', gaps: 'none' }, {}],
	['statement', { statement: 'It is near my home' }, {}],
	['referees', { referee_1: 'J. Cole', referee_1_email: 'j@example.org', referee_2: 'K. May', referee_2_email: 'k@example.org' }, {}],
	['how-you-heard', { referrer: 'Nobody' }, { interested: 'no', keep_in_touch: 'no' }],
	['equality', {}, { equality_sex: 'refused' }],
];

async function answer(page, texts, choices) {
	for (const [name, text] of Object.entries(texts)) await page.locator(`[name="${name}"]`).fill(text);
	for (const [name, value] of Object.entries(choices))
		await page.locator(`input[name="${name}"]${value ? `[value="${value}"]` : ''}`).first().check();
	for (const box of await page.locator('textarea[name^="answer."]').all()) await box.fill('I did this myself, for two years.');
}

// With script, a text is kept without anything being pressed.
async function keptAsTyped(page, way) {
	if (way.endsWith('no-script')) return;
	const box = page.locator('[name=employment]');
	await box.fill('Half a sentence');
	const said = page.locator('[role=status]').filter({ hasText: /Saved at \d\d:\d\d/ });
	await said.waitFor({ timeout: 15000 });
	holds(`${way}: the page says that it is saved`, await said.count() === 1);
	holds(`${way}: and how many characters are left`, (await main(page)).includes('4,985 characters left'));
	await page.reload();
	holds(`${way}: what was only typed is there again`, await box.inputValue() === 'Half a sentence');
}

async function comeBack(page, address, way, code) {
	await page.context().clearCookies();
	await page.goto(`${address}apply/yours`);
	holds(`${way}: without its cookie a browser has no application`, (await main(page)).includes('Come back with your code'));
	await page.goto(`${address}apply/back`);
	await look(page, way, 'the form for a code');
	await page.locator('[name=code]').fill('ABCD-EFGH-JKMN');
	holds(`${way}: a wrong code opens nothing`, (await press(page, 'Open it')).includes('opens nothing'));
	await page.locator('[name=code]').fill(code.toLowerCase().replaceAll('-', ' '));
	holds(`${way}: the code opens it in another browser`, (await press(page, 'Open it')).includes('About you'));
	await look(page, way, 'the parts of an application');
}

export async function applyForPost(page, address, way) {
	await page.goto(`${address}apply`);
	await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Read about it and apply' }).click()]);
	const advert = await main(page);
	holds(`${way}: an advert says what is asked, how long it takes, what happens next and how it is used`, ['half an hour to an hour', 'What is asked', 'two referees',
		'What happens next', 'How what you write is used'].every((words) => advert.includes(words)));
	const code = /code is ([0-9A-Z-]{14})/.exec(await press(page, 'Start now'))?.[1];
	holds(`${way}: a code is shown`, Boolean(code));
	await look(page, way, 'the page with the code');
	await press(page, 'Continue');
	await page.locator('[name=given_names]').fill('Jo');
	await page.locator('[name=email]').fill('not an address');
	await press(page, 'Save and continue');
	holds(`${way}: what is wrong is said, each a link to its box`, await page.locator('.govuk-error-summary a').count() === 2);
	holds(`${way}: and what was typed stands there`, await page.locator('[name=email]').inputValue() === 'not an address');
	await look(page, way, 'a part with errors');
	await page.locator('[name=family_name]').fill(`Park ${way}`);
	await page.locator('[name=email]').fill(`jo-${way}@example.org`);
	await press(page, 'Save and continue');
	await comeBack(page, address, way, code);
	for (const [part, texts, choices] of parts) {
		await page.goto(`${address}apply/yours/${part}`);
		await look(page, way, `the part ${part}`);
		if (part === 'employment') await keptAsTyped(page, way);
		await answer(page, texts, choices);
		await press(page, 'Save and continue');
	}
	holds(`${way}: after the last part come all answers`, (await main(page)).includes('Dudley council'));
	await look(page, way, 'the answers before sending');
	await page.locator('input[name=true]').check();
	const text = await press(page, 'Send the application');
	holds(`${way}: it is sent, and with the council`, text.includes('Your application is sent') && text.includes('With us'));
	await look(page, way, 'how far an application is');
	await page.locator('input[name=reason][value=other_post]').check();
	holds(`${way}: it is withdrawn`, (await press(page, 'Withdraw my application')).includes('It was withdrawn'));
	await page.context().clearCookies();
}
