/** Whether to load the compiler before anybody needs it, and what that would take. */

/** Of the Network Information API, which not all browsers have. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
  readonly type?: string;
}

/** Slow, paid by the byte, or the person has asked that it be spared. Where nothing is known, it is not. */
export function isCostly(connection: Connection | undefined): boolean {
  if (connection === undefined) return false;
  const { saveData = false, effectiveType = '4g', type = 'unknown' } = connection;
  return saveData || effectiveType !== '4g' || type === 'cellular';
}

export function connectionOf(navigator: Navigator): Connection | undefined {
  return (navigator as { connection?: Connection }).connection;
}

interface Files {
  compiler: { file: string; size: number };
  packs: { file: string; size: number }[];
}

/** How many bytes of the compiler are not kept from an earlier visit; nothing where that cannot be told. */
export async function bytesToLoad(compilerUrl: string): Promise<number | undefined> {
  try {
    const manifest = (await (await fetch(new URL('manifest.json', compilerUrl))).json()) as Files;
    const sizes = [manifest.compiler, ...manifest.packs].map(async ({ file, size }) => {
      const kept = await caches.match(new URL(file.replace(/\.pack$/, '.unpacked'), compilerUrl));
      return kept === undefined ? size : 0;
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } catch {
    return undefined;
  }
}

/** Whether an earlier visit has left the compiler, which then takes a core and no network: beside the page's own start. */
export async function isKept(compilerUrl: string, cores: number): Promise<boolean> {
  return cores > 1 && (await bytesToLoad(compilerUrl)) === 0;
}
