/** A text area as the page's editor: for touch screens, whose keyboards Monaco does not serve well, and when Monaco fails. */
import type { Diagnostic } from '../../../../wasm/api/types.ts';
import type { Stand } from '../rewind/moment.ts';
import type { CodeEditor, CodeEditorEvents, LineMark, TextPosition } from './code-editor.ts';

class PlainEditor implements CodeEditor {
  readonly #area = document.createElement('textarea');

  constructor(host: HTMLElement, source: string, events: CodeEditorEvents) {
    const area = this.#area;
    area.className = 'plain-editor';
    area.ariaLabel = 'Editor';
    area.spellcheck = false;
    area.autocapitalize = 'off';
    area.setAttribute('autocorrect', 'off');
    area.wrap = 'off';
    area.value = source;
    area.addEventListener('input', () => events.onEdit(area.value));
    area.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      events.onRun();
    });
    host.append(area);
  }

  setSource(source: string): void {
    if (this.#area.value !== source) this.#area.value = source;
  }

  /** A text area underlines nothing; the Problems pane lists them all. */
  setProblems(_diagnostics: readonly Diagnostic[]): void {
    return;
  }

  /** Nor has it a margin; the Findings pane lists them. */
  setFindings(_marks: readonly LineMark[]): void {
    return;
  }

  get position(): TextPosition {
    const lines = this.#area.value.slice(0, this.#area.selectionStart).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }

  goTo(position: TextPosition): void {
    this.#area.focus();
    this.place(position);
  }

  place({ line, column }: TextPosition): void {
    const at = offsetOf(this.#area.value, line) + column - 1;
    this.#area.setSelectionRange(at, at);
  }

  pointAt(_line: number | undefined): void {
    return;
  }

  /** A text area has no gutter; the timeline lists the lines. */
  setStands(_stands: readonly Stand[]): void {
    return;
  }

  setDark(_dark: boolean): void {
    return;
  }

  dispose(): void {
    this.#area.remove();
  }
}

/** Where a 1-based line begins; the end of the text if there is no such line. */
function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return text.length;
    at = newline + 1;
  }
  return at;
}

export function createPlain(host: HTMLElement, source: string, events: CodeEditorEvents): CodeEditor {
  return new PlainEditor(host, source, events);
}
