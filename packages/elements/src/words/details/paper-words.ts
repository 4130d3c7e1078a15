import { isChinese } from '../index.js';
import { papers as en } from './en.js';
import { papers as zhCN } from './zh-cn.js';

/** What papers say of a lot. Not in the catalogue of all widgets: it comes with the details, when they are opened. */
export const paperWords = (language: string): typeof zhCN => (isChinese(language) ? zhCN : en);
