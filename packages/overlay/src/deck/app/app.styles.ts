import { css } from 'lit';

export default css`
  :host {
    --_gap: 14px;
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
    background: var(--deck-ground);
    color: var(--deck-text);
    font: 400 16px/1.45 var(--deck-font);
    -webkit-text-size-adjust: 100%;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
    padding: 4px 4px 4px 16px;
  }

  h1 {
    max-inline-size: 38%;
    margin: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    font-size: 18px;
  }

  .demo {
    padding: 1px 8px 1px 22px;
    background: repeating-linear-gradient(-45deg, #1a1a1a 0 5px, #ffd83a 5px 10px) 0 0 / 16px 100% no-repeat #ffd83a;
    color: #1a1a1a;
    font-size: 14px;
    font-weight: 800;
  }

  .language {
    margin-inline-start: auto;
    color: var(--deck-text-quiet);
    font-weight: 400;
  }

  main {
    flex: 1;
    display: grid;
    align-content: start;
    gap: var(--_gap);
    padding: 4px 12px var(--_gap);
  }

  .stage,
  .products,
  .products ul {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
  }

  .products li {
    min-inline-size: 0;
  }

  .hotkeys {
    display: none;
    margin-block-start: 14px;
    font-size: 14px;
    color: var(--deck-text-quiet);
  }

  @media (hover: hover) {
    .hotkeys {
      display: block;
    }
  }

  .show {
    display: grid;
    gap: 22px;
    align-content: start;
    min-inline-size: 0;
  }

  .heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .add {
    padding-inline: 8px;
    color: var(--deck-leaf-text);
  }

  footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: 8px;
    padding: 8px 12px max(8px, env(safe-area-inset-bottom));
    background: var(--deck-ground);
    border-block-start: 2px solid var(--deck-line);
  }

  .keys {
    display: grid;
    grid-template-columns: 1fr minmax(96px, 28%);
    gap: 8px;
  }

  nav {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 4px;
  }

  .tab {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 2px;
    min-block-size: 64px;
    min-inline-size: 0;
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--deck-text-quiet);
    font-size: 14px;
  }

  .tab[aria-current='page'] {
    background: var(--deck-leaf-quiet);
    color: var(--deck-leaf-text);
  }

  :host([tab='products']) :is(.show, deck-orders, .past),
  :host([tab='show']) :is(.products, deck-orders, .past),
  :host([tab='orders']) :is(.stage, .products, .show, .past),
  :host([tab='history']) :is(.stage, .products, .show, deck-orders) {
    display: none;
  }

  @media (max-width: 340px) {
    header {
      gap: 0 5px;
      padding-inline: 8px 0;
    }

    h1 {
      max-inline-size: 30%;
      font-size: 15px;
    }

    .demo {
      padding-inline: 19px 5px;
      font-size: 13px;
    }

    .language {
      padding-inline: 4px;
      font-size: 15px;
    }

    main,
    footer {
      padding-inline: 8px;
    }

    .keys {
      grid-template-columns: 1fr 86px;
      gap: 4px;
    }

    .tab {
      font-size: 11px;
    }

    nav {
      gap: 0;
    }
  }

  @media (min-width: 900px) {
    :host {
      block-size: 100vh;
    }

    header {
      padding: 12px 16px 4px 24px;
    }

    main {
      min-block-size: 0;
      grid-template: auto minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr) 340px 300px;
      gap: 16px;
      padding: 8px 24px 16px;
    }

    main > * {
      min-block-size: 0;
      overflow: auto;
    }

    .stage {
      grid-area: 1 / 2;
      max-block-size: 48vh;
    }

    .products {
      grid-area: 1 / 1 / 4 / 2;
      align-content: start;
    }

    .products ul {
      grid-template-columns: repeat(auto-fill, minmax(340px, 1fr));
    }

    .show {
      grid-area: 2 / 2 / 4 / 3;
      padding: 2px;
    }

    deck-orders {
      grid-area: 1 / 3 / 3 / 4;
    }

    .past {
      grid-area: 3 / 3;
    }

    :host([tab]) :is(.stage, .products, .show, deck-orders, .past) {
      display: grid;
      align-content: start;
    }

    footer {
      position: static;
      grid-template-columns: minmax(0, 1fr) 340px 220px;
      padding: 10px 24px;
    }

    .keys {
      display: block;
    }

    nav {
      display: none;
    }
  }
`;
