import { chromium } from '@playwright/test';
import { chromiumFlags } from '../../../tools/toolchain/chromium.mjs';
import { findChromium } from '../../e2e/support/chromium.ts';
import { jspiHider, viewport, type Driver } from './driver.ts';

export async function startChromium(): Promise<Driver> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  const page = await browser.newPage({ viewport });
  return {
    goTo: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    evaluateInFrame: async (expression) => page.mainFrame().childFrames()[0]?.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    pressWithControl: (key) => page.keyboard.press(`Control+${key}`),
    hideJspi: async () => {
      await page.addInitScript(jspiHider);
    },
    close: () => browser.close(),
  };
}
