// @ts-check
/** Row 11: a server of each contender, asked by one load. */
import { output, loading, withServer } from './processes.mjs';

/**
 * @param {string} load the program that asks @param {readonly string[]} server
 * @param {import('./questions.mjs').Question} question @param {import('./options.mjs').Budget} budget
 * @returns {Promise<number[]>}
 */
export function measureEcho(load, server, { arg }, { repetitions, seconds }) {
  const requests = String(Math.round(seconds * 10_000));
  return withServer(server, (port, pid) =>
    Array.from({ length: repetitions }, () => {
      const asked = output([load, port, String(pid), String(arg), requests], { cpu: loading });
      const { operations, nanoseconds } = JSON.parse(asked);
      return nanoseconds / operations;
    }),
  );
}
