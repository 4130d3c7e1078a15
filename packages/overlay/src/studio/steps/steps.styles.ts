import { css } from 'lit';

export default css`
  ol {
    display: grid;
    gap: 16px;
    align-content: start;
    counter-reset: step;
  }

  ol > li {
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

  ol > li::before {
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

  .looks {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px 12px;
    align-items: center;
  }

  .looks button {
    min-block-size: 44px;
  }

  .shelf {
    grid-column: 1 / -1;
  }

  /* The looks' own height, so that nothing moves when they come. */
  .shelf.portrait {
    min-block-size: 216px;
  }

  .shelf.landscape {
    min-block-size: 290px;
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
    min-block-size: 60px;
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

  @media (max-width: 420px) {
    ol > li {
      padding: 16px 14px 18px;
    }

    ol > li::before {
      inset: 0 auto auto 0;
      inline-size: 44px;
      padding-block: 8px;
      border-end-end-radius: 18px;
      font-size: 24px;
    }

    h2 {
      padding-inline-start: 40px;
    }

    .shelf.portrait {
      min-block-size: 480px;
    }

    .shelf.landscape {
      min-block-size: 490px;
    }

    .ticket,
    .pair {
      flex-direction: column;
    }
  }
`;
