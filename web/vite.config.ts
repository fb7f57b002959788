import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { sandbox } from './sandbox-plugin.ts';

const pathTo = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  root: pathTo('.'),
  // Relative, so that the site works under any path of any host.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    sandbox({ id: 'virtual:sandbox', worker: 'workers/program/program.worker.ts', placeholder: "'sha256-sandbox'" }),
    sandbox({
      id: 'virtual:python-sandbox',
      worker: 'workers/python/python.worker.ts',
      placeholder: "'sha256-python-sandbox'",
    }),
  ],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Two documents, so that neither loads what only the other needs.
    rolldownOptions: { input: ['index.html', 'benchmarks.html'].map(pathTo) },
    // Monaco is one large module, loaded on its own.
    chunkSizeWarningLimit: 4_000,
  },
});
