// Keeps an application as it is typed, and counts characters. Every page of it is complete without this.
const form = document.querySelector('form[action^="/apply/yours/"]');
const RESTS = 2500, AT_LEAST = 10000;        // kept so long after the last key, and every so often while typing (ms)

const saved = document.createElement('p');
saved.className = 'govuk-hint';
saved.setAttribute('role', 'status');
form.append(saved);

let changed = false, busy = null, leaving = false, resting, last = Date.now();
const now = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

async function keep(ending) {
	if (!changed || busy || leaving) return;
	const body = new URLSearchParams(new FormData(form));
	body.set('do', 'keep');
	changed = false;
	last = Date.now();
	busy = fetch(`${form.getAttribute('action')}.json`, { method: 'POST', body, keepalive: ending })
		.then((reply) => reply.status, () => 0);     // 0: no connection
	const status = await busy;
	busy = null;
	changed = changed || status !== 200;
	saved.textContent = status === 200 ? `Saved at ${now()}`
		: 'Not saved just now. What you wrote is still on this page; it is tried again.';
	if (changed) rest(status === 200 ? RESTS : AT_LEAST);
}

function rest(ms) {
	clearTimeout(resting);
	resting = setTimeout(keep, ms);
}

form.addEventListener('input', () => {
	changed = true;
	rest(Math.min(RESTS, Math.max(0, last + AT_LEAST - Date.now())));
});
form.addEventListener('change', () => { changed = true; rest(200); });
// What is on its way is older than what is sent, so it goes first.
form.addEventListener('submit', (event) => {
	leaving = true;
	if (!busy) return;
	event.preventDefault();
	busy.then(() => form.requestSubmit(event.submitter));
});
addEventListener('pageshow', () => { leaving = false; });
document.addEventListener('visibilitychange', () => { if (document.hidden) keep(true); });
addEventListener('pagehide', () => keep(true));

// How many characters are left: to be seen at once, and said when the keys rest.
for (const box of form.querySelectorAll('textarea[data-most]')) {
	const most = Number(box.dataset.most), seen = document.createElement('p'), heard = document.createElement('p');
	seen.className = 'govuk-hint';
	seen.setAttribute('aria-hidden', 'true');
	heard.className = 'govuk-visually-hidden';
	heard.setAttribute('aria-live', 'polite');
	box.after(seen, heard);
	let waits;
	const count = () => {
		const left = most - [...box.value.trim()].length;
		seen.textContent = left < 0 ? `${(-left).toLocaleString('en-GB')} characters too many` : `${left.toLocaleString('en-GB')} characters left`;
		clearTimeout(waits);
		waits = setTimeout(() => { heard.textContent = seen.textContent; }, 1500);
	};
	box.addEventListener('input', count);
	seen.textContent = `${(most - [...box.value.trim()].length).toLocaleString('en-GB')} characters left`;
}
