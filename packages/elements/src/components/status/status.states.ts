import type { Room, StallState } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';

const DOCTOR = { doctor: '' };
const ROOM: Room = { id: 'main', title: '果园直播间', commerce: true, panic: false };
const stall = (rest: Partial<StallState> = {}): StallState => ({
  ...sampleStall('peach', { featured: ['peach'] }),
  ...rest,
});

function named(
  name: string,
  zh: string,
  en: string,
  state: StallState | null,
  rest: Partial<WidgetState> = {},
): WidgetState {
  return { name, 'zh-CN': zh, en, stall: state, ...rest };
}

const session = sampleStall('peach').session;

const STATES: readonly WidgetState[] = [
  named('loading', '正在连接', 'Connecting', null),
  named('live', '数据正常', 'Live', stall()),
  named('stale', '数据旧了', 'Old data', stall(), { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', stall(), { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', stall({ session: session && { ...session, synthetic: true } })),
  named('doctor', '一切正常', 'All is well', stall(), { attributes: DOCTOR }),
  named('doctor-waiting', '在等第一份数据', 'Waiting for the first data', null, { attributes: DOCTOR }),
  named('doctor-nothing-on', '没有讲解中', 'Nothing on', stall({ featured: { stall: [], rooms: {} } }), {
    attributes: DOCTOR,
  }),
  named(
    'doctor-no-commerce',
    '不卖货的直播间',
    'A room that does not sell',
    stall({ rooms: [{ ...ROOM, commerce: false }] }),
    { attributes: DOCTOR },
  ),
  named(
    'doctor-room',
    '没有指明直播间',
    'No room is named',
    stall({ rooms: [ROOM, { ...ROOM, id: 'north' }], featured: { stall: [], rooms: {} } }),
    {
      attributes: DOCTOR,
    },
  ),
  named('doctor-product', '没有这个商品，数据也旧了', 'No such product, and old data', stall(), {
    attributes: { ...DOCTOR, 'product-id': 'plum' },
    silentMs: 92_000,
  }),
];

/** The status in every named state. */
export const widget: WidgetEntry = { tag: 'stall-status', states: STATES };
