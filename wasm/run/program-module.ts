/** A program that was checked: the only form in which the host takes one. */
import { checkInterface, RefusedModule } from './host-abi.ts';
import { readInterface } from '../module/interface.ts';
import { programSize } from '../module/size-section.ts';
import type { ProgramSize } from '../api/types.ts';

export class ProgramModule {
  readonly module: WebAssembly.Module;
  /** Where the module says it in a way that can be believed. */
  readonly size: ProgramSize | undefined;
  /** Whether it may read standard input. */
  readonly reads: boolean;

  private constructor(module: WebAssembly.Module, bytes: Uint8Array) {
    this.module = module;
    this.size = programSize(module, bytes.length);
    this.reads = WebAssembly.Module.imports(module).some(({ name }) => name === 'fd_read');
  }

  /** @throws RefusedModule; WebAssembly.CompileError for what is no valid module */
  static async compile(bytes: Uint8Array): Promise<ProgramModule> {
    checkInterface(bytes);
    const module = await WebAssembly.compile(bytes as BufferSource);
    if (!agrees(module, bytes))
      throw new RefusedModule('The program was refused before it ran: it can be read in two ways.');
    return new ProgramModule(module, bytes);
  }
}

/** Whether the engine, too, reads the imports that were checked. */
function agrees(module: WebAssembly.Module, bytes: Uint8Array): boolean {
  const checked = readInterface(bytes).imports;
  const seen = WebAssembly.Module.imports(module);
  return (
    seen.length === checked.length &&
    checked.every(({ module, name, type }, index) => {
      const other = seen[index];
      return other?.module === module && other.name === name && type.startsWith(`${other.kind}:`);
    })
  );
}
