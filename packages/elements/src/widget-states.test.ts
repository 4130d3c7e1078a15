import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { loadEntries } from '../gallery/entries.js';
import { raise, setStage } from '../gallery/stage.js';

const cases = (await loadEntries()).flatMap(({ tag, looks = [''], states }) =>
  looks.flatMap((look) => states.map((state) => ({ tag, look, state, name: state.name }))),
);

describe.each(['zh-CN', 'en'])('in %s', (language) => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it.each(cases)('<$tag $look> is accessible when $name', async ({ tag, look, state }) => {
    const stage = setStage(tag, state, language);
    if (look) stage.element.setAttribute('look', look);
    await raise(stage);
    // A page of our own would have landmarks and headings; the widget is only a part of one.
    const { violations } = await axe.run(stage.room, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
  });
});
