/** The page as a test sees it: by the names that a screen reader reads. */
import {
  expect,
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';

export type Status = 'Loading compiler' | 'Ready' | 'Compiling' | 'Running' | 'Finished' | 'Stopped' | 'Failed';

export const examples = [
  'hello',
  'await_result',
  'create_task',
  'gather',
  'exceptions',
  'lock',
  'wait_for',
  'async_iterator',
] as const;

const examplesDir = new URL('../../../web/examples/', import.meta.url);

const programsDir = new URL('../../../docs/examples/programs/', import.meta.url);

const courseDir = new URL('../../../docs/examples/course/', import.meta.url);

export function exampleFile(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, examplesDir)), 'utf8');
}

/** A whole program of the list, or what it prints. */
export function programFile(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, programsDir)), 'utf8');
}

/** A program of the course, or what it prints. */
export function courseFile(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, courseDir)), 'utf8');
}

/** A link's fragment that holds a program, made without the page's own code. */
export function fragmentOf(source: string): string {
  return `#v1/${deflateRawSync(source).toString('base64url')}`;
}

/** A program with the usual includes and `body` as its `async_main`. */
export function asyncProgram(body: string, before = ''): string {
  return `#include <asyncio/asyncio.hpp>
#include <print>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
${before}
asyncio::Coro<void> async_main() {
${body}
}

int main() { asyncio::run(async_main()); }
`;
}

export class Site {
  readonly page: Page;
  readonly examples: Locator;
  readonly editor: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly share: Locator;
  readonly clock: Locator;
  readonly status: Locator;
  readonly output: Locator;
  readonly problems: Locator;
  readonly findings: Locator;
  readonly timeline: Locator;
  readonly tasks: Locator;
  readonly instant: Locator;

  constructor(page: Page) {
    this.page = page;
    this.examples = page.getByRole('listbox', { name: 'Examples' });
    this.editor = page.getByRole('textbox', { name: 'Editor' });
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.share = page.getByRole('button', { name: 'Share', exact: true });
    this.clock = page.getByRole('combobox', { name: 'Clock' });
    this.status = page.getByRole('status');
    this.output = page.getByRole('log', { name: 'Output' });
    this.problems = page.getByRole('region', { name: 'Problems' });
    this.findings = page.getByRole('region', { name: 'Findings' });
    this.timeline = page.getByRole('region', { name: 'Timeline' });
    this.tasks = page.getByRole('listbox', { name: 'Tasks' });
    this.instant = page.getByRole('slider', { name: 'Instant' });
  }

  get url(): string {
    const url = process.env.SITE_URL;
    if (url === undefined) throw new Error('the site is not served');
    return url;
  }

  /** Opens the page and waits until the editor can be used. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(this.url + fragment);
    await expect(this.editor).toBeVisible();
  }

  /** Opens a program, which is none of the examples, by its link, as that is how one gets here without typing. */
  async openProgram(source: string): Promise<void> {
    await this.open(fragmentOf(source));
    // In a page that is open already an example may still be shown.
    await expect(this.examples.getByRole('option', { selected: true })).toHaveCount(0);
  }

  /** @param title as the list shows it; of the first steps it is the program's name */
  async openExample(title: string): Promise<void> {
    await this.examples.getByRole('option', { name: title, exact: true }).click();
  }

  async is(status: Status, timeout = 30_000): Promise<void> {
    await expect(this.status).toHaveText(status, { timeout });
  }

  /** Runs what the editor holds and waits for its end. */
  async runTo(status: 'Finished' | 'Failed' | 'Stopped', timeout = 60_000): Promise<void> {
    await this.run.click();
    await expect(this.status).toHaveText(/Finished|Failed|Stopped/, { timeout });
    // With what the page said in place of the expected end, as that tells why.
    const said = `${await this.output.innerText()}\n${await this.problems.innerText()}`;
    expect(await this.status.textContent(), said).toBe(status);
  }

  /** Puts the cursor at the end of the text. */
  async toEnd(): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('Control+End');
  }

  /** Puts the cursor on a line. */
  async toLine(line: number): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('Control+Home');
    for (let at = 1; at < line; at++) await this.page.keyboard.press('ArrowDown');
  }

  async replaceText(source: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(source);
  }

  async lines(kind: 'stdout' | 'stderr' | 'error' | 'info'): Promise<string[]> {
    return this.output.locator(`[data-kind=${kind}] .text`).allTextContents();
  }

  async stdout(): Promise<string> {
    return (await this.lines('stdout')).map((line) => `${line}\n`).join('');
  }
}

/** @returns the promise that nothing went wrong behind the page: no uncaught error, no request to another host */
function watch(page: Page, site: Site): () => void {
  const faults: string[] = [];
  const onError = (error: Error): void => void faults.push(`uncaught: ${error.message}`);
  const onConsole = (message: ConsoleMessage): void => {
    if (/Could not create web worker|Content Security Policy/.test(message.text())) faults.push(message.text());
  };
  const onRequest = (request: Request): void => {
    const { protocol, host } = new URL(request.url());
    // The sandbox starts its Workers from blobs of its own.
    if (!['data:', 'blob:'].includes(protocol) && host !== new URL(site.url).host)
      faults.push(`request to ${request.url()}`);
  };
  page.on('pageerror', onError).on('console', onConsole).on('request', onRequest);
  return () => {
    page.off('pageerror', onError).off('console', onConsole).off('request', onRequest);
    expect(faults).toEqual([]);
  };
}

/** The page of somebody who has never been here. */
export const firstVisit = base.extend<{ site: Site }>({
  site: async ({ page }, use) => {
    const site = new Site(page);
    const check = watch(page, site);
    await use(site);
    check();
  },
});

/** The page of somebody who was here before: the compiler lies in the browser's caches. No draft is left of the test before. */
export const test = firstVisit.extend<object, { visited: BrowserContext }>({
  visited: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
        serviceWorkers: 'block',
      });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ visited }, use) => {
    const page = await withoutDraft(visited);
    await use(page);
    await page.close();
  },
});

async function withoutDraft(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    // Frames are without storage.
    if (window.top !== window || sessionStorage.getItem('opened') !== null) return;
    sessionStorage.setItem('opened', '');
    localStorage.clear();
  });
  return page;
}

/**
 * The page of somebody who stays: it is kept from test to test, with the first example in its editor, so that nothing is loaded
 * again and what one test leaves behind meets the next. A test that fails leaves nothing.
 */
export const sameVisit = test.extend<object, { kept: { page?: Page } }>({
  kept: [
    async ({ visited: _ }, use) => {
      const kept: { page?: Page } = {};
      await use(kept);
      await kept.page?.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ visited, kept }, use, info) => {
    kept.page ??= await withoutDraft(visited);
    await use(kept.page);
    if (info.status === info.expectedStatus) return new Site(kept.page).openExample('hello');
    await kept.page.close();
    delete kept.page;
  },
});

export { expect };
