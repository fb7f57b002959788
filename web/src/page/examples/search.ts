/** Finds examples by words of their titles, aims, sections or programs. */
import type { Example, ExampleGroup } from './catalog.ts';

/** The groups with what matches every word of the query, without those of which nothing does. */
export function matching(groups: readonly ExampleGroup[], query: string): readonly ExampleGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups
    .map(({ title, examples }) => ({ title, examples: examples.filter((example) => hasAll(title, example, words)) }))
    .filter(({ examples }) => examples.length > 0);
}

function hasAll(group: string, { name, title, summary, source }: Example, words: readonly string[]): boolean {
  const text = [group, name, title, summary, source].join('\n').toLowerCase();
  return words.every((word) => hasBeginning(text, word));
}

/** Whether a word of the text begins so: “lock” is in “scoped_lock”, but not in “block”. */
function hasBeginning(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}
