import { AdapterError } from '@stallcast/protocol';
import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import type { StatusElement } from './status.js';
import './define.js';

async function setup(isThere = true, attributes: Record<string, string> = { doctor: '' }) {
  const stall = isThere ? sampleStall('peach', { featured: ['peach'] }) : null;
  const stage = setStage('stall-status', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, 'zh-CN');
  const root = await raise(stage);
  const answers = () => [...root.querySelectorAll('li')].map((answer) => answer.textContent?.trim());
  const line = () => root.querySelector('.line > span')?.textContent;
  return { ...stage, element: stage.element as StatusElement, root, answers, line };
}

describe('<stall-status>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('speaks before the first snapshot, and follows the line', async () => {
    const { line, answers, fake, element, pass, root } = await setup(false);
    expect([line(), ...answers()]).toEqual(['正在连接', '正在等第一份数据。一直这样就检查中继和网络。']);
    fake.snapshot(sampleStall('peach', { featured: ['peach'] }));
    await settled(element);
    expect(line()).toBe('数据正常');
    expect(answers()).toEqual([expect.stringMatching(/^一切正常/)]);
    pass(12_000);
    await settled(element);
    expect(element.state).toBe('stale');
    expect(root.querySelector('.mark')?.textContent?.trim()).toBe('数据 12 秒前');
  });

  it('says nothing but the state of the line without doctor', async () => {
    const { answers, line } = await setup(true, {});
    expect(line()).toBe('数据正常');
    expect(answers()).toEqual([]);
  });

  it('tells a wrong key from a relay that is down', async () => {
    const { answers, fake, element } = await setup(false);
    fake.fault(new AdapterError('refused-key', 'No.'));
    await settled(element);
    expect(answers()).toEqual([expect.stringMatching(/^密钥不对/)]);
  });

  it('answers while the room is off the air and nothing is drawn', async () => {
    const { element, fake } = await setup();
    fake.change([put('room', { id: 'main', title: '', commerce: true, panic: true })]);
    await settled(element);
    expect(element.diagnosis.map(({ trouble }) => trouble)).toEqual(['panic']);
  });

  it('says that it is in no room, and that a room has no source', async () => {
    const alone = document.createElement('stall-status');
    alone.doctor = true;
    document.body.append(alone);
    await alone.updateComplete;
    expect(alone.diagnosis.map(({ trouble }) => trouble)).toEqual(['no-room-element']);
    const room = document.createElement('stall-room');
    document.body.append(room);
    room.append(alone);
    await alone.updateComplete;
    expect(alone.diagnosis.map(({ trouble }) => trouble)).toEqual(['no-source']);
  });

  it('names the import that an unknown scheme lacks', async () => {
    const room = document.createElement('stall-room');
    const status = document.createElement('stall-status');
    room.src = 'nothing:here';
    room.append(status);
    document.body.append(room);
    await expect.poll(() => status.diagnosis.map(({ trouble }) => trouble)).toEqual(['no-adapter']);
    expect(status.diagnosis[0]?.text).toContain('"nothing"');
  });
});
