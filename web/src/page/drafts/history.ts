/** Earlier texts to go back to, the newest first; bounded in number and in all their characters. */
import * as v from 'valibot';

const earlier = v.object({
  /** Milliseconds since 1970. */
  when: v.number(),
  /** Of the program. */
  name: v.string(),
  /** What was about to happen to the text: "Run", "Closed". */
  what: v.string(),
  source: v.string(),
});
export type Earlier = v.InferOutput<typeof earlier>;

export const mostEntries = 100;
export const mostCharacters = 1_000_000;

/** Of what a storage holds, the entries that are some. */
export function parseHistory(value: unknown): Earlier[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    const result = v.safeParse(earlier, entry);
    return result.success ? [result.output] : [];
  });
}

/** The same text is listed once, where it is newest. */
export function remembered(list: readonly Earlier[], entry: Earlier): Earlier[] {
  const all = [entry, ...list.filter(({ source }) => source !== entry.source)];
  let characters = 0;
  return all.filter(({ source }, index) => {
    characters += source.length;
    return index === 0 || (index < mostEntries && characters <= mostCharacters);
  });
}

/** Whether an edit took so much away that the text before it should be listed. */
export function losesMuch(before: string, after: string): boolean {
  return before.trim().length > 40 && after.length < before.length / 2;
}

/** A line of a text that tells it from others: the first with a word of its own. */
export function excerpt(source: string): string {
  const lines = source.split('\n', 200).map((line) => line.trim());
  const telling = lines.find((line) => line !== '' && !/^(#include|using |[{}])/.test(line));
  return (telling ?? lines[0] ?? '').slice(0, 80);
}
