/** Whether a program probably reads standard input: by the names that it uses, without its comments. */
const readers =
  /\bc?in\b\s*>>|\b(std::)?w?cin\b|\bgetline\s*\(|\b(f|v|vf|w|fw)?scanf(_s)?\s*\(|\bf?gets\s*\(|\bf?getw?c(har)?\s*\(|\bstdin\b|\bSTDIN_FILENO\b/;

export function readsInput(source: string): boolean {
  return readers.test(source.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ''));
}
