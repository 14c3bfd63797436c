// lists.mjs: a list of people from its file to the records and back, as an HR lead would bring it.
import { accessibility, sideways } from './look.mjs';
import { holds } from './tally.mjs';

const main = (page) => page.locator('main').innerText();

async function press(page, button) {
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: button }).first().click()]);
	return main(page);
}

// A list that is long may be read beside the page, which then looks again by itself.
async function settled(page) {
	for (let looked = 0; looked < 40 && /is being/.test(await page.title()); looked++) await page.waitForTimeout(500);
	return main(page);
}

async function look(page, way, what) {
	holds(`${way}: ${what} does not scroll sideways`, await sideways(page));
	if (!way.endsWith('no-script')) holds(`${way}: axe finds nothing on ${what}`, await accessibility(page));
}

async function bring(page, address, file, day) {
	await page.goto(`${address}authorities/walsall/loads`);
	await page.locator('input[type=file]').setInputFiles(file);
	await page.getByLabel('HR\'s list', { exact: true }).check();
	await page.locator('input[name=on]').fill(day);
	await press(page, 'Check the file');
	return settled(page);
}

// Each way brings people of its own, since all share one store.
export async function loadList(page, address, way) {
	const own = way.replace(/[^a-z]/g, '');
	const heads = 'Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n';
	const rows = `Z${own}1,O'Connor,Niamh,ZZ${own}1,Social worker,Team ${own},1,Perm ${own},1/9/2020\n` +
		`Z${own}2,Schröder,Jörg,ZZ${own}2,Social worker,Team ${own},0.6O,Permanent,1/4/2021\n`;
	const file = { name: `${own}.csv`, mimeType: 'text/csv', buffer: Buffer.from(heads + rows) };
	await page.goto(`${address}sign-in`);
	await page.getByLabel('HR lead').first().check();
	await press(page, 'Go in');
	let text = await bring(page, address, file, '1 Mar 2026');
	holds(`${way}: a list says how many of its rows need somebody`, text.includes('2 rows read, 2 need you'));
	holds(`${way}: and asks what a local word means`, text.includes(`Say what “Perm ${own}” means`));
	await look(page, way, 'the page of local words');
	await press(page, 'Save and read again');
	text = await settled(page);
	holds(`${way}: a word that is said is not asked again, and the cell is`, text.includes('2 rows read, 1 needs you'));
	await look(page, way, 'the page of mends');
	await page.locator('input[name="cell.3.7"]').fill('0.6');
	await press(page, 'Save and check again');
	text = await settled(page);
	holds(`${way}: a mended list is ready, and names are as they were written`,
		text.includes('ready to apply') && text.includes('O\'Connor, Niamh') && text.includes('Schröder, Jörg'));
	await look(page, way, 'the page of what it would do');
	await press(page, 'Apply the whole list');
	text = await settled(page);
	holds(`${way}: it is applied`, text.includes('The list was applied'));
	text = await bring(page, address, file, '1 Mar 2026');
	holds(`${way}: the same file again changes nothing`, text.includes('Nothing changed'));
	text = await press(page, 'Take the list back');
	holds(`${way}: it is taken back`, text.includes('applied and taken back'));
	await page.goto(`${address}authorities/walsall/reconcile`);
	await look(page, way, 'the page of differences');
	await page.context().clearCookies();
}
