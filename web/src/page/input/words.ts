/** A line as a shell reads it: words between spaces; quotes and backslashes keep spaces. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === quote) quote = '';
    else if (character === '\\' && quote !== "'" && at + 1 < line.length) word = (word ?? '') + line.charAt(++at);
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (quote === '' && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** The words that are variables of an environment, `NAME=value`; and those that are none. */
export function splitVariables(line: string): { variables: string[]; others: string[] } {
  const words = splitWords(line);
  const isVariable = (word: string): boolean => /^[^=]+=/.test(word);
  return { variables: words.filter(isVariable), others: words.filter((word) => !isVariable(word)) };
}
