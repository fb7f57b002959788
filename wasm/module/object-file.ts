/** An object file's list of symbols, read and written: the linker's own section of it (WebAssembly's tool conventions, "linking"). */
import { ByteReader, leb128 } from './leb128.ts';
import { concatenate, customSection } from './sections.ts';

const header = 8;
const custom = 0;
const version = 2;
const subsection = { segments: 5, initFunctions: 6, symbols: 8 } as const;
const kind = { data: 1, section: 3 } as const;
const flag = { weak: 1, local: 2, hidden: 4, undefined: 0x10, explicitName: 0x40 } as const;

interface ObjectSymbol {
  kind: number;
  flags: number;
  name: string;
  /** What follows the name, or stands in its place: indices, offset and size. */
  before: number[];
  after: number[];
}

export interface Variable {
  name: string;
  binding: 'strong' | 'weak' | 'local';
  /** The name of the segment that it lies in, such as `.bss.counter`. */
  segment: string;
}

export class ObjectFile {
  readonly #bytes: Uint8Array;
  /** Of the section's content, in the file. */
  #begin = 0;
  #sectionBegin = 0;
  #end = 0;
  /** As they were, in their order: some refer to what those before them say. */
  readonly #subsections: Uint8Array[] = [];
  #segments: string[] = [];
  #symbols: ObjectSymbol[] = [];

  /** @throws Error of bytes that are no object file */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#find();
    this.#read();
  }

  /** The variables that it defines. */
  get variables(): Variable[] {
    return this.#symbols.filter(isVariable).map(({ name, flags, after }) => ({
      name,
      binding: flags & flag.weak ? 'weak' : flags & flag.local ? 'local' : 'strong',
      segment: this.#segments[after[0] ?? -1] ?? '',
    }));
  }

  /** The names of the functions that it defines. */
  get functions(): string[] {
    return this.#symbols.filter((symbol) => symbol.kind === 0 && isDefined(symbol)).map(({ name }) => name);
  }

  /** Gives other objects its variables of these names, or takes them from others. */
  exchange(names: ReadonlySet<string>, direction: 'give' | 'take'): void {
    for (const symbol of this.#symbols) {
      if (!isVariable(symbol) || !names.has(symbol.name)) continue;
      symbol.flags = (symbol.flags & ~flag.local) | flag.hidden;
      if (direction === 'give') continue;
      symbol.flags |= flag.undefined;
      symbol.after = [];
    }
  }

  /** @param withInitFunctions with those that run before `main` */
  encode(withInitFunctions: boolean): Uint8Array {
    const symbols = [...leb128(this.#symbols.length), ...this.#symbols.flatMap(encodeSymbol)];
    const table = Uint8Array.from([subsection.symbols, ...leb128(symbols.length), ...symbols]);
    const content = this.#subsections
      .filter(([type]) => withInitFunctions || type !== subsection.initFunctions)
      .map((bytes) => (bytes[0] === subsection.symbols ? table : bytes));
    return concatenate([
      this.#bytes.subarray(0, this.#sectionBegin),
      customSection('linking', concatenate([Uint8Array.of(version), ...content])),
      this.#bytes.subarray(this.#end),
    ]);
  }

  #find(): void {
    const bytes = new ByteReader(this.#bytes);
    bytes.at = header;
    while (bytes.left > 0) {
      this.#sectionBegin = bytes.at;
      const type = bytes.u8();
      const length = bytes.uleb();
      this.#end = bytes.at + length;
      if (type === custom && bytes.name() === 'linking') {
        this.#begin = bytes.at;
        return;
      }
      bytes.at = this.#end;
    }
    throw new Error('an object without a list of its symbols');
  }

  #read(): void {
    const bytes = new ByteReader(this.#bytes.subarray(0, this.#end));
    bytes.at = this.#begin;
    if (bytes.uleb() !== version) throw new Error('an object of another version');
    while (bytes.left > 0) {
      const begin = bytes.at;
      const type = bytes.u8();
      const length = bytes.uleb();
      const end = bytes.at + length;
      if (type === subsection.segments) this.#segments = readSegments(bytes);
      if (type === subsection.symbols) this.#symbols = readSymbols(bytes);
      this.#subsections.push(this.#bytes.subarray(begin, end));
      bytes.at = end;
    }
  }
}

const isDefined = ({ flags }: ObjectSymbol): boolean => (flags & flag.undefined) === 0;
const isVariable = (symbol: ObjectSymbol): boolean => symbol.kind === kind.data && isDefined(symbol);

function readSegments(bytes: ByteReader): string[] {
  return Array.from({ length: bytes.uleb() }, () => {
    const name = bytes.name();
    // Alignment and flags.
    bytes.uleb();
    bytes.uleb();
    return name;
  });
}

function readSymbols(bytes: ByteReader): ObjectSymbol[] {
  return Array.from({ length: bytes.uleb() }, () => {
    const symbol: ObjectSymbol = { kind: bytes.u8(), flags: bytes.uleb(), name: '', before: [], after: [] };
    if (symbol.kind !== kind.data) symbol.before = [bytes.uleb()];
    if (hasName(symbol)) symbol.name = bytes.name();
    if (isVariable(symbol)) symbol.after = [bytes.uleb(), bytes.uleb(), bytes.uleb()];
    return symbol;
  });
}

/** What is imported has its name from there. */
function hasName(symbol: ObjectSymbol): boolean {
  if (symbol.kind === kind.data) return true;
  return symbol.kind !== kind.section && (isDefined(symbol) || (symbol.flags & flag.explicitName) !== 0);
}

function encodeSymbol(symbol: ObjectSymbol): number[] {
  const name = new TextEncoder().encode(symbol.name);
  return [
    ...[symbol.kind, ...leb128(symbol.flags), ...symbol.before.flatMap(leb128)],
    ...(hasName(symbol) ? [...leb128(name.length), ...name] : []),
    ...symbol.after.flatMap(leb128),
  ];
}
