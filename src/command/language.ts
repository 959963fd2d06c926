/** Language of what people read: help, pages, reports. Errors of bad input are in English. */
export type Language = 'zh' | 'en';

/** Chooses one of two texts. */
export type Say = (zh: string, en: string) => string;

export const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    language === 'zh' ? zh : en;

/**
 * The language that is asked for by `--language`, else that of the system where it is English, else Chinese. It is needed
 * before the arguments are read: they are explained in it.
 */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const place = options.findLastIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const given = options[place]?.includes('=')
    ? options[place].slice('--language='.length)
    : options[place + 1];
  if (place >= 0 && given === 'en') return 'en';
  if (place >= 0 && given === 'zh') return 'zh';
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en(?:[_.-]|$)/i.test(system) ? 'en' : 'zh';
}
