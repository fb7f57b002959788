/** Changes to Emscripten's headers, where none of ours can stand before them. */
import { paths } from '../compiler/arguments.ts';
import { ToolchainError } from '../../tools/toolchain/run.mjs';
import { quickerHeaders } from './quicker-headers.ts';
import type { Files } from '../../tools/content.ts';

export interface Patch {
  file: string;
  /** Stands in the file once. */
  before: RegExp | string;
  after: string;
}

const patches: readonly Patch[] = [
  ...quickerHeaders,
  {
    // A state whose thread could not be started is never ready, and its destructor would wait for that for ever. With the
    // error in it, std::async throws or defers, as its policy says.
    file: `${paths.include}/c++/v1/future`,
    before: /^ {2}((?:std::)?thread\(&__async_assoc_state<_Rp, _Fp>::__execute, __h\.get\(\)\)\.detach\(\);)$/m,
    after: '  try { $1 } catch (...) { __h->set_exception(current_exception()); throw; }',
  },
];

export function applyPatches(headers: Files): Files {
  const result = new Map(headers);
  for (const { file, before, after } of patches) {
    const text = new TextDecoder().decode(result.get(file));
    if (timesIn(text, before) !== 1)
      throw new ToolchainError(`${file} is not as it is known: it should have once ${String(before)}`);
    result.set(file, new TextEncoder().encode(text.replace(before, after)));
  }
  return result;
}

function timesIn(text: string, what: RegExp | string): number {
  return typeof what === 'string'
    ? text.split(what).length - 1
    : [...text.matchAll(new RegExp(what, `${what.flags}g`))].length;
}
