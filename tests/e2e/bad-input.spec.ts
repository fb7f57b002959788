import { asyncProgram, expect, sameVisit as test, type Site } from './support/site.ts';

/** After whatever came before: the page is whole and runs the next program. */
async function stillWorks(site: Site): Promise<void> {
  await site.openExample('hello');
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('Hello\nWorld\n');
}

test('an empty program', async ({ site }) => {
  await site.openProgram(' ');
  await site.replaceText('');
  await site.page.keyboard.press('Delete');
  await site.runTo('Failed');
  await expect(site.problems).toContainText('main');
  await stillWorks(site);
});

test('a program of one megabyte', async ({ site }) => {
  const line = `// ${'x'.repeat(96)}\n`;
  await site.openProgram(`#include <print>\n${line.repeat(10_000)}int main() { std::println("large"); }\n`);
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('large\n');
  await stillWorks(site);
});

test('NUL bytes', async ({ site }) => {
  await site.openProgram('#include <print>\nint main() {\0 std::println("nul"); }\n');
  await site.run.click();
  await expect(site.status).toHaveText(/Finished|Failed/);
  await expect(site.problems).toContainText(/null character/i);
  await stillWorks(site);
});

test('Unicode in names, comments and output', async ({ site }) => {
  const source =
    '#include <print>\n// Grüße 漢字 🧵\nint main() { auto größe = "ж漢🧵"; std::println("{}", größe); }\n';
  await site.openProgram(source);
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('ж漢🧵\n');
});

test('an exception out of main', async ({ site }) => {
  await site.openProgram(asyncProgram('  co_await asyncio::sleep(1ms);\n  throw std::runtime_error("no route");'));
  await site.runTo('Failed');
  expect(await site.lines('error')).toEqual(['Uncaught exception: std::runtime_error: no route']);
  expect((await site.lines('info')).join()).toContain('Exit code 1');
  await stillWorks(site);
});

test('abort', async ({ site }) => {
  await site.openProgram('#include <cstdlib>\nint main() { std::abort(); }\n');
  await site.runTo('Failed');
  expect((await site.lines('error')).join()).toContain('abort');
  await stillWorks(site);
});

test('a trap', async ({ site }) => {
  await site.openProgram('int main() { volatile int zero = 0; return 1 / zero; }\n');
  await site.runTo('Failed');
  expect((await site.lines('error')).join()).toContain('division by zero');
  await stillWorks(site);
});

test('too deep a recursion', async ({ site }) => {
  await site.openProgram(
    'int f(volatile int* p) { volatile int a[99]; return f(a) + *p; }\nint main() { volatile int x = 0; return f(&x); }\n',
  );
  await site.runTo('Failed');
  expect((await site.lines('error')).join()).toContain('stack overflow');
  await stillWorks(site);
});

test('memory without end', async ({ site }) => {
  await site.openProgram(
    "#include <vector>\n#include <string>\nint main() { std::vector<std::string> all; for (;;) all.emplace_back(1 << 20, 'x'); }\n",
  );
  await site.runTo('Failed');
  expect((await site.lines('error')).join()).toContain('out of memory');
  await stillWorks(site);
});

test('a hundred megabytes of output', async ({ site }) => {
  await site.openProgram(
    '#include <cstdio>\nint main() { for (int i = 0; i < 2\'000\'000; ++i) std::printf("line %d of a great many, all alike, and long\\n", i); }\n',
  );
  await site.runTo('Finished');
  const left = await site.output.locator('[data-kind=cut]').textContent();
  const [, lines = ''] = /^… ([\d,]+) lines \([\d,]+ characters\) left out …$/.exec(left ?? '') ?? [];
  expect(Number(lines.replaceAll(',', '')) + (await site.lines('stdout')).length).toBe(2_000_000);
  expect((await site.lines('stdout')).at(-1)).toBe('line 1999999 of a great many, all alike, and long');
  expect((await site.lines('stdout'))[0]).toBe('line 0 of a great many, all alike, and long');
  await stillWorks(site);
});

test('a deadlock names the tasks that wait', async ({ site }) => {
  const body =
    '  asyncio::Lock lock;\n  auto first = co_await lock.scoped_lock();\n  auto second = co_await lock.scoped_lock();';
  await site.openProgram(asyncProgram(body));
  await site.runTo('Failed');
  expect((await site.lines('error')).join()).toMatch(/Deadlock: .*Task-1/s);
  await stillWorks(site);
});

test('another exit code than 0', async ({ site }) => {
  await site.openProgram('int main() { return 3; }\n');
  await site.runTo('Failed');
  expect((await site.lines('info')).join()).toContain('Exit code 3');
});

test('standard error is set apart', async ({ site }) => {
  await site.openProgram('#include <cstdio>\nint main() { std::fputs("to err\\n", stderr); std::puts("to out"); }\n');
  await site.runTo('Finished');
  expect(await site.lines('stderr')).toEqual(['to err']);
  expect(await site.lines('stdout')).toEqual(['to out']);
});
