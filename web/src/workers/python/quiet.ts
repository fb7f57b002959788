/**
 * Imported before the interpreter, which asks a Worker of which kind it is by having it load a script. The policy refuses that, and
 * would say so in the console.
 */
Object.defineProperty(globalThis, 'importScripts', { value: undefined, configurable: true });
