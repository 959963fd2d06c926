import { InputError, type InputIssue } from '../records/errors.ts';
import type { LexiconEntry, Strength } from './entry.ts';

/**
 * The reviewable form of a lexicon, one entry a line:
 *
 *     热障涂层/TBC/隔热涂层 2 SY02:2 < 高温涂层
 *     ~燃机 3
 *     集成灶 0
 *
 * names joined by `/`, the strength for the file's own chain, strengths for other chains, the broader entry.
 * `~` marks a compound head.
 */
const LINE = /^(~?)(\S.*?)\s+([0-3])((?:\s+[^\s:<]+:[0-3])*)(?:\s*<\s*(\S.*))?$/u;

/**
 * Reads entries from their text form.
 * @param chain code that the bare strength speaks for; without it only 0 is allowed there.
 * @throws InputError `INVALID_LEXICON` naming every bad line.
 */
export function parseLexicon(text: string, chain?: string): LexiconEntry[] {
  const issues: InputIssue[] = [];
  const entries: LexiconEntry[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const match = LINE.exec(line);
    const own = Number(match?.[3] ?? 0) as Strength;
    if (match === null || (own > 0 && chain === undefined)) {
      const expected =
        match === null
          ? 'NAME(/NAME)* STRENGTH( CODE:STRENGTH)*( < BROADER)?'
          : 'strength 0 in a list of no chain';
      issues.push({ index, place: `line ${index + 1}`, path: '', expected, received: JSON.stringify(line) });
      return;
    }
    const chains: Record<string, Strength> = {};
    if (own > 0 && chain !== undefined) chains[chain] = own;
    for (const [, code, strength] of (match[4] ?? '').matchAll(/([^\s:]+):([0-3])/g)) {
      if (strength !== '0') chains[code!] = Number(strength) as Strength;
    }
    entries.push({
      names: match[2]!.split('/').map((name) => name.trim()),
      chains,
      ...(match[5] === undefined ? {} : { broader: match[5].trim() }),
      ...(match[1] === '~' ? { head: true } : {}),
    });
  });
  if (issues.length > 0) throw new InputError('INVALID_LEXICON', 'Bad lexicon text', issues);
  return entries;
}

/** Reads `word factor` lines: words of any title, and what an occurrence of them counts (0 to 1). */
export function parseFactors(text: string): Map<string, number> {
  const factors = new Map<string, number>();
  for (const line of text.split('\n')) {
    const match = /^\s*(\S.*?)\s+(0|1|0?\.\d+)\s*$/.exec(line);
    if (match !== null) factors.set(match[1]!, Number(match[2]));
  }
  return factors;
}

/** Reads one phrase a line. */
export function parsePhrases(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
