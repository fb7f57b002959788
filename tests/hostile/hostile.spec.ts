/** Programs that mean harm, or do it: each ends as its first line says, and the page is whole after it. */
import { expect } from '@playwright/test';
import { mostGapMs, mostStopMs, perform, theNextRunIsRight } from './support/act.ts';
import { noteFigures } from './support/figures.ts';
import { readPrograms } from './support/programs.ts';
import { test } from './support/stage.ts';

/** What the page and the browser need beside the program. */
const overheadMs = 45_000;

for (const program of readPrograms()) {
  test(program.name, async ({ stage }, info) => {
    test.setTimeout(program.expectation.withinMs + overheadMs);
    const figures = await perform(stage, program);
    info.annotations.push({ type: 'said', description: figures.said });
    // A compile that was too much may have cost the compiler.
    const idleGapMs = await theNextRunIsRight(stage, program.kind === 'compile' || program.kind === 'asm');
    const refused = program.expectation.outcomes[0]?.ending === 'refused';
    noteFigures(info, { longestGapMs: figures.longestGapMs, stopMs: figures.stopMs, idleGapMs, refused });
    expect(figures.longestGapMs, 'how long the page did not answer').toBeLessThan(mostGapMs);
    if (figures.ending === 'Stopped') expect(figures.stopMs, 'click to Stopped').toBeLessThan(mostStopMs);
  });
}
