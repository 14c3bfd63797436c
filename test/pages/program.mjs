// program.mjs: the real program, serving a store of its own on any free port.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

// The store begins with one council's own printed table, so that its pages show both, and with another
// council's people, who are made up, and whom one can look at through the eyes of six.
export async function serve(program) {
	const folder = await mkdtemp(path.join(tmpdir(), 'mainstay-pages-'));
	const store = path.join(folder, 'test.db');
	execFileSync(program, ['series', 'import', 'test/data/leicestershire-2024.csv', '--store', store]);
	execFileSync(program, ['demo', 'walsall', '--store', store], { stdio: 'ignore' });
	const child = spawn(program, ['serve', '--port', '0', '--store', store], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit');
	const [address] = await Promise.race([
		once(createInterface(child.stdout), 'line'),
		ended.then(([status]) => Promise.reject(new Error(`serve ended with status ${status}`))),
	]);
	return {
		address: address.trim(),
		async stop() {
			child.kill('SIGTERM');
			const [status] = await ended;
			await rm(folder, { recursive: true });
			return status;
		},
	};
}
