// web-check.mjs: puts the census check together as one page that asks nothing of any network.
// Usage: web-check.mjs OUT ROOT VERSION PROGRAM.wasm STYLE.css ...
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const [out, root, version, program, ...styles] = process.argv.slice(2);
const text = (path) => readFileSync(path, 'utf8');
const base64 = (path) => readFileSync(path).toString('base64');
const hash = (body) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`;

const style = styles.map(text).join('\n').replaceAll('</style', '<\\/style').replace(/url\([^)]*\)/g, 'none');
const script = [`${root}/node_modules/fflate/umd/index.js`, `${root}/src/browser/page.js`].map(text).join('\n')
	.replaceAll('</script', '<\\/script');
const parts = {
	policy: `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`,
	style, script, version,
	program: base64(program),
	release: base64(`${root}/data/release-2025.txt`),
	neighbours: base64(`${root}/data/neighbours-2025.txt`),
};
const page = text(`${root}/src/browser/page.html`).replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
writeFileSync(out, page);
