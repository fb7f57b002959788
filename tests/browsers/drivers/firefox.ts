/** Firefox by WebDriver BiDi. */
import { launch } from 'puppeteer-core';
import { which } from '../../../tools/toolchain/run.mjs';
import { jspiHider, viewport, type Driver } from './driver.ts';

export async function startFirefox(): Promise<Driver> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: which('firefox-esr') ?? 'firefox',
    headless: true,
    defaultViewport: viewport,
  });
  const page = await browser.newPage();
  return {
    goTo: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    evaluateInFrame: async (expression) => page.mainFrame().childFrames()[0]?.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    pressWithControl: async (key) => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    },
    hideJspi: async () => {
      await page.evaluateOnNewDocument(jspiHider);
    },
    close: () => browser.close(),
  };
}
