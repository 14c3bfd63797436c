// journeys.mjs: what people do over several pages, by keyboard alone.
import { applyForPost } from './apply.mjs';
import { loadList } from './lists.mjs';
import { keepRecord, keepView } from './records.mjs';
import { moveSlider } from './scenarios.mjs';
import { accessibility, sideways } from './look.mjs';
import { holds } from './tally.mjs';

const heading = (page) => page.locator('h1').first().innerText();

// Presses Tab until what has the focus fits; never the mouse.
async function tabTo(page, fits, argument) {
	for (let pressed = 0; pressed < 120; pressed++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate(fits, argument)) return true;
	}
	return false;
}
const named = (name) => document.activeElement.name === name;
const reads = (text) => document.activeElement.textContent.trim() === text;

async function submit(page) {
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function skipLink(page, address, way) {
	await page.goto(`${address}authorities/walsall/scorecard`);
	await page.keyboard.press('Tab');
	const first = await page.evaluate(() => document.activeElement.textContent.trim());
	holds(`${way}: the first stop is the skip link`, first === 'Skip to main content');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	holds(`${way}: after the skip link the next stop is in the main part`,
		await page.evaluate(() => Boolean(document.activeElement.closest('main'))));
}

async function chooseCouncil(page, address, way) {
	await page.goto(address);
	holds(`${way}: the search box is reached`, await tabTo(page, named, 'q'));
	await page.keyboard.type('walsall');
	await submit(page);
	if (!page.url().includes('/scorecard')) {
		holds(`${way}: the council is in the list`, await tabTo(page, reads, 'Walsall'));
		await submit(page);
	}
	holds(`${way}: a council is chosen by keyboard`, page.url().includes('/authorities/walsall/scorecard'));
	holds(`${way}: and it is that council's page`, (await page.locator('main').innerText()).includes('Walsall'));
}

async function severalFit(page, address, way) {
	await page.goto(address);
	await tabTo(page, named, 'q');
	await page.keyboard.type('northamptonshire');
	await submit(page);
	const text = await page.locator('main').innerText();
	holds(`${way}: both Northamptonshires are found under their joint name`,
		text.includes('North Northamptonshire / West Northamptonshire'));
}

async function checkSentence(page, address, way) {
	await page.goto(`${address}claim?area=leicestershire`);
	holds(`${way}: the sentence box is reached`, await tabTo(page, named, 'sentence'));
	await page.keyboard.type('turnover fell from 18.8% in 2017 to 12.3% in 2023');
	await tabTo(page, () => document.activeElement.tagName === 'BUTTON' && document.activeElement.closest('main'));
	await submit(page);
	const text = await page.locator('main').innerText();
	holds(`${way}: a sentence is checked by keyboard`, /Supported/.test(text));
	holds(`${way}: and what was typed is still there`,
		(await page.locator('[name=sentence]').inputValue()).startsWith('turnover fell'));
}

async function importFile(page, address, way) {
	await page.goto(`${address}sign-in`);
	await page.getByLabel('HR lead').first().check();
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Go in' }).click()]);
	await page.goto(`${address}imports`);
	const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
	const columns = 'area,measure,date,value,source\n';
	const right = file(`ours-${way}.csv`, `${columns}plymouth,retention_${way.replaceAll('-', '_')},2024,82.5,us\n`);
	const press = async (button) => {
		await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: button }).first().click()]);
		return page.locator('main').innerText();
	};
	const send = async (sent, button) => {
		await page.goto(`${address}imports`);
		await page.locator('input[type=file]').setInputFiles(sent);
		return press(button);
	};
	const listed = async () => {
		await page.goto(`${address}imports`);
		return page.locator('main').innerText();
	};
	const faults = await send(file('wrong.csv', `${columns}plymouth,retention,2024,abc,us\n`), 'Check and import');
	holds(`${way}: a wrong file gives findings with the cell`, faults.includes('abc'));
	holds(`${way}: the page of findings does not scroll sideways`, await sideways(page));
	if (!way.endsWith('no-script'))
		holds(`${way}: axe finds nothing on the page of findings`, await accessibility(page));
	holds(`${way}: a wrong file is not kept`, !(await listed()).includes('wrong.csv'));
	await send(right, 'Check only');
	holds(`${way}: a file that was only checked is not kept`, !(await listed()).includes(right.name));
	await send(right, 'Check and import');
	holds(`${way}: a right file is kept`, (await listed()).includes(right.name));
	await press('Undo import');
	holds(`${way}: an import is undone, and its record stays`, (await listed()).includes(right.name));
	await page.context().clearCookies();
}

