/** The programs of the Examples list, in the order of learning: short ones with the Python that prints the same, and whole programs. */
import { courseSections } from './course.ts';
import { programEntries } from './programs.ts';

export interface Example {
  name: string;
  /** What the list shows, and a screen reader says. */
  title: string;
  /** Its aim in one line. */
  summary: string;
  source: string;
  /** A short one's. */
  python?: string;
}

export interface ExampleGroup {
  title: string;
  examples: readonly Example[];
}

type Entry = readonly [name: string, title: string, summary: string];

const firstFiles = import.meta.glob<string>('../../../examples/*.{cpp,py}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const courseFiles = import.meta.glob<string>('../../../../docs/examples/course/*.{cpp,py}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const programFiles = import.meta.glob<string>('../../../../docs/examples/programs/*.cpp', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Named by what of asyncio they show. */
const firstEntries = [
  ['hello', 'hello', 'A coroutine that sleeps'],
  ['await_result', 'await_result', 'A coroutine that returns a value'],
  ['create_task', 'create_task', 'Three tasks at the same time'],
  ['gather', 'gather', 'Wait for several results'],
  ['exceptions', 'exceptions', 'Catch across an await'],
  ['lock', 'lock', 'One task at a time'],
  ['wait_for', 'wait_for', 'Cancel what takes too long'],
  ['async_iterator', 'async_iterator', 'Values that come over time'],
] as const;

const firstSteps = groupOf('First steps', firstEntries, firstFiles, '../../../examples/');
const programs = groupOf('Programs', programEntries, programFiles, '../../../../docs/examples/programs/');

export const exampleGroups: readonly ExampleGroup[] = [
  firstSteps,
  ...courseSections.map(({ title, entries }) =>
    groupOf(title, entries, courseFiles, '../../../../docs/examples/course/'),
  ),
  programs,
];

export const examples: readonly Example[] = exampleGroups.flatMap((group) => group.examples);

export function exampleNamed(name: string): Example | undefined {
  return examples.find((example) => example.name === name);
}

/** The example whose unedited text this is. */
export function exampleWithSource(source: string): Example | undefined {
  return examples.find((example) => example.source === source);
}

/** The example, compiled in advance, whose unedited text this is. */
export function prebuiltWithSource(source: string): Example | undefined {
  return firstSteps.examples.find((example) => example.source === source);
}

function groupOf(
  title: string,
  entries: readonly Entry[],
  files: Record<string, string>,
  folder: string,
): ExampleGroup {
  return { title, examples: entries.map((entry) => exampleOf(entry, files, folder)) };
}

function exampleOf([name, title, summary]: Entry, files: Record<string, string>, folder: string): Example {
  const source = files[`${folder}${name}.cpp`];
  if (source === undefined) throw new Error(`${name}.cpp is missing`);
  const python = files[`${folder}${name}.py`];
  return { name, title, summary, source, ...(python === undefined ? {} : { python }) };
}
