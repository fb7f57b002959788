// @ts-check
/** Servers and streams with real clients and servers at the other end: curl, wrk, Python's asyncio. */
import { run } from '../../tools/toolchain/run.mjs';

/** @param {string} programs where a preset's programs are built */
export function testServers(programs) {
  const env = { ...process.env, ASYNCIO_TEST_PROGRAMS: programs, PYTHONDONTWRITEBYTECODE: '1' };
  run('python3', ['-m', 'unittest', 'discover', '--start-directory', import.meta.dirname], { env });
}
