import { css } from 'lit';

const dark = css`
  --deck-ground: #14120d;
  --deck-plate: #231f17;
  --deck-plate-quiet: #302a1f;
  --deck-line: #4a4131;
  --deck-text: #f6ebd7;
  --deck-text-quiet: #c6b394;
  --deck-leaf: #2c7446;
  --deck-leaf-text: #93d3a5;
  --deck-leaf-quiet: #23382a;
  --deck-on-leaf: #ffffff;
  --deck-peach: #b9311e;
  --deck-peach-text: #ff9d86;
  --deck-peach-quiet: #45211a;
  --deck-on-peach: #ffffff;
  --deck-warning: #f5bd6b;
  --deck-warning-quiet: #40301a;
  --deck-screen: #0b0f0a;
  --deck-focus: #8ab8ff;
  --deck-shadow: none;
  color-scheme: dark;
`;

/** The deck's colours by day and by night, each text at least 4.5:1 on its ground. */
export const palette = css`
  :host {
    --deck-ground: #f5eddd;
    --deck-plate: #fffaf0;
    --deck-plate-quiet: #f0e5cf;
    --deck-line: #dcc9a8;
    --deck-text: #2b2014;
    --deck-text-quiet: #634b34;
    --deck-leaf: #1d5535;
    --deck-leaf-text: #1d5535;
    --deck-leaf-quiet: #dcebd7;
    --deck-on-leaf: #fffaf0;
    --deck-peach: #a92614;
    --deck-peach-text: #a92614;
    --deck-peach-quiet: #fbe0d2;
    --deck-on-peach: #fffaf0;
    --deck-warning: #8a3a05;
    --deck-warning-quiet: #fdebc4;
    --deck-screen: #23301f;
    --deck-on-screen: #f7f0df;
    --deck-on-screen-quiet: #c9d3bc;
    --deck-focus: #0b57c4;
    --deck-shadow: 0 2px 0 rgba(67, 44, 16, 0.13);
    --deck-font:
      'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC',
      system-ui, sans-serif;
    color-scheme: light;
  }

  /* A Chinese font sets English quotation marks as wide as a hanzi. */
  :host(:lang(en)) {
    --deck-font:
      system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([ground='light'])) {
      ${dark}
    }
  }

  :host([ground='dark']) {
    ${dark}
  }
`;
