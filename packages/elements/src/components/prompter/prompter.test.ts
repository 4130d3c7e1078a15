import { put, removal } from '@stallcast/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { message, promptedStall } from './prompter.states.js';
import './define.js';

async function setup(stall = promptedStall(), language = 'zh-CN') {
  const stage = setStage('stall-prompter', { name: 'test', en: '', 'zh-CN': '', stall }, language);
  const root = await raise(stage);
  const text = (selector: string) => root.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();
  return { ...stage, root, text };
}

describe('<stall-prompter>', () => {
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('says that it is not for air', async () => {
    const { text } = await setup();
    expect(text('[part="notice"]')).toBe('只给主播看，不上播出画面');
    const english = await setup(promptedStall(), 'en');
    expect(english.text('[part="notice"]')).toBe('For the host’s eyes, not for air');
  });

  it('tells what is shown and what comes next, as the show goes on', async () => {
    const { text, fake, element } = await setup();
    expect([text('.now .title'), text('.next .title')]).toEqual(['1号阳山水蜜桃 5斤装', '2号青花椒 鲜采 1斤']);
    fake.change([put('featured', ['pepper'])]);
    await settled(element);
    expect([text('.now .title'), text('.next .title')]).toEqual(['2号青花椒 鲜采 1斤', '3号沙地西瓜 约8斤']);
  });

  it('shows a message when it comes, and lets it go', async () => {
    const { root, text, fake, element } = await setup();
    fake.change([put('alert', message('说慢一点'))]);
    await settled(element);
    expect(text('.message')).toBe('说慢一点');
    fake.change([removal('alert', 'message:stall')]);
    await settled(element);
    expect(root.querySelector('.messages')).toBeNull();
  });

  it('keeps no timer while nothing ends by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    const stage = setStage('stall-prompter', { name: 'test', en: '', 'zh-CN': '', stall: promptedStall() }, 'zh-CN');
    document.body.append(stage.room);
    await vi.waitFor(() => expect(stage.element.shadowRoot?.querySelector('.now .title')).not.toBeNull());
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shows hostile text as text', async () => {
    const { root, text } = await setup(
      promptedStall({}, { alerts: [message('<img src=x onerror=alert(1)>\u202Egnp')] }),
    );
    expect(text('.message')).toBe('<img src=x onerror=alert(1)>gnp');
    expect(root.querySelector('img')).toBeNull();
  });
});
