import { all, byId } from './dom.ts';

/** The page by keys: `/` to type, arrows through the list, Esc back to the text and then away with it. Enter is the link's own. */
export function listenToKeys(clear: () => void): void {
  const text = byId<HTMLTextAreaElement>('text');
  const titles = () => all('#list a.title');
  document.addEventListener('keydown', (event) => {
    // An open sheet has its own keys; so has a method of input.
    if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const active = document.activeElement;
    const isTyping = active instanceof HTMLElement && active.matches('input, textarea, select');
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      text.focus();
      text.select();
      return;
    }
    const list = titles();
    const place = list.indexOf(active as HTMLElement);
    if (event.key === 'Escape') {
      if (place >= 0) text.focus();
      else if (active === text) clear();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const isAtEnd = active === text && !text.value.slice(text.selectionEnd).includes('\n');
    if (place < 0 && !(step > 0 && (isAtEnd || !isTyping))) return;
    if (place < 0 && !isTyping && active !== document.body) return;
    event.preventDefault();
    const next = place + step;
    if (next < 0) text.focus();
    else list[Math.min(next, list.length - 1)]?.focus();
  });
}
