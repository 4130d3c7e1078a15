/** What a page knows of the program and the machine that show it. Never a key, and no address with one. */
export interface PageFacts {
  /** OBS's version; null outside of OBS. */
  obs: string | null;
  /** The browser's engine, such as `Chromium 127`. */
  engine: string;
  /** Whether the engine is older than the oldest that is tested. */
  isTooOld: boolean;
  isSecure: boolean;
  /** Of the page, in CSS pixels. */
  size: readonly [width: number, height: number];
  isHidden: boolean;
  /** How the data comes: the scheme of the connection, such as `relay`. */
  scheme: string;
  /** The computer that it comes from, with its port; empty where it comes from this browser. */
  host: string;
  /** Whether the connection carries a key. */
  hasKey: boolean;
  scene: string;
  theme: string;
}

/** The Chromium of OBS 28 to 30. */
const OLDEST_CHROMIUM = 103;

/** Reads what OBS and the browser say of themselves, and where a connection leads. */
export function readPageFacts({
  userAgent,
  src,
  ...known
}: {
  userAgent: string;
  src: string;
} & Pick<PageFacts, 'isSecure' | 'size' | 'isHidden' | 'scene' | 'theme'>): PageFacts {
  const chromium = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  const other = /(Firefox)\/(\d+)|Version\/(\d+).*?(Safari)/.exec(userAgent);
  const engine = chromium
    ? `Chromium ${chromium}`
    : `${other?.[1] ?? other?.[4] ?? '?'} ${other?.[2] ?? other?.[3] ?? ''}`;
  return {
    ...known,
    obs: /\bOBS\/([\d.]+)/.exec(userAgent)?.[1] ?? null,
    engine: engine.trim(),
    isTooOld: chromium !== undefined && Number(chromium) < OLDEST_CHROMIUM,
    ...readSource(src),
  };
}

function readSource(src: string): Pick<PageFacts, 'scheme' | 'host' | 'hasKey'> {
  const [, scheme = '', rest = ''] = /^([a-z][\w+-]*):(.*)$/i.exec(src) ?? [];
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]*)/.exec(rest)?.[1] ?? '';
  return { scheme, host, hasKey: /#./.test(rest) };
}
