// @ts-check
/** One way to name files: `stream-reader.ts`, `stream-reader.test.ts`; a component as its tag, `StreamReader.svelte`. */
import { basename } from 'node:path';

const component = /^([A-Z][a-z0-9]*)+\.svelte$/;
const module = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: { type: 'suggestion', schema: [], messages: { other: '{{name}} is not named like the other files' } },
  create(context) {
    const name = basename(context.filename);
    const wanted = name.endsWith('.svelte') ? component : module;
    return {
      Program(node) {
        if (!wanted.test(name)) context.report({ node, messageId: 'other', data: { name } });
      },
    };
  },
};
