/** The compiler in the page: Clang and wasm-ld, run stage by stage over files in memory. */
import { compileArguments, linkArguments, paths, uncheckedFiles } from './arguments.ts';
import { compileObject } from './codegen.ts';
import { joinMessages, readableText } from './diagnostics.ts';
import { FileSystem } from './filesystem.ts';
import { finish } from './finish.ts';
import { linkerDiagnostics } from './linker-errors.ts';
import { renameLines } from './dwarf-lines.ts';
import { loadFiles, type CompilerFiles, type LoadOptions } from './load.ts';
import { compilerDiagnostics, crashed, cut, refused, withMessages } from './messages.ts';
import { mountPack, packParts } from './pack-format.ts';
import { inputBelow, type Preamble } from './preamble.ts';
import { Preambles } from './preambles.ts';
import { shareVariables } from './shared-variables.ts';
import { runTool, type ToolResult } from './tool.ts';
import type { Compiler, CompileResult, Diagnostic, Optimisation, SharedFiles } from '../api/types.ts';

/** Loads the compiler, and compiles a first program so that the next one finds the compiler's code compiled. */
export async function loadCompiler(options: LoadOptions): Promise<Compiler> {
  const compiler = new ClangCompiler(await loadFiles(options));
  await compiler.compile(warmUp);
  return compiler;
}

/** The compiler that another thread has loaded. */
export async function adoptCompiler({ module, base }: SharedFiles): Promise<Compiler> {
  const files = new FileSystem();
  mountPack(new Uint8Array(await base.arrayBuffer()), files);
  return new ClangCompiler({ module, base: files });
}

const warmUp = '#include <asyncio/asyncio.hpp>\n#include <print>\nint main() { std::println("{}", 1); }\n';
/** More than any program that a person writes; keeps a pasted file from taking the page's memory. */
const maxSource = 4 << 20;

class ClangCompiler implements Compiler {
  readonly #files: CompilerFiles;
  readonly #preambles: Preambles;

  constructor(files: CompilerFiles) {
    this.#files = files;
    this.#preambles = new Preambles(files);
  }

  async compile(source: string, optimisation: Optimisation = 0): Promise<CompileResult> {
    if (source.length > maxSource)
      return refused(`The program is too long: ${source.length} characters, of at most ${maxSource}.`);
    const optimised = optimisation > 0 ? await this.#optimise(source, optimisation) : undefined;
    if (optimised) return optimised;
    const preamble = this.#preambles.of(source);
    const begin = performance.now();
    const build = compileProgram(this.#files, source, preamble);
    const compileMs = performance.now() - begin;
    if (build.compiled.exitCode !== 0) return notCompiled(build, compileMs);
    const result = await this.#link(build, compileMs);
    if (result.ok || preamble === undefined) return result;
    // Whatever two objects cannot do together, one can.
    this.#preambles.drop();
    return this.compile(source);
  }

  /** @returns nothing where Clang fails: optimised, it knows no way round its bug; see codegen.ts */
  async #optimise(source: string, optimisation: Optimisation): Promise<CompileResult | undefined> {
    const begin = performance.now();
    const build = optimiseProgram(this.#files, source, optimisation);
    const compileMs = performance.now() - begin;
    if (build.compiled.crash !== undefined || build.compiled.stderr.includes('Assertion failed')) return undefined;
    if (build.compiled.exitCode !== 0) return notCompiled(build, compileMs);
    const result = await this.#link(build, compileMs);
    return result.ok ? { ...result, optimisation } : undefined;
  }

  prepare(source: string, limit: number): number {
    return source.length > maxSource ? 0 : this.#preambles.prepare(source, limit);
  }

  files(): SharedFiles {
    const { module, base } = this.#files;
    const rows = base.contents().map(([path, data]) => [{ path, size: data.length, columns: false }, data] as const);
    return { module, base: new Blob(packParts(rows) as BlobPart[]) };
  }

  async #link({ files, source, preamble, diagnostics, text }: Build, compileMs: number): Promise<CompileResult> {
    const begin = performance.now();
    files.add(paths.object, renameLines(files.read(paths.object) ?? new Uint8Array(0)));
    const objects = preamble?.all.flatMap(({ object }) => object ?? []) ?? [];
    if (objects.length > 0) addShared(files, objects);
    const linked = runTool(this.#files.module, linkArguments(objects), files);
    const linkMs = performance.now() - begin;
    const module = files.read(paths.program);
    // What Clang's assertions miss shows here, before anybody runs it.
    if (linked.exitCode === 0 && module && WebAssembly.validate(module as BufferSource)) {
      return { ok: true, optimisation: 0, module: await finish(module), diagnostics, text, compileMs, linkMs };
    }
    // Only for its messages.
    const { stderr } = runTool(this.#files.module, linkArguments(objects, 'readable'), files);
    const errors = linkerDiagnostics(stderr, source);
    const all = [...diagnostics, ...(errors.length > 0 ? errors : [crashed('linker', linked)])];
    return {
      ok: false,
      optimisation: 0,
      diagnostics: all,
      text: withMessages(text, errors.length > 0 ? errors : all),
      compileMs,
      linkMs,
    };
  }
}

/** A program that was compiled, and is not linked yet. */
interface Build {
  files: FileSystem;
  source: string;
  preamble: Preamble | undefined;
  compiled: ToolResult;
  diagnostics: Diagnostic[];
  text: string;
}

function compileProgram({ module, base }: CompilerFiles, source: string, preamble: Preamble | undefined): Build {
  const files = new FileSystem(base);
  preamble?.mount(files);
  files.add(paths.unchecked, uncheckedFiles);
  const input = inputBelow(preamble);
  files.add(input.file, source);
  const rest = compileObject({
    module,
    files,
    argumentsFor: (output) => compileArguments(input, output),
    object: paths.object,
    // Without an object of its own the upper part's functions are compiled here.
    source: preamble?.object === undefined ? source : source.slice(preamble.text.length),
  });
  return built({ files, source, preamble }, rest);
}

/** As a whole: what is compiled ahead is not optimised. */
function optimiseProgram({ module, base }: CompilerFiles, source: string, optimisation: Optimisation): Build {
  const files = new FileSystem(base);
  files.add(paths.unchecked, uncheckedFiles);
  files.add(paths.source, source);
  const output = { kind: 'object', file: paths.object, optimisation } as const;
  return built(
    { files, source, preamble: undefined },
    runTool(module, compileArguments(inputBelow(undefined), output), files),
  );
}

function built(program: Pick<Build, 'files' | 'source' | 'preamble'>, rest: ToolResult): Build {
  const { preamble, source } = program;
  const stderr = joinMessages([...(preamble?.all.map(({ messages }) => messages) ?? []), rest.stderr]);
  const compiled = { ...rest, stderr };
  return {
    ...program,
    compiled,
    diagnostics: compilerDiagnostics(compiled, source),
    text: cut(readableText(stderr)),
  };
}

function addShared(files: FileSystem, objects: readonly string[]): void {
  const [last, others] = shareVariables(
    files.read(paths.object) ?? new Uint8Array(0),
    objects.map((name) => files.read(name) ?? new Uint8Array(0)),
  );
  files.add(paths.object, last);
  objects.forEach((name, index) => files.add(name, others[index] ?? new Uint8Array(0)));
}

function notCompiled({ text, diagnostics }: Build, compileMs: number): CompileResult {
  return { ok: false, optimisation: 0, diagnostics, text: withMessages(text, diagnostics), compileMs, linkMs: 0 };
}
