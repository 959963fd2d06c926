import { fingerprint } from '../../base/hash.ts';
import { Issues } from '../../base/issues.ts';
import { missingPackage } from '../../base/missing-package.ts';
import { expectKeys } from '../../base/options.ts';
import type { Simplifier } from '../../core/terms/normalize.ts';
import { sameLengthOnly } from './same-length.ts';

const SOURCES = ['t', 'tw', 'twp', 'hk'] as const;

/** Options of {@link openccSimplifier}. */
export interface OpenccOptions {
  /**
   * The traditional Chinese that texts are written in:
   * - `t` characters alone; simplified texts stay as they are, so it suits mixed collections. The default;
   * - `tw`, `hk` also the variants of Taiwan or Hong Kong (`tw` turns 专著 of a simplified text into 专着);
   * - `twp` also the words of Taiwan, 軟體 → 软件, 矽 → 硅, 感測器 → 传感器. Only where all texts are from Taiwan:
   *   words that both sides use change too (程序 → 进程).
   */
  readonly from?: (typeof SOURCES)[number];
}

/** All but ideographic description characters: opencc-js follows those by recursion, without a limit. */
const PLAIN = /[^\u2ff0-\u2fff]+/g;

/**
 * A simplifier on the optional package `opencc-js`, in Node and in the browser, for the `simplifier` of a matcher.
 * It converts only what keeps the length of a text, so that every explanation points at the right characters:
 * 記憶體 becomes 记忆体 even where `twp` would say 内存. Synonyms of that kind belong in the lexicon.
 *
 * @throws CuoheError `MISSING_PACKAGE` where the package is absent or does not load.
 * @throws InputError `INVALID_OPTIONS` for an unknown `from`, and for options that there are not.
 */
export async function openccSimplifier(options: OpenccOptions = {}): Promise<Simplifier> {
  const from = sourceOf(options);
  const { core, preset } = await load();
  const dictionaries = sameLengthOnly({ from: preset.from, to: preset.to, configs: preset.configs ?? {} });
  const convert = core.ConverterBuilder(dictionaries)({ from, to: 'cn' });
  return {
    // The package does not tell its version; what it converts by is all that matters.
    fingerprint: `opencc/1:${from}:${fingerprint(JSON.stringify(dictionaries))}`,
    simplify: (text) => text.replace(PLAIN, (part) => convert(part)),
  };
}

/** @throws InputError `INVALID_OPTIONS` naming every bad option. */
function sourceOf(options: OpenccOptions): (typeof SOURCES)[number] {
  const issues = new Issues();
  const { from = 't' } = expectKeys(issues, options, ['from']) ? options : {};
  issues.expect(SOURCES.includes(from), 'from', `one of ${SOURCES.join(', ')}`, from);
  issues.throwAs('INVALID_OPTIONS', 'Bad options of openccSimplifier');
  return from;
}

async function load() {
  try {
    const [core, preset] = await Promise.all([import('opencc-js/core'), import('opencc-js/preset/t2cn')]);
    return { core, preset };
  } catch (cause) {
    throw missingPackage('opencc-js', 'npm install opencc-js@1.4.2', cause);
  }
}
