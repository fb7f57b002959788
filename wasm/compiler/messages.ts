/** What a compile has to say: Clang's diagnostics, and our words where a stage ended without any. */
import { paths } from './arguments.ts';
import { parseDiagnostics } from './diagnostics.ts';
import type { ToolResult } from './tool.ts';
import type { CompileResult, Diagnostic } from '../api/types.ts';

/** More than a person reads: a program can have a warning a line. */
const mostDiagnostics = 200;
const mostText = 256 << 10;

export function compilerDiagnostics(result: ToolResult, source: string): Diagnostic[] {
  const diagnostics = fewDiagnostics(parseDiagnostics(result.stderr, paths.source, source));
  const explained = result.exitCode === 0 || diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return explained && result.crash === undefined ? diagnostics : [...diagnostics, crashed('compiler', result)];
}

/** Errors before warnings, where not all have room. */
function fewDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  const few = (notes: Diagnostic['notes']): Diagnostic['notes'] => notes.slice(0, mostDiagnostics);
  if (diagnostics.length <= mostDiagnostics) return diagnostics.map((one) => ({ ...one, notes: few(one.notes) }));
  const [errors, others] = [true, false].map((wanted) =>
    diagnostics.filter(({ severity }) => (severity === 'error') === wanted),
  ) as [Diagnostic[], Diagnostic[]];
  const kept = [...errors, ...others].slice(0, mostDiagnostics);
  const left = diagnostics.length - kept.length;
  return [...fewDiagnostics(kept), { ...generalError(`${left} more messages are not shown.`), severity: 'warning' }];
}

export function cut(text: string): string {
  if (text.length <= mostText) return text;
  return `${text.slice(0, mostText)}\n… ${text.length - mostText} more characters are not shown.\n`;
}

/** What to say when a stage ended without saying why. */
export function crashed(stage: 'compiler' | 'linker', { crash = '', stderr }: ToolResult): Diagnostic {
  const assertion = /Assertion failed: (.*?)(?:\(|, function|$)/m.exec(stderr)?.[1];
  const fatal = /(?:LLVM ERROR|fatal error): (.*)/.exec(stderr)?.[1];
  if (/call stack|out of bounds/i.test(crash) && !assertion)
    return generalError(`The program is nested too deeply for the ${stage} (${crash}).`);
  if (stderr.includes('File too large'))
    return generalError(`The program is too large for the ${stage}: what it makes has more than 256 MiB.`);
  if (/memory/i.test(fatal ?? '')) return generalError(`The ${stage} ran out of memory.`);
  const detail = assertion ?? fatal ?? (crash || 'what it made is not valid');
  return generalError(
    `The ${stage} itself failed (${detail.trim()}). That is a fault in Clang, not in your program; a small change often gets round it.`,
  );
}

function generalError(message: string): Diagnostic {
  return { severity: 'error', file: paths.source, line: 1, column: 1, endLine: 1, endColumn: 1, message, notes: [] };
}

export function refused(message: string): CompileResult {
  return { ok: false, optimisation: 0, diagnostics: [generalError(message)], text: message, compileMs: 0, linkMs: 0 };
}

/** Clang's own text holds its messages already; ours are added. */
export function withMessages(text: string, diagnostics: readonly Diagnostic[]): string {
  const missing = diagnostics
    .filter(({ message }) => !text.includes(message))
    .map(({ message }) => `error: ${message}\n`);
  return text + missing.join('');
}
