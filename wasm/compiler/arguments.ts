/** The argument lists of the compiler's stages, as Clang's driver would make them; taken once so that the driver need not run. */

import type { Optimisation } from '../api/types.ts';
import { sourceName } from '../module/line-table.ts';
import { linkersName } from './dwarf-lines.ts';

/** Where things are in the compiler's file system. */
export const paths = {
  include: '/usr/include',
  /** Headers that stand before libc++'s own: its conditions are checked, and end the program in our words. */
  checkedInclude: '/usr/include/checked',
  resources: '/usr/lib/clang',
  libraries: '/usr/lib',
  /** What the precompiled header is made of. Present at each compile: Clang looks for the files that a PCH came from. */
  pchHeader: '/usr/lib/asyncio.pch.hpp',
  pch: '/usr/lib/asyncio.pch',
  pchObject: '/usr/lib/asyncio.pch.o',
  /** Relative, because programs and diagnostics show it. */
  source: sourceName,
  ir: 'main.ll',
  object: 'main.o',
  program: 'main.wasm',
  /** Names what is not the program's own, where no checks are put in. */
  unchecked: '/usr/lib/unchecked.txt',
} as const;

/** What every code generation must agree on. */
const target = [
  ...['-triple', 'wasm32-unknown-emscripten', '-target-cpu', 'generic'],
  ...['exception-handling', 'multivalue', 'reference-types'].flatMap((feature) => ['-target-feature', `+${feature}`]),
  ...['-exception-model=wasm', '-mllvm', '-wasm-enable-eh', '-mrelocation-model', 'static', '-mframe-pointer=none'],
  ...['-disable-free', '-clear-ast-before-backend', '-discard-value-names', '-ffp-contract=on'],
];

/** What every compilation must agree on: precompiled header, its object and the user's program. */
const language = [
  ...target,
  ...['-fcxx-exceptions', '-fexceptions'],
  ...['-mconstructor-aliases', '-fvisibility=hidden', '-fgnuc-version=4.2.1', '-fdeprecated-macro'],
  ...['-std=c++23', '-fskip-odr-check-in-gmf', '-fno-implicit-modules', '-fno-threadsafe-statics'],
  ...['-D__EMSCRIPTEN__', '-resource-dir', paths.resources, '-isysroot', '/'],
  ...[paths.checkedInclude, `${paths.include}/c++/v1`, `${paths.resources}/include`, paths.include].flatMap((dir) => [
    '-internal-isystem',
    dir,
  ]),
];

/**
 * Checks that Clang puts into the program's own code: mistakes all of them, that would else give a wrong value. Their ends
 * are in runtime/src/sanitizer.cpp. What is in headers is left as it is, libc++ has checks of its own.
 * Overflow of signed numbers is left to wrap: a loop that counts for ever is how people write one that never ends.
 */
const checks = [
  ...['null', 'array-bounds', 'vla-bound', 'return', 'unreachable'],
  ...['integer-divide-by-zero', 'shift-base', 'shift-exponent'],
];
export const uncheckedFiles = 'src:/usr/*\n';

/** Lines without columns, and nothing else of what debuggers know: enough to say where a program was ended. */
const lines = ['-debug-info-kind=line-directives-only', '-dwarf-version=4', '-gno-column-info'];

const diagnostics = ['-ferror-limit', '20', '-fdiagnostics-print-source-range-info', '-Wall'];

/** Where the parts of a program are that is compiled in parts, numbered; the first is as a whole program would be. */
export const partsFolder = '/parts/';
/** So many at a time: each costs each compile a few milliseconds. */
export const mostParts = 5;
/** Nobody is to see where the parts are; Clang gives the first one's file a folder, too. */
const noFolders = [
  `/${paths.source}`,
  ...Array.from({ length: mostParts + 1 }, (_, part) => `${partsFolder}${part}/${paths.source}`),
].flatMap((file) => ['macro', 'debug'].map((what) => `-f${what}-prefix-map=${file}=${paths.source}`));

/** How Clang is to read the program. */
export interface Input {
  file: string;
  /** On top of which precompiled header. */
  pch: string;
  /** So much of its text that header holds already. */
  skippedBytes: number;
}

export interface Output {
  kind: 'object' | 'ir';
  file: string;
  /** Not at all, if it does not say. */
  optimisation?: Optimisation;
}

const outputOptions = { object: '-emit-obj', ir: '-emit-llvm' } as const;

function intoOutput({ kind, file, optimisation = 0 }: Output): string[] {
  return [`-O${optimisation}`, outputOptions[kind], '-o', file];
}

/** What the object of a program is made with, all of it or a part. */
const program = [
  ...['clang', '-cc1', ...language, ...diagnostics, '-disable-llvm-verifier'],
  // Assembly could declare anything; a program's imports and exports are checked all the same before it runs.
  ...['-fno-gnu-inline-asm', '-main-file-name', paths.source, ...lines, ...noFolders],
  ...[`-fsanitize=${checks.join(',')}`, `-fsanitize-ignorelist=${paths.unchecked}`],
];

