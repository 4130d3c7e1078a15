import { parseScene, type Scene, type SceneCanvas } from '@stallcast/elements';

/** What the starting scenes are made for. */
export type Situation = 'orchard' | 'workshop' | 'county' | 'rooms' | 'tickets';

export const SITUATIONS: readonly Situation[] = ['orchard', 'workshop', 'county', 'rooms', 'tickets'];

const FILES: Readonly<Record<Situation, Readonly<Record<SceneCanvas, () => Promise<{ default: string }>>>>> = {
  orchard: {
    portrait: () => import('@stallcast/elements/scenes/orchard-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/orchard-landscape.json?raw'),
  },
  workshop: {
    portrait: () => import('@stallcast/elements/scenes/workshop-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/workshop-landscape.json?raw'),
  },
  county: {
    portrait: () => import('@stallcast/elements/scenes/county-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/county-landscape.json?raw'),
  },
  rooms: {
    portrait: () => import('@stallcast/elements/scenes/rooms-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/rooms-landscape.json?raw'),
  },
  tickets: {
    portrait: () => import('@stallcast/elements/scenes/tickets-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/tickets-landscape.json?raw'),
  },
};

/** Reads the starting scene of a situation. */
export async function readStartingScene(situation: Situation, canvas: SceneCanvas): Promise<Scene> {
  const { scene } = parseScene((await FILES[situation][canvas]()).default);
  if (!scene) throw new Error(`Expected a scene in ${situation}-${canvas}.json, got none: build the pages again.`);
  return scene;
}
