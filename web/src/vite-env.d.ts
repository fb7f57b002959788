/// <reference types="svelte" />
/// <reference types="vite/client" />

/** The address of the sandbox's document; see sandboxPlugin.ts. */
declare module 'virtual:sandbox' {
  const address: string;
  export default address;
}
