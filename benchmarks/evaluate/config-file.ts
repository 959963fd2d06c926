import {
  defaultLexicon,
  InputError,
  type InputIssue,
  type MatcherOptions,
  NGRAM_WEIGHTS,
  ngramTokenizer,
} from '../../src/index.ts';
import { readTextFile } from './read-file.ts';

/** Keys of a configuration; `ngrams` are weights of the default tokenizer. */
const KEYS = ['fields', 'signals', 'maxDocumentShare', 'ngrams'];

/**
 * Reads options to compare with the default ones from a JSON file. The matcher checks what it knows; the tokenizer's
 * weights are checked here.
 * @throws InputError `UNREADABLE_INPUT` for a file that is no JSON object, `INVALID_OPTIONS` for unknown keys and bad
 *   weights.
 */
export function readConfigFile(path: string): MatcherOptions {
  const config = parse(path);
  const issues: InputIssue[] = [];
  const add = (key: string, expected: string, received: unknown) =>
    issues.push({ index: -1, place: path, path: key, expected, received: JSON.stringify(received) });
  for (const key of Object.keys(config)) if (!KEYS.includes(key)) add(key, `one of ${KEYS.join(', ')}`, key);
  for (const key of ['fields', 'signals', 'ngrams']) {
    if (config[key] !== undefined && !isObject(config[key])) add(key, 'an object of weights', config[key]);
  }
  const ngrams = isObject(config.ngrams) ? config.ngrams : {};
  for (const [name, weight] of Object.entries(ngrams)) {
    if (!Object.hasOwn(NGRAM_WEIGHTS, name))
      add(`ngrams.${name}`, `one of ${Object.keys(NGRAM_WEIGHTS).join(', ')}`, name);
    else if (!(typeof weight === 'number' && weight >= 0)) add(`ngrams.${name}`, 'a number ≥ 0', weight);
  }
  if (issues.length > 0) throw new InputError('INVALID_OPTIONS', `Bad configuration ${path}`, issues);
  const { ngrams: _, ...options } = config;
  return config.ngrams === undefined
    ? options
    : { ...options, tokenizer: ngramTokenizer(defaultLexicon(), ngrams) };
}

function parse(path: string): Readonly<Record<string, unknown>> {
  const text = readTextFile(path);
  let received = 'another value';
  try {
    const config: unknown = JSON.parse(text);
    if (isObject(config)) return config;
  } catch (error) {
    received = `a syntax error: ${error instanceof Error ? error.message : String(error)}`;
  }
  throw new InputError('UNREADABLE_INPUT', `Cannot read the configuration ${path}`, [
    { index: -1, place: path, path: '', expected: 'a JSON object', received },
  ]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
