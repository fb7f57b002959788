// @ts-check
/**
 * Runs one benchmark and writes what each repetition gave, one JSON object a line; `--list` writes their names.
 *
 *     node --expose-gc run.mjs NAME [--arg=N] [--repetitions=N] [--seconds=S]
 */
import { parseArgs } from 'node:util';
import { benchmarks } from './index.mjs';

/** The processor's time of all threads: the compiler's and the collector's, too. @type {import('../benchmark.mjs').Clock} */
function processTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e3;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean' },
    arg: { type: 'string' },
    repetitions: { type: 'string', default: '5' },
    // No repetition begins after so long.
    seconds: { type: 'string', default: '10' },
  },
});

if (values.list) {
  for (const { name } of benchmarks) console.log(name);
} else {
  const benchmark = benchmarks.find(({ name }) => name === positionals[0]);
  if (!benchmark) throw new Error(`no benchmark is called ${positionals[0]}`);
  const end = performance.now() + Number(values.seconds) * 1e3;
  for (let i = 0; i < Number(values.repetitions) && (i === 0 || performance.now() < end); ++i) {
    console.log(JSON.stringify(await benchmark.run(values.arg ? Number(values.arg) : null, processTime)));
  }
}
