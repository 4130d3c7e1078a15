import ts from 'typescript';
import { isTest, packageOf, type ProjectFile } from './project-files.js';

/** Packages that run wherever JavaScript does. */
const ANYWHERE = new Set(['protocol', 'ledger', 'store']);

const FOREIGN = new Set(
  [
    'window document navigator location history localStorage sessionStorage customElements HTMLElement Element Node Event',
    'EventTarget CustomEvent DOMParser MutationObserver requestAnimationFrame cancelAnimationFrame matchMedia',
    'fetch WebSocket EventSource XMLHttpRequest Worker indexedDB BroadcastChannel',
    'process Buffer require module __dirname __filename global setImmediate',
  ]
    .join(' ')
    .split(' '),
);

/** Storage that lives in a browser, behind the interface that the rest of the ledger sees. */
const EXCEPTIONS: readonly { path: RegExp; globals: readonly string[] }[] = [
  { path: /^packages\/ledger\/src\/indexeddb(?:[-/.])/, globals: ['indexedDB', 'BroadcastChannel'] },
];

/** Finds uses of what only a browser or only Node has, in packages that run in both. */
export function findForeignGlobals(files: readonly ProjectFile[]): string[] {
  return files.flatMap((file) => {
    if (!ANYWHERE.has(packageOf(file.path) ?? '') || !file.path.endsWith('.ts') || isTest(file.path)) return [];
    const allowed = EXCEPTIONS.filter(({ path }) => path.test(file.path)).flatMap(({ globals }) => globals);
    return usedIdentifiers(file)
      .filter((name) => FOREIGN.has(name) && !allowed.includes(name))
      .map((name) => `${file.path} uses ${name}`);
  });
}

/** Names that are read as variables and declared nowhere in the file, and members of `globalThis`. */
function usedIdentifiers({ path, text }: ProjectFile): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    // An ambient declaration only promises that the name is there.
    if (isAmbient(node)) return;
    if (ts.isIdentifier(node)) {
      if (isDeclarationName(node)) declared.add(node.text);
      else if (isGlobalMember(node) || isVariable(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return [...used].filter((name) => !declared.has(name));
}

const isAmbient = (node: ts.Node) =>
  ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);

function isDeclarationName(node: ts.Identifier): boolean {
  const { parent } = node;
  const isNamed =
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isImportSpecifier(parent)) &&
    parent.name === node;
  return isNamed;
}

const isGlobalMember = ({ parent }: ts.Identifier) =>
  ts.isPropertyAccessExpression(parent) &&
  ts.isIdentifier(parent.expression) &&
  parent.expression.text === 'globalThis';

function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isLiteralTypeNode(parent) || ts.isJsxAttribute(parent)) return false;
  const isMemberName =
    (ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isGetAccessor(parent) ||
      ts.isEnumMember(parent) ||
      ts.isNamedTupleMember(parent)) &&
    parent.name === node;
  return !isMemberName && !(ts.isBindingElement(parent) && parent.propertyName === node);
}
