/** What the page lets programs reach: its own origin, as the page itself may. */
import type { Network } from '../../../wasm/js/types.ts';

/** @param baseUrl the page's address */
export function ownOrigin(baseUrl: string): Network {
  const { origin } = new URL(baseUrl);
  return {
    baseUrl,
    refusal: (url) =>
      originOf(url) === origin ? undefined : `this page lets programs reach nothing but its own origin, ${origin}`,
    // By its mode it does not follow a redirection to elsewhere. Nobody's cookies are a shared program's business.
    fetch: (request) => fetch(request, { mode: 'same-origin', credentials: 'omit' }),
    connect: (url, protocols) => new WebSocket(url, protocols),
  };
}

/** The origin of the server that an address leads to: a WebSocket's server is the one of its page. */
function originOf(url: URL): string {
  return new URL(url.href.replace(/^ws/, 'http')).origin;
}
