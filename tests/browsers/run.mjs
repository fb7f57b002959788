// @ts-check
/** The same visit to the built page in three browsers, all at once. */
import { ensureApt } from '../../tools/toolchain/apt.mjs';
import { root } from '../../tools/toolchain/paths.mjs';
import { run, which } from '../../tools/toolchain/run.mjs';

const browsers = ['chromium', 'firefox', 'webkit'];

/** @param {readonly string[]} [chosen] */
export function visitInBrowsers(chosen = browsers) {
  ensureApt([...(which('chromium') ? [] : ['chromium']), 'firefox-esr', 'webkit2gtk-driver', 'xvfb']);
  const files = chosen.map((name) => `tests/browsers/${name}.test.ts`);
  run(process.execPath, ['--import', 'tsx', '--test', `--test-concurrency=${files.length}`, ...files], { cwd: root });
}
