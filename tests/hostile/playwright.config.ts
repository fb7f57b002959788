import { defineConfig } from '@playwright/test';
import { chromiumFlags } from '../../tools/toolchain/chromium.mjs';
import { findChromium } from '../e2e/support/chromium.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/hostile',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Long enough for a compiler to load on a busy machine.
  expect: { timeout: 60_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['./support/figures.ts']],
  use: {
    trace: 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: chromiumFlags,
    },
  },
});
