import { byId } from './dom.ts';
import type { PageState } from './state.ts';
import { say } from './words.ts';

/** The box that is typed into. */

/** Milliseconds without a key before the server is asked: what comes in one go is one question. */
const PAUSE = 20;
/** Pixels that the box grows to. */
const HIGHEST = 160;

export interface TextActions {
  /** What is typed, once a pause is made. */
  typed(text: string): void;
  /** Enter: to the first of the list. */
  enter(): void;
}

export class TextBox {
  readonly #text = byId<HTMLTextAreaElement>('text');
  #shown = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor({ typed, enter }: TextActions) {
    const later = () => {
      this.#fit();
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => typed(this.#text.value.trim()), PAUSE);
    };
    this.#text.addEventListener('input', (event) => {
      // Letters on their way to ideographs are nothing to look for.
      if (!(event as InputEvent).isComposing) later();
    });
    this.#text.addEventListener('compositionend', later);
    this.#text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      enter();
    });
  }

  /** Shows the text of a state; what is just being typed stays where the state did not change it. */
  show({ text, side }: PageState): void {
    if (text !== this.#shown && text !== this.#text.value.trim()) this.#text.value = text;
    this.#shown = text;
    const placeholder = say(side === 'supply' ? 'askSupply' : 'askDemand');
    this.#text.placeholder = placeholder;
    this.#text.setAttribute('aria-label', placeholder);
    this.#fit();
  }

  /** Empties the box, ready to type. */
  clear(): void {
    clearTimeout(this.#pause);
    this.#text.value = '';
    this.#fit();
    this.#text.focus();
  }

  #fit(): void {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${Math.min(this.#text.scrollHeight, HIGHEST)}px`;
  }
}
