import { css } from 'lit';

export default css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 0;
    block-size: 100vh;
    background: var(--deck-ground);
    color: var(--deck-text);
    font: 400 15px/1.45 var(--deck-font);
  }

  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--deck-line);
  }

  h1 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    overflow: hidden;
    font-size: 17px;
    font-weight: 700;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .bench {
    display: grid;
    grid-template-columns: 296px minmax(0, 1fr) 324px;
    min-block-size: 0;
  }

  aside {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--deck-plate);
  }

  .tabs {
    display: flex;
    padding: 0 8px;
    border-block-end: 1px solid var(--deck-line);
  }

  .tabs button {
    flex: 1;
    min-block-size: 42px;
    padding: 0 4px;
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 0;
    background: transparent;
    color: var(--deck-text-quiet);
  }

  .tabs button[aria-selected='true'] {
    border-block-end-color: var(--deck-leaf-text);
    color: var(--deck-text);
  }

  .panel {
    overflow: auto;
    padding: 12px 14px 24px;
  }

  .stage {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 6px;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 8px 12px;
  }

  .notice {
    min-block-size: 20px;
    font-size: 13px;
    color: var(--deck-text-quiet);
    text-align: center;
  }

  .keys {
    position: absolute;
    inset: 8px 8px auto auto;
    z-index: 3;
    display: grid;
    gap: 8px;
    max-block-size: calc(100% - 16px);
    overflow: auto;
    padding: 12px 14px;
    border: 1px solid var(--deck-line);
    border-radius: 8px;
    background: var(--deck-plate);
    box-shadow: 0 8px 24px rgba(30, 20, 8, 0.25);
  }

  dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 4px 12px;
    font-size: 14px;
  }

  dt {
    margin: 0;
  }

  kbd {
    font:
      600 13px ui-monospace,
      Consolas,
      monospace;
  }

  @media (max-width: 1000px) {
    :host {
      block-size: auto;
      min-block-size: 100vh;
    }

    .bar {
      flex-wrap: wrap;
    }

    .bar button {
      min-block-size: 44px;
    }

    h1 {
      order: 8;
      flex-basis: 50%;
    }

    .bar .primary {
      order: 9;
    }

    .bench {
      grid-template-columns: minmax(0, 1fr);
    }

    .stage {
      order: -1;
    }

    studio-canvas {
      /* On a phone that lies on its side it is higher than the window: smaller, nothing could be taken hold of. */
      block-size: max(54vh, 360px);
    }

    .panel {
      overflow: visible;
    }

    .panel input,
    .panel select {
      font-size: 16px;
    }
  }
`;
