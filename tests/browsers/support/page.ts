/** The site as a visitor sees it, in whichever browser: looks are functions that run in the page, touches are a mouse's and a keyboard's. */
import type { Driver } from '../drivers/driver.ts';
import { fragmentOf, type Status } from '../../e2e/support/site.ts';

/** Far more than anything here takes, on any machine: who has to wait so long knows that it hangs. */
const mostWaitMs = 150_000;

type Look<A extends unknown[], T> = (...args: A) => T;
type Value = string | number | boolean | null | undefined | object;

export class Page {
  readonly driver: Driver;
  readonly url: string;

  /** @param url of the site */
  constructor(driver: Driver, url: string) {
    this.driver = driver;
    this.url = url;
  }

  /** Loads the page as somebody would who has another page open, and waits until the editor can be used. */
  async open(fragment = ''): Promise<void> {
    await this.driver.goTo('about:blank');
    await this.driver.goTo(this.url + fragment);
    await this.until(() => document.querySelector('[aria-label=Editor]') !== null);
    await this.watch();
  }

  /** From now on what goes wrong in the page is noted. */
  watch(): Promise<void> {
    return this.evaluate(watchForFaults);
  }

  async evaluate<A extends Value[], T>(look: Look<A, T>, ...args: A): Promise<Awaited<T>> {
    return (await this.driver.evaluate(called(look, args))) as Awaited<T>;
  }

  async evaluateInFrame<A extends Value[], T>(look: Look<A, T>, ...args: A): Promise<Awaited<T>> {
    return (await this.driver.evaluateInFrame(called(look, args))) as Awaited<T>;
  }

  /** Waits in the page until a look gives something; that is given back. */
  async until<A extends Value[], T>(look: Look<A, T>, ...args: A): Promise<NonNullable<T>> {
    const [found, value] = (await this.driver.evaluate(
      `(${String(untilTrue)})(() => ${called(look, args)}, ${mostWaitMs})`,
    )) as [boolean, NonNullable<T>];
    if (found) return value;
    throw new Error(`waited in vain for ${String(look)}\nof ${JSON.stringify(args)}; ${await this.said()}`);
  }

  /** Clicks the first element of a selector, of those with that text, once it can be clicked. */
  async click(selector: string, text?: string): Promise<void> {
    const [x, y] = await this.until(centreOf, selector, text ?? null);
    await this.driver.click(x, y);
  }

  press(button: 'Run' | 'Stop' | 'Share' | 'Close'): Promise<void> {
    return this.click('button', button);
  }

  async is(status: Status): Promise<void> {
    await this.until((wanted) => document.querySelector('[role=status]')?.textContent === wanted, status);
  }

  /** Runs what the editor holds to its end. */
  async runTo(end: 'Finished' | 'Failed'): Promise<void> {
    await this.press('Run');
    const ended = await this.until(
      () => /^(Finished|Failed|Stopped)$/.exec(document.querySelector('[role=status]')?.textContent ?? '')?.[0],
    );
    if (ended !== end) throw new Error(`${ended}; ${await this.said()}`);
  }

  /** Puts the cursor where the text ends. */
  async toEnd(): Promise<void> {
    await this.click('.view-lines');
    await this.driver.pressWithControl('End');
  }

  /** Replaces the text as one does with what one has on the clipboard. */
  async replaceText(source: string): Promise<void> {
    await this.click('.view-lines');
    await this.driver.pressWithControl('a');
    // Deprecated, but what every browser takes for typed text.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    await this.evaluate((text) => document.execCommand('insertText', false, text), source);
  }

  /** Opens a program by its link, within the page that is open. */
  async openProgram(source: string): Promise<void> {
    await this.driver.goTo(this.url + fragmentOf(source));
    await this.shows(source.split('\n')[0] ?? '');
  }

  async openExample(name: string): Promise<void> {
    await this.click(`[role=option][aria-label=${name}]`);
    // Its text is fetched: until it is there, Run would run the one before.
    await this.until(
      (wanted) =>
        document.querySelector(`[role=option][aria-label=${wanted}]`)?.getAttribute('aria-selected') === 'true',
      name,
    );
  }

  /** Waits until the editor shows a text. */
  async shows(text: string): Promise<void> {
    // Monaco draws spaces that break no line.
    await this.until(
      (wanted) => document.querySelector('.view-lines')?.textContent.replaceAll('\u00a0', ' ').includes(wanted),
      text,
    );
  }

  async stdout(): Promise<string> {
    return this.evaluate(() =>
      [...document.querySelectorAll('[role=log] [data-kind=stdout] .text')].map((e) => `${e.textContent}\n`).join(''),
    );
  }

  /** Waits until a part of the page holds a text. */
  async contains(part: 'output' | 'problems' | 'editor', text: string): Promise<void> {
    await this.until(
      (slot, wanted) => document.querySelector(`[data-slot=${slot}]`)?.textContent.includes(wanted),
      part,
      text,
    );
  }

  /** What went wrong in the page since it was opened. */
  faults(): Promise<string[]> {
    return this.evaluate(() => window.faults);
  }

  /** All that stands on the page, for whoever wants to know why a test failed. */
  async said(): Promise<string> {
    return `the page says:\n${await this.evaluate(() => document.body.innerText)}\n${(await this.faults()).join('\n')}`;
  }
}

declare global {
  interface Window {
    faults: string[];
  }
}

/** A function's call as an expression. tsx leaves calls of a helper of its own in functions. */
function called<A extends Value[], T>(look: Look<A, T>, args: A): string {
  return `((__name) => (${String(look)})(...${JSON.stringify(args)}))((f) => f)`;
}

// The functions from here on run in the page, so they may use nothing from outside of themselves.

async function untilTrue<T>(look: () => T, mostMs: number): Promise<[boolean, T]> {
  const begin = performance.now();
  for (;;) {
    const value = look();
    if (value) return [true, value];
    if (performance.now() - begin > mostMs) return [false, value];
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

function centreOf(selector: string, text: string | null): [number, number] | undefined {
  const element = [...document.querySelectorAll(selector)].find(
    (candidate) => text === null || candidate.textContent.trim() === text,
  );
  if (element === undefined || element.matches(':disabled')) return undefined;
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? [x + width / 2, y + height / 2] : undefined;
}

function watchForFaults(): void {
  window.faults = [];
  addEventListener('error', ({ message }) => window.faults.push(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => window.faults.push(`unhandled: ${String(reason)}`));
  addEventListener('securitypolicyviolation', ({ blockedURI }) => window.faults.push(`refused: ${blockedURI}`));
}
