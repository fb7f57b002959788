// @ts-check
/**
 * `npm run bench`: builds the benchmarks and their peers optimised, asks every contender every question, the contenders
 * alternating, and shows medians and ratios. docs/performance.md tells how it measures.
 */
import { ensureNodeModules } from '../tools/toolchain/node-modules.mjs';
import { runMain, say, ToolchainError } from '../tools/toolchain/run.mjs';
import { build, buildForWebAssembly, compilers, loadOf, programsOf } from './runner/build.mjs';
import { asWebAssembly, contendersIn } from './runner/contenders.mjs';
import { measureEcho } from './runner/echo.mjs';
import { compilerVersion, load, machine, versionsOf } from './runner/machine.mjs';
import { parseOptions, usage } from './runner/options.mjs';
import { NoAnswer } from './runner/processes.mjs';
import { echoBenchmark, nameOf, questions } from './runner/questions.mjs';
import { askInRounds } from './runner/schedule.mjs';

/** @typedef {import('./runner/contenders.mjs').Contender} Contender */
/** @typedef {import('./runner/questions.mjs').Question} Question */
/** @typedef {import('./runner/options.mjs').Options} Options */

/** @param {Options} options */
function choose({ compiler, rows, peers }) {
  const all = contendersIn(programsOf(compiler));
  const unknown = peers.filter((peer) => !all.some(({ id }) => id === peer));
  if (unknown.length > 0) {
    throw new ToolchainError(
      `no peer is called ${unknown.join(', ')}; there are: ${all.map(({ id }) => id).join(', ')}`,
    );
  }
  const chosen = questions.filter(({ row }) => rows.length === 0 || rows.includes(row));
  if (chosen.length === 0) throw new ToolchainError(`there is no row ${rows.join(', ')}`);
  const contenders = all.filter(({ id, kind }) => kind !== 'peer' || peers.length === 0 || peers.includes(id));
  return { chosen, contenders };
}

/** Which questions a contender answers. @param {Contender} contender @returns {(question: Question) => boolean} */
function knownTo({ program, server }) {
  const names = program?.answers() ?? new Set();
  return (question) =>
    question.benchmark === echoBenchmark
      ? server.length > 0
      : names.has(nameOf(question)) || names.has(question.benchmark);
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof NoAnswer) return error.message;
  throw error;
}

/** @param {Question} question @param {readonly Contender[]} contenders @param {Options} options */
async function ask(question, contenders, { compiler, rounds, budget }) {
  const echo = question.benchmark === echoBenchmark;
  const answers = await askInRounds(
    contenders,
    rounds,
    async ({ program, server }) =>
      echo ? measureEcho(loadOf(compiler), server, question, budget) : (program?.measure(question, budget) ?? []),
    explain,
  );
  for (const { id, program } of contenders) {
    const answer = answers[id];
    if (question.unit === 'ns' && !echo && program?.count && answer && !answer.error)
      Object.assign(answer, program.count(question));
  }
  return answers;
}

/**
 * What fails of our own is an error, not a result.
 * @param {readonly import('./runner/tables.mjs').Result[]} results @param {readonly Contender[]} contenders
 */
function requireOurs(results, contenders) {
  for (const { question, answers } of results) {
    for (const { id, label } of contenders.filter(({ kind }) => kind !== 'peer')) {
      const error = answers[id]?.error;
      if (error) throw new ToolchainError(`${nameOf(question)} fails in ${label}: ${error}`);
    }
  }
}

await runMain(async () => {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(usage);
  ensureNodeModules();
  const { report } = await import('./runner/report.mjs');
  const { chosen, contenders } = choose(options);
  await build(options.compiler, contenders);
  if (options.wasm) contenders.splice(1, 0, asWebAssembly(await buildForWebAssembly()));

  const before = load();
  const known = contenders.map((contender) => ({ contender, answers: knownTo(contender) }));
  const results = [];
  for (const [i, question] of chosen.entries()) {
    say(`${i + 1}/${chosen.length} ${nameOf(question)}: ${question.what}`);
    const asked = known.filter(({ answers }) => answers(question)).map(({ contender }) => contender);
    results.push({ question, answers: await ask(question, asked, options) });
  }
  const circumstances = {
    date: new Date().toISOString(),
    machine: machine(),
    load: { before, after: load() },
    compiler: compilerVersion(compilers[options.compiler].command),
    node: process.version,
    packages: versionsOf([...new Set(contenders.flatMap(({ packages }) => packages))]),
    rounds: options.rounds,
    budget: options.budget,
  };
  report(circumstances, results, contenders);
  requireOurs(results, contenders);
});
