/** The programs of this folder. Each is one file, and its first line says how it must end. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseExpectation, type Expectation } from './expectation.ts';

export interface Program {
  name: string;
  /** The first word of its name. */
  kind: string;
  expectation: Expectation;
  source: string;
}

/** What stands in a program for the host of a server that it must not reach: no name that any network knows. */
export const thief = 'thief.invalid';

const folder = new URL('../', import.meta.url);
const namePattern = /^([a-z]+)_[a-z0-9_]+\.cpp$/;
/** A second line that makes a program longer than one wants to keep in a file: its text so many times, `@` as the number. */
const repeatPattern = /^\/\/ repeat (\d+): (.+)$/m;

/** @throws Error for a file that is not as it should be: none is left out in silence */
export function readPrograms(): Program[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cpp'));
  return files.sort().map(readProgram);
}

function readProgram(file: string): Program {
  const kind = namePattern.exec(file)?.[1];
  if (kind === undefined) throw new Error(`${file}: a name is kind_what_it_does.cpp`);
  const text = readFileSync(new URL(file, folder), 'utf8');
  try {
    const expectation = parseExpectation(text.split('\n', 1)[0] ?? '');
    return { name: file.slice(0, -'.cpp'.length), kind, expectation, source: lengthened(text) };
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function lengthened(text: string): string {
  const [, times, line = ''] = repeatPattern.exec(text) ?? [];
  if (times === undefined) return text;
  return (
    text + Array.from({ length: Number(times) }, (_, index) => `${line.replaceAll('@', String(index))}\n`).join('')
  );
}
