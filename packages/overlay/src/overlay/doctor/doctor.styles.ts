import { css } from 'lit';

export default css`
  :host {
    position: fixed;
    inset: 2vmin auto auto 2vmin;
    z-index: 9;
    box-sizing: border-box;
    inline-size: min(96vw, 44em);
    max-block-size: 96vh;
    overflow: auto;
    padding: 1em 1.25em;
    border: 0.08em solid #e9d9b6;
    border-radius: 8px 24px 8px 24px;
    background: #171a14;
    color: #f7f0df;
    font:
      400 clamp(9px, min(3.5vh, 4vw), 34px) / 1.45 'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      system-ui,
      sans-serif;
  }

  h1,
  h2 {
    margin: 0;
    font-size: 1.2em;
    line-height: 1.3;
  }

  h2 {
    margin-block-start: 0.8em;
    font-size: 1em;
  }

  p {
    margin: 0.2em 0 0.6em;
    color: #c9d3bc;
  }

  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.15em 1em;
    margin: 0;
  }

  dt {
    color: #c9d3bc;
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .wrong {
    color: #ffc46b;
  }

  .wrong::before {
    content: '⚠ ';
  }

  ul {
    margin: 0.2em 0 0;
    padding-inline-start: 1.2em;
  }
`;
