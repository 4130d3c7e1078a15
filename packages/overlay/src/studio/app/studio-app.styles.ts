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
    padding: 8px 20px 64px;
  }

  h1 {
    margin: 0 0 8px;
    font-size: clamp(28px, 5vw, 44px);
    line-height: 1.2;
  }

  .intro p {
    font-size: 19px;
    color: var(--deck-text-quiet);
  }

  figure {
    display: grid;
    gap: 8px;
    justify-items: center;
    margin: 0;
  }

  .frame {
    inline-size: 100%;
    overflow: hidden;
    border-radius: 10px 30px 10px 30px;
    background: url('/pictures/backdrop.svg') 50% 28% / cover;
    box-shadow: var(--deck-shadow);
  }

  .portrait .frame {
    max-inline-size: 360px;
    aspect-ratio: 9 / 16;
  }

  .landscape .frame {
    aspect-ratio: 16 / 9;
  }

  iframe {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    /* Of another colour scheme than its page, a frame would get an opaque ground. */
    color-scheme: light;
  }

  figcaption {
    font-size: 15px;
    color: var(--deck-text-quiet);
  }

  .shapes {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 10px;
  }

  .shapes button {
    padding-inline: 10px;
  }

  .steps {
    display: grid;
    gap: 16px;
    align-content: start;
    counter-reset: step;
  }

  .steps > li {
    position: relative;
    display: grid;
    gap: 10px;
    min-inline-size: 0;
    padding: 18px 20px 20px 84px;
    overflow: hidden;
    border-radius: 8px 28px 8px 28px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
    counter-increment: step;
  }

  .steps > li::before {
    content: counter(step);
    position: absolute;
    inset: 0 auto 0 0;
    inline-size: 62px;
    padding-block-start: 14px;
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
    font-size: 34px;
    font-weight: 800;
    line-height: 1.2;
    text-align: center;
  }

  h2 {
    font-size: 21px;
    letter-spacing: 0;
    color: var(--deck-text);
  }

  .quiet {
    font-size: 15px;
  }

  .ticket,
  .pair {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    gap: 8px;
  }

  .ticket a {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 14px;
    min-inline-size: 0;
    min-block-size: 68px;
    padding: 8px 16px;
    border: 2px dashed var(--deck-leaf-text);
    border-radius: 6px 20px 6px 20px;
    background: var(--deck-leaf-quiet);
    color: inherit;
    text-decoration: none;
    cursor: grab;
  }

  .ticket a:active {
    cursor: grabbing;
  }

  small {
    display: block;
    font-size: 14px;
  }

  .shape {
    flex: none;
    border: 3px solid var(--deck-leaf-text);
    border-radius: 4px;
  }

  .shape.portrait {
    inline-size: 25px;
    block-size: 44px;
  }

  .shape.landscape {
    inline-size: 44px;
    block-size: 25px;
  }

  .go {
    flex: 1;
    display: grid;
    place-items: center;
    min-block-size: 52px;
    padding: 0 16px;
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
    font-weight: 700;
    text-decoration: none;
  }

  .shops {
    display: grid;
    gap: 8px;
  }

  .shops li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: center;
    padding: 8px 8px 8px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate-quiet);
  }

  .shops li > :not(.copy) {
    grid-column: 1;
  }

  .shops .copy {
    grid-area: 1 / 2 / 3 / 3;
  }

  code {
    display: block;
    overflow-wrap: anywhere;
    font:
      14px/1.45 ui-monospace,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
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

  .gate code {
    padding: 12px 16px;
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate-quiet);
    font-size: 17px;
  }

  @media (max-width: 420px) {
    .steps > li {
      padding-inline: 64px 14px;
    }

    .steps > li::before {
      inline-size: 48px;
      font-size: 26px;
    }

    .ticket,
    .pair {
      flex-direction: column;
    }

    .shops li {
      grid-template-columns: minmax(0, 1fr);
    }

    .shops .copy {
      grid-area: auto / 1;
      margin-block-start: 6px;
    }
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
    }

    .steps {
      grid-column: 1;
    }
  }
`;
