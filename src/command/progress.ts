import type { Progress } from 'cuohe';
import type { Say } from './language.ts';
import { bar, pageWidth, width } from './terminal.ts';

const CLEAR_LINE = '\r\u001B[2K';
const BAR = 20;

/** A line of progress in stderr. */
export interface ProgressLine {
  readonly report: (progress: Progress) => void;
  readonly clear: () => void;
}

/** Shows progress in one line of stderr, if a person looks at it. */
export function showProgress(label: string, say: Say): ProgressLine {
  const { stderr } = process;
  if (!stderr.isTTY) return { report: () => {}, clear: () => {} };
  return {
    report: (progress) => {
      const line = progressText(label, progress, say);
      stderr.write(`${CLEAR_LINE}${width(line) < pageWidth() ? line : label}`);
    },
    clear: () => stderr.write(CLEAR_LINE),
  };
}

/** A label, how much is done of how much, and how long the rest takes at this rate. */
export function progressText(label: string, { done, total, rate }: Progress, say: Say): string {
  const number = new Intl.NumberFormat('en');
  if (total === undefined || total === 0) return `${label} ${number.format(done)}`;
  const share = done / total;
  const { filled, rest } = bar(share, BAR);
  const left =
    rate > 0 && done < total ? ` ${say('约剩', 'about')} ${timeText((total - done) / rate, say)}` : '';
  return `${label} ${filled}${rest} ${number.format(done)}/${number.format(total)}${left}`;
}

function timeText(seconds: number, say: Say): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 100) return say(`${whole} 秒`, `${whole} s left`);
  const minutes = Math.ceil(whole / 60);
  return say(`${minutes} 分钟`, `${minutes} min left`);
}
