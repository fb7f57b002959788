/**
 * What a WebAssembly module imports and exports, types included. JavaScript's own `WebAssembly.Module.imports` names no
 * types, so they are read from the module's bytes; whatever is not plain WebAssembly as wasm-ld writes it is refused.
 */

/** `function: i32 i32 -> f64`, `global: i32`, `memory`, `table` or `tag`. */
export type ExternalType = string;

export interface ModuleImport {
  module: string;
  name: string;
  type: ExternalType;
}

export interface ModuleExport {
  name: string;
  type: ExternalType;
}

export interface ModuleInterface {
  imports: readonly ModuleImport[];
  exports: readonly ModuleExport[];
  /** Of the memory that the module brings; nothing if it brings none, or it may grow without end. */
  mostPages: number | undefined;
  /** Whether code runs before anything can be looked at. */
  hasStart: boolean;
}

/** The module is not of the form that this reader knows. */
export class UnreadableModule extends Error {
  override readonly name = 'UnreadableModule';
}

const section = { type: 1, import: 2, function: 3, memory: 5, global: 6, export: 7, start: 8 } as const;
const external = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;
const functionForm = 0x60;
const valueTypes = new Map([
  [0x7f, 'i32'],
  [0x7e, 'i64'],
  [0x7d, 'f32'],
  [0x7c, 'f64'],
  [0x7b, 'v128'],
  [0x70, 'funcref'],
  [0x6f, 'externref'],
  [0x69, 'exnref'],
]);
/** The instructions of a constant expression, by what follows them. */
const constants = {
  end: 0x0b,
  globalGet: 0x23,
  i32: 0x41,
  i64: 0x42,
  f32: 0x43,
  f64: 0x44,
  refNull: 0xd0,
  refFunc: 0xd2,
};

/** @throws UnreadableModule */
export function readInterface(bytes: Uint8Array): ModuleInterface {
  return new InterfaceReader(bytes).read();
}

class InterfaceReader {
  readonly #bytes: Uint8Array;
  #at = 8;
  /** Signatures by their index. */
  readonly #types: string[] = [];
  readonly #functions: string[] = [];
  readonly #globals: string[] = [];
  readonly #imports: ModuleImport[] = [];
  readonly #exports: ModuleExport[] = [];
  #mostPages: number | undefined;
  #hasStart = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): ModuleInterface {
    const magic = [0, 97, 115, 109, 1, 0, 0, 0];
    if (!magic.every((byte, index) => this.#bytes[index] === byte)) throw new UnreadableModule('not WebAssembly');
    while (this.#at < this.#bytes.length) this.#section();
    return {
      imports: this.#imports,
      exports: this.#exports,
      mostPages: this.#mostPages,
      hasStart: this.#hasStart,
    };
  }

  #section(): void {
    const id = this.#byte();
    const end = this.#number() + this.#at;
    if (end > this.#bytes.length) throw new UnreadableModule('a section is longer than the module');
    if (id === section.start) this.#hasStart = true;
    const item = this.#reader(id);
    if (item === undefined) {
      this.#at = end;
      return;
    }
    for (let count = this.#number(); count > 0; count--) item();
    if (this.#at !== end) throw new UnreadableModule(`section ${id} is not as long as it says`);
  }

  /** What reads one item of a section. Code, data and names are nothing that crosses. */
  #reader(id: number): (() => void) | undefined {
    switch (id) {
      case section.type:
        return () => this.#types.push(this.#signature());
      case section.import:
        return () => this.#import();
      case section.function:
        return () => this.#functions.push(this.#typeAt(this.#number()));
      case section.memory:
        return () => (this.#mostPages = this.#limits());
      case section.global:
        return () => this.#global();
      case section.export:
        return () => this.#export();
      default:
        return undefined;
    }
  }

  #import(): void {
    const [module, name] = [this.#name(), this.#name()];
    this.#imports.push({ module, name, type: this.#importedType() });
  }

  #importedType(): ExternalType {
    const kind = this.#byte();
    switch (kind) {
      case external.function: {
        const type = this.#typeAt(this.#number());
        this.#functions.push(type);
        return type;
      }
      case external.table:
        return `table: ${this.#valueType()} ${this.#limits() ?? ''}`;
      case external.memory:
        return `memory: ${this.#limits() ?? ''}`;
      case external.global: {
        const type = this.#globalType();
        this.#globals.push(type);
        return type;
      }
      case external.tag:
        this.#byte();
        return `tag: ${this.#typeAt(this.#number())}`;
      default:
        throw new UnreadableModule(`an import of kind ${kind}`);
    }
  }

  #export(): void {
    const name = this.#name();
    const kind = this.#byte();
    const index = this.#number();
    this.#exports.push({ name, type: this.#exportedType(kind, index) });
  }

  #exportedType(kind: number, index: number): ExternalType {
    switch (kind) {
      case external.function:
        return this.#functions[index] ?? '?';
      case external.table:
        return 'table';
      case external.memory:
        return 'memory';
      case external.global:
        return this.#globals[index] ?? '?';
      case external.tag:
        return 'tag';
      default:
        throw new UnreadableModule(`an export of kind ${kind}`);
    }
  }

  #signature(): string {
    const form = this.#byte();
    if (form !== functionForm) throw new UnreadableModule(`a type of form ${form}`);
    const [parameters, results] = [this.#valueTypes(), this.#valueTypes()];
    return `function: ${parameters} -> ${results}`;
  }

  #typeAt(index: number): string {
    const type = this.#types[index];
    if (type === undefined) throw new UnreadableModule(`no type has the number ${index}`);
    return type;
  }

  #valueTypes(): string {
    return Array.from({ length: this.#number() }, () => this.#valueType()).join(' ') || '()';
  }

  #valueType(): string {
    const code = this.#byte();
    const type = valueTypes.get(code);
    if (type === undefined) throw new UnreadableModule(`a value of type ${code}`);
    return type;
  }

  #globalType(): ExternalType {
    const type = this.#valueType();
    return `global: ${this.#byte() === 0 ? '' : 'mutable '}${type}`;
  }

  #global(): void {
    this.#globals.push(this.#globalType());
    this.#skipConstant();
  }

  #skipConstant(): void {
    for (;;) {
      switch (this.#byte()) {
        case constants.end:
          return;
        case constants.globalGet:
        case constants.refFunc:
          this.#number();
          break;
        case constants.i32:
        case constants.i64:
          while (this.#byte() >= 0x80);
          break;
        case constants.f32:
          this.#at += 4;
          break;
        case constants.f64:
          this.#at += 8;
          break;
        case constants.refNull:
          this.#byte();
          break;
        default:
          throw new UnreadableModule('the value of a global is no constant');
      }
    }
  }

  /** @returns the upper one, if there is one */
  #limits(): number | undefined {
    const flags = this.#byte();
    if (flags > 1) throw new UnreadableModule(`limits with flags ${flags}`);
    this.#number();
    return flags === 1 ? this.#number() : undefined;
  }

  #name(): string {
    const length = this.#number();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new UnreadableModule('a name is longer than the module');
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.#bytes.subarray(this.#at, end));
    this.#at = end;
    return name;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new UnreadableModule('it ends too early');
    return byte;
  }

  /** An unsigned number of up to 32 bits. */
  #number(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 28; scale *= 2 ** 7) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new UnreadableModule('a number is too long');
  }
}
