import { Issues } from '../base/issues.ts';
import type { ReadingOptions } from '../core/weigher/reading.ts';

/**
 * The reading parts that a module exports.
 * @throws InputError `INVALID_OPTIONS` where it exports none.
 */
export async function partsOf(url: string): Promise<Partial<ReadingOptions>> {
  // Known only now: no bundler can take it in.
  const module = (await import(/* @vite-ignore */ /* webpackIgnore: true */ url)) as { parts?: unknown };
  const { parts } = module;
  const issues = new Issues();
  const isObject = typeof parts === 'object' && parts !== null;
  issues.expect(isObject, 'parts', `an object that ${url} exports as \`parts\``, parts);
  issues.throwAsOptions();
  return parts as Partial<ReadingOptions>;
}
