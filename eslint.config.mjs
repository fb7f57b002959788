import compat from 'eslint-plugin-compat';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import borders from './tools/eslint/borders.mjs';
import fileNames from './tools/eslint/file-names.mjs';
import streams from './tools/eslint/streams.mjs';

const typed = { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] };
const script = ['**/*.mjs'];
/** What runs in a visitor's browser; package.json names the oldest ones. */
const inBrowsers = [
  'web/src/**/*.{ts,svelte}',
  'wasm/{api,compiler,module,run,wasi}/**/*.ts',
  'bench/contenders/javascript/*.mjs',
  'bench/questions/*/javascript.mjs',
];

export default tseslint.config(
  { ignores: ['build', 'dist', '.cache', 'test-results'] },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.svelte'],
    plugins: {
      project: { rules: { borders, 'file-names': fileNames, streams } },
      '@typescript-eslint': tseslint.plugin,
    },
    rules: {
      'project/borders': 'error',
      'project/file-names': 'error',
      // Constants, too.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
      ],
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  {
    // TypeScript checks their types along with the rest; here it is about the code alone, which takes no time.
    files: script,
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: typed, globals: { ...globals.browser } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // `return this.#fail()` ends a void function in one line and hides nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      // `object['key']` tells a key that is data from a member that is known.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['wasm/**/*.ts'],
    rules: {
      // Its interfaces are met by closures and by classes that take no part of themselves apart.
      '@typescript-eslint/unbound-method': 'off',
      // The types are a page's, but this code also runs in Node, where some of a page is missing.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // By code points is what it means when it takes a string apart.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // What a program threw is passed on as it is.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      // Node's own runner waits for its tests.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] },
      ],
    },
  },
  {
    files: inBrowsers,
    ...compat.configs['flat/recommended'],
    settings: { lintAllEsApis: true },
  },
  { files: inBrowsers, ignores: script, rules: { 'project/streams': 'error' } },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { ...typed, parser: tseslint.parser } },
    rules: {
      // `void x;` tells Svelte that an effect depends on x.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // The linter does not see the types that Svelte gives to markup; svelte-check does, and has the last word.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