// A return with an error and last year's, both chosen, sent by the Enter key; and what is told of it.
const message = (year, module, workers) => `<?xml version="1.0"?>\n<Message><Header><CollectionDetails><Collection>CSWW</Collection>
<Year>${year}</Year><ReferenceDate>${year}-09-30</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>335</LEA>
<SoftwareCode>x</SoftwareCode><DateTime>${year}-10-20T09:30:00</DateTime></Source></Header><${module}><NumberOfVacancies>3</NumberOfVacancies>
<NoAgencyFTE>0</NoAgencyFTE><NoAgencyHeadcount>0</NoAgencyHeadcount></${module}>\n${workers}\n</Message>\n`;
const worker = (number, more) => `<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW${number}</SWENo><FTE>0.5</FTE>${more}</CSWWWorker>`;

async function checkCensus(page, address, way) {
	const file = (name, text) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });
	await page.goto(`${address}sign-in`);
	await page.getByLabel('Analyst').first().check();
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Go in' }).click()]);
	await page.goto(`${address}census/check`);
	await page.locator('input[name=file]').setInputFiles(file('this.xml', message(2025, 'LALevel',
		[1, 2, 3].map((n) => worker(n, '<RoleEndDate>2025-03-31</RoleEndDate>')).join('\n'))));
	await page.locator('input[name=last_year]').setInputFiles(file('last.xml', message(2024, 'LALevelVacancies',
		[3, 4].map((n) => worker(n, '')).join('\n'))));
	holds(`${way}: the button is reached by keyboard`, await tabTo(page, reads, 'Check the return'));
	await submit(page);
	const text = await page.locator('main').innerText();
	holds(`${way}: a return with errors is not ready to send`, /^\d+ errors, \d+ quer(y|ies): not ready to send$/.test(await heading(page)));
	holds(`${way}: what to begin with is said`, text.includes('Begin with D'));
	holds(`${way}: last year's return is beside it`, text.includes('1 people are in both') || text.includes('Beside last year'));
	holds(`${way}: what will be published is told`, text.includes('What DfE will publish from it'));
	holds(`${way}: the page of a return does not scroll sideways`, await sideways(page));
	if (!way.endsWith('no-script'))
		holds(`${way}: axe finds nothing on the page of a return`, await accessibility(page));
	holds(`${way}: a rule leads to its records`, await tabTo(page, reads, 'D072'));
	await page.keyboard.press('Enter');
	holds(`${way}: and they are in sight`, await page.evaluate(() => location.hash === '#error-D072' &&
		document.getElementById('error-D072').getBoundingClientRect().top < innerHeight));
	await page.locator('input[name=file]').setInputFiles(file('this.xml', message(2025, 'LALevel', worker(1, ''))));
	const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Findings as CSV' }).click()]);
	holds(`${way}: findings come as a file`, saved.suggestedFilename() === 'census-check.csv');
	await page.context().clearCookies();
}

export async function journeys(page, address, way) {
	for (const journey of [skipLink, chooseCouncil, severalFit, checkSentence, importFile, checkCensus, loadList, keepRecord, keepView, moveSlider, applyForPost]) {
		try {
			await journey(page, address, way);
		} catch (error) {
			holds(`${way}: ${journey.name} comes to its end`, [`${error.message.split('\n')[0]} on "${
				await heading(page).catch(() => 'no page')}"`]);
		}
	}
}
