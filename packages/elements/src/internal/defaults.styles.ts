import { css } from 'lit';

/**
 * What every widget reads: each semantic token under its private name, with the look of `orchard` where no theme is
 * loaded.
 *
 * `--stall-color-plate` is read as `--_color-plate`, and so on; what only one place needs, such as `--stall-plate-clip`,
 * is read there. The values come by inheritance alone, so that a style which OBS puts on the body after loading repaints
 * what is there. A test keeps the literals equal to `orchard.css`; its ornament alone is left out, for its weight.
 *
 * Forced colours are minded here for all widgets and themes: what is drawn rather than written takes the system's too.
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

    --_radius-small: var(--stall-radius-small, 6px 24px 6px 24px);
    --_radius-tab: var(--stall-radius-tab, 6px 22px 0 0);
    --_radius-meter: var(--stall-radius-meter, 99px);
    --_shadow-plate: var(
      --stall-shadow-plate,
      drop-shadow(0 5px 0 rgba(43, 26, 10, 0.34)) drop-shadow(0 0 1px rgba(43, 26, 10, 0.6))
    );

    --_plate-emblem: var(--stall-plate-emblem, none);
    --_plate-emblem-size: var(--stall-plate-emblem-size, auto);
    --_plate-corner: var(--stall-plate-corner, 0px);
  }
  @media (forced-colors: active) {
    :host > * {
      --_color-plate: Canvas;
      --_color-text: CanvasText;
      --_color-line: Canvas;
      --_color-accent: CanvasText;
      --_color-warning: CanvasText;
      --_plate-emblem: none;
      --_shadow-plate: none;
    }
  }
`;
