/** The reference site: each document is a page, no link is dead, and the programs open in the playground, where they compile. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../docs/reference/documents.ts';
import { buildReference } from '../../docs/reference/reference.ts';
import { runMain, ToolchainError } from '../../tools/toolchain/run.mjs';
import { loadBuiltCompiler } from '../../wasm/node/run.ts';
import { checkLinks } from './links.ts';
import { checkPrograms } from './programs.ts';

async function compileAll(programs: readonly string[]): Promise<void> {
  const compiler = await loadBuiltCompiler();
  for (const program of new Set(programs)) {
    const { module, text } = await compiler.compile(program);
    if (!module)
      throw new ToolchainError(`a program that opens in the playground does not compile:\n${program}\n${text}`);
  }
}

await runMain(async () => {
  const site = await buildReference();
  const documents = readDocuments();
  const { checked, dead, navigated } = checkLinks(site);
  if (dead.length > 0) throw new ToolchainError(`dead links:\n${dead.join('\n')}`);
  for (const { file } of documents) {
    const page = file === 'guide.md' ? 'index.html' : file.replace(/md$/, 'html');
    if (!existsSync(join(site, page)) || !navigated.has(page)) throw new ToolchainError(`${file} has no page`);
  }
  const { opened, without } = await checkPrograms(site, documents);
  await compileAll(opened);
  process.stdout.write(
    `docs: ${documents.length} documents, ${checked} links, ${opened.length} programs that open in the playground and compile, ` +
      `${without.length} that need more than a browser (${[...new Set(without)].join(', ')})\n`,
  );
});
