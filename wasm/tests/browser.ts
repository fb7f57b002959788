/** A page of Chromium, where WebAssembly can wait for JavaScript, that can load this project's modules. Node's is too old. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';
import { ensureApt } from '../../tools/toolchain/apt.mjs';
import { chromiumFlags } from '../../tools/toolchain/chromium.mjs';
import { root } from '../../tools/toolchain/paths.mjs';
import { which } from '../../tools/toolchain/run.mjs';

/** Where the page finds `host.ts`. */
export const hostUrl = `/@fs${fileURLToPath(new URL('../run/host.ts', import.meta.url))}`;

export interface BlankPage {
  page: Page;
  close(): Promise<void>;
}

export async function openBlankPage(): Promise<BlankPage> {
  ensureApt(['chromium']);
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: 'localhost' },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
  });
  server.middlewares.use('/blank', (_request, response) =>
    response.setHeader('Content-Type', 'text/html').end('<!doctype html>'),
  );
  await server.listen();
  const browser = await chromium.launch({ executablePath: which('chromium') ?? 'chromium', args: chromiumFlags });
  const page = await browser.newPage();
  // tsx leaves calls of this helper in the functions that are sent to the page.
  await page.addInitScript('globalThis.__name = (f) => f');
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}blank`);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
