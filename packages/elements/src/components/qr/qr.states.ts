import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

const HREF = 'https://shop.yangshan.example/peaches';

function named(name: string, zh: string, en: string, attributes: Record<string, string>): WidgetState {
  return { name, 'zh-CN': zh, en, stall: null, attributes };
}

const STATES: readonly WidgetState[] = [
  named('shown', '自己的店铺', 'One’s own shop', { href: HREF }),
  named('own-profile', '自己的直播', 'A stream of one’s own', { href: HREF, profile: 'own' }),
  named('caption', '自己写的标题', 'A caption of one’s own', { href: HREF, caption: '老乡的店 Farm shop' }),
  named('platform-profile', '平台直播间：不显示', 'A platform’s room: nothing', { href: HREF, profile: 'douyin' }),
  named('no-address', '没有地址：不显示', 'Without an address: nothing', {}),
  named('plain-http', '不是 https：不显示', 'Not https: nothing', { href: 'http://shop.yangshan.example/' }),
  named('long-address', '很长的地址', 'A long address', {
    href: `${HREF}?from=live&room=north&night=2026-07-01&to=${'p'.repeat(90)}`,
  }),
  named('too-long', '长得扫不了：不显示', 'Too long to be read: nothing', { href: `${HREF}?${'p'.repeat(400)}` }),
  named('long-text', '长标题', 'A long caption', {
    href: 'https://pfirsichverkostungsanmeldung.obstbau-genossenschaft-am-see.example/',
    caption: '无锡阳山湖边老园凌晨四点现摘水蜜桃 Pfirsichverkostungsanmeldeformular',
  }),
  named('hostile-text', '恶意文字', 'Hostile text', { href: HREF, caption: HOSTILE['markup'] ?? '' }),
  named('hostile-address', '伪装的地址：不显示', 'An address in disguise: nothing', {
    href: 'https://shop.example@evil.example/',
  }),
  named('hostile-script', '脚本地址：不显示', 'An address that is a script: nothing', { href: 'javascript:alert(1)' }),
  ...Object.entries(HOSTILE).map(([kind, text]) =>
    named(`hostile-${kind}`, '恶意文字', 'Hostile text', { href: HREF, caption: text }),
  ),
];

/** The code in every named state. */
export const widget: WidgetEntry = { tag: 'stall-qr', states: STATES };
