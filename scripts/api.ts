import { fileURLToPath } from 'node:url';
import { Application, ReflectionKind, TSConfigReader } from 'typedoc';
import { ENTRIES, publishedName } from '../entries.ts';

/** `npm run docs:api`: the reference of all public names, made of their comments, into `api`. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const app = await Application.bootstrap(
  {
    name: 'cuohe',
    entryPoints: Object.values(ENTRIES).map((source) => `${ROOT}${source}`),
    tsconfig: `${ROOT}tsconfig.json`,
    out: `${ROOT}api`,
    readme: 'none',
    disableGit: true,
    sourceLinkTemplate: '{path}:{line}',
    // Types are checked by `npm run check`.
    skipErrorChecking: true,
    excludeInternal: true,
    excludePrivate: true,
    treatWarningsAsErrors: true,
    treatValidationWarningsAsErrors: true,
    // What a type is made of may stand behind no door: a host reaches it through the type that it belongs to.
    validation: { notExported: false, invalidLink: true, rewrittenLink: true, notDocumented: true },
    // A method of the language, there where the host's types know it.
    intentionallyNotDocumented: ['cuohe/parallel.MatchPool.[asyncDispose]'],
    requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
  },
  [new TSConfigReader()],
);

const project = await app.convert();
if (project === undefined) throw new Error('the entries cannot be read');
// Modules are called as hosts import them.
const names = new Map(
  Object.entries(ENTRIES).map(([entry, source]) => [`${ROOT}${source}`, publishedName(entry)]),
);
for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
  const file = module.isDeclaration() ? module.sources?.[0]?.fullFileName : undefined;
  module.name = names.get(file ?? '') ?? module.name;
}
app.validate(project);
await app.generateOutputs(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;
