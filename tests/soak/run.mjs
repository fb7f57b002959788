// @ts-check
/** Everything at once, for minutes. */
import { join } from 'node:path';
import { run } from '../../wasm/toolchain/run.mjs';

/** @param {string} dir where the preset's programs are built */
export function soak(dir) {
  run(join(dir, 'tests', 'soak', 'soak'), [process.env['ASYNCIO_SOAK_SECONDS'] ?? '600']);
}
