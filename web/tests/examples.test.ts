import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleGroups, examples } from '../src/page/examples/catalog.ts';
import { matching } from '../src/page/examples/search.ts';

const folder = (path: string): string => join(import.meta.dirname, '../..', path);
const programsIn = (path: string): string[] =>
  readdirSync(folder(path)).flatMap((file) => (file.endsWith('.cpp') ? [file.slice(0, -'.cpp'.length)] : []));
const namesIn = (query: string): string[] =>
  matching(exampleGroups, query).flatMap((group) => group.examples.map(({ name }) => name));

describe('the list of examples', () => {
  it('has every program of its folders, once', () => {
    const there = ['web/examples', 'docs/examples/course', 'docs/examples/programs'].flatMap(programsIn);
    expect(examples.map(({ name }) => name).sort()).toEqual(there.sort());
  });

  it('names no two alike', () => {
    const titles = examples.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has the Python beside each but the whole programs', () => {
    for (const { title, examples: ones } of exampleGroups.filter((group) => group.title !== 'Programs'))
      for (const { name, python } of ones) expect(python, `${title}: ${name}`).toContain('import asyncio');
  });

  it('begins each of the course with its aim, in C++ and in Python', () => {
    for (const { name, source, python = '' } of exampleGroups.slice(1, -1).flatMap((group) => group.examples)) {
      const aim = /^\/\/ (.+\.)\n/.exec(source)?.[1];
      expect(aim, name).toBeDefined();
      expect(python.startsWith(`# ${aim}\n`), name).toBe(true);
    }
  });
});

describe('the search', () => {
  it('finds titles, aims, sections and what a program uses', () => {
    expect(namesIn('worker pool')).toContain('worker_pool');
    expect(namesIn('deadlock')).toContain('pitfall_deadlock');
    expect(namesIn('pitfalls')).toHaveLength(8);
    expect(namesIn('asyncio::Barrier')).toContain('barrier');
  });

  it('wants every word', () => {
    expect(namesIn('queue priority')).toContain('priorities');
    expect(namesIn('queue zebra')).toEqual([]);
  });

  it('looks for the beginnings of words', () => {
    expect(namesIn('lock')).toContain('semaphore'); // scoped_lock
    expect(namesIn('lock')).not.toContain('timeout_block');
  });

  it('gives all for nothing', () => {
    expect(matching(exampleGroups, '  ')).toBe(exampleGroups);
  });
});
