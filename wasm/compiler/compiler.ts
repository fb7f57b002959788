/** The compiler in the page: Clang and wasm-ld, run stage by stage over files in memory. */
import { linkArguments, paths, uncheckedFiles } from './arguments.ts';
import { compileObject } from './codegen.ts';
import { parseDiagnostics, readableText } from './diagnostics.ts';
import { FileSystem } from './filesystem.ts';
import { finish } from './finish.ts';
import { linkerDiagnostics } from './linker-errors.ts';
import { renameLines } from './dwarf-lines.ts';
import { loadFiles, type CompilerFiles, type LoadOptions } from './load.ts';
import { runTool, type ToolResult } from './tool.ts';
import type { Compiler, CompileResult, Diagnostic } from '../api/types.ts';

/** Loads the compiler, and compiles a first program so that the next one finds the compiler's code compiled. */
export async function loadCompiler(options: LoadOptions): Promise<Compiler> {
  const compiler = new ClangCompiler(await loadFiles(options));
  await compiler.compile(warmUp);
  return compiler;
}

const warmUp = '#include <asyncio/asyncio.hpp>\n#include <print>\nint main() { std::println("{}", 1); }\n';
/** More than any program that a person writes; keeps a pasted file from taking the page's memory. */
const maxSource = 4 << 20;
/** More than a person reads: a program can have a warning a line. */
const mostDiagnostics = 200;
const mostText = 256 << 10;

class ClangCompiler implements Compiler {
  readonly #files: CompilerFiles;

  constructor(files: CompilerFiles) {
    this.#files = files;
  }

  async compile(source: string): Promise<CompileResult> {
    if (source.length > maxSource)
      return refused(`The program is too long: ${source.length} characters, of at most ${maxSource}.`);
    const files = new FileSystem(this.#files.base);
    files.add(paths.source, source);
    files.add(paths.unchecked, uncheckedFiles);
    const begin = performance.now();
    const compiled = compileObject(this.#files.module, files, source);
    const compileMs = performance.now() - begin;
    const diagnostics = compilerDiagnostics(compiled, source);
    const text = cut(readableText(compiled.stderr));
    if (compiled.exitCode !== 0)
      return { ok: false, diagnostics, text: withMessages(text, diagnostics), compileMs, linkMs: 0 };
    return this.#link(files, source, { diagnostics, text, compileMs });
  }

  async #link(
    files: FileSystem,
    source: string,
    soFar: Pick<CompileResult, 'diagnostics' | 'text' | 'compileMs'>,
  ): Promise<CompileResult> {
    const begin = performance.now();
    files.add(paths.object, renameLines(files.read(paths.object) ?? new Uint8Array(0)));
    const linked = runTool(this.#files.module, linkArguments(), files);
    const linkMs = performance.now() - begin;
    const module = files.read(paths.program);
    // What Clang's assertions miss shows here, before anybody runs it.
    if (linked.exitCode === 0 && module && WebAssembly.validate(module as BufferSource)) {
      const map = new TextDecoder().decode(files.read(paths.map));
      return { ok: true, module: await finish(module, map), ...soFar, linkMs };
    }
    const errors = linkerDiagnostics(linked.stderr, source);
    const diagnostics = [...soFar.diagnostics, ...(errors.length > 0 ? errors : [crashed('linker', linked)])];
    return {
      ok: false,
      ...soFar,
      diagnostics,
      text: withMessages(soFar.text, errors.length > 0 ? errors : diagnostics),
      linkMs,
    };
  }
}

function compilerDiagnostics(result: ToolResult, source: string): Diagnostic[] {
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

function cut(text: string): string {
  if (text.length <= mostText) return text;
  return `${text.slice(0, mostText)}\n… ${text.length - mostText} more characters are not shown.\n`;
}

/** What to say when a stage ended without saying why. */
function crashed(stage: 'compiler' | 'linker', { crash = '', stderr }: ToolResult): Diagnostic {
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

function refused(message: string): CompileResult {
  return { ok: false, diagnostics: [generalError(message)], text: message, compileMs: 0, linkMs: 0 };
}

/** Clang's own text holds its messages already; ours are added. */
function withMessages(text: string, diagnostics: readonly Diagnostic[]): string {
  const missing = diagnostics
    .filter(({ message }) => !text.includes(message))
    .map(({ message }) => `error: ${message}\n`);
  return text + missing.join('');
}
