import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ELEMENTS = ['packages/elements/**/*.ts', 'packages/overlay/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/*.test-d.ts', '**/*.fixture.ts', '**/fixtures/**/*.ts', 'test/**/*.ts'];

const readonly = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));
const NODE_GLOBALS = {
  ...readonly('process console performance setTimeout clearTimeout setInterval clearInterval URL fetch require'),
  module: 'writable',
};
const PAGE_GLOBALS = readonly('document location window URL URLSearchParams console fetch');

const MARKUP_FROM_TEXT = 'Product and buyer names are untrusted: let Lit or textContent write them.';

export default defineConfig(
  globalIgnores(['**/dist/', '**/.*/', '.tools/', 'test-results/', '**/node_modules/']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Untrusted text is cleaned of them.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['lit/directives/repeat*', 'lit-html/directives/repeat*'],
              message: '`repeat` leaks a node per removed row: recycle rows, or use map.',
            },
            { group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*'], message: MARKUP_FROM_TEXT },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
          message: MARKUP_FROM_TEXT,
        },
        {
          selector: 'CallExpression > MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
          message: MARKUP_FROM_TEXT,
        },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.tests.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A method of a contract may be asynchronous for some who keep it and not for others.
      '@typescript-eslint/require-await': 'off',
      // What a create… function returns holds no `this`: its methods may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // String(…) reads what came over the wire.
      '@typescript-eslint/no-base-to-string': 'off',
      // Some libraries see fewer types than the tests' configuration, by which this is judged.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // What was caught is passed on as it came.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ELEMENTS,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Every element extends LitElement, which has the callbacks.
      'wc/guard-super-call': 'off',
      // A dialog says by it where the focus goes.
      'lit-a11y/no-autofocus': 'off',
    },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: NODE_GLOBALS,
    },
  },
  {
    files: ['examples/**/*.js', 'test/rivals/*/*.js', 'test/rivals/nodecg/bundles/*/graphics/*.js'],
    languageOptions: { globals: PAGE_GLOBALS },
  },
);
