import { asyncProgram, expect, test, type Site } from './support/site.ts';

const reader = `#include <cstdlib>
#include <iostream>
#include <print>
#include <string>

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) std::println("argument {}", arguments[i]);
  if (const char* name = std::getenv("NAME")) std::println("NAME={}", name);
  std::print("Who? ");
  std::string line;
  while (std::getline(std::cin, line)) std::println("Hello {}", line);
  std::println("end");
}
`;

const box = (site: Site) => site.page.getByRole('textbox', { name: 'Standard input' });

test('the box is hidden until a program reads, or it is asked for', async ({ site }) => {
  await site.open();
  await expect(box(site)).toBeHidden();
  await site.page.getByRole('button', { name: 'Input', exact: true }).click();
  await expect(box(site)).toBeVisible();
});

test('what stands in the box at Run is all of the input', async ({ site }) => {
  await site.openProgram(reader);
  await box(site).fill('Ada\nGrace');
  await site.page.getByRole('button', { name: 'Input', exact: true }).click();
  await site.page.getByRole('textbox', { name: 'Arguments' }).fill('one "two words"');
  await site.page.getByRole('textbox', { name: 'Environment' }).fill('NAME=größer');
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('argument one\nargument two words\nNAME=größer\nWho? Hello Ada\nHello Grace\nend\n');
  await expect(box(site)).toHaveValue('Ada\nGrace');
});

test('a program waits for the lines that are typed while it runs', async ({ site }) => {
  await site.openProgram(reader);
  await site.run.click();
  await expect(site.page.getByText('The program waits for a line.')).toBeVisible({ timeout: 60_000 });
  // The question is there before the answer, and the focus where the answer goes.
  await expect(site.output).toContainText('Who?');
  await expect(box(site)).toBeFocused();
  await site.page.keyboard.type('Ada\n');
  await expect(site.output).toContainText('Hello Ada');
  await expect(box(site)).toHaveValue('');
  await site.page.keyboard.type('Grace\n');
  await expect(site.output).toContainText('Hello Grace');
  expect(await site.output.locator('[data-kind=input] .text').allTextContents()).toEqual(['Ada', 'Grace']);
  await site.page.keyboard.press('Control+d');
  await site.is('Finished');
  await expect(site.output).toContainText('end');
});

test('a task waits for input, too, and Stop ends the wait', async ({ site }) => {
  const body =
    '  co_await asyncio::sleep(1ms);\n  std::string line;\n  std::getline(std::cin, line);\n  std::println("got {}", line);\n  std::getline(std::cin, line);';
  await site.openProgram(`#include <iostream>\n${asyncProgram(body)}`);
  await site.run.click();
  await expect(site.page.getByText('The program waits for a line.')).toBeVisible({ timeout: 60_000 });
  await box(site).fill('a line\n');
  await expect(site.output).toContainText('got a line');
  await site.stop.click();
  await site.is('Stopped');
  await site.run.click();
  await expect(site.page.getByText('The program waits for a line.')).toBeVisible();
  await site.page.getByRole('button', { name: 'End input' }).click();
  await site.is('Finished');
});
