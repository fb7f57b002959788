/**
 * Takes from a Worker's global object what neither the language nor its work needs. Where programs run, the frame's policy
 * refuses the same; neither layer counts on the other.
 */

/** What the host uses beyond the language itself. */
const alwaysKept = new Set([
  ...[
    'self',
    'postMessage',
    'close',
    'onmessage',
    'onmessageerror',
    'onerror',
    'onunhandledrejection',
    'location',
    'name',
  ],
  ...['addEventListener', 'removeEventListener', 'dispatchEvent', 'reportError'],
  ...['performance', 'crypto', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'],
  ...['MessageChannel', 'MessagePort', 'MessageEvent', 'ErrorEvent', 'Event', 'EventTarget', 'DOMException'],
  ...['TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'Request', 'Headers'],
  ...['WebAssembly', 'structuredClone', 'console'],
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
  ...[
    'Object',
    'Function',
    'Array',
    'Number',
    'Boolean',
    'String',
    'Symbol',
    'BigInt',
    'Date',
    'Promise',
    'RegExp',
    'Math',
  ],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...[
    'JSON',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'FinalizationRegistry',
    'Proxy',
    'Reflect',
    'Atomics',
    'Intl',
  ],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'Iterator'],
]);

/**
 * @param also what this Worker needs beyond that
 * @returns what could not be taken away
 */
export function lockDown(scope: object, also: readonly string[] = []): string[] {
  const kept = new Set([...alwaysKept, ...also]);
  const left: string[] = [];
  for (let owner: object | null = scope; owner !== null && owner !== Object.prototype;) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (!kept.has(name) && name !== 'constructor' && !Reflect.deleteProperty(owner, name)) left.push(name);
    }
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  return left;
}
