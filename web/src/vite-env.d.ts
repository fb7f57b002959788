/// <reference types="svelte" />
/// <reference types="vite/client" />

/** The address of the sandbox's document; see sandbox-plugin.ts. */
declare module 'virtual:sandbox' {
  const address: string;
  export default address;
}
