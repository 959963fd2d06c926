import { readFileSync, writeFileSync } from 'node:fs';
import { packageExports, sourcePaths, typesVersions } from '../entries.ts';

/** `npm run entries`: writes the list of entries into `package.json` and `tsconfig.json`. */

function rewrite(name: string, change: (json: Json) => void): void {
  const file = new URL(`../${name}`, import.meta.url);
  const json: Json = JSON.parse(readFileSync(file, 'utf8'));
  change(json);
  writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
}

// biome-ignore lint/suspicious/noExplicitAny: any JSON.
type Json = any;

rewrite('package.json', (json) => {
  json.exports = packageExports();
  json.typesVersions = typesVersions();
});
rewrite('tsconfig.json', (json) => {
  json.compilerOptions.paths = sourcePaths();
});
