import { defineConfig } from '@playwright/test';
import { chromiumFlags } from '../../tools/toolchain/chromium.mjs';
import { findChromium } from './support/chromium.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './support/serve.ts',
  // The machine has two cores, and each page keeps a compiler in memory.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1400, height: 900 },
    trace: 'off',
    // Requests that a service worker answers cannot be held up or changed; offline.spec.ts has them.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findChromium(),
      args: chromiumFlags,
    },
  },
});
