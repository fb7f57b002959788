/** Badges in Monaco's gutter: how many tasks stand at a line. A click goes to the next time that the line is reached. */
import { editor } from 'monaco-editor/editor.js';
import type { Stand } from '../rewind/moment.ts';
import { namesOf } from '../rewind/words.ts';

/** More does not fit. */
const mostShown = 99;

class Badge implements editor.IGlyphMarginWidget {
  readonly line: number;
  readonly #host = document.createElement('div');
  readonly #button = document.createElement('button');

  constructor(line: number, onReach: (line: number) => void) {
    this.line = line;
    this.#host.className = 'stand-host';
    this.#button.type = 'button';
    // Monaco hides its gutter from screen readers, and there is a key for it: see `monaco.ts`.
    this.#button.tabIndex = -1;
    this.#button.dataset['line'] = String(line);
    this.#button.addEventListener('click', () => onReach(line));
    // Monaco would begin a selection, and take the focus.
    this.#button.addEventListener('mousedown', (event) => event.stopPropagation());
    this.#host.append(this.#button);
  }

  show(stand: Stand): void {
    const { count } = stand;
    const button = this.#button;
    button.className = stand.runs ? 'stand running' : 'stand';
    button.textContent = count > mostShown ? `${mostShown}+` : String(count);
    button.title = `${namesOf(stand)}\nClick: to the next time that line ${stand.line} is reached`;
  }

  getId(): string {
    return `stand-${this.line}`;
  }

  getDomNode(): HTMLElement {
    return this.#host;
  }

  getPosition(): editor.IGlyphMarginWidgetPosition {
    const range = { startLineNumber: this.line, startColumn: 1, endLineNumber: this.line, endColumn: 1 };
    return { lane: editor.GlyphMarginLane.Left, zIndex: 1, range };
  }
}

export class Badges {
  readonly #editor: editor.ICodeEditor;
  readonly #onReach: (line: number) => void;
  readonly #shown = new Map<number, Badge>();

  constructor(host: editor.ICodeEditor, onReach: (line: number) => void) {
    this.#editor = host;
    this.#onReach = onReach;
  }

  show(stands: readonly Stand[], lines: number): void {
    const wanted = new Map(stands.filter(({ line }) => line <= lines).map((stand) => [stand.line, stand]));
    for (const [line, badge] of this.#shown) {
      if (wanted.has(line)) continue;
      this.#editor.removeGlyphMarginWidget(badge);
      this.#shown.delete(line);
    }
    for (const stand of wanted.values()) this.#badgeAt(stand.line).show(stand);
  }

  #badgeAt(line: number): Badge {
    const known = this.#shown.get(line);
    if (known !== undefined) return known;
    const badge = new Badge(line, this.#onReach);
    this.#shown.set(line, badge);
    this.#editor.addGlyphMarginWidget(badge);
    return badge;
  }
}
