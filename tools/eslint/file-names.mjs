// @ts-check
/** One way to name files: `stream-reader.ts`, `stream-reader.test.ts`; a component as its tag, `StreamReader.svelte`. */
import { basename } from 'node:path';

const component = /^([A-Z][a-z0-9]*)+\.svelte$/;
const module = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/;
/** A benchmark's file has the benchmark's name, in all three languages. */
const benchmark = /^[a-z0-9]+(_[a-z0-9]+)*\.mjs$/;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: { type: 'suggestion', schema: [], messages: { other: '{{name}} is not named like the other files' } },
  create(context) {
    const name = basename(context.filename);
    const isBenchmark = context.filename.replaceAll('\\', '/').includes('/bench/javascript/');
    const wanted = name.endsWith('.svelte') ? component : isBenchmark ? benchmark : module;
    return {
      Program(node) {
        if (!wanted.test(name)) context.report({ node, messageId: 'other', data: { name } });
      },
    };
  },
};
