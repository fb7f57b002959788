/**
 * Folds branches on constants in functions in LLVM's text form, as far as Clang's coroutines need it: numbered values,
 * `phi` and `icmp` of integers, `br` and `switch`. Sparse conditional constant propagation, after Wegman and Zadeck.
 */

/** A value that is not the same on every way to it. A value that no way was found to yet is absent. */
const varying = Symbol('varying');
type Value = bigint | typeof varying;

interface Phi {
  line: number;
  name: string;
  incoming: [value: string, from: string][];
}

interface Compare {
  name: string;
  equal: boolean;
  left: string;
  right: string;
}

interface Block {
  label: string;
  phis: Phi[];
  compares: Compare[];
  /** The last instruction: the lines it stands on, what it branches on, and where to. */
  begin: number;
  end: number;
  condition: string | undefined;
  /** For each value of the condition the block it leads to; `undefined`: any other value. */
  targets: [value: bigint | undefined, label: string][];
}

const labelLine = /^(\d+):/;
const phiLine = /^ {2}(%\d+) = phi i\d+ (\[.*\])/;
const compareLine = /^ {2}(%\d+) = icmp (eq|ne) i\d+ ([^\s,]+), ([^\s,]+)/;
const branchLine = /^ {2}br i1 (\S+), label %(\d+), label %(\d+)/;
const switchLine = /^ {2}switch i\d+ (\S+), label %(\d+) \[/;
const caseLine = /^ {4}i\d+ (-?\d+), label %(\d+)/;
const terminatorLine =
  /^ {2}(?:br|switch|ret|unreachable|invoke|resume|cleanupret|catchret|%\d+ = (?:invoke|catchswitch))\b/;

/** @param text one `define … { … }` whose only named block is none: the entry's label follows the parameters' numbers */
export function foldConstants(text: string): string {
  const lines = text.split('\n');
  const blocks = readBlocks(lines);
  const facts = propagate(blocks);
  for (const block of blocks.values()) rewrite(lines, block, facts);
  return lines.filter((line) => line !== removed).join('\n');
}

const removed = '\0';

function readBlocks(lines: readonly string[]): Map<string, Block> {
  const blocks = new Map<string, Block>();
  let block = newBlock(entryLabel(lines[0] ?? ''));
  for (let line = 1; line < lines.length; line++) {
    const text = lines[line] ?? '';
    const label = labelLine.exec(text)?.[1];
    if (label !== undefined) block = newBlock(label);
    blocks.set(block.label, block);
    const phi = phiLine.exec(text);
    if (phi) block.phis.push({ line, name: phi[1] ?? '', incoming: readIncoming(phi[2] ?? '') });
    const compare = compareLine.exec(text);
    if (compare)
      block.compares.push({
        name: compare[1] ?? '',
        equal: compare[2] === 'eq',
        left: compare[3] ?? '',
        right: compare[4] ?? '',
      });
    if (terminatorLine.test(text)) line = readTerminator(lines, line, block);
  }
  return blocks;
}

function newBlock(label: string): Block {
  return { label, phis: [], compares: [], begin: 0, end: 0, condition: undefined, targets: [] };
}

/** The entry is numbered after the parameters, all of which are unnamed. */
function entryLabel(define: string): string {
  const parameters = [...define.matchAll(/%(\d+)(?=[,)])/g)].map(([, number]) => Number(number));
  return String(Math.max(-1, ...parameters) + 1);
}

function readIncoming(list: string): [string, string][] {
  return [...list.matchAll(/\[ (\S+), %(\d+) \]/g)].map(([, value = '', from = '']) => [value, from]);
}

/** @returns the instruction's last line */
function readTerminator(lines: readonly string[], begin: number, block: Block): number {
  const first = lines[begin] ?? '';
  block.begin = block.end = begin;
  const branch = branchLine.exec(first);
  if (branch) {
    block.condition = branch[1];
    block.targets = [
      [1n, branch[2] ?? ''],
      [undefined, branch[3] ?? ''],
    ];
    return begin;
  }
  const selection = switchLine.exec(first);
  if (selection) {
    block.condition = selection[1];
    while (!(lines[++block.end] ?? '').startsWith('  ]')) {
      const [, value = '0', label = ''] = caseLine.exec(lines[block.end] ?? '') ?? [];
      block.targets.push([BigInt(value), label]);
    }
    block.targets.push([undefined, selection[2] ?? '']);
    return block.end;
  }
  // An invoke goes on on the next line.
  if (/\binvoke\b/.test(first)) block.end++;
  const text = lines.slice(begin, block.end + 1).join(' ');
  block.targets = [...text.matchAll(/label %(\d+)/g)].map(([, label = '']) => [undefined, label]);
  return block.end;
}

