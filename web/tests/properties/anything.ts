/** What the decoders are fed with: anything, and what is nearly right. */
import fc from 'fast-check';

/** The same inputs in each run, so that a failure is there again; by hand more of them, and others. */
const runs = process.env['ASYNCIO_FUZZ_RUNS'];
export const bounded = runs === undefined ? { seed: 1, numRuns: 400 } : { numRuns: Number(runs) };

/** Any text that UTF-8 can say. */
export const anyText = fc.string({ unit: 'binary', maxLength: 200 });

/** A text with a part taken out and something else put there. */
export function damaged(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(whole, fc.nat(), fc.nat({ max: 8 }), fc.oneof(fc.constant(''), fc.string({ maxLength: 8 })))
    .map(([text, at, count, other]) => {
      const begin = at % (text.length + 1);
      return text.slice(0, begin) + other + text.slice(begin + count);
    });
}

/** Anything that a structured clone can bring. */
export const anyValue = fc.anything({
  maxDepth: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
});

/** A message with one of its values, however deep, in another one's place. */
export function changed(message: object): fc.Arbitrary<unknown> {
  const paths = pathsIn(message);
  return fc
    .tuple(fc.constantFrom(...paths), anyValue)
    .map(([path, value]) => withValue(structuredClone(message), path, value));
}

function pathsIn(value: object): string[][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    [key],
    ...(typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner)
      ? pathsIn(inner).map((path) => [key, ...path])
      : []),
  ]);
}

function withValue(message: object, path: readonly string[], value: unknown): object {
  const [key = '', ...rest] = path;
  const fields = message as Record<string, unknown>;
  fields[key] = rest.length === 0 ? value : withValue(fields[key] as object, rest, value);
  return message;
}
