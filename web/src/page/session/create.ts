/** Makes the page's session, with the places in which this browser compiles and runs programs. */
import sandboxAddress from 'virtual:sandbox';
import { SandboxFrame } from '../run/sandbox-frame.ts';
import { spawnCompilerWorker } from '../workers/spawn.ts';
import { wasReplaced } from './deployment.ts';
import { isServed } from './keep-offline.ts';
import type { SessionOptions } from './options.ts';
import { Session } from './session.svelte.ts';

/** The page's own: by its name it is told whether the site was updated. */
export const ownScript = document.querySelector<HTMLScriptElement>('script[type=module]');
export const compilerUrl = new URL('compiler/', document.baseURI).href;
export const jspi = 'Suspending' in WebAssembly;

type Given = Pick<SessionOptions, 'notices' | 'source' | 'clock' | 'schedule' | 'input' | 'bytesToSpare'>;

/** Where programs run. */
export const makeSandbox = (): SandboxFrame => new SandboxFrame(sandboxAddress, () => isServed());

export function createSession({ sandbox = makeSandbox(), ...given }: Given & { sandbox?: SandboxFrame }): Session {
  return new Session({
    ...given,
    spawnCompiler: spawnCompilerWorker,
    spawnRun: () => sandbox.spawn(),
    replaceSandbox: () => sandbox.replace(),
    baseUrl: document.baseURI,
    compilerUrl,
    cores: navigator.hardwareConcurrency,
    examplesUrl: new URL('examples/', document.baseURI).href,
    jspi,
    wasReplaced: () => wasReplaced(document.baseURI, ownScript?.getAttribute('src')),
    reload: () => location.reload(),
  });
}
