import type { SceneCanvas } from '@stallcast/elements';

/** What the starting scenes are made for. */
export type Situation = 'orchard' | 'workshop' | 'county' | 'rooms' | 'tickets';

/** Every starting scene, each loaded when it is asked for. */
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

/** The situations, in the order in which they are offered. */
export const SITUATIONS = Object.keys(FILES) as readonly Situation[];

export const isSituation = (name: string): name is Situation => Object.hasOwn(FILES, name);

/** Reads the file of a starting scene, as text. */
export async function readStartingFile(situation: Situation, canvas: SceneCanvas): Promise<string> {
  return (await FILES[situation][canvas]()).default;
}
