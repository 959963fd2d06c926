import type { Progress } from 'cuohe';

const CLEAR_LINE = '\r\u001B[2K';

/** Shows progress in one line of stderr, if a person looks at it. */
export function showProgress(label: string): { report: (progress: Progress) => void; clear: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { report: () => {}, clear: () => {} };
  const number = new Intl.NumberFormat('en');
  return {
    report: ({ done, total, rate }) => {
      const of = total === undefined ? '' : ` / ${number.format(total)}`;
      const speed = `${number.format(Math.round(rate))}/s`;
      stderr.write(`${CLEAR_LINE}${label} ${number.format(done)}${of}  ${speed}`);
    },
    clear: () => stderr.write(CLEAR_LINE),
  };
}
