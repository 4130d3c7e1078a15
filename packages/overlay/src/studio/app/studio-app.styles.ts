import { css } from 'lit';

export default css`
  :host {
    min-block-size: 100vh;
    background: var(--deck-ground);
    color: var(--deck-text);
    font: 400 17px/1.55 var(--deck-font);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    max-inline-size: 1160px;
    margin: 0 auto;
    padding: 12px 20px;
  }

  .mark {
    display: flex;
    align-items: baseline;
    gap: 10px;
    font-size: 22px;
    font-weight: 800;
    letter-spacing: 0.01em;
  }

  .mark span {
    font-size: 16px;
    font-weight: 400;
    color: var(--deck-text-quiet);
  }

  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    max-inline-size: 1160px;
    margin: 0 auto;
    padding: 4px 20px 64px;
  }

  h1 {
    margin: 0 0 4px;
    font-size: clamp(27px, 2.4vw, 33px);
    line-height: 1.2;
  }

  .intro p {
    font-size: 18px;
    color: var(--deck-text-quiet);
  }

  .waiting,
  .trouble {
    padding: 12px 16px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }

  .gate {
    display: grid;
    gap: 12px;
    max-inline-size: 640px;
    margin: 6vh auto;
    padding: 24px;
    border-radius: 8px 28px 8px 28px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
  }

  code {
    display: block;
    overflow-wrap: anywhere;
    font:
      17px/1.45 ui-monospace,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
  }

  .gate code {
    padding: 12px 16px;
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate-quiet);
  }

  @media (min-width: 960px) {
    main {
      grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 420px);
      gap: 16px 40px;
    }

    .gate,
    .intro {
      grid-column: 1;
    }

    .gate {
      grid-column: 1 / -1;
    }

    .preview {
      grid-area: 1 / 2 / 3 / 3;
      position: sticky;
      inset-block-start: 12px;
      align-self: start;
    }

    studio-steps {
      grid-column: 1;
    }
  }
`;
