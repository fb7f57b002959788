/** How many schedules are tried, and for how long. */

export interface Budget {
  name: string;
  runs: number;
  ms: number;
}

export const budgets: readonly [Budget, ...Budget[]] = [
  { name: '1,000 schedules, 10 s', runs: 1_000, ms: 10_000 },
  { name: '100 schedules, 2 s', runs: 100, ms: 2_000 },
  { name: '20,000 schedules, 60 s', runs: 20_000, ms: 60_000 },
];
