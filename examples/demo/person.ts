import type { FilteredCounts, Match, Matcher, MatchRecord, MatchResult } from 'cuohe';
import type { ShownOptions } from './arguments.ts';
import type { Format } from './json-lines.ts';
import { bar, pageWidth, paint, plain, width, wrap } from './terminal.ts';
import { FILTER_LABELS, KIND_NAMES, organizationName, titleOf } from './words.ts';

const INDENT = 3;
/** Columns of a score's bar, and the score that fills it: few pairs of different authors reach it. */
const BAR = 12;
const FULL_BAR = 0.6;
/** Columns of a level: 较强 takes four. */
const LEVEL_WIDTH = 4;

/** Results as a page of text, Chinese first. */
export function personPage(
  matcher: Matcher,
  options: ShownOptions,
  withheld: number,
  started: number,
): Format {
  const columns = pageWidth();
  let queries = 0;
  let matched = 0;
  let pairs = 0;
  let answered = 0;
  let filtered: FilteredCounts | undefined;
  let candidates = 0;
  return {
    result(query, result) {
      queries++;
      if (result.matches.length > 0) matched++;
      const shown = worthReading(result.matches);
      pairs += shown.length;
      if (result.answer?.answered === true) answered++;
      ({ filtered, candidates } = result);
      const intro = queries === 1 ? heading(options, columns) : [];
      const body =
        result.matches.length === 0
          ? [`   ${paint('yellow', noMatch(options))}`]
          : [
              ...answerLines(result.answer, columns),
              ...shown.flatMap((match) => ['', ...matchLines(match, matcher, columns)]),
            ];
      return `${[...intro, ...queryLines(query, matcher, columns), ...body, ''].join('\n')}\n`;
    },
    end() {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const [askedZh, askedEn] = options.reverse ? ['供给', 'supply records'] : ['需求', 'demands'];
      const [rankedZh, rankedEn] = options.reverse ? ['需求', 'demands'] : ['供给', 'supply records'];
      const lines = [
        paint('bold', '小结 Summary'),
        `   ${askedZh} ${queries} × ${rankedZh} ${matcher.size}，用时 ${seconds} 秒`,
        paint('dim', `   ${queries} ${askedEn} × ${matcher.size} ${rankedEn}, ${seconds} s`),
        `   有推荐 ${matched}，其中首位为强或较强 ${answered}；无匹配 ${queries - matched}；推荐共 ${pairs} 条`,
        paint(
          'dim',
          `   matched ${matched}, of these answered ${answered}, no match ${queries - matched}, matches ${pairs}`,
        ),
      ];
      if (filtered !== undefined) lines.push(`   参与排序 ranked ${candidates}${removed(filtered)}`);
      if (withheld > 0) {
        lines.push(`   另有 ${withheld} 条${askedZh}密级过高，未参与 left out above the clearance`);
      }
      return `${[paint('dim', '─'.repeat(columns)), ...lines].join('\n')}\n`;
    },
  };
}

function heading({ minScore, limit, reverse }: ShownOptions, columns: number): string[] {
  const zh = reverse ? '为科技成果推荐技术需求' : '为技术需求推荐科技成果';
  const en = reverse ? 'technology demands for achievements' : 'technology achievements for demands';
  return [
    `${paint('bold', `撮合 cuohe · ${zh}`)} ${paint('dim', en)}`,
    ...wrap(
      `每条最多 ${limit} 项，按强、较强、弱、无分级，首位之外不列“无”；横条为得分（0–1，不低于 ${minScore}，满格为 ${FULL_BAR} 及以上）；✓ 为双方同属的产业链`,
      columns,
    ),
    '',
  ];
}

function noMatch({ minScore }: ShownOptions): string {
  return `没有得分达到 ${minScore} 的匹配 No match scores ${minScore} or more`;
}

function queryLines(query: MatchRecord, matcher: Matcher, columns: number): string[] {
  const label = `${plain(query.id)}  `;
  const [first = '', ...rest] = wrap(titleOf(query), columns - width(label));
  const chains = chainNames(query, matcher).map(({ name }) => name);
  const about = [organizationName(query), chains.join('、') || '未归入产业链 no chain'];
  return [
    paint('dim', '─'.repeat(columns)),
    `${paint(['bold', 'cyan'], label)}${paint('bold', first)}`,
    ...rest.map((line) => ' '.repeat(width(label)) + paint('bold', line)),
    ...indented(about.filter((part) => part !== '').join(' · '), INDENT, columns),
  ];
}

/** The first, and of the others those that are not of the level 无: nobody is to read what has little to do with it. */
function worthReading(matches: readonly Match[]): readonly Match[] {
  return matches.filter(({ level }, i) => i === 0 || level === undefined || level.level > 0);
}

/** Said where nothing here answers: what is listed then is only the nearest. */
function answerLines(answer: MatchResult['answer'], columns: number): string[] {
  if (answer === undefined || answer.answered) return [];
  return [
    ...indented(answer.zh, INDENT, columns).map((line) => paint('yellow', line)),
    ...indented(answer.en, INDENT, columns).map((line) => paint('dim', line)),
  ];
}

/** The level, as wide as the widest; the score where there is none. */
function levelOf({ level, score }: Match): string {
  if (level === undefined) return score.toFixed(3);
  return level.labelZh.padEnd(LEVEL_WIDTH - level.labelZh.length);
}

function matchLines(match: Match, matcher: Matcher, columns: number): string[] {
  const { reason } = match;
  const record = matcher.parsed(match.index);
  const { filled, rest } = bar(match.score / FULL_BAR, BAR);
  const rank = String(match.rank).padStart(INDENT + 1);
  const kind =
    record.kind === 'achievement' || record.kind === 'demand' ? '' : `〔${KIND_NAMES[record.kind]}〕`;
  const level = levelOf(match);
  const label = `${rank}  ${level} ${filled}${rest}  `;
  const painted = `${paint('bold', rank)}  ${paint('bold', level)} ${paint('green', filled)}${paint('dim', rest)}  `;
  const [title = '', ...more] = wrap(`${match.id} ${kind}${titleOf(record)}`, columns - width(label));
  const left = INDENT + 3;
  return [
    painted + paint('bold', title),
    ...more.map((line) => ' '.repeat(width(label)) + paint('bold', line)),
    ...indented(aboutMatch(match, matcher), left, columns),
    ...indented(reason.zh, left, columns),
    ...indented(reason.en, left, columns).map((line) => paint('dim', line)),
  ];
}

/** Organisation and chains; those of the other record too are marked. */
function aboutMatch(match: Match, matcher: Matcher): string {
  const record = matcher.parsed(match.index);
  const shared = new Set(match.chains.map(({ code }) => code));
  const chains = chainNames(record, matcher).map(({ code, name }) => (shared.has(code) ? `${name}✓` : name));
  return [organizationName(record), chains.join('、')].filter((part) => part !== '').join(' · ');
}

function chainNames(record: MatchRecord, matcher: Matcher): { code: string; name: string }[] {
  const names = new Map(matcher.taxonomy.chains.map((chain) => [chain.code, chain.nameZh]));
  return matcher.tagChains(record).map(({ code }) => ({ code, name: names.get(code) ?? code }));
}

function removed(filtered: FilteredCounts): string {
  const parts = FILTER_LABELS.filter(([name]) => filtered[name] > 0).map(
    ([name, label]) => `${label} ${filtered[name]}`,
  );
  return parts.length === 0 ? '' : `；滤去 removed: ${parts.join('，')}`;
}

function indented(text: string, left: number, columns: number): string[] {
  return wrap(text, columns - left).map((line) => ' '.repeat(left) + line);
}
