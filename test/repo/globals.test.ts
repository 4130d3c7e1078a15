import { describe, expect, it } from 'vitest';
import { findForeignGlobals } from './rules/globals.js';
import { projectFiles } from './rules/project-files.js';

const planted = (text: string, path = 'packages/store/src/a.ts') => findForeignGlobals([{ path, text }]);

describe('protocol, ledger and store', () => {
  it('run without a browser and without Node', () => {
    expect(findForeignGlobals(projectFiles('packages'))).toEqual([]);
  });

  it.each([
    'document.title;',
    'const a = window;',
    'globalThis.localStorage.clear();',
    'process.env.A;',
    'const a = typeof fetch;',
    'class A extends HTMLElement {}',
    'let a: HTMLElement;',
    'declare const document: { title: string }; document.title;',
    'const a = { document };',
  ])('are caught at %s', (text) => {
    expect(planted(text)).toHaveLength(1);
  });

  it.each([
    'const a = b.document; type C = { window: string }; const d = { process: 1 };',
    'function a(location: string) { return location; }',
    'import { history } from "./b.js"; history;',
    'class Event {} new Event();',
  ])('may use the words for their own: %s', (text) => {
    expect(planted(text)).toEqual([]);
  });

  it('keep a browser’s storage in its one place', () => {
    const text = 'indexedDB.open("a");';
    expect(planted(text, 'packages/ledger/src/indexeddb/open.ts')).toEqual([]);
    expect(planted(text, 'packages/ledger/src/ledger.ts')).toHaveLength(1);
  });
});