/** Compiles the user's program against the precompiled header: to an object, or only as far as LLVM's text form. */
export function compileArguments(input: Input, output: Output): string[] {
  return [...program, ...intoOutput(output), ...onTopOf(input), '-x', 'c++', input.file];
}

/**
 * Makes a precompiled header of the upper part of a program.
 * @param withObject its functions go into an object of its own, not into that of each program that includes it
 */
export function preambleArguments(input: Input, output: string, withObject: boolean): string[] {
  return [
    ...[...program, '-O0', '-emit-pch', '-fpch-instantiate-templates', ...(withObject ? ['-fmodules-codegen'] : [])],
    ...['-fno-pch-timestamp', '-o', output],
    ...[...onTopOf(input), '-x', 'c++-header', input.file],
  ];
}

function onTopOf({ pch, skippedBytes }: Input): string[] {
  const skip = skippedBytes > 0 ? [`-preamble-bytes=${skippedBytes},1`] : [];
  return ['-include-pch', pch, '-fno-validate-pch', ...skip];
}

/** Makes the object that goes with such a header. */
export function preambleObjectArguments(pch: string, output: Output): string[] {
  return [...program, ...intoOutput(output), '-x', 'precompiled-header', pch];
}

/** Goes on from LLVM's text form to the object. */
export function codegenArguments(ir: string, object: string): string[] {
  return ['clang', '-cc1', ...target, '-O0', '-emit-obj', '-o', object, '-x', 'ir', ir];
}

/**
 * Makes one file of the precompiled header and all that it includes, its macros already expanded: a third less to download
 * than a precompiled header that keeps where each macro was expanded. The definitions of the macros stay.
 */
export function preprocessArguments(header: string): string[] {
  return ['clang', '-cc1', ...language, '-E', '-dD', '-o', paths.pchHeader, '-x', 'c++', header];
}

/** Makes the precompiled header. Its templates are instantiated in it, and their code goes into an object. */
export function pchArguments(): string[] {
  return [
    ...[
      'clang',
      '-cc1',
      ...language,
      '-O0',
      '-emit-pch',
      '-fpch-instantiate-templates',
      '-fmodules-codegen',
      '-building-pch-with-obj',
    ],
    ...['-fno-pch-timestamp', '-o', paths.pch, '-x', 'c++-header', paths.pchHeader],
  ];
}

/** Makes the object that goes with the precompiled header; optimised, as it is compiled only once. */
export function pchObjectArguments(): string[] {
  return [
    'clang',
    '-cc1',
    ...language,
    '-O2',
    '-emit-obj',
    '-o',
    paths.pchObject,
    '-x',
    'precompiled-header',
    paths.pch,
  ];
}

/** The libraries; of two that define a symbol the first wins, so what needs no JavaScript comes before libc. */
export const libraries = [
  'asyncio',
  'standalonewasm-memgrow-pure',
  'c++-except',
  'c++abi-except',
  'unwind-except',
  'c',
  'stubs',
  'compiler_rt',
  'dlmalloc',
];

const exported = [
  '_initialize',
  'asyncio_configure',
  'asyncio_main',
  'asyncio_tick',
  'asyncio_time',
  'asyncio_trap',
  '__stack_pointer',
];
/** In the place of each of these comes a function of src that is called `__wrap_…`. */
const wrapped = [
  ...['__wasm_call_ctors', '__cxa_throw', 'emscripten_resize_heap'],
  ...['pthread_cond_wait', 'pthread_cond_timedwait', 'pthread_mutexattr_settype'],
  ...['init', 'lock', 'trylock', 'unlock'].map((operation) => `pthread_mutex_${operation}`),
  '_ZNSt3__220__libcpp_atomic_waitEPVKvx',
  '_ZNSt3__220__libcpp_atomic_waitEPVKNS_17__cxx_atomic_implIxNS_22__cxx_atomic_base_implIxEEEEx',
];
const stackSize = 2 << 20;
/** Past it `operator new` throws, rather than the page's process dying. */
const maxMemory = 1 << 30;

/** @param preambles objects of the program's upper parts; of what several objects have, the last part's counts, which sets it up */
export function linkArguments(preambles: readonly string[] = [], names: 'mangled' | 'readable' = 'mangled'): string[] {
  return [
    ...['wasm-ld', `${paths.libraries}/crt1_reactor.o`, paths.object, ...preambles, paths.pchObject],
    `-L${paths.libraries}`,
    ...libraries.map((name) => `-l${name}`),
    ...['--no-entry', ...exported.map((name) => `--export=${name}`)],
    ...wrapped.map((name) => `--wrap=${name}`),
    // The names of the functions tell what is the runtime's; `finish` takes them out.
    ...['--strip-debug', `--keep-section=${linkersName}`, ...(names === 'mangled' ? ['--no-demangle'] : [])],
    // The stack lies below everything else, so that running over it traps.
    ...['--stack-first', '-z', `stack-size=${stackSize}`, `--max-memory=${maxMemory}`],
    ...['-o', paths.program],
  ];
}
