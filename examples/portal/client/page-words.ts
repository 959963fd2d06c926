import { all, byId } from './dom.ts';
import type { Language } from './state.ts';
import { isWord, say } from './words.ts';

/** Puts the texts of the page itself into a language: `data-t` names the text of an element, `data-t-label` its label. */
export function showPageWords(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const node of all('[data-t]')) {
    const word = node.dataset.t!;
    if (isWord(word)) node.textContent = say(word);
  }
  for (const node of all('[data-t-label]')) {
    const word = node.dataset.tLabel!;
    if (isWord(word)) node.setAttribute('aria-label', say(word));
  }
  const button = byId('language');
  button.textContent = language === 'zh' ? 'English' : '中文';
  button.lang = language === 'zh' ? 'en' : 'zh-CN';
}
