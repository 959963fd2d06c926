/** The licence of every installed package, by licence: `npm run --silent licences`. */
import { readFileSync } from 'node:fs';

interface Locked {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly link?: boolean;
        readonly license?: string;
        readonly dev?: boolean;
      }
    >
  >;
}

const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
) as Locked;
const byLicence = new Map<string, Set<string>>();
for (const [path, { version, link, license }] of Object.entries(packages)) {
  if (!path.includes('node_modules/') || link === true) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = license ?? 'not stated';
  if (!byLicence.has(licence)) byLicence.set(licence, new Set());
  byLicence.get(licence)!.add(`${name} ${version}`);
}
const sorted = [...byLicence].sort(
  ([a, { size }], [b, { size: others }]) => others - size || (a < b ? -1 : 1),
);
for (const [licence, names] of sorted)
  console.log(`${licence} (${names.size})\n  ${[...names].sort().join('\n  ')}\n`);
console.log(
  'What of these the published files contain: THIRD-PARTY-NOTICES.md. All others are for building and testing.',
);
