/** Of a flood the page keeps the beginning and the end, and says in numbers what lies between. */
import { expect } from '@playwright/test';
import { openByLink } from './support/act.ts';
import { readPrograms } from './support/programs.ts';
import { test } from './support/stage.ts';

const floodMs = 1_500;
/** Programs that print 0, 1, 2, and so on, a number a line, for ever. */
const counting = ['flood_printf', 'flood_println'];

for (const { name, source } of readPrograms().filter((program) => counting.includes(program.name))) {
  test(`${name}: what is kept is right, and what is left out is counted`, async ({ stage: { site, page } }) => {
    test.setTimeout(60_000);
    await openByLink(site, source);
    await site.run.click();
    await site.is('Running');
    await page.waitForTimeout(floodMs);
    await site.stop.click();
    await site.is('Stopped');
    // Stop may have cut the last line short.
    const numbers = (await site.lines('stdout')).slice(0, -1).map(Number);
    const jumps = numbers.flatMap((number, index) => (number === index ? [] : [number - index]));
    const leftOut = /([\d,]+) lines[^…]* left out/.exec((await site.output.textContent()) ?? '')?.[1];
    expect(numbers.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(new Set(jumps)).toEqual(new Set([Number(leftOut?.replaceAll(',', ''))]));
  });
}
