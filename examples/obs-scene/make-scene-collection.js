// Writes an OBS scene collection whose two scenes, portrait and landscape, show the overlay of a running relay.
//
//   node make-scene-collection.js '<overlay link>' [file]
//
// The overlay link is the one that `npm start` prints. OBS: Scene Collection → Import.

import { readFileSync, writeFileSync } from 'node:fs';

const [, , link, file = 'stallcast-scenes.json'] = process.argv;

if (!link?.includes('#')) {
  console.error(
    '请把 npm start 打印的叠加层链接放在命令后面（带 # 和钥匙）。Expected the overlay link that npm start prints, with its # and key: put it after the command, in quotes.',
  );
  process.exit(1);
}

const CANVASES = [
  { scene: '货摊 竖屏 Portrait', canvas: 'portrait', width: 1080, height: 1920 },
  { scene: '货摊 横屏 Landscape', canvas: 'landscape', width: 1920, height: 1080 },
];
const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

const sourceOf = ({ scene, canvas, width, height }) => {
  const url = new URL(link);
  url.searchParams.set('canvas', canvas);
  return {
    id: 'browser_source',
    versioned_id: 'browser_source',
    name: `Stallcast ${scene}`,
    settings: { url: url.href, width, height, css, shutdown: false, restart_when_active: false, reroute_audio: false },
  };
};
const sceneOf = (each) => ({
  id: 'scene',
  versioned_id: 'scene',
  name: each.scene,
  settings: { items: [{ id: 1, name: `Stallcast ${each.scene}`, visible: true, pos: { x: 0, y: 0 } }], id_counter: 1 },
});

writeFileSync(
  file,
  JSON.stringify(
    {
      name: 'Stallcast',
      current_scene: CANVASES[0].scene,
      current_program_scene: CANVASES[0].scene,
      scene_order: CANVASES.map(({ scene }) => ({ name: scene })),
      sources: [...CANVASES.map(sourceOf), ...CANVASES.map(sceneOf)],
    },
    null,
    2,
  ),
  // The link holds the view key.
  { mode: 0o600 },
);
console.log(`已写好 Written: ${file}`);
