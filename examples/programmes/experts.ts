import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import {
  buildExpertProfiles,
  createDirectory,
  directoryOf,
  type ExpertHit,
  type NameLink,
  type OrganizationAliases,
  recommendExperts,
} from 'cuohe/programmes';
import { EXPERT_LABELS } from 'cuohe/programmes/experts';
import { columns } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** Names several people and units in lists and text; names one expert; has no finished result, names nobody. */
const DEMANDS = ['ND01', 'D050', 'D055'];
const LIMIT = 3;
const NAMED_PHRASES = 3;

export const programme: DemoProgramme = {
  key: 'experts',
  number: 6,
  titleZh: '专家画像与点名对接',
  titleEn: 'Expert profiles and experts asked for by name',
  async run({ achievements, demands, extra }) {
    const built = await buildExpertProfiles([...achievements, ...extra<AchievementInput>('experts')]);
    const matcher = createMatcher(built.profiles);
    const aliases = extra<OrganizationAliases>('organization-aliases');
    const directory = createDirectory(directoryOf(built.profiles, aliases));
    const all = [...demands, ...extra<DemandInput>('named-demands')];
    const pages = DEMANDS.map((id) => {
      const demand = all.find((item) => item.id === id)!;
      const options = { limit: LIMIT, filter: { asOf: AS_OF } };
      const recommendation = recommendExperts(demand, matcher, directory, options);
      return { demand, recommendation, ...recommendation };
    });
    const { profiles, namesakes, unread, withheld } = built;
    const text = [
      `专家画像${profiles.length}人；同名不同单位${namesakes.length}组，分开列；涉密或内部材料${withheld}条未用；${unread.map(({ recordId }) => recordId).join('、')}读不出人名，待补`,
      ...pages.flatMap(({ demand, links, pinned, alternates }) => [
        '',
        `${demand.id} ${demand.title}`,
        ...(links.length === 0 ? [] : ['  点名', ...columns(links.map(linkRow), '    ')]),
        '  推荐',
        ...columns(
          [
            ...pinned.map((hit) => hitRow(hit, hit.link.kind === 'person' ? '点名' : '点名单位')),
            ...alternates.map((hit) => hitRow(hit, pinned.length === 0 ? '推荐' : '备选')),
          ],
          '    ',
        ),
      ]),
    ].join('\n');
    const json = Object.fromEntries(
      pages.map(({ demand, links, pinned, alternates }) => [demand.id, { links, pinned, alternates }]),
    );
    return {
      json: { profiles, namesakes, unread, withheld, recommendations: json },
      text,
      results: [built, ...pages.map(({ recommendation }) => recommendation)],
    };
  },
};

function linkRow({ name, kind, status, method, similarity = 0, entry, candidates }: NameLink): string[] {
  const found =
    entry === undefined
      ? candidates.map((candidate) => candidate.entry.organization ?? candidate.entry.name).join('、')
      : kind === 'person'
        ? `${entry.name}，${entry.organization}`
        : entry.name;
  const basis = method === undefined ? '' : EXPERT_LABELS.method[method].zh;
  const degree = method === 'similarity' ? ` ${similarity.toFixed(2)}` : '';
  return [name, EXPERT_LABELS.status[status].zh, `${basis}${degree}`, found];
}

function hitRow(hit: ExpertHit, role: string): string[] {
  const { rank, name, organization = '', professionalTitle = '', score, evidence } = hit;
  const proof = evidence
    .slice(0, 2)
    .map(({ recordId, phrases }) => `${recordId} ${phrases.slice(0, NAMED_PHRASES).join('、')}`)
    .join('；');
  return [String(rank), role, score.toFixed(2), name, professionalTitle, organization, proof];
}
