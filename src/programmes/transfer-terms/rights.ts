import type { Bilingual } from '../../base/bilingual.ts';
import type { IntellectualProperty } from '../../core/records/types.ts';
import { foldWording } from '../../core/records/wording.ts';
import { listed, type PartBody } from './part.ts';

/** Kinds of rights in intellectual property, the more specific first. */
export const RIGHT_TYPES = [
  'invention-patent',
  'utility-model',
  'design-patent',
  'software-copyright',
  'ic-layout',
  'plant-variety',
  'trade-secret',
  'patent',
] as const;
export type RightType = (typeof RIGHT_TYPES)[number];

/** Labels of {@link RIGHT_TYPES}. */
export const RIGHT_TYPE_LABELS: Readonly<Record<RightType, Bilingual>> = {
  'invention-patent': { zh: '发明专利', en: 'invention patent' },
  'utility-model': { zh: '实用新型', en: 'utility model' },
  'design-patent': { zh: '外观设计', en: 'design patent' },
  'software-copyright': { zh: '软件著作权', en: 'software copyright' },
  'ic-layout': { zh: '集成电路布图设计', en: 'layout design of a circuit' },
  'plant-variety': { zh: '植物新品种', en: 'plant variety' },
  'trade-secret': { zh: '技术秘密', en: 'trade secret' },
  patent: { zh: '专利', en: 'patent' },
};

const WORDINGS: Readonly<Record<RightType, RegExp>> = {
  'invention-patent': /发明/,
  'utility-model': /实用新型/,
  'design-patent': /外观/,
  'software-copyright': /软著|著作权|版权/,
  'ic-layout': /布图/,
  'plant-variety': /新品种|品种权/,
  'trade-secret': /秘密|秘诀|专有技术|know-?how/i,
  patent: /专利|patent/i,
};
const PATENTS: readonly RightType[] = ['invention-patent', 'utility-model', 'design-patent', 'patent'];
const LAPSED = /失效|终止|无效|放弃|驳回|撤回|届满|期满|lapsed|expired|invalid/i;
const PENDING = /申请|受理|公开|公布|实审|审查|pending|applied/i;

/** A right as read from a record. */
interface Right {
  readonly type: RightType | undefined;
  readonly state: 'granted' | 'pending' | 'lapsed' | 'unstated';
}

/** A code of {@link RIGHT_TYPES} as it is, else the first kind whose wording stands in the text. */
export function rightTypeOf(text: string): RightType | undefined {
  const wording = foldWording(text);
  return (
    RIGHT_TYPES.find((type) => type === wording) ?? RIGHT_TYPES.find((type) => WORDINGS[type].test(wording))
  );
}

/** The numbers of granted patents begin with ZL. */
function readRight(given: string | IntellectualProperty): Right {
  const { type, number, status } = typeof given === 'string' ? { type: given } : given;
  const wording = `${status ?? ''}${typeof given === 'string' ? given : ''}`;
  const isGranted = /授权|有效|维持|登记|granted/i.test(wording) || /^ZL/i.test(String(number ?? ''));
  const state = LAPSED.test(wording)
    ? 'lapsed'
    : isGranted
      ? 'granted'
      : PENDING.test(wording)
        ? 'pending'
        : 'unstated';
  return { type: rightTypeOf(type), state };
}

/** What the rights of a record are compared with. */
export interface RightsContext {
  /** Kinds of which the demand needs one; empty: any. */
  readonly wanted: readonly RightType[];
  /** Ways of transfer that both accept. */
  readonly shared: readonly string[];
  /** Names of all that own the result. */
  readonly owners: readonly string[];
  /** The demand wants an exclusive or sole licence. */
  readonly isExclusive: boolean;
}

