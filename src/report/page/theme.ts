import type { PageWords } from '../data.ts';
import { byId } from './dom.ts';

/** Light or dark: as the system has it, until somebody chooses. */

export function startTheme(words: PageWords): void {
  const button = byId('theme') as HTMLButtonElement;
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const { dataset } = document.documentElement;
  const isDark = () => (dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const name = () => {
    button.textContent = isDark() ? words.light : words.dark;
  };
  button.addEventListener('click', () => {
    dataset.theme = isDark() ? 'light' : 'dark';
    name();
  });
  system.addEventListener('change', name);
  name();
}
