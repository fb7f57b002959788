/** How large a linked program is, compressed, and how much of that is the code of the runtime. */
import { readInterface } from '../module/interface.ts';
import { ByteReader } from '../module/leb128.ts';
import { concatenate, type Sections } from '../module/sections.ts';
import { sizeSection } from '../module/size-section.ts';

const functionNames = 1;
/** A function of the library's namespace, or what belongs to one; as the linker has it, mangled. */
const ofRuntime = /^(?:_Z(?:Z|GV|T\w+?_)?N[rVK]*[RO]?7asyncio|asyncio_)/;

/** The section that says how large the module is. @param linked with the names of its functions */
export async function measured(module: Uint8Array, linked: Sections): Promise<Uint8Array> {
  const [compressed, runtime] = await Promise.all([gzipped(module), gzipped(concatenate(runtimeCode(linked)))]);
  return sizeSection({ compressed, runtime });
}

/** The functions that come from the runtime: its library's, and those made of its templates. */
export function runtimeCode({ bare, code, custom }: Sections): Uint8Array[] {
  const names = readFunctionNames(custom.get('name') ?? new Uint8Array(0));
  const imported = readInterface(bare).imports.filter(({ type }) => type.startsWith('function')).length;
  const bytes = new ByteReader(bare);
  bytes.at = code;
  const count = code === 0 ? 0 : bytes.uleb();
  const bodies = Array.from({ length: count }, () => bytes.bytes(bytes.uleb()));
  return bodies.filter((_, index) => ofRuntime.test(names.get(imported + index) ?? ''));
}

function readFunctionNames(section: Uint8Array): Map<number, string> {
  const bytes = new ByteReader(section);
  while (bytes.left > 0) {
    const kind = bytes.u8();
    const end = bytes.uleb() + bytes.at;
    if (kind === functionNames)
      return new Map(Array.from({ length: bytes.uleb() }, () => [bytes.uleb(), bytes.name()]));
    bytes.at = end;
  }
  return new Map();
}

async function gzipped(bytes: Uint8Array): Promise<number> {
  const packed = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}