/** Intellectual property: whether there is a right, of a wanted kind, in force, that the way of transfer needs. */
export function comparedRights(
  ip: readonly (string | IntellectualProperty)[] | undefined,
  { wanted, shared, owners, isExclusive }: RightsContext,
): PartBody {
  const rights = (ip ?? []).map(readRight);
  if (rights.length === 0) {
    return {
      status: 'unknown',
      code: 'not-stated',
      reason: { zh: '供给方未写明知识产权', en: 'no intellectual property is stated' },
      advice: {
        zh: '请供给方补充知识产权的种类、编号和状态',
        en: 'ask for kind, number and state of the rights',
      },
    };
  }
  const alive = rights.filter(({ state }) => state !== 'lapsed');
  const has = namesOf(alive.length > 0 ? alive : rights);
  if (alive.length === 0) {
    return {
      status: 'failed',
      code: 'lapsed',
      reason: { zh: `${has.zh}已失效，无权利可转`, en: `${has.en}: no longer in force, nothing to transfer` },
      advice: {
        zh: '权利失效后一般可自由实施，请核实，可改谈技术服务或技术咨询',
        en: 'mostly free to use then, to be verified; talk about service or consulting instead',
      },
    };
  }
  const fitting = alive.filter(
    ({ type }) => wanted.length === 0 || (type !== undefined && fits(type, wanted)),
  );
  if (fitting.length === 0) {
    const need = listed(wanted.map((type) => RIGHT_TYPE_LABELS[type]));
    return {
      status: 'failed',
      code: 'other-right',
      reason: { zh: `需要${need.zh}，供给方只有${has.zh}`, en: `wanted: ${need.en}; there is: ${has.en}` },
      advice: {
        zh: `若需求方接受${has.zh}，或供给方取得${need.zh}，即可对接`,
        en: `would match if ${has.en} were enough, or with ${need.en}`,
      },
    };
  }
  const isPatent = ({ type }: Right) => type !== undefined && PATENTS.includes(type);
  const isOpen = shared.length > 0 && shared.every((mode) => mode === 'open-licence');
  if (isOpen && !fitting.some((right) => isPatent(right) && right.state !== 'pending')) {
    return {
      status: 'failed',
      code: 'licence-needs-patent',
      reason: {
        zh: `开放许可只适用于已授权的专利，供给方为${has.zh}`,
        en: `an open licence is for granted patents; there is: ${has.en}`,
      },
      advice: { zh: '若供给方改为普通许可，即可对接', en: 'would match if the licence were an ordinary one' },
    };
  }
  const passesOn = shared.some((mode) => mode === 'technology-transfer' || mode === 'equity-contribution');
  if (owners.length > 1 && fitting.some(isPatent) && (passesOn || isExclusive)) {
    const all = owners.join('、');
    return {
      status: 'unknown',
      code: 'co-owned',
      reason: {
        zh: `由${all}共有，转让、作价或独占许可须全体同意`,
        en: `owned by ${owners.join(', ')}: to assign it or to license it exclusively needs the consent of all`,
      },
      advice: {
        zh: '请先取得各共有人的书面同意，或改为普通许可',
        en: 'get the consent of all owners, or an ordinary licence',
      },
    };
  }
  if (fitting.every(({ state }) => state === 'pending')) {
    return {
      status: 'unknown',
      code: 'pending',
      reason: { zh: `${has.zh}尚未授权`, en: `${has.en}: not granted yet` },
      advice: { zh: '可约定授权后生效，或先按技术秘密许可', en: 'agree on what happens when it is granted' },
    };
  }
  return {
    status: 'met',
    code: 'rights-fit',
    reason: { zh: `供给方有${namesOf(fitting).zh}`, en: `there is: ${namesOf(fitting).en}` },
  };
}

/** 专利 stands for each kind of patent, on either side. */
function fits(type: RightType, wanted: readonly RightType[]): boolean {
  return wanted.some((want) => want === type || (want === 'patent' && PATENTS.includes(type)));
}

function namesOf(rights: readonly Right[]): Bilingual {
  const types = [...new Set(rights.map(({ type }) => type))];
  return listed(
    types.map((type) =>
      type === undefined ? { zh: '其他权利', en: 'another right' } : RIGHT_TYPE_LABELS[type],
    ),
  );
}
