// @ts-check
/**
 * Runs suites, two at a time: alone most of them leave a core idle now and then, while they load, link or wait for a browser.
 * What a suite prints is kept in `build/log/NAME` and shown when it ends, so that the two do not mix; how a failed one ended is
 * shown once more at the end of all.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildDir, root } from '../tools/toolchain/paths.mjs';
import { say } from '../tools/toolchain/run.mjs';
import { suites } from './suites.mjs';

const logs = join(buildDir, 'log');
const lanes = Math.min(2, availableParallelism());

/**
 * @param {readonly string[]} chosen in the order in which they begin, if nothing holds them up
 * @returns {Promise<string[]>} those that failed
 */
export async function runInLanes(chosen) {
  /** @type {string[]} */
  const failed = [];
  const left = [...chosen];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  while (left.length + running.size > 0) {
    const next = running.size < lanes && left.findIndex((name) => mayBegin(name, left, [...running.keys()]));
    if (next === false || next < 0) {
      await Promise.race(running.values());
      continue;
    }
    const [name = ''] = left.splice(next, 1);
    const end = runAlone(name, chosen.length === 1).then((passed) => {
      if (!passed) failed.push(name);
      running.delete(name);
    });
    running.set(name, end);
  }
  if (chosen.length > 1) for (const name of failed) process.stdout.write(endOf(name));
  return failed;
}

/** Where a suite's tests tell of those that failed. @param {string} name */
function endOf(name) {
  const lines = readFileSync(join(logs, name), 'utf8').split('\n');
  return [`==> ${name} FAILED; its last lines:`, ...lines.slice(-80), ''].join('\n');
}

/** @param {string} name @param {readonly string[]} left @param {readonly string[]} running */
function mayBegin(name, left, running) {
  const { after = [], holds = [] } = suites[name] ?? {};
  const held = running.flatMap((other) => suites[other]?.holds ?? []);
  return ![...left, ...running].some((other) => after.includes(other)) && !holds.some((what) => held.includes(what));
}

/** @param {string} name @param {boolean} shown as it goes @returns {Promise<boolean>} whether it passed */
async function runAlone(name, shown) {
  const begin = Date.now();
  say(`${name}: ${suites[name]?.what}`);
  mkdirSync(logs, { recursive: true });
  const log = join(logs, name);
  const output = shown ? 'inherit' : openSync(log, 'w');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'suite.mjs'), name], {
    cwd: root,
    stdio: ['ignore', output, output],
  });
  const passed = await new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
  if (typeof output === 'number') {
    closeSync(output);
    process.stdout.write(readFileSync(log));
  }
  if (!passed) process.stderr.write(`${name} FAILED\n`);
  say(`${name}: ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  return passed;
}
