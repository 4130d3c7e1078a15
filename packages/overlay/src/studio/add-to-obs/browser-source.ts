/** A browser source of OBS, as a link describes it. */
export interface BrowserSource {
  /** The source's name in OBS. */
  name: string;
  /** What OBS opens: the link without what only OBS reads. */
  url: string;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** The text of OBS's custom CSS box; empty for OBS's own. */
  css: string;
}

const LAYER = /^layer-/;

/**
 * Reads a link as OBS does when it is dropped: `layer-name`, `layer-width`, `layer-height` and `layer-css` are taken out of it,
 * and the rest is opened.
 *
 * @see https://github.com/obsproject/obs-studio/blob/master/frontend/widgets/OBSBasic_Dropfiles.cpp
 */
export function browserSourceOf(link: string): BrowserSource {
  const url = new URL(link);
  const { searchParams } = url;
  const sizeOf = (name: string) => Number(searchParams.get(name));
  const source = {
    // OBS takes a plus in a name for a plus, and in CSS for a space.
    name: new URLSearchParams(url.search.replaceAll('+', '%2B')).get('layer-name') ?? url.hostname,
    width: sizeOf('layer-width'),
    height: sizeOf('layer-height'),
    css: searchParams.get('layer-css') ?? '',
  };
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !LAYER.test(part))
    .join('&');
  return { ...source, url: url.href };
}
