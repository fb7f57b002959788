/** Two outputs side by side: which lines they have in common, in the same order. */

/** A line of both, or of one, or one in the other's place. */
export interface Row {
  a: string | undefined;
  b: string | undefined;
  same: boolean;
}

export interface Gap {
  /** Rows that are the same, and not shown. */
  gap: number;
}

/** Past so many lines between the common beginning and the common end they are compared one by one. */
const mostAligned = 400;

export function align(a: readonly string[], b: readonly string[]): Row[] {
  let begin = 0;
  while (begin < a.length && begin < b.length && a[begin] === b[begin]) begin += 1;
  let end = 0;
  while (end < a.length - begin && end < b.length - begin && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const same = (lines: readonly string[]): Row[] => lines.map((line) => ({ a: line, b: line, same: true }));
  const [middleA, middleB] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)];
  return [...same(a.slice(0, begin)), ...alignMiddle(middleA, middleB), ...same(a.slice(a.length - end))];
}

function alignMiddle(a: readonly string[], b: readonly string[]): Row[] {
  if (a.length > mostAligned || b.length > mostAligned) return sideBySide(a, b);
  const rows: Row[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [atA, atB] of [...commonLines(a, b), [a.length, b.length] as const]) {
    rows.push(...sideBySide(a.slice(fromA, atA), b.slice(fromB, atB)));
    const line = a[atA];
    if (line !== undefined) rows.push({ a: line, b: line, same: true });
    [fromA, fromB] = [atA + 1, atB + 1];
  }
  return rows;
}

function sideBySide(a: readonly string[], b: readonly string[]): Row[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => ({ a: a[i], b: b[i], same: a[i] === b[i] }));
}

/** The longest sequence of lines that both have: where each stands in either. */
function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Rows that differ, with so many that are the same around each. */
export function withContext(rows: readonly Row[], context = 2): (Row | Gap)[] {
  const near = rows.map((_, at) => rows.slice(Math.max(0, at - context), at + context + 1).some(({ same }) => !same));
  const shown: (Row | Gap)[] = [];
  for (const [at, row] of rows.entries()) {
    const last = shown.at(-1);
    if (near[at] === true) shown.push(row);
    else if (last !== undefined && 'gap' in last) last.gap += 1;
    else shown.push({ gap: 1 });
  }
  return shown;
}
