import { CONDITIONS, type Condition } from './scene.conditions.js';
import { expected, told, type SceneFault } from './scene.faults.js';
import {
  CANVASES,
  HTTPS,
  ID,
  LIMITS,
  PLACES,
  SCENE_VERSION,
  SCENE_WIDGETS,
  type AttributeRule,
  type AttributeValue,
  type Scene,
  type SceneCanvas,
  type SceneItem,
  type ScenePlace,
} from './scene.format.js';
import { isTokenValue, tokenRule } from './scene.tokens.js';

/** What a scene file says, as far as it can be shown, and what was wrong with it. */
export interface ParsedScene {
  /** Null where nothing of it can be shown. */
  scene: Scene | null;
  faults: readonly SceneFault[];
}

interface Rule {
  test(value: unknown): boolean;
  en: string;
  'zh-CN': string;
}

const matches = (pattern: string): ((value: unknown) => boolean) => {
  const expression = new RegExp(pattern, 'u');
  return (value) => typeof value === 'string' && expression.test(value);
};
const isId = matches(ID);
const isHttps = matches(HTTPS);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && [...value.slice(0, 2 * longest + 2)].length <= longest;

const number = ([from, to]: readonly [number, number], isWhole = false): Rule => ({
  test: (value) => typeof value === 'number' && value >= from && value <= to && (!isWhole || Number.isInteger(value)),
  en: `a ${isWhole ? 'whole ' : ''}number from ${from} to ${to}`,
  'zh-CN': `${from} 到 ${to} 的${isWhole ? '整数' : '数字'}`,
});
const oneOf = (values: readonly string[]): Rule => ({
  test: (value) => typeof value === 'string' && values.includes(value),
  en: `one of ${values.join(', ')}`,
  'zh-CN': `${values.join('、')} 之一`,
});
const ID_RULE: Rule = { test: isId, en: 'small letters, digits and hyphens', 'zh-CN': '小写字母、数字和短横线' };
const FLAG_RULE: Rule = { test: (value) => typeof value === 'boolean', en: 'true or false', 'zh-CN': ' true 或 false' };
const WHEN_RULE: Rule = {
  test: (value) =>
    Array.isArray(value) &&
    value.length <= LIMITS.conditions &&
    new Set(value).size === value.length &&
    value.every((one) => CONDITIONS.includes(one as Condition)),
  en: `a list of at most ${LIMITS.conditions} conditions such as "presale" or "no-announcement"`,
  'zh-CN': `最多 ${LIMITS.conditions} 个条件的列表，例如 "presale"、"no-announcement"`,
};
const TURN_RULE: Rule = {
  test: (value) => isRecord(value) && isId(value['group']) && number(LIMITS.seconds, true).test(value['seconds']),
  en: `a group and ${LIMITS.seconds[0]} to ${LIMITS.seconds[1]} whole seconds`,
  'zh-CN': `一个组名和 ${LIMITS.seconds[0]} 到 ${LIMITS.seconds[1]} 的整秒数`,
};

const TOKENS_RULE: Rule = {
  test: (value) => isRecord(value) && Object.keys(value).length <= LIMITS.tokens,
  en: `at most ${LIMITS.tokens} names and values`,
  'zh-CN': `最多 ${LIMITS.tokens} 个名称和值`,
};

const REQUIRED: Readonly<Record<string, Rule>> = {
  id: ID_RULE,
  tag: oneOf(Object.keys(SCENE_WIDGETS)),
  x: number(LIMITS.position),
  y: number(LIMITS.position),
};
const OPTIONAL: Readonly<Record<string, Rule>> = {
  name: textRule(LIMITS.name),
  width: number(LIMITS.size),
  height: number(LIMITS.size),
  place: oneOf(PLACES),
  scale: number(LIMITS.scale),
  layer: number(LIMITS.layer, true),
  hidden: FLAG_RULE,
  locked: FLAG_RULE,
  group: ID_RULE,
  attributes: { test: isRecord, en: 'names and values', 'zh-CN': '名称和值' },
  when: WHEN_RULE,
  turn: TURN_RULE,
};

/**
 * Reads a scene file: its text, or the value that its JSON stands for.
 *
 * An item that is wrong costs itself alone, an attribute that is unknown or wrong the attribute alone; names that this version
 * does not know are left out in silence, so that a newer file still shows. Nothing of a file becomes markup, a handler or a style.
 */
