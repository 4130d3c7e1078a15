import { css } from 'lit';

/**
 * What every widget reads: each semantic token under its private name, with the look of `orchard` where no theme is
 * loaded.
 *
 * `--stall-color-plate` is read as `--_color-plate`, and so on; what is nothing without a theme, such as
 * `--stall-plate-clip`, is read where it is used. The values come by inheritance alone, so that a style
 * which OBS puts on the body after loading repaints what is there. A test keeps the literals equal to `orchard.css`.
 */
export default css`
  :host > * {
    --_color-plate: var(--stall-color-plate, #fff5e3);
    --_color-plate-quiet: var(--stall-color-plate-quiet, #fbe3c9);
    --_color-plate-loud: var(--stall-color-plate-loud, #1d5535);
    --_color-text: var(--stall-color-text, #2b2014);
    --_color-text-quiet: var(--stall-color-text-quiet, #674f38);
    --_color-text-loud: var(--stall-color-text-loud, #fff5e3);
    --_color-value: var(--stall-color-value, #c42d1a);
    --_color-accent: var(--stall-color-accent, #2f7d47);
    --_color-flash: var(--stall-color-flash, #c42d1a);
    --_color-text-flash: var(--stall-color-text-flash, #fff8ec);
    --_color-warning: var(--stall-color-warning, #b03c08);
    --_color-stamp: var(--stall-color-stamp, #b3231a);
    --_color-line: var(--stall-color-line, #d9bf9c);

    --_font-text: var(
      --stall-font-text,
      'PingFang SC',
      'HarmonyOS Sans SC',
      MiSans,
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
    --_font-title: var(--stall-font-title, var(--_font-text));
    --_font-song: var(
      --stall-font-song,
      'Songti SC',
      'Noto Serif CJK SC',
      'Noto Serif SC',
      STZhongsong,
      'Microsoft YaHei',
      serif
    );
    --_font-value: var(
      --stall-font-value,
      'DIN Alternate',
      'Bahnschrift SemiCondensed',
      Bahnschrift,
      'Roboto Condensed',
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
    --_font-weight-title: var(--stall-font-weight-title, 700);
    --_font-tracking-title: var(--stall-font-tracking-title, 0em);

    --_radius-plate: var(--stall-radius-plate, 10px 48px 10px 48px);
    --_radius-small: var(--stall-radius-small, 6px 24px 6px 24px);
    --_radius-tab: var(--stall-radius-tab, 6px 22px 0 0);
    --_radius-meter: var(--stall-radius-meter, 99px);
    --_shadow-plate: var(
      --stall-shadow-plate,
      drop-shadow(0 5px 0 rgba(43, 26, 10, 0.34)) drop-shadow(0 0 1px rgba(43, 26, 10, 0.6))
    );

    --_plate-emblem: var(
      --stall-plate-emblem,
      url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='38' height='38'%3E%3Cpath stroke='%232c6b46' stroke-width='4' d='M1 4h17m2 19h17M1 10h17m2 19h17M1 16h17m2 19h17M4 20v17M23 1v17M10 20v17M29 1v17M16 20v17M35 1v17'/%3E%3C/svg%3E")
    );
    --_plate-emblem-size: var(--stall-plate-emblem-size, 38px);
    --_plate-corner: var(--stall-plate-corner, 0px);
    --_plate-texture: var(--stall-plate-texture, none);

    --_figure-weight: var(--stall-figure-weight, 11);
    --_figure-weight-fine: var(--stall-figure-weight-fine, 11);
    --_figure-nib-x: var(--stall-figure-nib-x, 3.4px);
    --_figure-nib-y: var(--stall-figure-nib-y, -3px);
    --_figure-cap: var(--stall-figure-cap, round);
    --_figure-join: var(--stall-figure-join, round);
    --_figure-slant: var(--stall-figure-slant, -5deg);
  }
`;
