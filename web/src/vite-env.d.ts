/// <reference types="svelte" />
/// <reference types="vite/client" />

/** The address of the sandbox's document; see sandbox-plugin.ts. */
declare module 'virtual:sandbox' {
  const address: string;
  export default address;
}

/** The same of the document in which CPython runs. */
declare module 'virtual:python-sandbox' {
  const address: string;
  export default address;
}

declare module 'pyodide/pyodide.asm.mjs' {
  type Options = NonNullable<Parameters<typeof import('pyodide').loadPyodide>[0]>;
  const create: NonNullable<Options['createPyodideModule']>;
  export default create;
}

declare module 'pyodide/pyodide.mjs' {
  export { loadPyodide, version } from 'pyodide';
}
