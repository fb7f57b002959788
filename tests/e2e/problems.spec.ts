import { expect, sameVisit as test } from './support/site.ts';

/** The compiler counts code points and bytes; the editor counts UTF-16 units, of which the emoji has two. */
const wrongProgram = 'int main() {\n  /* 🧵 é */ return missing;\n}\n';

test('an error is underlined at its place and can be clicked', async ({ site }) => {
  await site.openProgram(wrongProgram);
  await site.runTo('Failed');
  await expect(site.problems).toContainText("error: use of undeclared identifier 'missing'");
  await expect(site.problems).toContainText('main.cpp:2:21');
  const squiggle = site.page.locator('.squiggly-error');
  await expect(squiggle).toBeVisible();
  const token = site.page.locator('.view-line span span', { hasText: 'missing' }).last();
  const [under, word] = [await squiggle.boundingBox(), await token.boundingBox()];
  expect(word).not.toBeNull();
  // The token's span may hold the space before it, but it ends where the squiggle ends.
  expect(Math.abs((under?.x ?? 0) + (under?.width ?? 0) - rightOfWord(word))).toBeLessThan(14);
  await site.problems.getByRole('button', { name: /undeclared identifier/ }).click();
  await site.page.keyboard.type('x');
  await expect(site.page.locator('.view-lines')).toContainText('xmissing');
});

function rightOfWord(box: { x: number; width: number } | null): number {
  return box === null ? NaN : box.x + box.width;
}

test('Run with an error says where to look and changes nothing', async ({ site }) => {
  await site.openProgram(wrongProgram);
  await site.runTo('Failed');
  await expect(site.output).toContainText('does not compile');
  await expect(site.page.locator('.view-lines')).toContainText('missing');
  await site.openExample('hello');
  await expect(site.problems).toContainText('Nothing to report.');
  await site.runTo('Finished');
});

test('a note is listed below its error', async ({ site }) => {
  await site.open();
  await site.replaceText('void f(int);\nint main() { f(); }\n');
  await expect(site.problems).toContainText('error: no matching function');
  await expect(site.problems).toContainText('note: candidate function');
  await site.problems.getByRole('button', { name: /candidate function/ }).click();
  await site.page.keyboard.type('// ');
  await expect(site.page.locator('.view-line').first()).toContainText('//');
});

test('a warning is listed with its flag, and the program runs', async ({ site }) => {
  await site.openProgram('#include <print>\nint main() { int unused; std::println("ran"); }\n');
  await site.runTo('Finished');
  await expect(site.problems).toContainText("warning: unused variable 'unused' [-Wunused-variable]");
  await expect(site.problems).toContainText('1 warning');
  expect(await site.stdout()).toBe('ran\n');
});

test('an error of the linker is told in words', async ({ site }) => {
  await site.openProgram('void elsewhere();\nint main() { elsewhere(); }\n');
  await site.runTo('Failed');
  await expect(site.problems).toContainText('elsewhere');
});

test('mending the error clears it', async ({ site }) => {
  await site.open();
  await site.replaceText('int main() { return 0 }\n');
  await expect(site.problems).toContainText('1 error');
  await site.replaceText('int main() { return 0; }\n');
  await expect(site.problems).toContainText('Nothing to report.');
  await expect(site.page.locator('.squiggly-error')).toHaveCount(0);
});
