/** Gathers what the tests have measured, and prints it when all have ended. */
import type { TestInfo } from '@playwright/test';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export interface Noted {
  longestGapMs: number;
  stopMs: number | undefined;
  /** The same page's longest gap while the example ran: what the machine alone makes of it. */
  idleGapMs: number;
  /** Whether the program is to be refused before it runs: an attempt to escape. */
  refused: boolean;
}

const annotationType = 'figures';
/** Whose tests are programs. */
const programs = 'hostile.spec.ts';
/** What a reader may ask for. */
const stopTargetMs = 200;
const gapTargetMs = 100;

export function noteFigures(info: TestInfo, figures: Noted): void {
  info.annotations.push({ type: annotationType, description: JSON.stringify(figures) });
}

interface Measured {
  name: string;
  ms: number;
}

export default class FiguresReporter implements Reporter {
  #tried = 0;
  #survived = 0;
  #refusals = 0;
  readonly #stops: Measured[] = [];
  readonly #gaps: Measured[] = [];
  readonly #idle: Measured[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (!test.location.file.endsWith(programs)) return;
    this.#tried += 1;
    if (result.status === 'passed') this.#survived += 1;
    const description = test.annotations.find(({ type }) => type === annotationType)?.description;
    if (description === undefined) return;
    const { stopMs, longestGapMs, idleGapMs, refused } = JSON.parse(description) as Noted;
    if (refused) this.#refusals += 1;
    if (stopMs !== undefined) this.#stops.push({ name: test.title, ms: stopMs });
    this.#gaps.push({ name: test.title, ms: longestGapMs });
    this.#idle.push({ name: test.title, ms: idleGapMs });
  }

  onEnd(): void {
    const rows = [
      ['hostile programs survived / tried', `${this.#survived} / ${this.#tried}`],
      ['escapes refused before they ran', String(this.#refusals)],
      ['click → Stopped', summary(this.#stops, stopTargetMs)],
      ['longest gap of the page', summary(this.#gaps, gapTargetMs)],
      ['  while an example runs', summary(this.#idle, gapTargetMs)],
    ];
    process.stdout.write(`\n${rows.map(([what = '', value]) => `${what.padEnd(36)}${value}`).join('\n')}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function summary(measured: readonly Measured[], targetMs: number): string {
  const sorted = [...measured].sort((a, b) => a.ms - b.ms);
  const median = sorted[sorted.length >> 1];
  const worst = sorted.at(-1);
  if (median === undefined || worst === undefined) return 'not measured';
  const over = sorted.filter(({ ms }) => ms > targetMs);
  const figures = `median ${median.ms.toFixed(0)} ms, worst ${worst.ms.toFixed(0)} ms (${worst.name})`;
  const names = over.map(({ name, ms }) => `${name} ${ms.toFixed(0)}`).join(', ');
  return `${figures}; ${over.length} of ${sorted.length} over ${targetMs} ms${names && `: ${names}`}`;
}
