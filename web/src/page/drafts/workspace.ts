/** The programs that one tab of the browser holds, as a value: there is always one, and one of them is shown. */
import * as v from 'valibot';

const settings = v.object({
  optimisation: v.picklist([0, 2]),
  text: v.string(),
  args: v.string(),
  env: v.string(),
});
/** How a program is made, and what it is given. */
export type RunSettings = v.InferOutput<typeof settings>;

const position = v.object({ line: v.pipe(v.number(), v.safeInteger()), column: v.pipe(v.number(), v.safeInteger()) });

const program = v.object({
  id: v.string(),
  name: v.string(),
  source: v.string(),
  /** The example that the text started from, if any. */
  example: v.exactOptional(v.string()),
  /** Where the cursor was. */
  cursor: v.exactOptional(position),
  settings: v.exactOptional(settings),
});
export type StoredProgram = v.InferOutput<typeof program>;

const workspace = v.object({
  programs: v.pipe(v.array(program), v.minLength(1)),
  active: v.string(),
  changed: v.number(),
});
export type Workspace = v.InferOutput<typeof workspace>;

export const longestName = 60;

/** Nothing where that is none. */
export function parseWorkspace(value: unknown): Workspace | undefined {
  const result = v.safeParse(workspace, value);
  return result.success ? result.output : undefined;
}

export function activeOf({ programs, active }: Workspace): StoredProgram {
  const shown = programs.find(({ id }) => id === active) ?? programs[0];
  if (shown === undefined) throw new Error('a workspace without a program');
  return shown;
}

/** Puts a program behind the one that is shown, and shows it. */
export function withProgram(space: Workspace, added: StoredProgram): Workspace {
  const at = space.programs.findIndex(({ id }) => id === space.active);
  return { ...space, programs: space.programs.toSpliced(at + 1, 0, added), active: added.id };
}

/** @param change what is to be another of the program with this id */
export function changed(space: Workspace, id: string, change: Partial<StoredProgram>): Workspace {
  return { ...space, programs: space.programs.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

/** Takes a program away; the next one is shown in its place. The last one stays. */
export function withoutProgram(space: Workspace, id: string): Workspace {
  const at = space.programs.findIndex((each) => each.id === id);
  if (at < 0 || space.programs.length === 1) return space;
  const programs = space.programs.toSpliced(at, 1);
  const next = programs[Math.min(at, programs.length - 1)];
  return { ...space, programs, active: space.active === id ? (next?.id ?? space.active) : space.active };
}

/** A name that no other program has: "Hello", "Hello 2". */
export function freeName({ programs }: Workspace, wanted: string): string {
  const base = wanted.trim().slice(0, longestName) || 'main';
  const taken = new Set(programs.map(({ name }) => name));
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base} ${number}`)) return `${base} ${number}`;
}
