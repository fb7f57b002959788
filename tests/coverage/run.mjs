// @ts-check
/**
 * How much of core runs in the unit, fault and conformance programs: by Clang's own counts, whose branches are those that
 * stand in the source. What only an exception would bring about is none.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/toolchain/paths.mjs';
import { run, ToolchainError } from '../../tools/toolchain/run.mjs';
import { runConformance } from '../conformance/run.mjs';

/** What must be run at least, in hundredths. */
const least = { lines: 97, branches: 91 };

/** @typedef {{ count: number, covered: number, percent: number }} Share */
/** @typedef {{ lines: Share, branches: Share }} Summary */

/** @param {string} dir where the preset's programs are built */
export async function measureCoverage(dir) {
  const profiles = join(dir, 'profiles');
  rmSync(profiles, { recursive: true, force: true });
  mkdirSync(profiles);
  // One file a program, into which each of its processes adds what it ran.
  process.env['LLVM_PROFILE_FILE'] = join(profiles, '%m.profraw');
  run('ctest', ['--test-dir', dir, '--output-on-failure', '--exclude-regex', 'compile_fail'], {
    cwd: root,
    quiet: true,
  });
  const programs = ['unit/unit_tests', 'faults/fault_tests', 'conformance/conformance'].map((name) =>
    join(dir, 'tests', name),
  );
  await runConformance(programs[2] ?? '');
  delete process.env['LLVM_PROFILE_FILE'];
  report(dir, programs, profiles);
}

/** @param {string} dir @param {string[]} programs @param {string} profiles */
function report(dir, programs, profiles) {
  const merged = join(dir, 'all.profdata');
  run('llvm-profdata-19', ['merge', '-sparse', profiles, '-o', merged]);
  const [first = '', ...others] = programs;
  const what = [first, ...others.flatMap((name) => ['-object', name]), `-instr-profile=${merged}`, join(root, 'core')];
  run('llvm-cov-19', ['show', ...what, '-format=html', '-show-branches=count', `-output-dir=${join(dir, 'report')}`], {
    quiet: true,
  });
  const json = run('llvm-cov-19', ['export', ...what, '-summary-only'], { quiet: true });
  /** @type {{ files: { filename: string, summary: Summary }[], totals: Summary }} */
  const { files, totals } = JSON.parse(json).data[0];
  const rows = files.map(({ filename, summary }) => row(filename.slice(root.length + 1), summary));
  writeFileSync(join(dir, 'report.txt'), [...rows, row('all', totals), ''].join('\n'));
  process.stdout.write(`${row('core', totals)}\n`);
  for (const kind of /** @type {const} */ (['lines', 'branches'])) {
    if (totals[kind].percent < least[kind])
      throw new ToolchainError(
        `less than ${least[kind]} % of ${kind} were run; see ${join(dir, 'report', 'index.html')}`,
      );
  }
}

/** @param {string} name @param {Summary} summary */
function row(name, { lines, branches }) {
  const part = (/** @type {Share} */ { count, covered, percent }) => `${covered} of ${count} (${percent.toFixed(1)} %)`;
  return `${name.padEnd(60)} lines ${part(lines)}, branches ${part(branches)}`;
}
