import type { FilteredCounts, Match, Matcher, MatchRecord, MatchResult } from 'cuohe';
import type { Language } from './language.ts';
import { sayIn } from './language.ts';
import { type Closed, closedText } from './ranking.ts';
import { bar, pageWidth, paint, plain, width, wrap } from './terminal.ts';
import { FILTER_LABELS, KIND_NAMES, organizationName, titleOf } from './words.ts';

const INDENT = 3;
/** Columns of a score's bar, and the score that fills it: few pairs of different authors reach it. */
const BAR = 12;
const FULL_BAR = 0.6;

/** Results as they come, as text for a person; `end` comes after the last one. */
export interface Page {
  result(query: MatchRecord, result: MatchResult): string;
  end(): string;
}

/** What a page tells of its ranking. */
export interface PageOptions {
  readonly language: Language;
  /** Demands are ranked for each achievement. */
  readonly reverse: boolean;
  readonly limit: number;
  readonly minScore: number;
  /** Records that were not asked for. */
  readonly closed: Closed;
  /** When the run began, on the clock of `performance.now`. */
  readonly started: number;
}

/** Results as a page of text. */
export function personPage(matcher: Matcher, options: PageOptions): Page {
  const { language, minScore, reverse, started, closed } = options;
  const say = sayIn(language);
  const columns = pageWidth();
  let queries = 0;
  let matched = 0;
  let pairs = 0;
  let answered = 0;
  let filtered: FilteredCounts | undefined;
  let candidates = 0;
  const asked = reverse ? say('供给', 'supply records') : say('需求', 'demands');
  const ranked = reverse ? say('需求', 'demands') : say('供给', 'supply records');
  return {
    result(query, result) {
      queries++;
      if (result.matches.length > 0) matched++;
      const shown = worthReading(result.matches);
      pairs += shown.length;
      if (result.answer?.answered === true) answered++;
      ({ filtered, candidates } = result);
      const intro = queries === 1 ? heading(options, columns) : [];
      const none = say(`没有得分达到 ${minScore} 的匹配`, `No match scores ${minScore} or more`);
      const body =
        result.matches.length === 0
          ? [`   ${paint('yellow', none)}`]
          : [
              ...answerLines(result.answer, language, columns),
              ...shown.flatMap((match) => ['', ...matchLines(match, matcher, language, columns)]),
            ];
      return `${[...intro, ...queryLines(query, matcher, language, columns), ...body, ''].join('\n')}\n`;
    },
    end() {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const time = say(`用时 ${seconds} 秒`, `${seconds} s`);
      const unanswered = queries - matched;
      const lines = [
        paint('bold', say('小结', 'Summary')),
        `   ${asked} ${queries} × ${ranked} ${matcher.size}${say('，', ', ')}${time}`,
        say(
          `   有推荐 ${matched}，其中首位为强或较强 ${answered}；无匹配 ${unanswered}；推荐共 ${pairs} 条`,
          `   matched ${matched}, of these answered ${answered}; no match ${unanswered}; matches ${pairs}`,
        ),
      ];
      if (filtered !== undefined)
        lines.push(`   ${say('参与排序', 'ranked')} ${candidates}${removed(filtered, language)}`);
      const left = closedText(closed, say);
      if (left !== '') lines.push(`   ${say(`另有${asked} ${left}`, `${asked}: ${left}`)}`);
      return `${[paint('dim', '─'.repeat(columns)), ...lines].join('\n')}\n`;
    },
  };
}

function heading({ language, minScore, limit, reverse }: PageOptions, columns: number): string[] {
  const say = sayIn(language);
  const about = reverse
    ? say('为科技成果推荐技术需求', 'technology demands for achievements')
    : say('为技术需求推荐科技成果', 'technology achievements for demands');
  const score = Number(minScore.toFixed(3));
  return [
    paint('bold', `${say('撮合', 'cuohe')} · ${about}`),
    ...wrap(
      say(
        `每条最多 ${limit} 项，按强、较强、弱、无分级，首位之外不列“无”；横条为得分（0–1，不低于 ${score}，满格为 ${FULL_BAR} 及以上）；✓ 为双方同属的产业链`,
        `At most ${limit} each, graded strong, fairly strong, weak or none (listed in the first place only); bars are scores (0–1, at least ${score}, full from ${FULL_BAR}); ✓ marks chains of both`,
      ),
      columns,
    ),
    '',
  ];
}

