/** `fetch` for file URLs, which Node's does not know. For Node alone. */
import { readFile } from 'node:fs/promises';

export async function fetchFile(url: URL): Promise<Response> {
  return new Response(await readFile(url));
}
