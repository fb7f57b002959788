/** Monaco as the page's editor. This module is large and loaded on its own, after the page's frame is shown. */
import { editor, KeyCode, KeyMod, MarkerSeverity } from 'monaco-editor/editor.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import type { Diagnostic } from '../../../../wasm/api/types.ts';
import type { Stand } from '../rewind/moment.ts';
import { Badges } from './badges.ts';
import type { CodeEditor, CodeEditorEvents, LineMark, TextPosition } from './code-editor.ts';
import './features.ts';
import { markersOf } from './markers.ts';
import { darkTheme, lightTheme, themes } from './themes.ts';

const owner = 'compiler';
/** Programs whose Undo is kept. */
const mostModels = 20;
const severities: Record<Diagnostic['severity'], MarkerSeverity> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  note: MarkerSeverity.Info,
};

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
for (const [name, theme] of Object.entries(themes)) editor.defineTheme(name, theme);

const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  language: 'cpp',
  ariaLabel: 'Editor',
  automaticLayout: true,
  // A plain text area under the hood: every browser has it, and assistive technology knows it.
  editContext: false,
  fixedOverflowWidgets: true,
  fontFamily: 'ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSize: 14,
  // Always there, so that the text does not move when badges come.
  glyphMargin: true,
  lineHeight: 21,
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  overviewRulerBorder: false,
  padding: { top: 10, bottom: 10 },
  renderLineHighlight: 'line',
  scrollBeyondLastLine: false,
  smoothScrolling: true,
  tabSize: 2,
  wordBasedSuggestions: 'currentDocument',
};

class MonacoEditor implements CodeEditor {
  readonly #editor: editor.IStandaloneCodeEditor;
  #model: editor.ITextModel;
  /** Of each program that was shown; the latest last. */
  readonly #models = new Map<string, { model: editor.ITextModel; view: editor.ICodeEditorViewState | null }>();
  #program = '';
  readonly #pointer: editor.IEditorDecorationsCollection;
  readonly #badges: Badges;
  readonly #findings: editor.IEditorDecorationsCollection;
  /** True while the page itself sets the text, which is not an edit. */
  #setting = false;

  constructor(host: HTMLElement, source: string, dark: boolean, events: CodeEditorEvents) {
    this.#model = editor.createModel(source, 'cpp');
    this.#model.setEOL(editor.EndOfLineSequence.LF);
    this.#editor = editor.create(host, { ...editorOptions, model: this.#model, theme: dark ? darkTheme : lightTheme });
    this.#pointer = this.#editor.createDecorationsCollection();
    this.#findings = this.#editor.createDecorationsCollection();
    this.#editor.onDidChangeModelContent(() => {
      if (!this.#setting) events.onEdit(this.#model.getValue());
    });
    this.#editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => events.onRun());
    this.#badges = new Badges(this.#editor, (line) => events.onReach(line));
    this.#editor.addAction({
      id: 'page.runToLine',
      label: 'Run to the Next Time That This Line Is Reached',
      keybindings: [KeyMod.CtrlCmd | KeyCode.F10],
      contextMenuGroupId: 'navigation',
      run: (self) => events.onReach(self.getPosition()?.lineNumber ?? 1),
    });
  }

  setSource(source: string, program: string): void {
    this.#show(program, source);
    if (this.#model.getValue() === source) return;
    this.#setting = true;
    // As an edit, so that Undo brings the former text back.
    this.#model.pushStackElement();
    this.#model.pushEditOperations([], [{ range: this.#model.getFullModelRange(), text: source }], () => null);
    this.#model.pushStackElement();
    this.#model.setEOL(editor.EndOfLineSequence.LF);
    this.#setting = false;
    this.#editor.setScrollTop(0);
    this.#editor.setPosition({ lineNumber: 1, column: 1 });
  }

  /** Shows a program's own model, which has its Undo and its cursor. */
  #show(program: string, source: string): void {
    if (program === this.#program) return;
    if (this.#program !== '') {
      this.#models.set(this.#program, { model: this.#model, view: this.#editor.saveViewState() });
      const kept = this.#models.get(program);
      this.#model = kept?.model ?? editor.createModel(source, 'cpp');
      this.#model.setEOL(editor.EndOfLineSequence.LF);
      this.#editor.setModel(this.#model);
      this.#editor.restoreViewState(kept?.view ?? null);
    }
    this.#models.delete(program);
    this.#program = program;
    for (const [other, { model }] of this.#models) {
      if (this.#models.size < mostModels) break;
      model.dispose();
      this.#models.delete(other);
    }
  }

  setProblems(diagnostics: readonly Diagnostic[]): void {
    const markers = markersOf(diagnostics).map((marker) => ({ ...marker, severity: severities[marker.severity] }));
    editor.setModelMarkers(this.#model, owner, markers);
  }

  setFindings(marks: readonly LineMark[]): void {
    const known = marks.filter(({ line }) => line >= 1 && line <= this.#model.getLineCount());
    this.#findings.set(
      known.map(({ line, text }) => ({
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        // The tooltip is plain text: names in it are the program's own.
        options: { linesDecorationsClassName: 'finding-mark', linesDecorationsTooltip: text },
      })),
    );
  }

  get position(): TextPosition {
    const { lineNumber, column } = this.#editor.getPosition() ?? { lineNumber: 1, column: 1 };
    return { line: lineNumber, column };
  }

  goTo(position: TextPosition): void {
    this.place(position);
    this.#editor.focus();
  }

  place({ line, column }: TextPosition): void {
    const position = this.#model.validatePosition({ lineNumber: line, column });
    this.#editor.setPosition(position);
    this.#editor.revealPositionInCenterIfOutsideViewport(position);
  }

  pointAt(line: number | undefined): void {
    if (line === undefined || line > this.#model.getLineCount()) return this.#pointer.clear();
    const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
    this.#pointer.set([{ range, options: { isWholeLine: true, className: 'pointed-line' } }]);
    this.#editor.revealLineInCenterIfOutsideViewport(line);
  }

  setStands(stands: readonly Stand[]): void {
    this.#badges.show(stands, this.#model.getLineCount());
  }

  setDark(dark: boolean): void {
    editor.setTheme(dark ? darkTheme : lightTheme);
  }

  dispose(): void {
    this.#editor.dispose();
    for (const { model } of this.#models.values()) model.dispose();
    this.#model.dispose();
  }
}

export function createMonaco(host: HTMLElement, source: string, dark: boolean, events: CodeEditorEvents): CodeEditor {
  return new MonacoEditor(host, source, dark, events);
}

/** The text as HTML, coloured like the editor's. */
export function colourPython(source: string): Promise<string> {
  return editor.colorize(source, 'python', { tabSize: 4 });
}
