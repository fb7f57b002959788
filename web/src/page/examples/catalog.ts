/** The programs of the Examples list, with the Python that each was translated from. */

export interface Example {
  name: string;
  title: string;
  summary: string;
  source: string;
  python: string;
}

const cppFiles = import.meta.glob<string>('../../../examples/*.cpp', { query: '?raw', import: 'default', eager: true });
const pythonFiles = import.meta.glob<string>('../../../examples/*.py', {
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

export const examples: readonly Example[] = entries.map(([name, title, summary]) => ({
  name,
  title,
  summary,
  source: fileOf(cppFiles, `${name}.cpp`),
  python: fileOf(pythonFiles, `${name}.py`),
}));

export function exampleNamed(name: string): Example | undefined {
  return examples.find((example) => example.name === name);
}

/** The example whose unedited text this is. */
export function exampleWithSource(source: string): Example | undefined {
  return examples.find((example) => example.source === source);
}

function fileOf(files: Record<string, string>, name: string): string {
  const text = files[`../../../examples/${name}`];
  if (text === undefined) throw new Error(`web/examples/${name} is missing`);
  return text;
}
