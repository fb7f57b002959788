/** Checks that turn `unknown` into a known shape, or throw with a path that says what was wrong. */

export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export type Fields = Record<string, unknown>;

export function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null) throw new ProtocolError(`${where}: expected an object`);
  return value as Fields;
}

export function string(value: unknown, where = 'item'): string {
  if (typeof value !== 'string') throw new ProtocolError(`${where}: expected a string`);
  return value;
}

export function text(from: Fields, key: string): string {
  return string(from[key], key);
}

export function number(from: Fields, key: string): number {
  const value = from[key];
  if (typeof value !== 'number' || Number.isNaN(value)) throw new ProtocolError(`${key}: expected a number`);
  return value;
}

export function flag(from: Fields, key: string): boolean {
  const value = from[key];
  if (typeof value !== 'boolean') throw new ProtocolError(`${key}: expected a boolean`);
  return value;
}

export function oneOf<T extends string>(from: Fields, key: string, allowed: readonly T[]): T {
  const value = from[key];
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new ProtocolError(`${key}: expected one of ${allowed.join(', ')}`);
  return found;
}

export function list<T>(from: Fields, key: string, item: (value: unknown) => T): T[] {
  const value = from[key];
  if (!Array.isArray(value)) throw new ProtocolError(`${key}: expected a list`);
  return value.map(item);
}

export function wasmModule(from: Fields, key: string): WebAssembly.Module {
  const value = from[key];
  if (!(value instanceof WebAssembly.Module)) throw new ProtocolError(`${key}: expected a module`);
  return value;
}
