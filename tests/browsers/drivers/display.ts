/** A display that nobody looks at, for a browser that cannot do without. */
import { spawn } from 'node:child_process';

export interface Display {
  /** As `$DISPLAY` names it. */
  name: string;
  close(): void;
}

export function startDisplay(): Promise<Display> {
  // It chooses a number that is free, and writes it when it can be used.
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb did not start')));
    server.stdout.once('data', (written: Buffer) =>
      resolve({ name: `:${written.toString().trim()}`, close: () => void server.kill() }),
    );
  });
}
