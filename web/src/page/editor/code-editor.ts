/** What the page needs of an editor. Monaco serves it, or a plain text area where Monaco does not suit. */
import type { Diagnostic } from '../../../../wasm/api/types.ts';
import type { Stand } from '../rewind/moment.ts';

/** 1-based; columns count UTF-16 units. */
export interface TextPosition {
  line: number;
  column: number;
}

export interface LineMark {
  line: number;
  text: string;
}

export interface CodeEditorEvents {
  onEdit(source: string): void;
  onRun(): void;
  /** The person wants to see the next time that a task comes to this line. */
  onReach(line: number): void;
}

export interface CodeEditor {
  /** Where the cursor is. */
  readonly position: TextPosition;
  /** @param program whose text it is; each has its own Undo */
  setSource(source: string, program: string): void;
  setProblems(diagnostics: readonly Diagnostic[]): void;
  /** Marks lines at their numbers, each with a text. */
  setFindings(marks: readonly LineMark[]): void;
  /** Shows a place and puts the cursor there. */
  goTo(position: TextPosition): void;
  /** The same, without going there. */
  place(position: TextPosition): void;
  /** Marks a line while the timeline points at it; nothing to unmark. */
  pointAt(line: number | undefined): void;
  /** Shows how many tasks stand at which lines. */
  setStands(stands: readonly Stand[]): void;
  setDark(dark: boolean): void;
  dispose(): void;
}
