const own = new Map<string, unknown>();

/** Keeps a scene that came with the page, still to be parsed, and gives the name under which settings may wish for it. */
export function keepOwnScene(scene: { canvas?: unknown }): string {
  const name = `~${scene.canvas === 'landscape' ? 'l' : 'p'}.own`;
  own.set(name, scene);
  return name;
}

/** The scene that was kept under a name; undefined where there is none. */
export function ownScene(name: string): unknown {
  return own.get(name);
}
