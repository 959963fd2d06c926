import type { Bilingual } from '../../base/bilingual.ts';
import { col, named } from '../common/sheets.ts';
import type { SharedIndicator } from './shared-indicators.ts';

/** Columns of a target. */
export const TARGETS = [
  col<Target>('指标', 'quantity', ({ name }) => name),
  named<Target>('需求', 'demand', ({ target }) => target.demandId),
  col<Target>('要求', 'target', ({ target }) => target.raw),
  col<Target>('最严', 'strictest', ({ isStrictest }) => isStrictest),
].flat();

/** One target of a shared indicator. */
type Target = {
  readonly name: string;
  readonly target: SharedIndicator['targets'][number];
  readonly isStrictest: true | Bilingual | undefined;
};

const NOT_COMPARABLE: Bilingual = { zh: '不可比', en: 'not comparable' };

/** The targets of an indicator, a row each. */
export function targetsOf({ name, targets, strictest }: SharedIndicator): Target[] {
  return targets.map((target) => ({
    name,
    target,
    // One demand has one target of a quantity. Another one may be as strict: of it nothing is said.
    isStrictest:
      strictest === undefined ? NOT_COMPARABLE : target.demandId === strictest.demandId || undefined,
  }));
}
