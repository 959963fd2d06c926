import * as z from 'zod/mini';
import { ID, idTextOf, optionsOf } from '../common/check.ts';
import { REGISTERS, type Register, type RegisterRow } from './rows.ts';

/** Rows that belong together: at least two of the three. */
export interface RegisterLink {
  readonly achievement?: string;
  readonly project?: string;
  readonly problem?: string;
}

const ENDS = { achievements: 'achievement', projects: 'project', problems: 'problem' } as const;

/** Shape of a link between records that were handed in. */
export function linkSchema(records: Readonly<Record<Register, unknown>>): z.ZodMiniType<RegisterLink> {
  const end = (register: Register) => {
    const given = records[register];
    const ids = new Set(Array.isArray(given) ? given.map(idTextOf) : []);
    return z.optional(ID.check(z.refine((id) => ids.has(id), { error: `an id of ${register}` })));
  };
  return optionsOf<RegisterLink>({
    achievement: end('achievements'),
    project: end('projects'),
    problem: end('problems'),
  }).check(z.refine((link) => endsOf(link).length > 1, { error: 'ids of two registers or three' }));
}

function endsOf(link: RegisterLink): { readonly register: Register; readonly id: string }[] {
  return REGISTERS.flatMap((register) => {
    const id = link[ENDS[register]];
    return id === undefined ? [] : [{ register, id }];
  });
}

/** The rows with the ids of their linked rows, as far as those are published; ids in the order of UTF-16 units. */
export function withLinks(
  rows: Readonly<Record<Register, readonly RegisterRow[]>>,
  links: readonly RegisterLink[],
): Record<Register, RegisterRow[]> {
  const partners = new Map<Register, Map<string, Record<Register, Set<string>>>>();
  for (const register of REGISTERS) {
    partners.set(
      register,
      new Map(
        rows[register].map(({ id }) => [
          id,
          { achievements: new Set<string>(), projects: new Set<string>(), problems: new Set<string>() },
        ]),
      ),
    );
  }
  const partnersOf = (register: Register, id: string) => partners.get(register)!.get(id);
  for (const link of links) {
    const ends = endsOf(link).filter(({ register, id }) => partnersOf(register, id) !== undefined);
    for (const from of ends) {
      for (const to of ends) {
        if (from !== to) partnersOf(from.register, from.id)![to.register].add(to.id);
      }
    }
  }
  const linked = (register: Register) =>
    rows[register].map((row): RegisterRow => {
      const { achievements, projects, problems } = partnersOf(register, row.id)!;
      // The default order is that of UTF-16 units.
      return {
        ...row,
        achievements: [...achievements].sort(),
        projects: [...projects].sort(),
        problems: [...problems].sort(),
      };
    });
  return { achievements: linked('achievements'), projects: linked('projects'), problems: linked('problems') };
}
