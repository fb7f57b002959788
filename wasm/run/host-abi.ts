/**
 * The documented ABI (docs/host-abi.md) as a list, and the check of a module against it: what a program imports and exports
 * is compared by module, name and type before any of it runs. A program that came by a link can hold anything.
 */
import { readInterface, UnreadableModule, type ExternalType, type ModuleInterface } from '../module/interface.ts';

type Names = ReadonlyMap<string, ExternalType>;

const i32 = (count: number): string => Array.from({ length: count }, () => 'i32').join(' ') || '()';
/** A function that takes numbers of 32 bits and gives one, or none. */
const call = (parameters: number, result: 'i32' | '()' = 'i32'): ExternalType =>
  `function: ${i32(parameters)} -> ${result}`;

export const importable: ReadonlyMap<string, Names> = new Map<string, Names>([
  [
    'asyncio_host',
    new Map([
      ['now', 'function: () -> f64'],
      ['run', call(0, '()')],
      ['trace', call(2, '()')],
      ['report', call(5, '()')],
      ['order', call(2)],
    ]),
  ],
  [
    'asyncio_web',
    new Map([
      ['fetch', call(3, '()')],
      ['read', call(2, '()')],
      ['connect', call(3, '()')],
      ['send', call(4)],
      ['close', call(4, '()')],
      ['drop', call(1, '()')],
      ['take', call(1, '()')],
    ]),
  ],
  [
    'wasi_snapshot_preview1',
    new Map([
      ['args_get', call(2)],
      ['args_sizes_get', call(2)],
      ['environ_get', call(2)],
      ['environ_sizes_get', call(2)],
      ['clock_res_get', call(2)],
      ['clock_time_get', 'function: i32 i64 i32 -> i32'],
      ['random_get', call(2)],
      ['proc_exit', call(1, '()')],
      ['fd_close', call(1)],
      ['fd_fdstat_get', call(2)],
      ['fd_read', call(4)],
      ['fd_seek', 'function: i32 i64 i32 i32 -> i32'],
      ['fd_write', call(4)],
    ]),
  ],
]);

const required: Names = new Map([
  ['memory', 'memory'],
  ['__stack_pointer', 'global: mutable i32'],
  ['_initialize', call(0, '()')],
  ['asyncio_configure', call(2, '()')],
  ['asyncio_main', call(0)],
  ['asyncio_tick', 'function: f64 -> f64'],
  ['asyncio_time', 'function: () -> f64'],
  ['asyncio_trap', call(0, '()')],
]);

const optional: Names = new Map([
  ['asyncio_web_event', call(3, '()')],
  // Of modules that Emscripten links: tests and benchmarks.
  ['__indirect_function_table', 'table'],
  ['__trap', call(0, '()')],
]);

/** A gibibyte: what the linker allows. */
const mostPages = 1 << 14;
const longestName = 60;

/** Why a module may not run. The message is for the person who wants to run it. */
export class RefusedModule extends Error {
  override readonly name = 'RefusedModule';
}

/** @throws RefusedModule */
export function checkInterface(bytes: Uint8Array): void {
  const found = interfaceOf(bytes);
  for (const { module, name, type } of found.imports) {
    const expected = importable.get(module)?.get(name);
    const what = `it imports ${quoted(name)} from ${quoted(module)}`;
    if (expected === undefined) throw refusal(`${what}, which the host does not offer`);
    if (type !== expected) throw refusal(`${what} as a ${type}; the host offers a ${expected}`);
  }
  checkExports(found);
  if (found.hasStart) throw refusal('it has a start function, which would run before anything else');
  if (found.mostPages === undefined || found.mostPages > mostPages)
    throw refusal('its memory may grow past a gibibyte');
}

function checkExports({ exports }: ModuleInterface): void {
  const names = new Map(exports.map(({ name, type }) => [name, type]));
  for (const [name, type] of required) {
    if (names.get(name) !== type) throw refusal(`it exports no ${quoted(name)} that is a ${type}`);
  }
  for (const [name, type] of names) {
    const expected = required.get(name) ?? optional.get(name);
    if (expected !== type) throw refusal(`it exports ${quoted(name)} as a ${type}, for which the host has no use`);
  }
}

function interfaceOf(bytes: Uint8Array): ModuleInterface {
  try {
    return readInterface(bytes);
  } catch (error) {
    if (error instanceof UnreadableModule || error instanceof TypeError)
      throw refusal(`it is no module that this compiler makes (${error.message})`);
    throw error;
  }
}

function refusal(why: string): RefusedModule {
  return new RefusedModule(
    `The program was refused before it ran: ${why}. Programs may import only what docs/host-abi.md lists.`,
  );
}

/** Names are the program's own words: cut, and without what could disturb a line. */
function quoted(name: string): string {
  const cut = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  return JSON.stringify(cut);
}