interface Facts {
  /** The blocks that can be come to, and the edges that can be taken, as `from>to`. */
  reached: Set<string>;
  edges: Set<string>;
  /** What is known of the phis and comparisons; whatever else has a name varies. */
  values: Map<string, Value | undefined>;
}

function propagate(blocks: ReadonlyMap<string, Block>): Facts {
  const [entry = ''] = blocks.keys();
  const tracked = [...blocks.values()].flatMap(({ phis, compares }) => [...phis, ...compares].map(({ name }) => name));
  const facts: Facts = {
    reached: new Set([entry]),
    edges: new Set(),
    values: new Map(tracked.map((name) => [name, undefined])),
  };
  // A value goes from unknown to a constant to varying and never back, and edges only come, so this ends.
  for (let changed = true; changed;) {
    const edges = facts.edges.size;
    changed = false;
    for (const label of facts.reached) {
      const block = blocks.get(label);
      if (!block) continue;
      changed = evaluate(block, facts) || changed;
      for (const target of takenTargets(block, facts)) {
        facts.edges.add(`${label}>${target}`);
        facts.reached.add(target);
      }
    }
    changed ||= facts.edges.size > edges;
  }
  return facts;
}

/** @returns whether more is known than before */
function evaluate(block: Block, facts: Facts): boolean {
  let changed = false;
  for (const { name, incoming } of block.phis) {
    for (const [value, from] of incoming) {
      if (facts.edges.has(`${from}>${block.label}`)) changed = learn(facts, name, valueOf(value, facts)) || changed;
    }
  }
  for (const { name, equal, left, right } of block.compares) {
    const [a, b] = [valueOf(left, facts), valueOf(right, facts)];
    if (a === undefined || b === undefined) continue;
    changed = learn(facts, name, a === varying || b === varying ? varying : BigInt((a === b) === equal)) || changed;
  }
  return changed;
}

function learn({ values }: Facts, name: string, value: Value | undefined): boolean {
  const known = values.get(name);
  if (value === undefined || known === value || known === varying) return false;
  values.set(name, known === undefined ? value : varying);
  return true;
}

/** `undefined`: a phi or comparison that was not come to yet. */
function valueOf(text: string, { values }: Facts): Value | undefined {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  if (text === 'true' || text === 'false') return BigInt(text === 'true');
  return values.has(text) ? values.get(text) : varying;
}

function takenTargets({ condition, targets }: Block, facts: Facts): string[] {
  const value = condition === undefined ? varying : valueOf(condition, facts);
  if (value === undefined) return [];
  return value === varying ? targets.map(([, label]) => label) : [chosen(targets, value)];
}

function chosen(targets: Block['targets'], value: bigint): string {
  return (targets.find(([wanted]) => wanted === value) ?? targets.at(-1))?.[1] ?? '';
}

/** Blocks that cannot be come to stay as they are: the code generator drops them, and their part in the phis. */
function rewrite(lines: string[], block: Block, facts: Facts): void {
  if (!facts.reached.has(block.label)) return;
  for (const { line, incoming } of block.phis) {
    const kept = incoming.filter(([, from]) => !facts.reached.has(from) || facts.edges.has(`${from}>${block.label}`));
    lines[line] = (lines[line] ?? '').replace(
      /\[ .*\]/,
      kept.map(([value, from]) => `[ ${value}, %${from} ]`).join(', '),
    );
  }
  const value = block.condition === undefined ? varying : valueOf(block.condition, facts);
  if (typeof value !== 'bigint') return;
  lines.fill(removed, block.begin, block.end + 1);
  lines[block.begin] = `  br label %${chosen(block.targets, value)}`;
}
