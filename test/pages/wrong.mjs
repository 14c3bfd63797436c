// wrong.mjs: a page that is wrong on purpose, so that what looks at pages is seen to see.
import { accessibility, keyboard, listen, sideways } from './look.mjs';
import { holds } from './tally.mjs';

const wrong = `<!DOCTYPE html><html lang="en"><head><title>Wrong</title><style>
	:focus { outline: none }
	.under { position: fixed; inset: 0 0 auto 0; height: 110px; z-index: 9; background: white }
</style></head><body><main><h1>Wrong</h1>
<div class="under">Over everything</div>
<a href="#a">hidden behind the bar</a>
<p style="margin-top: 90px"><a href="#b" tabindex="2">out of order</a> <a href="#c" tabindex="1">first</a></p>
<p style="color: #ccc">too pale to read</p><input name="nameless">
<div style="width: 3000px">too wide</div>
<img src="http://127.0.0.1:9/elsewhere.png">
<script>console.error('a complaint'); setTimeout(() => { throw new Error('a fault'); });</script>
</main></body></html>`;

export async function lookAtWrong(context) {
	const page = await context.newPage();
	const complaints = listen(page, 'http://127.0.0.1:1/');
	await page.setContent(wrong);
	await page.waitForTimeout(100);
	const sees = (sentence, found, part) => holds(`a wrong page: ${sentence} is seen`, found.some((one) => one.includes(part)));
	const axe = await accessibility(page);
	sees('a picture without words', axe, 'image-alt');
	sees('a box without a label', axe, 'label:');
	sees('pale text', axe, 'color-contrast');
	sees('a page that is too wide', await sideways(page), 'ends at');
	sees('a complaint in the console', complaints, 'console: a complaint');
	sees('a fault in a script', complaints, 'script: a fault');
	sees('a request to elsewhere', complaints, 'asked elsewhere');
	const walk = await keyboard(page);
	sees('focus that does not show', walk, 'does not show');
	sees('focus behind a bar', walk, '"a hidden behind the bar" has the focus and cannot be seen');
	sees('an order of its own', walk, 'should be next');
	await page.close();
}
