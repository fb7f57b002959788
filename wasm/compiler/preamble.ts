/**
 * The upper part of a program, compiled once: while the person works on what is below it, only that is compiled. (The word is
 * clangd's.) It is a precompiled header on top of the one before it, and an object of its functions.
 *
 * Clang says of a part what it says of a whole program, but for one thing: that a static variable is not used.
 *
 * Some parts cannot have an object of their own; see shared-variables.ts. Their functions are compiled with each program, and so
 * are those of the parts on top of them.
 */
import {
  compileArguments,
  partsFolder,
  paths,
  preambleArguments,
  preambleObjectArguments,
  uncheckedFiles,
  type Input,
  type Output,
} from './arguments.ts';
import { compileObject } from './codegen.ts';
import { renameLines } from './dwarf-lines.ts';
import { FileSystem } from './filesystem.ts';
import type { CompilerFiles } from './load.ts';
import { canStandAlone } from './shared-variables.ts';
import { runTool, type ToolResult } from './tool.ts';

export class Preamble {
  /** All that it and those above it cover: the program's text from its beginning. */
  readonly text: string;
  readonly above: Preamble | undefined;
  /** What Clang said about this part. */
  readonly messages: string;
  readonly #made: ReadonlyMap<string, Uint8Array>;

  private constructor(text: string, above: Preamble | undefined, messages: string, made: Map<string, Uint8Array>) {
    this.text = text;
    this.above = above;
    this.messages = messages;
    this.#made = made;
  }

  /** @returns nothing, if the text has errors */
  static make(compiler: CompilerFiles, text: string, above?: Preamble): Preamble | undefined {
    const mayHaveObject = above === undefined || above.object !== undefined;
    const parts = mayHaveObject ? [true, false] : [false];
    for (const withObject of parts) {
      const part = new Part(compiler, text, above, withObject);
      const { exitCode, stderr } = part.makeHeader();
      if (exitCode !== 0) return undefined;
      if (!withObject || part.makeObject()) return new Preamble(text, above, stderr, part.made());
    }
    return undefined;
  }

  /** From the uppermost to this one. */
  get all(): Preamble[] {
    return [...(this.above?.all ?? []), this];
  }

  get pch(): string {
    return nameOf(this.above, 'pch');
  }

  get object(): string | undefined {
    const name = nameOf(this.above, 'o');
    return this.#made.has(name) ? name : undefined;
  }

  mount(files: FileSystem): void {
    this.above?.mount(files);
    for (const [name, data] of this.#made) files.add(name, data);
  }
}

function nameOf(above: Preamble | undefined, extension: 'pch' | 'o'): string {
  return `preamble-${partsOf(above)}.${extension}`;
}

/** A preamble in the making. */
class Part {
  readonly #compiler: CompilerFiles;
  readonly #above: Preamble | undefined;
  readonly #withObject: boolean;
  readonly #text: string;
  readonly #files: FileSystem;
  readonly #names: Record<'pch' | 'o', string>;
  readonly #source: string;

  constructor(compiler: CompilerFiles, text: string, above: Preamble | undefined, withObject: boolean) {
    this.#compiler = compiler;
    this.#text = text;
    this.#above = above;
    this.#withObject = withObject;
    this.#source = inputBelow(above).file;
    this.#names = { pch: nameOf(above, 'pch'), o: nameOf(above, 'o') };
    this.#files = new FileSystem(compiler.base);
    this.#files.add(paths.unchecked, uncheckedFiles);
    above?.mount(this.#files);
    this.#files.add(this.#source, text);
  }

  makeHeader(): ToolResult {
    const args = preambleArguments(inputBelow(this.#above), this.#names.pch, this.#withObject);
    return runTool(this.#compiler.module, args, this.#files);
  }

  /** @returns whether the object can stand beside others */
  makeObject(): boolean {
    const { pch, o } = this.#names;
    const object = this.#compile(o, (output) => preambleObjectArguments(pch, output));
    // A program that has only its header.
    const rest = inputFor(partsOf(this.#above) + 1, pch, this.#text);
    this.#files.add(rest.file, this.#text);
    const program = this.#compile(paths.object, (output) => compileArguments(rest, output));
    if (!object || !program || !canStandAlone(object, program)) return false;
    this.#files.add(o, renameLines(object));
    return true;
  }

  #compile(object: string, argumentsFor: (output: Output) => string[]): Uint8Array | undefined {
    const { module } = this.#compiler;
    const source = this.#text.slice(this.#above?.text.length);
    const { exitCode } = compileObject({ module, files: this.#files, argumentsFor, object, source });
    return exitCode === 0 ? this.#files.read(object) : undefined;
  }

  made(): Map<string, Uint8Array> {
    const { pch, o } = this.#names;
    const names = this.#withObject ? [this.#source, pch, o] : [this.#source, pch];
    return new Map(names.map((name) => [name, this.#files.read(name) ?? new Uint8Array(0)]));
  }
}

/** How Clang is to read a program of which so much is compiled ahead. */
export function inputBelow(preamble: Preamble | undefined): Input {
  return inputFor(partsOf(preamble), preamble?.pch ?? paths.pch, preamble?.text ?? '');
}

/** Each part has its own file, which holds the parts above, too: Clang wants a file to be as it was. */
function inputFor(part: number, pch: string, above: string): Input {
  const file = part === 0 ? paths.source : `${partsFolder}${part}/${paths.source}`;
  return { file, pch, skippedBytes: new TextEncoder().encode(above).length };
}

function partsOf(preamble: Preamble | undefined): number {
  return preamble?.all.length ?? 0;
}
