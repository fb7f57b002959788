/** WebKitGTK's MiniBrowser by WebDriver, on a display of its own. */
import { existsSync, readdirSync } from 'node:fs';
import { Builder, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { DriverService } from 'selenium-webdriver/remote';
import { startDisplay } from './display.ts';
import { viewport, type Driver } from './driver.ts';

/**
 * Without JavaScriptCore's optimising compiler. On two cores it works for a minute at making Clang faster than a visit needs it,
 * and whatever else is to be compiled waits in the same queue. `ASYNCIO_WHOLE_WEBKIT=1` has all of it, to measure.
 */
const lessWork: Record<string, string> = process.env.ASYNCIO_WHOLE_WEBKIT === '1' ? {} : { JSC_useOMGJIT: '0' };
/** Longer than any wait of a visit. */
const scriptMs = 200_000;

export async function startWebKit(): Promise<Driver> {
  const display = await startDisplay();
  const service = new DriverService.Builder('/usr/bin/WebKitWebDriver')
    .setLoopback(true)
    .setEnvironment(environment(display.name))
    .build();
  const end = async (): Promise<void> => {
    await service.kill();
    display.close();
  };
  try {
    return driverOf(await startBrowser(await service.start()), end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function startBrowser(server: string): Promise<WebDriver> {
  const browser = await new Builder().usingServer(server).withCapabilities(capabilities()).build();
  await browser.manage().setTimeouts({ script: scriptMs });
  await browser
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...viewport });
  return browser;
}

function driverOf(browser: WebDriver, end: () => Promise<void>): Driver {
  return {
    goTo: (url) => browser.get(url),
    evaluate: (expression) => evaluate(browser, expression),
    evaluateInFrame: async (expression) => {
      await browser.switchTo().frame(0);
      try {
        return await evaluate(browser, expression);
      } finally {
        await browser.switchTo().defaultContent();
      }
    },
    click: (x, y) =>
      browser
        .actions()
        .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT })
        .click()
        .perform(),
    type: (text) => browser.actions().sendKeys(text).perform(),
    pressWithControl: (key) =>
      browser
        .actions()
        .keyDown(Key.CONTROL)
        .sendKeys(key === 'End' ? Key.END : key)
        .keyUp(Key.CONTROL)
        .perform(),
    // It has none.
    hideJspi: () => Promise.resolve(),
    close: async () => {
      await browser.quit();
      await end();
    },
  };
}

function capabilities(): Capabilities {
  return new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
  });
}

function environment(display: string): Record<string, string> {
  const given = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { ...(Object.fromEntries(given) as Record<string, string>), DISPLAY: display, ...lessWork };
}

/** It is on no PATH. */
function findMiniBrowser(): string {
  const files = readdirSync('/usr/lib').flatMap((folder) =>
    ['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`),
  );
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error('MiniBrowser is missing (Debian: apt-get install webkit2gtk-driver).');
  return found;
}

async function evaluate(browser: WebDriver, expression: string): Promise<unknown> {
  const script = `const done = arguments[arguments.length - 1];
Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const answer = await browser.executeAsyncScript<{ value?: unknown; error?: string }>(script);
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value;
}
