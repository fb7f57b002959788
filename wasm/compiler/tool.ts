/** Runs one stage of the compiler (`clang -cc1`, `wasm-ld`) in a fresh instance, so that no crash outlives its run. */
import type { FileSystem } from './filesystem.ts';
import { ToolSystem } from './tool-system.ts';
import { ExitSignal, withoutPrototype } from '../wasi/calls.ts';

export interface ToolResult {
  /** The tool's exit code; `undefined` when it crashed. */
  exitCode: number | undefined;
  /** What it printed on standard output and standard error. */
  stdout: string;
  stderr: string;
  /** How it crashed: the message of the trap. */
  crash?: string;
}

export function runTool(module: WebAssembly.Module, args: readonly string[], files: FileSystem): ToolResult {
  const system = new ToolSystem(args, files);
  const end = callStart(module, system);
  return { ...end, stdout: join(system.stdout), stderr: join(system.stderr) };
}

function callStart(module: WebAssembly.Module, system: ToolSystem): Pick<ToolResult, 'exitCode' | 'crash'> {
  try {
    const { exports } = new WebAssembly.Instance(
      module,
      withoutPrototype({ wasi_snapshot_preview1: withoutPrototype(system.imports()) }),
    );
    const { memory, _start: start } = exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function')
      throw new Error('the compiler is damaged');
    system.memory.attach(memory);
    (start as () => void)();
    return { exitCode: 0 };
  } catch (error) {
    if (error instanceof ExitSignal) return { exitCode: error.code };
    return { exitCode: undefined, crash: error instanceof Error ? error.message : String(error) };
  }
}

function join(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}