function queryLines(query: MatchRecord, matcher: Matcher, language: Language, columns: number): string[] {
  const label = query.id === '' ? '' : `${plain(query.id)}  `;
  const [first = '', ...rest] = wrap(titleOf(query), columns - width(label));
  const chains = chainNames(query, matcher, language).map(({ name }) => name);
  const none = sayIn(language)('未归入产业链', 'no chain');
  const about = [organizationName(query), chains.join('、') || none];
  return [
    paint('dim', '─'.repeat(columns)),
    `${paint(['bold', 'cyan'], label)}${paint('bold', first)}`,
    ...rest.map((line) => ' '.repeat(width(label)) + paint('bold', line)),
    ...indented(about.filter((part) => part !== '').join(' · '), INDENT, columns),
  ];
}

/** The first, and of the others those that are not of the level 无: nobody is to read what has little to do with it. */
export function worthReading<M extends Pick<Match, 'level'>>(matches: readonly M[]): readonly M[] {
  return matches.filter(({ level }, i) => i === 0 || level === undefined || level.level > 0);
}

/** Said where nothing here answers: what is listed then is only the nearest. */
function answerLines(answer: MatchResult['answer'], language: Language, columns: number): string[] {
  if (answer === undefined || answer.answered) return [];
  return indented(answer[language], INDENT, columns).map((line) => paint('yellow', line));
}

/** The level, as wide as the widest; the score where there is none. */
function levelOf({ level, score }: Match, language: Language): string {
  if (level === undefined) return score.toFixed(3);
  const label = language === 'zh' ? level.labelZh : level.labelEn;
  return label + ' '.repeat(Math.max(0, (language === 'zh' ? 4 : 13) - width(label)));
}

function matchLines(match: Match, matcher: Matcher, language: Language, columns: number): string[] {
  const record = matcher.parsed(match.index);
  const { filled, rest } = bar(match.score / FULL_BAR, BAR);
  const rank = String(match.rank).padStart(INDENT + 1);
  const names = KIND_NAMES[record.kind];
  const isPlain = record.kind === 'achievement' || record.kind === 'demand';
  const kind = isPlain ? '' : `〔${names[language]}〕`;
  const level = levelOf(match, language);
  const label = `${rank}  ${level} ${filled}${rest}  `;
  const painted = `${paint('bold', rank)}  ${paint('bold', level)} ${paint('green', filled)}${paint('dim', rest)}  `;
  const [title = '', ...more] = wrap(`${match.id} ${kind}${titleOf(record)}`, columns - width(label));
  const left = INDENT + 3;
  return [
    painted + paint('bold', title),
    ...more.map((line) => ' '.repeat(width(label)) + paint('bold', line)),
    ...indented(aboutMatch(match, matcher, language), left, columns),
    ...indented(match.reason[language], left, columns),
  ];
}

/** Organisation and chains; those of the other record too are marked. */
function aboutMatch(match: Match, matcher: Matcher, language: Language): string {
  const record = matcher.parsed(match.index);
  const shared = new Set(match.chains.map(({ code }) => code));
  const chains = chainNames(record, matcher, language).map(({ code, name }) =>
    shared.has(code) ? `${name}✓` : name,
  );
  return [organizationName(record), chains.join('、')].filter((part) => part !== '').join(' · ');
}

/** The chains of a record, by name; the code where there is none. */
export function chainNames(
  record: MatchRecord,
  matcher: Pick<Matcher, 'tagChains' | 'taxonomy'>,
  language: Language,
): { readonly code: string; readonly name: string }[] {
  const names = new Map(matcher.taxonomy.chains.map((chain) => [chain.code, chain]));
  return matcher.tagChains(record).map(({ code }) => {
    const chain = names.get(code);
    return { code, name: (language === 'zh' ? chain?.nameZh : chain?.nameEn) ?? code };
  });
}

function removed(filtered: FilteredCounts, language: Language): string {
  const say = sayIn(language);
  const parts = FILTER_LABELS.filter(([name]) => filtered[name] > 0).map(
    ([name, label]) => `${label[language]} ${filtered[name]}`,
  );
  return parts.length === 0 ? '' : `${say('；滤去：', '; removed: ')}${parts.join(say('，', ', '))}`;
}

function indented(text: string, left: number, columns: number): string[] {
  return wrap(text, columns - left).map((line) => ' '.repeat(left) + line);
}
