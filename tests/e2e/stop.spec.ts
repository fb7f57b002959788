import { asyncProgram, expect, sameVisit as test } from './support/site.ts';

test('Stop ends a loop without end, and the next Run works', async ({ site }) => {
  await site.openProgram('#include <cstdio>\nint main() { std::puts("in"); std::fflush(stdout); for (;;); }\n');
  await site.run.click();
  await expect(site.output).toContainText('in');
  await site.is('Running');
  await site.stop.click();
  await site.is('Stopped');
  await expect(site.stop).toBeDisabled();
  await site.openExample('hello');
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('Hello\nWorld\n');
});

test('after ten seconds without yielding the page says so', async ({ site }) => {
  await site.openProgram('int main() { for (volatile int i = 0;; i = i + 1); }\n');
  await site.run.click();
  await site.is('Running');
  await expect(site.page.getByText('Still running: it never yields')).toBeVisible();
  await site.page.getByRole('button', { name: 'Stop program' }).click();
  await site.is('Stopped');
  await expect(site.page.getByText('Still running')).toBeHidden();
});

test('a program that only waits is no cause for alarm and can be stopped', async ({ site }) => {
  await site.openProgram(asyncProgram('  std::println("waiting");\n  co_await asyncio::sleep(1h);'));
  await site.run.click();
  await expect(site.output).toContainText('waiting');
  await site.stop.click();
  await site.is('Stopped');
});

test('Run during a run starts anew, and nothing of the old run comes through', async ({ site }) => {
  const body = `  std::println("begun {}", std::chrono::system_clock::now().time_since_epoch().count());
  for (int i = 0; i < 100; ++i) {
    std::println("{}", i);
    co_await asyncio::sleep(10ms);
  }`;
  await site.openProgram(asyncProgram(body));
  await site.run.click();
  await expect(site.output).toContainText('begun');
  const [first] = await site.lines('stdout');
  await site.run.click();
  await expect(site.output).not.toContainText(first ?? '');
  await site.is('Finished');
  const [second, ...rest] = await site.lines('stdout');
  expect(second).toMatch(/^begun \d+$/);
  expect(rest).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
});
