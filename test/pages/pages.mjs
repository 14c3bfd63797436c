// pages.mjs: the pages that are tried, one row each. A page added to the program is added here.
const claim = (area, sentence) => `claim?area=${area}&sentence=${encodeURIComponent(sentence)}`;

// Whose eyes: the beginning of what the sign-in page says of somebody of the demonstration.
const hr = 'HR lead', analyst = 'Analyst', manager = /Sees the posts and people of their team/;
const worker = /Sees what is held about themselves/, keeper = 'System administrator';
const census = 'on=2025-09-30';

// Whose pieces are tried elsewhere: see `tried` below.
const few = true;

export const pages = [
	{ name: 'start', path: '' },
	{ name: 'search', path: 'authorities?q=north' },
	{ name: 'search-nothing', path: 'authorities?q=atlantis', status: 404 },
	{ name: 'authorities', path: 'authorities' },
	{ name: 'scorecard-walsall', path: 'authorities/walsall/scorecard' },
	{ name: 'scorecard-headcount-mean', path: 'authorities/walsall/scorecard?basis=headcount&average=mean' },
	{ name: 'scorecard-england', path: 'authorities/england/scorecard' },
	{ name: 'scorecard-region', path: 'authorities/west-midlands/scorecard' },
	{ name: 'scorecard-joint', search: 'richmond upon thames', after: '/scorecard', says: 'Richmond upon Thames' },
	{ name: 'scorecard-former', path: 'authorities/cumbria/scorecard' },
	{ name: 'measure', path: 'authorities/walsall/measures/turnover_rate_fte' },
	{ name: 'measure-absence', path: 'authorities/walsall/measures/absence_rate_fte' },
	{ name: 'measure-own', path: 'authorities/leicestershire/measures/turnover_rate_fte', says: '12.2' },
	{ name: 'standing', path: 'authorities/walsall/standing/vacancy_rate_fte' },
	{ name: 'standing-sorted', path: 'authorities/walsall/standing/vacancy_rate_fte?year=2019&sort=name' },
	{ name: 'figures', path: 'figures/turnover_rate_fte?year=2025' },
	{ name: 'claim', path: 'claim' },
	{ name: 'claim-supported', path: claim('leicestershire', 'turnover fell from 18.8% in 2017 to 12.3% in 2023'),
		says: 'Supported' },
	{ name: 'claim-refused', path: claim('leicestershire', 'turnover rose from 18.8% in 2017 to 12.2% in 2023'),
		says: 'Not supported' },
	{ name: 'claim-ambiguous', path: claim('walsall',
		'The vacancy rate reduced by 12.7% in the last year to 13.3% in 2020.'),
		says: 'Ambiguous' },
	{ name: 'claim-other-year', path: `${claim('leicestershire',
		'Turnover and vacancy rates are both below national comparisons.')}&against=own`, says: 'another year' },
	{ name: 'claim-uncheckable', path: claim('walsall', 'the moon is made of cheese'), says: 'annot be checked' },
	{ name: 'paper', path: 'authorities/walsall/paper' },
	{ name: 'establishment', as: hr, path: `authorities/walsall/establishment?${census}`, says: 'FTE is vacant' },
	{ name: 'establishment-today', as: hr, path: 'authorities/walsall/establishment', says: 'As at 30 September 2025. These people are made up' },
	{ name: 'establishment-team', as: manager, path: `authorities/walsall/establishment?${census}`, says: 'Over time' },
	{ name: 'establishment-analyst', as: analyst, path: `authorities/walsall/establishment?${census}&unit=U-000014`,
		says: 'Person N-' },
	{ name: 'vacancies', as: hr, path: `authorities/walsall/vacancies?${census}&sort=-since`, says: 'Covered for now' },
	{ name: 'post', as: hr, path: 'authorities/walsall/posts/P-000012', says: 'What happened here' },
	{ name: 'person', as: hr, path: 'authorities/walsall/people/N-000073', says: 'Social Work England' },
	{ name: 'own', as: hr, path: `authorities/walsall/own?${census}`, says: 'Turnover both ways' },
	{ name: 'own-analyst', as: analyst, path: `authorities/walsall/own?${census}`, says: 'withheld' },
	{ name: 'own-people', as: hr, path: `authorities/walsall/own/leavers_headcount?${census}`, says: 'behind it' },
	{ name: 'movements', as: hr, path: `authorities/walsall/movements?${census}`, says: 'Advanced' },
	{ name: 'scorecard-own', as: hr, path: 'authorities/walsall/scorecard', says: 'Own records' },
	{ name: 'requests', as: hr, path: 'authorities/walsall/establishment-changes?show=all', says: 'Ask for a new post' },
	{ name: 'request-ask', as: manager, path: 'authorities/walsall/establishment-changes/ask?how=new' },
	{ name: 'start-hr', few, as: hr, path: '', says: 'Your places' },
	{ name: 'start-worker', few, as: worker, path: '', says: 'Your own record' },
	{ name: 'list-posts', as: hr, path: 'authorities/walsall/posts?q=social&sort=-fte&columns=title,unit,fte', says: 'Choose columns' },
	{ name: 'list-nothing', few, as: hr, path: 'authorities/walsall/posts?q=zznothing', says: 'none fits' },
	{ name: 'list-units', few, as: hr, path: 'authorities/walsall/units', says: 'Add a unit' },
	{ name: 'list-absences', few, as: hr, path: `authorities/walsall/absences?show=all&page=2`, says: 'Sickness' },
	{ name: 'list-people-analyst', few, as: analyst, path: 'authorities/walsall/people', says: 'N-000001' },
	{ name: 'list-people-team', few, as: manager, path: 'authorities/walsall/people' },
	{ name: 'list-of-nothing-open', few, as: worker, path: 'authorities/walsall/changes', status: 403 },
	{ name: 'record', as: hr, path: 'authorities/walsall/times-in-post/S-000012', says: 'S-000012' },
	{ name: 'record-unit', few, as: hr, path: 'authorities/walsall/units/U-000001' },
	{ name: 'record-new', few, as: hr, path: 'authorities/walsall/people/new', says: 'Add a record' },
	{ name: 'record-change', few, as: hr, path: 'authorities/walsall/posts/P-000012/change', says: 'What to do' },
	{ name: 'record-end', few, as: hr, path: 'authorities/walsall/posts/P-000012/change?how=end', says: 'Last day' },
	{ name: 'record-history', few, as: hr, path: 'authorities/walsall/posts/P-000012/history' },
	{ name: 'record-import', few, as: hr, path: 'authorities/walsall/posts/import', says: 'Its columns' },
	{ name: 'changes', few, as: hr, path: 'authorities/walsall/changes' },
	{ name: 'duplicates', few, as: hr, path: 'authorities/walsall/people/duplicates' },
	{ name: 'merge', few, as: hr, path: 'authorities/walsall/people/N-000073/merge?q=N-000074', says: 'N-000074' },
	{ name: 'views', few, as: hr, path: 'authorities/walsall/views' },
	{ name: 'own-team', few, as: manager, path: `authorities/walsall/own?${census}` },
	{ name: 'movements-team', few, as: manager, path: `authorities/walsall/movements?${census}` },
	{ name: 'vacancies-analyst', few, as: analyst, path: `authorities/walsall/vacancies?${census}` },
	{ name: 'own-record', few, as: worker, link: 'Your own record' },
	{ name: 'loads', few, as: hr, path: 'authorities/walsall/loads', says: 'Check the file' },
	{ name: 'profiles', few, as: hr, path: 'authorities/walsall/profiles' },
	{ name: 'account', few, as: worker, path: 'account' },
	{ name: 'accounts', few, as: keeper, path: 'accounts' },
	{ name: 'account-of', few, as: keeper, path: 'accounts/A-000001' },
	{ name: 'retention', few, as: keeper, path: 'authorities/walsall/retention' },
	{ name: 'corrections', few, as: hr, path: 'authorities/walsall/corrections' },
	{ name: 'equality', few, as: hr, path: 'authorities/walsall/equality' },
	{ name: 'data-requests', few, as: hr, path: 'authorities/walsall/data-requests' },
	{ name: 'establishment-nobody', path: 'authorities/walsall/establishment', says: 'Sign in' },
	{ name: 'person-of-another', as: manager, path: 'authorities/walsall/people/N-000073', status: 404 },
	{ name: 'releases', path: 'releases' },
	{ name: 'imports', path: 'imports' },
	{ name: 'methods', path: 'methods' },
	{ name: 'accessibility', path: 'accessibility' },
	{ name: 'privacy', path: 'privacy' },
	{ name: 'help', path: 'help' },
	{ name: 'unknown-page', path: 'nowhere', status: 404 },
	{ name: 'unknown-council', path: 'authorities/wallsall/scorecard', status: 404, says: 'Walsall' },
	{ name: 'unknown-measure', path: 'authorities/walsall/measures/turnover', status: 404 },
	{ name: 'bad-year', path: 'figures/turnover_rate_fte?year=never', status: 400 },
];

// Pages whose pieces are tried elsewhere are tried in two ways only: each thing that is looked for once.
export const tried = (row, way) => !row.few || way.name === 'wide' || way.name === 'narrow-no-script';

// The four ways in which each page is tried. 320 CSS pixels is what 1280 are at 400 % zoom. Without
// script the same markup is sent, so axe has nothing new to find there, and the tab key only on a
// narrow screen, where the menu is not folded.
export const ways = [
	{ name: 'wide', viewport: { width: 1280, height: 900 }, script: true, axe: true, walk: true },
	{ name: 'narrow-no-script', viewport: { width: 320, height: 640 }, script: false, axe: false, walk: true },
	{ name: 'narrow', viewport: { width: 320, height: 640 }, script: true, axe: true, walk: true },
	{ name: 'wide-no-script', viewport: { width: 1280, height: 900 }, script: false, axe: false, walk: false },
];
