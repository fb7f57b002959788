/** What the next program is given, and what one that runs is still given: input, arguments, environment. */
import { longestWord, mostInput, mostWords } from '../../protocol/limits.ts';
import type { ProgramInput } from '../../protocol/messages.ts';
import { splitVariables, splitWords } from './words.ts';

/** As a person writes them. */
export interface InputSettings {
  text: string;
  args: string;
  env: string;
}

export const noInput: InputSettings = { text: '', args: '', env: '' };

/** What the session needs of it. */
export interface InputSource {
  /**
   * A run begins.
   * @param give takes what is typed from now on; nothing: the end
   * @returns what it is given at once
   */
  begin(give: (text: string | undefined) => void): ProgramInput;
  /** The program waits for more. */
  awaited(): void;
  /** The run has ended. */
  over(): void;
}

export class InputChoice implements InputSource {
  text = $state('');
  args = $state('');
  env = $state('');
  /** Whether the box shows, even if the program is not known to read. */
  isOpen = $state(false);
  /** Whether what is typed goes to a program that runs. */
  isLive = $state(false);
  /** Whether the program waits for it. */
  isAwaited = $state(false);
  readonly #canWait: boolean;
  #give: (text: string | undefined) => void = () => {};

  /** @param canWait whether a program can wait for what is typed (JSPI) */
  constructor(canWait: boolean) {
    this.#canWait = canWait;
  }

  get settings(): InputSettings {
    // What is typed for a program that runs is no setting.
    return { text: this.isLive ? '' : this.text, args: this.args, env: this.env };
  }

  set({ text, args, env }: InputSettings): void {
    if (!this.isLive) this.text = text;
    this.args = args;
    this.env = env;
    this.isOpen = text !== '' || args !== '' || env !== '';
  }

  /** A text that stands there is all of the input, to its end; none is typed while the program runs. */
  begin(give: (text: string | undefined) => void): ProgramInput {
    this.over();
    const waits = this.#canWait && this.text === '';
    this.#give = give;
    this.isLive = waits;
    return {
      args: bounded(splitWords(this.args)),
      env: bounded(splitVariables(this.env).variables),
      text: this.text.slice(0, mostInput),
      waits,
    };
  }

  awaited(): void {
    this.isAwaited = true;
  }

  over(): void {
    if (this.isLive) this.text = '';
    this.isLive = false;
    this.isAwaited = false;
    this.#give = () => {};
  }

  /** The text in the box changed. A running program is given each line as soon as it has an end. */
  typed(text: string): void {
    this.text = text;
    if (!this.isLive) return;
    const end = text.lastIndexOf('\n') + 1;
    if (end > 0) this.#send(text.slice(0, end), text.slice(end));
  }

  /** Nothing more follows what stands there. */
  end(): void {
    if (!this.isLive) return;
    if (this.text !== '') this.#send(this.text, '');
    this.#give(undefined);
    this.isLive = false;
    this.isAwaited = false;
  }

  #send(given: string, rest: string): void {
    this.text = rest;
    this.isAwaited = false;
    for (let at = 0; at < given.length; at += mostInput) this.#give(given.slice(at, at + mostInput));
  }
}

function bounded(words: readonly string[]): string[] {
  return words.slice(0, mostWords).map((word) => word.replaceAll('\0', '').slice(0, longestWord));
}