export function parseScene(raw: unknown): ParsedScene {
  const file = typeof raw === 'string' ? parseText(raw) : raw;
  const fail = (en: string, zh: string): ParsedScene => ({ scene: null, faults: [{ at: '', en, 'zh-CN': zh }] });
  if (file === TOO_LONG)
    return fail(`A scene file has at most ${LIMITS.text} characters.`, `场景文件最多 ${LIMITS.text} 个字符。`);
  if (!isRecord(file))
    return fail('This is no scene file: expected a JSON object.', '这不是场景文件：应为一个 JSON 对象。');
  const { version, canvas, items } = file;
  if (version !== SCENE_VERSION) {
    const newer = typeof version === 'number' && version > SCENE_VERSION;
    return fail(
      `Expected a scene of version ${SCENE_VERSION}, got ${told(version)}${newer ? ': update Stallcast' : ''}.`,
      `应为版本 ${SCENE_VERSION} 的场景，现在是 ${told(version)}${newer ? '，请更新 Stallcast' : ''}。`,
    );
  }
  if (typeof canvas !== 'string' || !Object.hasOwn(CANVASES, canvas))
    return fail(
      `canvas: expected portrait or landscape, got ${told(canvas)}.`,
      `canvas：应为 portrait 或 landscape，现在是 ${told(canvas)}。`,
    );
  if (!Array.isArray(items))
    return fail(`items: expected a list, got ${told(items)}.`, `items：应为列表，现在是 ${told(items)}。`);

  const faults: SceneFault[] = [];
  const option = <T = string>(name: string, rule: Rule): T | undefined => {
    const value = file[name];
    if (value === undefined || rule.test(value)) return value as T | undefined;
    faults.push(expected('', name, rule, value));
    return undefined;
  };
  const title = option('title', textRule(LIMITS.title));
  const theme = option('theme', ID_RULE);
  const tokens = option<Readonly<Record<string, unknown>>>('tokens', TOKENS_RULE);
  if (items.length > LIMITS.items)
    faults.push({
      at: '',
      en: `A scene has at most ${LIMITS.items} items: ${items.length - LIMITS.items} were left out.`,
      'zh-CN': `场景最多 ${LIMITS.items} 个部件：去掉了 ${items.length - LIMITS.items} 个。`,
    });
  return {
    scene: {
      version: SCENE_VERSION,
      ...(title !== undefined && { title }),
      canvas: canvas as SceneCanvas,
      ...(theme !== undefined && { theme }),
      ...(tokens !== undefined && { tokens: parseTokens(tokens, faults) }),
      items: parseItems(items.slice(0, LIMITS.items), faults),
    },
    faults,
  };
}

/** A token that is unknown or wrong costs itself alone. */
function parseTokens(raw: Readonly<Record<string, unknown>>, faults: SceneFault[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    const rule = tokenRule(name);
    if (!rule)
      faults.push(expected('', 'tokens', { en: 'a token that a scene may tune', 'zh-CN': '场景可以调的变量' }, name));
    else if (isTokenValue(rule, value)) kept[name] = value;
    else faults.push(expected('', `tokens ${name}`, rule, value));
  }
  return kept;
}

const TOO_LONG = Symbol('too long');

function parseText(text: string): unknown {
  if (text.length > LIMITS.text) return TOO_LONG;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function parseItems(raw: readonly unknown[], faults: SceneFault[]): SceneItem[] {
  const ids = new Set<string>();
  const groups = new Set<string>();
  return raw.flatMap((value, index) => {
    const at = `items[${index}]`;
    const item = parseItem(value, at, faults);
    if (!item) return [];
    if (ids.has(item.id)) {
      faults.push(expected(at, 'id', { en: 'one that no other item has', 'zh-CN': '不与其他部件相同' }, item.id));
      return [];
    }
    if (item.turn) groups.add(item.turn.group);
    if (groups.size > LIMITS.turnGroups) {
      const most = { en: `at most ${LIMITS.turnGroups} groups`, 'zh-CN': `最多 ${LIMITS.turnGroups} 组` };
      faults.push(expected(at, 'turn', most, item.turn?.group));
      groups.delete(item.turn?.group ?? '');
      return [];
    }
    ids.add(item.id);
    return [item];
  });
}

function parseItem(raw: unknown, at: string, faults: SceneFault[]): SceneItem | null {
  if (!isRecord(raw)) {
    faults.push(expected(at, at, { en: 'an item', 'zh-CN': '一个部件' }, raw));
    return null;
  }
  const item: Record<string, unknown> = {};
  for (const [name, rule] of [...Object.entries(REQUIRED), ...Object.entries(OPTIONAL)]) {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (value === undefined && name in OPTIONAL) continue;
    if (!rule.test(value)) {
      faults.push(expected(at, `${at} ${name}`, rule, value));
      return null;
    }
    item[name] = value;
  }
  const { turn, when, attributes, ...rest } = item as unknown as SceneItem & { place?: ScenePlace };
  return {
    ...rest,
    ...(attributes && { attributes: parseAttributes(attributes, rest.tag, at, faults) }),
    ...(when && { when: [...when] }),
    ...(turn && { turn: { group: turn.group, seconds: turn.seconds } }),
  };
}

function parseAttributes(
  raw: Readonly<Record<string, unknown>>,
  tag: string,
  at: string,
  faults: SceneFault[],
): Record<string, AttributeValue> {
  const rules = SCENE_WIDGETS[tag] ?? {};
  const kept: Record<string, AttributeValue> = {};
  const known = { en: `one of ${Object.keys(rules).join(', ')}`, 'zh-CN': `${Object.keys(rules).join('、')} 之一` };
  for (const [name, value] of Object.entries(raw)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      faults.push(expected(at, `${at} ${tag}`, known, name));
      continue;
    }
    const checked = attributeRule(rule);
    if (checked.test(value)) kept[name] = value as AttributeValue;
    else faults.push(expected(at, `${at} ${tag} ${name}`, checked, value));
  }
  return kept;
}

function textRule(longest: number): Rule {
  return {
    test: (value) => isText(value, longest),
    en: `a text of at most ${longest} characters`,
    'zh-CN': `最多 ${longest} 个字的文字`,
  };
}

function attributeRule(rule: AttributeRule): Rule {
  switch (rule.kind) {
    case 'choice':
      return oneOf(rule.of);
    case 'text':
      return textRule(rule.longest);
    case 'whole':
      return number([rule.from, rule.to], true);
    case 'https':
      return { test: isHttps, en: 'an address that begins with https://', 'zh-CN': '以 https:// 开头的网址' };
    case 'flag':
      return FLAG_RULE;
  }
}
