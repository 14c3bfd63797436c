// tally.mjs: sentences that hold or do not, counted. The last line is `N passed, N failed`.
let passed = 0;
let failed = 0;

export function holds(sentence, faults) {
	const list = Array.isArray(faults) ? faults : faults ? [] : ['it does not'];
	if (list.length === 0) {
		passed++;
		return;
	}
	failed++;
	console.log(`FAILED ${sentence}`);
	for (const fault of list.slice(0, 12)) console.log(`  ${fault}`);
	if (list.length > 12) console.log(`  and ${list.length - 12} more`);
}

export function end() {
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
