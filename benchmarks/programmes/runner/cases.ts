import { readdirSync } from 'node:fs';
import type { ProgrammeCase } from '../types.ts';

const FOLDER = new URL('..', import.meta.url);
const TYPES = 'types.ts';
/** Files of other names are somebody's notes. */
const NAME = /^[a-z][a-z0-9-]*\.ts$/;

/** The files of the programmes' benchmarks, by name. */
export function programmeFiles(): URL[] {
  const names = readdirSync(FOLDER).filter((name) => NAME.test(name) && name !== TYPES);
  return names.sort().map((name) => new URL(name, FOLDER));
}

/** The cases of one file. @throws Error where it exports none. */
export async function casesOf(file: URL): Promise<readonly ProgrammeCase[]> {
  const { cases } = (await import(file.href)) as { cases?: readonly ProgrammeCase[] };
  if (!Array.isArray(cases)) throw new Error(`${file.pathname} exports no cases`);
  return cases;
}
