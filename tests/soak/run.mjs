// @ts-check
/** Everything at once, for minutes. */
import { join } from 'node:path';
import { run } from '../../tools/toolchain/run.mjs';

/** @param {string} dir where the preset's programs are built */
export function soak(dir) {
  run(join(dir, 'tests', 'soak', 'soak'), [process.env['ASYNCIO_SOAK_SECONDS'] ?? '600']);
}
