/**
 * What a hostile program's first line says of its end:
 *
 *     // expect: failed "out of memory" or finished "done" within 20s
 *
 * One outcome or several, of which one must come true, then the time that it may take (10 s if none is said). An
 * outcome is a word and, mostly, a text in JSON's quotes that the page must show.
 */

const endings = ['refused', 'compile-error', 'failed', 'finished', 'ended', 'stopped'] as const;

/**
 * - `refused`: the page does not run it, and says why; it printed nothing.
 * - `compile-error`: it does not compile; the text stands among the problems.
 * - `failed`, `finished`: its end by itself; `ended` is either of the two.
 * - `stopped`: it does not end by itself; a click on Stop ends it.
 */
export type Ending = (typeof endings)[number];

export interface Outcome {
  ending: Ending;
  /** Part of what the page shows at the end; empty where the word says all. */
  text: string;
}

export interface Expectation {
  outcomes: Outcome[];
  withinMs: number;
}

const defaultWithinMs = 10_000;
const longestWithinMs = 90_000;
/** These say nothing by themselves: any program fails in some way. A text, if an empty one, shows that it was thought of. */
const needText: ReadonlySet<Ending> = new Set(['refused', 'compile-error', 'failed', 'finished']);

const prefix = '// expect: ';
const outcomePattern = /^([a-z-]+)(?: ("(?:[^"\\]|\\.)*"))?/;
const withinPattern = /^ within (\d+)s$/;

/** @throws Error that says what is wrong with the line */
export function parseExpectation(line: string): Expectation {
  if (!line.startsWith(prefix)) throw new Error(`does not begin with "${prefix}"`);
  let rest = line.slice(prefix.length);
  const outcomes: Outcome[] = [];
  for (;;) {
    const [whole, word, quoted] = outcomePattern.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`an outcome is wanted before "${rest}"`);
    outcomes.push(outcomeOf(word, quoted));
    rest = rest.slice(whole.length);
    if (!rest.startsWith(' or ')) break;
    rest = rest.slice(' or '.length);
  }
  return { outcomes, withinMs: rest === '' ? defaultWithinMs : parseWithin(rest) };
}

function outcomeOf(word: string | undefined, quoted: string | undefined): Outcome {
  const ending = endings.find((known) => known === word);
  if (ending === undefined) throw new Error(`"${word}" is no ending; there are: ${endings.join(', ')}`);
  if (quoted === undefined && needText.has(ending)) throw new Error(`${ending} wants a text`);
  return { ending, text: quoted === undefined ? '' : (JSON.parse(quoted) as string) };
}

function parseWithin(rest: string): number {
  const seconds = withinPattern.exec(rest)?.[1];
  if (seconds === undefined) throw new Error(`"${rest}" is not understood; " within 20s" would be`);
  const ms = Number(seconds) * 1000;
  if (ms === 0 || ms > longestWithinMs) throw new Error(`within 1s to ${longestWithinMs / 1000}s, not ${seconds}s`);
  return ms;
}
