import type { Achievement, MatchRecord, Organization } from '../../core/records/types.ts';
import { nameOf, organizationKey, type UnitKeys } from './organization.ts';

/** Who stands behind a record: a unit, or an expert or team in person. */
export interface Party {
  /** `org:` and the key of its name, `record:` and the id of an expert's record, or the host's own. */
  readonly id: string;
  readonly name: string;
  /** Unified social credit code (统一社会信用代码). */
  readonly uscc?: string;
  /** 高校, 科研院所, 企业: as worded. */
  readonly kind?: string;
  /** GB/T 2260 code, or the host's own name of an area. */
  readonly regionCode?: string;
  /** Of an expert or team: the unit that they are of. */
  readonly organization?: string;
}

/** Kinds of supply that come in person. */
const PERSONS: readonly unknown[] = ['expert', 'team'];

/**
 * Who stands behind a record: its organisation, else the first that completed it (spellings of one name meet); experts
 * and teams themselves. Nobody for what names none, such as a patent without an owner.
 * @param units which names stand for which unit.
 */
export function partyOf(record: MatchRecord, units?: UnitKeys): Party | undefined {
  const { organization, completingOrganizations = [], regionCode } = record as Achievement;
  if (PERSONS.includes(record.kind)) {
    const name = record.title.trim() === '' ? record.id : record.title.trim();
    const unit = nameOf(organization);
    return {
      id: `record:${record.id}`,
      name,
      ...placed(regionCode ?? regionIn(organization)),
      ...(unit === undefined ? {} : { organization: unit }),
    };
  }
  const owner = [organization, ...completingOrganizations].find((given) => nameOf(given) !== undefined);
  if (owner === undefined) return undefined;
  const name = nameOf(owner)!;
  // The region of a record is that of the unit which leads it.
  return {
    id: `org:${organizationKey(name, units)}`,
    name,
    ...(typeof owner === 'object' ? particulars(owner) : {}),
    ...placed(regionIn(owner) ?? (owner === organization ? regionCode : undefined)),
  };
}

function particulars({ uscc, kind }: Organization): Pick<Party, 'uscc' | 'kind'> {
  return { ...(uscc == null ? {} : { uscc }), ...(typeof kind === 'string' ? { kind } : {}) };
}

function regionIn(organization: string | Organization | null | undefined): string | undefined {
  return typeof organization === 'object' ? (organization?.regionCode ?? undefined) : undefined;
}

function placed(regionCode: string | undefined): Pick<Party, 'regionCode'> {
  return regionCode === undefined || regionCode === '' ? {} : { regionCode };
}
