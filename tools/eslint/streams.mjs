// @ts-check
/** WebKit's streams have no async iterator: what runs in browsers reads them by `chunksOf` (wasm/api/streams.ts). */

/** @param {any} type of TypeScript @returns {boolean} */
function mayBeStream(type) {
  return type.isUnion() ? type.types.some(mayBeStream) : type.getSymbol()?.name === 'ReadableStream';
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: { type: 'problem', schema: [], messages: { iterated: "WebKit's streams cannot be iterated: use chunksOf" } },
  create(context) {
    const services = context.sourceCode.parserServices;
    /** @param {any} node that is iterated */
    const check = (node) => {
      if (mayBeStream(services.getTypeAtLocation(node))) context.report({ node, messageId: 'iterated' });
    };
    return {
      'ForOfStatement[await=true]': (/** @type {any} */ { right }) => check(right),
      'YieldExpression[delegate=true]': (/** @type {any} */ { argument }) => check(argument),
    };
  },
};
