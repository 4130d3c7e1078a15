import type { PageWords } from '@stallcast/tooling/widgets';
import { SENTENCES } from './elements-zh-cn.js';

const AFTER_A_CHANGE = '`pnpm vitest run --project repo -u`';

/** The page of widgets in each language, by its file in `docs/developer`. */
export const PAGES: Readonly<Record<string, PageWords>> = {
  'elements.md': {
    title: 'The widgets',
    intro: [
      '[中文](elements.zh-CN.md)',
      `Generated from the comments of the elements and from their own pages. After a change: ${AFTER_A_CHANGE}.`,
      "Each has an import of its own (`import '@stallcast/elements/goal'` for `stall-goal`), `@stallcast/elements/define` has all, and " +
        'the classes and events are exported by `@stallcast/elements`, which registers nothing. Of the words that an attribute takes, ' +
        'the one that holds without it is in bold. Sizes and looks are for a canvas 1080 wide. All parts at one glance, and the tokens ' +
        'that every widget reads: [parts](../designer/parts.md), [tokens](../designer/tokens.md).',
      'Editors: VS Code reads `"html.customData": ["node_modules/@stallcast/elements/dist/vscode.html-custom-data.json"]`; the editors of ' +
        'JetBrains find `web-types.json` by themselves; other tools read the manifest that `customElements` in package.json names. In TypeScript, ' +
        "`document.querySelector('stall-goal')` and `card.addEventListener('stall-stock-depleted', …)` have their types.",
    ],
    which: ['Which widget when', 'widget', 'when'],
    heads: {
      attributes: ['attribute', 'takes', 'what it does'],
      properties: ['property', 'type', 'what it does'],
      slots: ['slot', 'what it holds'],
      parts: ['part', 'what it is'],
      tokens: ['token', 'without it', 'what it does'],
      events: ['event', 'class', 'when'],
    },
    more: 'More: ',
    translate: (sentence) => sentence,
  },
  'elements.zh-CN.md': {
    title: '组件',
    intro: [
      '[English](elements.md)',
      `由组件的注释和各自的说明页生成。改动之后运行 ${AFTER_A_CHANGE}。`,
      "每个组件有自己的入口（`stall-goal` 用 `import '@stallcast/elements/goal'`），`@stallcast/elements/define` 包含全部；类和事件由 " +
        '`@stallcast/elements` 导出，它本身不注册任何标签。属性可取的词里，加粗的是不写时的那个。尺寸按宽 1080 的画面计。全部 part 和通用变量见' +
        '[部件](../designer/parts.md)、[变量表](../designer/tokens.md)。表格里的说明是英文。',
      '编辑器：VS Code 设置 `"html.customData": ["node_modules/@stallcast/elements/dist/vscode.html-custom-data.json"]`；JetBrains 的编辑器自动读取 ' +
        "`web-types.json`；其他工具读取 package.json 的 `customElements` 所指的清单。在 TypeScript 里，`document.querySelector('stall-goal')` 和 " +
        "`card.addEventListener('stall-stock-depleted', …)` 都有类型。",
    ],
    which: ['什么时候用哪个', '组件', '什么时候用'],
    heads: {
      attributes: ['属性', '取值', '作用'],
      properties: ['JS 属性', '类型', '作用'],
      slots: ['插槽', '放什么'],
      parts: ['部件', '是什么'],
      tokens: ['变量', '不设时', '作用'],
      events: ['事件', '类', '何时发出'],
    },
    more: '详见 ',
    translate: (sentence) => SENTENCES[sentence],
  },
};
