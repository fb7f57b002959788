/**
 * From source to object, round a bug of LLVM, by its text form where that is needed.
 *
 * WebAssembly has no jumps into the middle of a loop, which is what resuming a coroutine is, so LLVM routes them through a
 * dispatch block at the loop's head (WebAssemblyFixIrreducibleControlFlow). Where a `catch` round a `co_await` leads back
 * into its loop, it may take the landing pad for one more way into the loop, and jumps to it, which no code may. Clang 22
 * then stops with an assertion (llvm-project #208409, #63182). At -O0 that happens only in the functions that destroy a
 * suspended coroutine, and in those the loop is dead: they go from the point of suspension to the clean-up. But what says
 * so, branches on constants, is not folded without optimisation. So we fold them, in LLVM's text form; then the loop is
 * unreachable, and dropped.
 */
import { codegenArguments, paths, type Output } from './arguments.ts';
import type { FileSystem } from './filesystem.ts';
import { foldConstants } from './fold-constants.ts';
import { runTool, type ToolResult } from './tool.ts';
import { withVolatileChecks } from './volatile-checks.ts';

/** The bug's own words. */
const symptom = 'Explicit branch to an EH pad';
/** What a program of that shape holds; knowing it beforehand saves the attempt that fails. */
const ingredients = [/\bco_await\b[^]*\bcatch\b/, /\b(?:for|while|do|goto)\b/];
/** Its pointers are checked in the text form. */
const volatilePointer = /\bvolatile\b/;

export interface Codegen {
  module: WebAssembly.Module;
  files: FileSystem;
  /** The arguments that lead to an output. */
  argumentsFor(output: Output): string[];
  /** The object's name. */
  object: string;
  /** What is compiled, or as much of it as can hold a loop of such a shape. */
  source: string;
}

export function compileObject(codegen: Codegen): ToolResult {
  const { module, files, source, object } = codegen;
  if (!ingredients.every((ingredient) => ingredient.test(source)) && !volatilePointer.test(source)) {
    const direct = runTool(module, codegen.argumentsFor({ kind: 'object', file: object }), files);
    if (!direct.stderr.includes(symptom)) return direct;
  }
  return compileByWayOfText(codegen);
}

function compileByWayOfText({ module, files, argumentsFor, object }: Codegen): ToolResult {
  const parsed = runTool(module, argumentsFor({ kind: 'ir', file: paths.ir }), files);
  const ir = files.read(paths.ir);
  if (parsed.exitCode !== 0 || !ir) return parsed;
  files.add(paths.ir, withVolatileChecks(withoutDeadLoops(new TextDecoder().decode(ir))));
  const generated = runTool(module, codegenArguments(paths.ir, object), files);
  return { ...generated, stderr: parsed.stderr + generated.stderr };
}

/** The functions that Clang makes for `coroutine_handle::destroy()`. */
const destroyer = /^define [^\n]*\.(?:destroy|cleanup)"?\([^]*?^}/gm;

export function withoutDeadLoops(ir: string): string {
  return ir.replace(destroyer, foldConstants);
}
