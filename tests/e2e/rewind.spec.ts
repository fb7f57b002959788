import { asyncProgram, exampleFile, expect, type Site, sameVisit as test } from './support/site.ts';

/** Three tasks at the same time; prints six lines. */
const example = 'create_task';

function lineOf(text: string): number {
  const lines = exampleFile(`${example}.cpp`).split('\n');
  return 1 + lines.findIndex((line) => line.includes(text));
}

async function runExample(site: Site): Promise<void> {
  await site.open();
  await site.openExample(example);
  await site.runTo('Finished');
}

test('a step back leaves the end of the run, and Escape comes back to it', async ({ site, page }) => {
  await runExample(site);
  const printed = await site.stdout();
  const { instant } = site;
  const events = Number(await instant.getAttribute('max'));
  await expect(instant).toHaveValue(String(events));
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(instant).toHaveValue(String(events - 1));
  await expect(instant).toHaveAttribute('aria-valuetext', new RegExp(`event ${events - 1} of ${events}`));
  await page.getByRole('button', { name: 'Step forward' }).click();
  await expect(instant).toHaveValue(String(events));
  await instant.press('Escape');
  await expect(page.getByRole('button', { name: 'Live' })).toHaveAttribute('aria-pressed', 'true');
  expect(await site.stdout()).toBe(printed);
});

test('the output and the lanes are those of the instant', async ({ site }) => {
  await runExample(site);
  const printed = await site.lines('stdout');
  await site.instant.press('Home');
  expect(await site.lines('stdout')).toEqual([]);
  await expect(site.output).toContainText(`${printed.length} lines come later.`);
  await expect(site.tasks.getByRole('option').first()).toHaveAttribute('aria-label', 'async_main, not created yet');
  const seen = new Set<number>();
  const events = Number(await site.instant.getAttribute('max'));
  for (let i = 0; i < events; i++) {
    await site.instant.press('ArrowRight');
    const lines = await site.lines('stdout');
    expect(lines).toEqual(printed.slice(0, lines.length));
    seen.add(lines.length);
  }
  expect(seen.size).toBeGreaterThan(2);
  await site.instant.press('End');
  expect(await site.lines('stdout')).toEqual(printed);
  await expect(site.tasks.getByRole('option').first()).toHaveAttribute('aria-label', 'async_main, returned');
});

test('badges beside the text say where tasks stand, and lead on', async ({ site, page }) => {
  await runExample(site);
  const line = lineOf('co_await asyncio::sleep');
  // Monaco hides its gutter from screen readers, to whom the timeline lists the lines.
  const badge = page.locator(`.stand[data-line="${line}"]`);
  await expect(badge).toHaveCount(0);
  await site.toLine(line);
  await page.keyboard.press('Control+F10');
  await expect(badge).toHaveText('1');
  const first = Number(await site.instant.inputValue());
  await expect(site.timeline.getByRole('button', { name: `Line ${line}, 1 task` })).toBeVisible();
  await badge.click();
  await expect(badge).toHaveText('2');
  await site.timeline.getByRole('button', { name: `Next time at line ${line}` }).click();
  await expect(badge).toHaveText('3');
  expect(Number(await site.instant.inputValue())).toBeGreaterThan(first);
  await expect(badge).toHaveAttribute('title', /say_hello\(1\) \(.*\), say_hello\(2\) \(.*\), say_hello\(3\) \(/);
  await site.instant.press('Escape');
  await expect(badge).toHaveCount(0);
});

test('it plays to the end', async ({ site, page }) => {
  await runExample(site);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('1 step/s');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('10× faster');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Live' })).toHaveAttribute('aria-pressed', 'true');
});

test('an instant stays while the run goes on', async ({ site }) => {
  const body = '  for (int i = 0;; ++i) {\n    co_await asyncio::sleep(5ms);\n    std::println("{}", i);\n  }';
  await site.openProgram(asyncProgram(body));
  await site.run.click();
  await expect(site.output).toContainText('3');
  await site.instant.fill('5');
  const lines = await site.lines('stdout');
  const events = async (): Promise<number> => Number(await site.instant.getAttribute('max'));
  const before = await events();
  await expect.poll(events).toBeGreaterThan(before);
  await expect(site.instant).toHaveValue('5');
  expect(await site.lines('stdout')).toEqual(lines);
  await site.instant.press('End');
  await expect(site.output).toContainText('7');
  // Of what still goes on no end is told.
  await expect(site.page.getByTestId('instant')).toHaveText('now');
  await expect(site.instant).toHaveAttribute('aria-valuetext', 'now');
  await expect(site.findings).toContainText('Nothing found so far.');
  await site.stop.click();
  await expect(site.page.getByTestId('instant')).toHaveText('end of the run');
});

test('a link leads to the instant once the program has run', async ({ site, page }) => {
  await runExample(site);
  await site.instant.fill('9');
  await site.share.click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(new URL(link).hash).toBe(`#example=${example}&event=9`);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(page.getByText('Run goes there')).toBeVisible();
  await site.runTo('Finished');
  await expect(site.instant).toHaveValue('9');
  await expect(page.getByText('Run goes there')).toHaveCount(0);
});

test('after an edit the lines of the run are said to be of an older text', async ({ site, page }) => {
  await runExample(site);
  await site.instant.fill('9');
  await expect(page.locator('.stand').first()).toBeVisible();
  await site.toEnd();
  await page.keyboard.insertText('// more');
  await expect(site.timeline).toContainText('Of an older text than the editor’s.');
  await expect(page.locator('.stand')).toHaveCount(0);
});
