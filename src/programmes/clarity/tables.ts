import { col, kindOf, NO_DAY, named, percent, rounded, type Sheet, sheet, word } from '../common/sheets.ts';
import type { DemandDiagnosis } from './diagnose.ts';
import { CLARITY_LABELS } from './labels.ts';
import type { LikelyDemand } from './likely-demands.ts';
import type { DemandTriage } from './triage.ts';

const demand = <T extends { readonly demandId: string }>() =>
  named<T>('需求', 'demand', ({ demandId }) => demandId);
const change = ({ id, title, rank }: DemandDiagnosis['terms'][number]['enters'][number]) =>
  `${rank}. ${id} ${title}`;

/** Where demands go, how many to each desk, and every point. */
function triageSheets(all: readonly DemandTriage[]): Sheet[] {
  const { desk: desks, point: points, side: sides } = CLARITY_LABELS;
  const each = all.flatMap(({ demandId, points }) => points.map((point) => ({ demandId, point })));
  const asked = all.flatMap(({ demandId, desk, questions }) =>
    desk === 'ask-back' ? questions.map((question) => ({ demandId, question })) : [],
  );
  const counts = Object.entries(desks).map(([desk, label]) => ({
    label,
    count: all.filter((one) => one.desk === desk).length,
  }));
  return [
    sheet('需求甄别', 'triage', all, [
      demand(),
      col('去向', 'desk', ({ desk }) => desks[desk]),
      col('真实性', 'authenticity', ({ authenticity }) => authenticity),
      col('复杂度', 'complexity', ({ complexity }) => complexity),
      col('说明', 'reason', ({ reason }) => reason),
      col('并入', 'joined to', ({ copyOf }) => copyOf),
      col('去处', 'where to go', ({ otherMatter }) => otherMatter?.whereTo),
    ]),
    sheet('各去向', 'desks', counts, [
      col('去向', 'desk', ({ label }) => label),
      col('需求', 'demands', ({ count }) => count),
    ]),
    sheet('逐点依据', 'points', each, [
      demand(),
      col('方面', 'side', ({ point }) => sides[point.side]),
      col('要点', 'point', ({ point }) => points[point.code]),
      col('是否成立', 'holds', ({ point }) => point.holds ?? NOT_TOLD),
      col('计分', 'adds', ({ point }) => point.adds),
      col('依据', 'rests on', ({ point }) => point.evidence),
    ]),
    sheet('需补充', 'to ask', asked, [
      demand(),
      col('要素', 'element', ({ question }) => word(CLARITY_LABELS.element, question.element)),
      col('问题', 'question', ({ question }) => question.text),
    ]),
  ];
}

const NOT_TOLD = { zh: '无法判断', en: 'not known' };

/** How clear demands are; what each tells, what to ask, which terms would change its list. */
function diagnosisSheets(diagnoses: readonly DemandDiagnosis[]): Sheet[] {
  const of = <T>(parts: (diagnosis: DemandDiagnosis) => readonly T[]) =>
    diagnoses.flatMap((one) =>
      parts(one).map((part, i) => ({ demandId: one.demandId, part, number: i + 1 })),
    );
  return [
    sheet('需求诊断', 'diagnosis', diagnoses, [
      demand(),
      col('清晰度（%）', 'clarity (%)', ({ clarity }) => percent(clarity)),
      col('缺少', 'missing', ({ missing }) =>
        missing.map((element) => word(CLARITY_LABELS.element, element)),
      ),
      col('非技术需求', 'no technical demand', ({ otherMatter }) =>
        otherMatter === undefined ? undefined : word(CLARITY_LABELS.otherMatter, otherMatter.code),
      ),
      col('去处', 'where to go', ({ otherMatter }) => otherMatter?.whereTo),
      col('建议追问', 'questions', ({ questions }) => questions.length),
      col('可补充的词', 'terms to add', ({ terms }) => terms.length),
      col('基准日', 'as of', ({ asOf }) => asOf ?? NO_DAY),
    ]),
    sheet(
      '要素',
      'elements',
      of(({ elements }) => elements),
      [
        demand(),
        col('要素', 'element', ({ part }) => word(CLARITY_LABELS.element, part.element)),
        col('状态', 'state', ({ part }) => word(CLARITY_LABELS.state, part.state)),
        col('权重（%）', 'weight (%)', ({ part }) => percent(part.weight)),
        col('原文', 'words', ({ part }) => part.evidence.map(({ text }) => text)),
      ],
    ),
    sheet(
      '建议追问',
      'questions',
      of(({ questions }) => questions),
      [
        demand(),
        col('序号', 'number', ({ number }) => number),
        col('要素', 'element', ({ part }) => word(CLARITY_LABELS.element, part.element)),
        col('问题', 'question', ({ part }) => part.text),
        col('可增清晰度（%）', 'clarity gained (%)', ({ part }) => percent(part.gain)),
        col('可参考', 'examples', ({ part }) => part.examples),
      ],
    ),
    sheet(
      '可补充的词',
      'terms to add',
      of(({ terms }) => terms),
      [
        demand(),
        col('词', 'term', ({ part }) => part.term),
        col('问题', 'question', ({ part }) => part.question),
        col('有此词的成果', 'shared by', ({ part }) => part.sharedBy),
        col('新进', 'enters', ({ part }) => part.enters.map(change)),
        col('退出', 'leaves', ({ part }) => part.leaves.map(change)),
        named('首位', 'first', ({ part }) => part.first),
        col('原首位得分', 'best score before', ({ part }) => rounded(part.bestScore[0])),
        col('新首位得分', 'best score after', ({ part }) => rounded(part.bestScore[1])),
      ],
    ),
  ];
}

/** What a firm may need, with what to ask it. */
function likelySheets(likely: readonly LikelyDemand[]): Sheet[] {
  return [
    sheet('可能的需求', 'likely demands', likely, [
      named(
        '需求',
        'demand',
        ({ demandId }) => demandId,
        ({ title }) => title,
      ),
      col('提出单位', 'organisation', ({ organization }) => organization),
      col('得分', 'score', ({ score }) => rounded(score)),
      col('问题', 'question', ({ question }) => question),
      col('依据', 'basis', ({ basis }) =>
        basis.map(({ part, words }) => {
          const { zh, en } = CLARITY_LABELS.profile[part];
          return { zh: `${zh}：${words.join('、')}`, en: `${en}: ${words.join(', ')}` };
        }),
      ),
      col('产业链', 'chains', ({ chains }) =>
        chains.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
      ),
      col('理由', 'reason', ({ reason }) => reason),
    ]),
  ];
}

/** Results of the programme, as tables. */
export const CLARITY_TABLES = [
  kindOf<DemandTriage>('listed', ['demandId', 'desk', 'points', 'because'], triageSheets),
  kindOf<DemandDiagnosis>('either', ['demandId', 'clarity', 'elements'], diagnosisSheets),
  kindOf<LikelyDemand>('listed', ['demandId', 'basis', 'question'], likelySheets),
];
