// @ts-check
/** Makes a program that fails smaller, as long as it fails. */

/** @typedef {import('./generate.mjs').Program} Program */

/** @param {unknown} part @returns {part is unknown[]} a list of operations, of handlers, or of a generator's steps */
const isBlock = (part) => Array.isArray(part) && part.every((item) => Array.isArray(item));

/** @param {unknown} block whether all in it are operations @returns {block is unknown[][]} */
const isOperations = (block) =>
  isBlock(block) && block.every((op) => Array.isArray(op) && /^[a-z]/.test(String(op[0])));

/**
 * All that one change can make of a part of a program: something left out, or something in the place of what it is in.
 * @param {unknown} part @returns {Generator<unknown>}
 */
function* smaller(part) {
  if (!Array.isArray(part)) {
    if (typeof part === 'number' && part > 1) yield 1;
    return;
  }
  if (isBlock(part)) {
    // Half of it, a quarter, … one.
    for (let size = part.length; size >= 1; size = Math.floor(size / 2))
      for (let at = 0; at < part.length; at += size) yield part.toSpliced(at, size);
    if (isOperations(part))
      for (const [at, op] of part.entries())
        for (const inner of op) if (isOperations(inner) && inner.length > 0) yield part.toSpliced(at, 1, ...inner);
  }
  for (const [at, inner] of part.entries()) for (const changed of smaller(inner)) yield part.with(at, changed);
}

/** @param {Program} program @returns {Program[]} the smallest first */
function candidates([objects, bodies, generators, reports, eager]) {
  /** @type {unknown[]} */
  const changed = [];
  // Bodies and generators are known by their numbers.
  for (const [at, body] of bodies.entries())
    for (const less of smaller(body))
      changed.push([objects, bodies.with(at, /** @type {never} */ (less)), generators, reports, eager]);
  for (const [at, generator] of generators.entries())
    for (const [part, list] of /** @type {unknown[][]} */ (generator).entries())
      for (const less of smaller(list))
        changed.push([objects, bodies, generators.with(at, generator.with(part, less)), reports, eager]);
  if (eager) changed.push([objects, bodies, generators, reports, 0]);
  return /** @type {Program[]} */ (changed).sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
}

/**
 * @param {Program} program @param {(programs: Program[]) => Promise<boolean[]>} fails which of them do
 * @returns {Promise<Program>}
 */
export async function shrink(program, fails) {
  const batch = 40;
  for (let smallest = program; ;) {
    const all = candidates(smallest).filter(({ length }) => length > 0);
    let found;
    for (let begin = 0; begin < all.length && !found; begin += batch) {
      const some = all.slice(begin, begin + batch);
      const verdicts = await fails(some);
      found = some[verdicts.indexOf(true)];
    }
    if (!found) return smallest;
    smallest = found;
  }
}
