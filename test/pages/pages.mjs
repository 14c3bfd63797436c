// pages.mjs: the pages that are tried, one row each. A page added to the program is added here.
const claim = (area, sentence) => `claim?area=${area}&sentence=${encodeURIComponent(sentence)}`;

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

// The four ways in which each page is tried. 320 CSS pixels is what 1280 are at 400 % zoom. Without
// script the same markup is sent, so axe has nothing new to find there, and the tab key only on a
// narrow screen, where the menu is not folded.
export const ways = [
	{ name: 'wide', viewport: { width: 1280, height: 900 }, script: true, axe: true, walk: true },
	{ name: 'narrow-no-script', viewport: { width: 320, height: 640 }, script: false, axe: false, walk: true },
	{ name: 'narrow', viewport: { width: 320, height: 640 }, script: true, axe: true, walk: true },
	{ name: 'wide-no-script', viewport: { width: 1280, height: 900 }, script: false, axe: false, walk: false },
];
