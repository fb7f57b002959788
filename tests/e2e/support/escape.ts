/**
 * What a program would do that has got out of WebAssembly: it finds itself in a Worker of the sandbox's frame. The functions
 * run in the browser, so they may use nothing from outside of themselves.
 */

export type Answers = Record<string, string>;

/** What the frame itself reaches: `allowed`, or the name of the error. */
export async function reachOfFrame(url: string): Promise<Answers> {
  const attempt = async (what: () => unknown): Promise<string> => {
    try {
      await what();
      return 'allowed';
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  };
  return {
    origin: self.origin,
    cookie: await attempt(() => document.cookie),
    storage: await attempt(() => localStorage.length),
    database: await attempt(() => indexedDB.open('x')),
    page: await attempt(() => parent.document.title),
    fetch: await attempt(() => fetch(url, { credentials: 'include' })),
  };
}

export const frameReaches: Answers = {
  origin: 'null',
  cookie: 'SecurityError',
  storage: 'SecurityError',
  database: 'SecurityError',
  page: 'SecurityError',
  fetch: 'TypeError',
};

/** To be called in the page first: what is there to be reached. */
export async function leaveSomething(): Promise<void> {
  await caches.open('of the site');
}

/**
 * What a Worker beside a program's own reaches, before anything is taken away from it. Each attempt has a Worker of its own:
 * Firefox does not start one whose text holds an `import()` that its policy refuses. None starts a Worker of its own: where
 * that is refused, Firefox 153 hangs one time in a hundred.
 */
export async function reachOfWorker(url: string): Promise<Answers> {
  const attempts: Record<string, string> = {
    nothing: '1',
    anOrigin: 'if (self.origin === "null") throw self.origin',
    fetch: 'return fetch(url, { credentials: "include" })',
    noCors: 'return fetch(url, { mode: "no-cors" })',
    request: 'const r = new XMLHttpRequest(); r.open("GET", url, false); r.send()',
    socket:
      'return new Promise((y, n) => { const s = new WebSocket(url.replace("http", "ws") + "chat"); s.onopen = y; s.onerror = n; })',
    events: 'return new Promise((y, n) => { const s = new EventSource(url); s.onopen = y; s.onerror = n; })',
    import: 'return import(url)',
    importScripts: 'importScripts(url)',
    database: 'return new Promise((y, n) => { const r = indexedDB.open("x"); r.onsuccess = y; r.onerror = n; })',
    // WebKit lets it keep a cache, of nobody else's and not for longer than the frame.
    cacheOfTheSite: 'if (!(await caches.keys()).includes("of the site")) throw 0',
    eval: '(0, eval)("1")',
    function: 'new Function("return 1")',
  };
  const attempt = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const script = `onmessage = ({ data: url }) =>
        (async () => { ${text} })().then(() => postMessage('allowed'), () => postMessage('refused'));`;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      const end = (answer: string): void => {
        worker.terminate();
        resolve(answer);
      };
      worker.onmessage = ({ data }: MessageEvent<string>) => end(data);
      worker.onerror = () => end('refused');
      worker.postMessage(url);
    });
  const answers: Answers = {};
  for (const [name, text] of Object.entries(attempts)) answers[name] = await attempt(text);
  return answers;
}

export const workerReaches: Answers = {
  nothing: 'allowed',
  ...Object.fromEntries(
    [
      'anOrigin',
      'fetch',
      'noCors',
      'request',
      'socket',
      'events',
      'import',
      'importScripts',
      'database',
      'cacheOfTheSite',
      'eval',
      'function',
    ].map((name) => [name, 'refused']),
  ),
};
