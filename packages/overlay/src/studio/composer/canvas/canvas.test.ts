import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drag, eachOnALaptop, open, zoomOf } from '../test-composer.fixture.js';
import type { StudioCanvasElement } from './canvas.js';

describe('<studio-canvas>', () => {
  eachOnALaptop();

  it('is moved by a pointer, snaps, and is one step to undo', async () => {
    const { bench, canvas, item, frame } = await open();
    const zoom = zoomOf(canvas);
    drag(frame('goal'), 163 * zoom, 97 * zoom, { altKey: true });
    expect([item('goal').x, item('goal').y]).toEqual([203, 337]);
    bench.undo();
    expect(item('goal').x).toBe(40);
    await expect.poll(() => bench.$frames.get().get('goal')?.x).toBe(40);
    drag(frame('goal'), 267 * zoom, 0);
    expect(item('goal').x + 736).toBe(1040);
  });

  it('is resized by a handle: a side sets the width, a corner the scale', async () => {
    const { canvas, item, frame } = await open();
    drag(frame('goal'), 0, 0);
    await expect.poll(() => canvas.querySelector('.handle.e')).not.toBeNull();
    const zoom = zoomOf(canvas);
    drag(canvas.querySelector('.handle.e')!, -100 * zoom, 0, { altKey: true });
    expect(item('goal').width).toBe(636);
    await expect.poll(() => canvas.querySelector('.handle.se')).not.toBeNull();
    drag(canvas.querySelector('.handle.se')!, 120 * zoom, 0);
    expect(item('goal').scale).toBeGreaterThan(1.1);
  });

  it('brings nothing back that a key removed while it was dragged', async () => {
    const { bench, frame } = await open();
    const { left, top } = frame('goal').getBoundingClientRect();
    const send = (type: string, by: number) =>
      frame('goal').dispatchEvent(
        new PointerEvent(type, {
          ...{ bubbles: true, composed: true, pointerId: 1 },
          clientX: left + 9 + by,
          clientY: top + 9,
        }),
      );
    send('pointerdown', 0);
    send('pointermove', 30);
    await userEvent.keyboard('{Delete}');
    frame('card').focus();
    bench.$picked.set(new Set(['goal']));
    await userEvent.keyboard('{Delete}');
    expect(bench.$scene.get().items.map(({ id }) => id)).not.toContain('goal');
    frame('card').dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true, pointerId: 1 }));
    expect(bench.$scene.get().items.map(({ id }) => id)).toEqual(['card', 'chart']);
  });

  it('snaps a corner: its nearer edge comes to lie on the line', async () => {
    const { canvas, frame, item, bench } = await open();
    drag(frame('goal'), 0, 0);
    await expect.poll(() => canvas.querySelector('.handle.se')).not.toBeNull();
    // The right edge lies at 776; the widgets' own part of the canvas ends at 1040.
    drag(canvas.querySelector('.handle.se')!, 261 * zoomOf(canvas), 0);
    expect(item('goal').scale).toBeCloseTo(1000 / 736, 3);
    await expect.poll(() => Math.abs((bench.$frames.get().get('goal')?.width ?? 0) - 1000)).toBeLessThan(1);
  });

  it('resizes several together by the frame around them, as one step, by pointer and by keys', async () => {
    const { bench, canvas, item } = await open();
    bench.$picked.set(new Set(['goal', 'card']));
    await expect.poll(() => canvas.querySelectorAll('.group .handle').length).toBe(8);
    expect(canvas.querySelectorAll('.handle')).toHaveLength(8);
    const before = canvas.querySelector('.group')!.getBoundingClientRect();
    drag(canvas.querySelector('.group .handle.sw')!, before.width / 4, -before.height / 4, { altKey: true });
    expect([item('goal').scale, item('card').scale]).toEqual([0.75, 0.75]);
    expect([item('goal').x, item('goal').y]).toEqual([290, 240]);
    bench.undo();
    expect([item('goal').scale, item('goal').x, item('card').x]).toEqual([undefined, 40, 40]);
    await expect.poll(() => bench.$frames.get().get('card')?.x).toBe(40);
    canvas.querySelector<HTMLElement>('[data-item=goal]')!.focus();
    await userEvent.keyboard('-{Shift>}{ArrowLeft}{/Shift}');
    expect([item('goal').scale, item('card').scale]).toEqual([0.95, 0.95]);
    // Ten px of the canvas less, of frames that nobody has measured yet.
    expect(item('card').width).toBe(Math.round((950 - 10) / 0.95));
  });

  it('never takes for where a part lies where it lay before it was changed', async () => {
    const { bench, frame, part } = await open();
    const widthOf = () => Math.round(bench.$frames.get().get('card')?.width ?? 0);
    await expect.poll(widthOf).toBe(1000);
    bench.$picked.set(new Set(['goal', 'card']));
    const seen: number[] = [];
    bench.$frames.listen(() => seen.push(widthOf()));
    // It is about to be measured when a key changes it, and draws itself a frame later.
    const canvas = part('studio-canvas').host as StudioCanvasElement;
    canvas.requestUpdate();
    await canvas.updateComplete;
    frame('goal').dispatchEvent(new KeyboardEvent('keydown', { key: '-', bubbles: true, composed: true }));
    await expect.poll(() => seen.length).toBeGreaterThan(1);
    expect(new Set(seen)).toEqual(new Set([950]));
  });

  it('catches with a rectangle, and more with Shift', async () => {
    const { bench, canvas, frame } = await open();
    const board = canvas.querySelector('.board')!;
    const { left, top, width } = board.getBoundingClientRect();
    const at = (x: number, y: number, type: string) =>
      board.dispatchEvent(
        new PointerEvent(type, { ...{ bubbles: true, pointerId: 1 }, clientX: left + x, clientY: top + y }),
      );
    at(2, 60, 'pointerdown');
    at(width - 2, 130, 'pointermove');
    at(width - 2, 130, 'pointerup');
    expect([...bench.$picked.get()]).toEqual(['goal']);
    frame('card').dispatchEvent(
      new PointerEvent('pointerdown', { bubbles: true, composed: true, shiftKey: true, pointerId: 1 }),
    );
    expect([...bench.$picked.get()].sort()).toEqual(['card', 'goal']);
  });

  it('comes nearer and goes back, by keys and by the wheel, and what is dragged still goes where the pointer goes', async () => {
    const { bench, canvas, item, frame, part } = await open();
    const whole = zoomOf(canvas);
    frame('goal').focus();
    await userEvent.keyboard('{Control>}+{/Control}');
    await expect.poll(() => zoomOf(canvas) / whole).toBeCloseTo(1.5, 2);
    part('studio-canvas').host.dispatchEvent(
      new WheelEvent('wheel', { ctrlKey: true, deltaY: -100, cancelable: true, clientX: 700, clientY: 300 }),
    );
    await expect.poll(() => zoomOf(canvas) / whole).toBeCloseTo(2, 2);
    await expect.poll(() => bench.$frames.get().get('goal')?.x).toBe(40);
    drag(frame('goal'), 100 * zoomOf(canvas), 0, { altKey: true });
    expect(item('goal').x).toBe(140);
    await userEvent.keyboard('{Control>}0{/Control}');
    await expect.poll(() => zoomOf(canvas)).toBeCloseTo(whole, 4);
  });

  it('picks by touch, drags what was picked before, and adds press by press where that is wished', async () => {
    const { bench, canvas, item, frame } = await open();
    const zoom = zoomOf(canvas);
    const touch = { pointerType: 'touch', altKey: true };
    drag(frame('goal'), 90 * zoom, 0, { pointerType: 'touch' });
    expect([item('goal').x, [...bench.$picked.get()]]).toEqual([40, ['goal']]);
    drag(frame('goal'), 90 * zoom, 0, touch);
    expect(item('goal').x).toBe(130);
    bench.$view.set({ ...bench.$view.get(), isPickingMany: true });
    drag(frame('card'), 0, 0, { pointerType: 'touch' });
    expect([...bench.$picked.get()].sort()).toEqual(['card', 'goal']);
  });

  it('has a screenshot of the host’s own behind the widgets, which no scene holds, and refuses what is no picture', async () => {
    const { bench, canvas, part, root } = await open();
    const choose = (file: File) => {
      const field = part('studio-view-bar').querySelector<HTMLInputElement>('input[type=file]')!;
      const files = new DataTransfer();
      files.items.add(file);
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
    };
    const green = Object.assign(document.createElement('canvas'), { width: 540, height: 960 });
    const pen = green.getContext('2d')!;
    pen.fillStyle = '#00ff00';
    pen.fillRect(0, 0, 540, 960);
    const shot = await new Promise<Blob | null>((done) => green.toBlob(done));
    choose(new File([shot!], 'room.png'));
    await expect.poll(() => canvas.querySelector('canvas')!.hidden).toBe(false);
    const drawn = canvas.querySelector('canvas')!.getContext('2d')!.getImageData(4, 4, 1, 1).data;
    expect([...drawn]).toEqual([0, 255, 0, 255]);
    expect(JSON.stringify(bench.$scene.get())).not.toContain('room');
    choose(new File(['no picture'], 'room.png'));
    await expect.poll(() => root.querySelector('.notice')?.textContent).toContain('请选手机截图');
  });
});
