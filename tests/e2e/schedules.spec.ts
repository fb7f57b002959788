import { expect, test, type Site } from './support/site.ts';

/** Somebody looks before somebody else has put it there, one order in two. */
const race = `#include <asyncio/asyncio.hpp>
#include <print>
#include <stdexcept>

using namespace std::chrono_literals;

struct Bank {
  int balance = 0;
};

asyncio::Coro<void> pay_in(Bank& bank) {
  co_await asyncio::sleep(1s);
  bank.balance = 100;
}

asyncio::Coro<void> withdraw(Bank& bank) {
  co_await asyncio::sleep(1s);
  if (bank.balance < 50) throw std::runtime_error("insufficient funds");
  bank.balance -= 50;
  std::println("paid out, {} left", bank.balance);
}

asyncio::Coro<void> day() {
  Bank bank;
  co_await asyncio::gather(pay_in(bank), withdraw(bank));
}

int main() { asyncio::run(day()); }
`;

const schedules = (site: Site) => site.page.getByRole('region', { name: 'Schedules' });
const progress = (site: Site) => site.page.getByTestId('schedules-progress');
const note = (site: Site) => site.page.getByTestId('schedule-note');

async function explore(site: Site): Promise<void> {
  await site.page.getByRole('button', { name: 'Explore schedules' }).click();
  await expect(schedules(site).getByRole('button', { name: 'Explore again' })).toBeVisible({ timeout: 60_000 });
}

test('a check-then-act race is found, told in words, shown, and led to by a link', async ({ site, page }) => {
  await site.openProgram(race);
  await explore(site);
  await expect(progress(site)).toHaveText(/^\d+ schedules, all that there are, [\d,]+ a second, 2 outcomes$/);
  const groups = schedules(site).getByRole('listitem');
  await expect(groups).toHaveCount(2);
  await expect(groups.nth(0)).toContainText('First in, first out everywhere');
  await expect(groups.nth(0)).toContainText('paid out, 50 left');
  await expect(groups.nth(1)).toContainText('std::runtime_error: insufficient funds');
  await expect(groups.nth(1)).toContainText(/except: at [01] s Task-\d+ \(withdraw\) before Task-\d+ \(pay_in\)/);

  await groups.nth(1).getByRole('button').click();
  await site.is('Failed');
  await expect(groups.nth(1).getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  expect((await site.lines('error')).join()).toContain('insufficient funds');
  await expect(note(site)).toContainText(/Schedule \d+\.\d+:\d+/);
  await expect(note(site)).toContainText(/\(withdraw\) before Task-\d+ \(pay_in\)/);

  await site.share.click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(new URL(link).hash).toMatch(/^#v1\/[\w-]+&by=[\d.]+&schedule=\d+\.\d+:\d+$/);
  await page.reload();
  await expect(note(site)).toContainText('The next run is under schedule');
  await site.runTo('Failed');
  expect((await site.lines('error')).join()).toContain('insufficient funds');

  await page.getByRole('button', { name: 'Back to usual runs' }).click();
  await site.runTo('Finished');
  expect(await site.stdout()).toBe('paid out, 50 left\n');
  await expect(note(site)).toHaveCount(0);
});

test('a right program has one outcome', async ({ site }) => {
  const right = race.replace(
    'gather(pay_in(bank), withdraw(bank));',
    'gather(pay_in(bank), pay_in(bank));\n  co_await withdraw(bank);',
  );
  await site.openProgram(right);
  await explore(site);
  await expect(progress(site)).toContainText('1 outcome');
  await expect(schedules(site)).toContainText('Every order gives the same.');
  await expect(schedules(site).getByRole('listitem')).toHaveCount(1);
  await schedules(site).getByRole('listitem').getByRole('button').click();
  await site.is('Finished');
  expect(await site.stdout()).toBe('paid out, 50 left\n');
  await expect(note(site)).toContainText('Schedule fifo');
});

test('Stop ends it, and what was found stays', async ({ site, page }) => {
  // Each run takes long enough for there to be something to stop.
  const many = race.replace(
    'co_await asyncio::gather(pay_in(bank), withdraw(bank));',
    "for (volatile long n = 0; n < 20'000'000; n = n + 1) {}\n  co_await asyncio::gather(pay_in(bank), withdraw(bank), pay_in(bank), pay_in(bank), pay_in(bank), pay_in(bank));",
  );
  await site.openProgram(many);
  await page.getByRole('button', { name: 'Explore schedules' }).click();
  await expect(schedules(site).getByRole('listitem')).not.toHaveCount(0, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop exploring' }).click();
  await expect(progress(site)).toContainText('(stopped)');
  await page.getByRole('button', { name: 'Close schedules' }).click();
  await expect(schedules(site)).toHaveCount(0);
  await expect(site.timeline).toBeVisible();
});

test('a program that does not compile says so', async ({ site }) => {
  await site.openProgram('int main() { return x; }');
  await explore(site);
  await expect(schedules(site).getByRole('alert')).toHaveText('The program does not compile: see Problems.');
  await expect(site.problems).toContainText('undeclared identifier');
});
