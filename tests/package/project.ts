/** The project that the page gives to download: built against this tree, it prints what the program prints. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { zipOf } from '../../web/src/page/share/download.ts';
import { projectFiles } from '../../web/src/page/share/project.ts';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { run, runMain, ToolchainError } from '../../tools/toolchain/run.mjs';

const source = readFileSync(join(import.meta.dirname, 'project.cpp'), 'utf8');
const print = readFileSync(join(root, 'web/src/page/share/newer/print'), 'utf8');
const settings = { optimisation: 0, text: 'Ada\nGrace\n', args: 'one "two words"', env: "NAME='a b'" } as const;
const expected = 'one\ntwo words\na b\nHello Ada  |\nHello Grace|\n1.50 end\n';

function unpack(zip: Uint8Array, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The line of the README by which the program is run. */
function commandOf(readme: string): string {
  const line = readme.split('\n').find((each) => each.includes('build/program'));
  if (line === undefined) throw new ToolchainError('the README of a downloaded project does not say how to run it');
  return line;
}

/** The library has been compiled source by source already. */
const quickly = ['CXX_COMPILER_LAUNCHER=ccache', 'UNITY_BUILD=ON', 'UNITY_BUILD_BATCH_SIZE=24'].map(
  (option) => `-DCMAKE_${option}`,
);

function testProject(): void {
  const dir = join(buildDir, 'package', 'project');
  rmSync(dir, { recursive: true, force: true });
  unpack(zipOf(projectFiles(source, settings, { version: '0.1.0', print }), 'mine'), dir);
  const project = join(dir, 'mine');
  const build = join(project, 'build');
  run('cmake', ['-G', 'Ninja', '-S', project, '-B', build, `-DASYNCIO_SOURCE_DIR=${root}`, ...quickly], {
    quiet: true,
  });
  run('cmake', ['--build', build], { quiet: true });
  const command = commandOf(readFileSync(join(project, 'README.md'), 'utf8'));
  const printed = execFileSync('sh', ['-c', command], { cwd: project, encoding: 'utf8' });
  if (printed !== expected) throw new ToolchainError(`a downloaded project prints ${JSON.stringify(printed)}`);
}

await runMain(testProject);
