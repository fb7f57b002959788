/** The programs of the Examples list: short ones, with the Python that each was translated from, and whole programs. */
import { programEntries } from './programs.ts';

export interface Example {
  name: string;
  title: string;
  summary: string;
  source: string;
  /** A short one's. */
  python?: string;
}

export interface ExampleGroup {
  title: string;
  examples: readonly Example[];
}

const cppFiles = import.meta.glob<string>('../../../examples/*.cpp', { query: '?raw', import: 'default', eager: true });
const pythonFiles = import.meta.glob<string>('../../../examples/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const programFiles = import.meta.glob<string>('../../../../docs/examples/programs/*.cpp', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** In the order of learning. */
const entries = [
  ['hello', 'Hello', 'A coroutine that sleeps'],
  ['await_result', 'Await a result', 'A coroutine that returns a value'],
  ['create_task', 'Create tasks', 'Three tasks at the same time'],
  ['gather', 'Gather', 'Wait for several results'],
  ['exceptions', 'Exceptions', 'Catch across an await'],
  ['lock', 'Lock', 'One task at a time'],
  ['wait_for', 'Time limit', 'Cancel what takes too long'],
  ['async_iterator', 'Async generator', 'Values that come over time'],
] as const;

const shortOnes = entries.map(([name, title, summary]) => ({
  name,
  title,
  summary,
  source: fileOf(cppFiles, `../../../examples/${name}.cpp`),
  python: fileOf(pythonFiles, `../../../examples/${name}.py`),
}));

const programs = programEntries.map(([name, title, summary]) => ({
  name,
  title,
  summary,
  source: fileOf(programFiles, `../../../../docs/examples/programs/${name}.cpp`),
}));

export const exampleGroups: readonly ExampleGroup[] = [
  { title: 'Examples', examples: shortOnes },
  { title: 'Programs', examples: programs },
];

export const examples: readonly Example[] = exampleGroups.flatMap((group) => group.examples);

export function exampleNamed(name: string): Example | undefined {
  return examples.find((example) => example.name === name);
}

/** The example whose unedited text this is. */
export function exampleWithSource(source: string): Example | undefined {
  return examples.find((example) => example.source === source);
}

/** The short example, compiled in advance, whose unedited text this is. */
export function prebuiltWithSource(source: string): Example | undefined {
  return shortOnes.find((example) => example.source === source);
}

function fileOf(files: Record<string, string>, path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`${path} is missing`);
  return text;
}
