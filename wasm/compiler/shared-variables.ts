/**
 * Makes one program of the objects of its parts. A variable of an upper part that has no linkage beyond its file, or a strong
 * one, is put by Clang into each object that includes the part's header; here all but one of them are made to mean that one. What
 * tells types apart, `std::type_info`, is such a variable, too.
 */
import { ObjectFile, type Variable } from '../module/object-file.ts';

/** A lambda or a type without a name: each object counts them for itself. */
const countedByObject = /\$_\d/;

/**
 * @param last the object of the lowest part, the only one that sets variables up: those of all parts, in their order
 * @param others from above
 * @returns `last` and the others
 */
export function shareVariables(last: Uint8Array, others: readonly Uint8Array[]): [Uint8Array, Uint8Array[]] {
  const objects = [last, ...others].map((bytes) => new ObjectFile(bytes));
  const owned = new Set<string>();
  for (const object of objects) {
    const names = object.variables.filter(isShared).map(({ name }) => name);
    object.exchange(new Set(names.filter((name) => owned.has(name))), 'take');
    object.exchange(new Set(names.filter((name) => !owned.has(name))), 'give');
    for (const name of names) owned.add(name);
  }
  const [first, ...rest] = objects.map((object, index) => object.encode(index === 0));
  return [first ?? last, rest];
}

function isShared({ name, binding }: Variable): boolean {
  if (binding === 'weak' || countedByObject.test(name)) return false;
  return binding === 'strong' || name.startsWith('_Z');
}

/**
 * Whether a part's functions can have an object of their own.
 * @param part its object
 * @param below one of a program that is nothing but the part's header
 */
export function canStandAlone(part: Uint8Array, below: Uint8Array): boolean {
  const object = new ObjectFile(part);
  const isConstant = ({ segment }: Variable): boolean => segment.startsWith('.rodata');
  const nameless = object.variables.some((variable) => countedByObject.test(variable.name) && !isConstant(variable));
  // All that the part sets up is set up by each program.
  const count = ({ functions }: ObjectFile): number =>
    functions.filter((name) => name.startsWith('__cxx_global_var_init')).length;
  return !nameless && count(object) === count(new ObjectFile(below));
}
