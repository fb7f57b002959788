// @ts-check
/**
 * Runs the fuzzers. In the suite a fixed number of runs from a fixed seed, so that a failure is there again the next time;
 * with ASYNCIO_FUZZ_SECONDS each as long as that, going on from the inputs that earlier ones found.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from '../../tools/toolchain/run.mjs';

const here = import.meta.dirname;

/** Each target's runs: a few seconds. */
const targets = {
  fields: 300_000,
  http: 8_000,
  memory_streams: 12_000,
  stream_reader: 30_000,
  trace: 20_000,
};

/** @param {string} dir where the preset's programs are built */
export function runFuzzers(dir) {
  const seconds = process.env['ASYNCIO_FUZZ_SECONDS'];
  for (const [name, runs] of Object.entries(targets)) {
    const found = join(dir, 'corpus', name);
    if (seconds === undefined) rmSync(found, { recursive: true, force: true });
    mkdirSync(found, { recursive: true });
    const seeds = join(here, 'seeds', name);
    const dictionary = join(here, `${name}.dict`);
    say(`fuzzing ${name}`);
    run(
      join(dir, 'tests', 'fuzz', `${name}_fuzz`),
      [
        ...(seconds === undefined ? [`-runs=${runs}`, '-seed=1'] : [`-max_total_time=${seconds}`]),
        '-max_len=1000',
        // What made it fail is kept there.
        `-artifact_prefix=${join(dir, 'corpus', `${name}-`)}`,
        ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : []),
        found,
        ...(existsSync(seeds) ? [seeds] : []),
      ],
      { quiet: true },
    );
  }
}
