import { css } from 'lit';

export default css`
  button {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 2px;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 64px;
    padding: 4px 6px;
    overflow: hidden;
    border-color: var(--deck-peach);
    background: var(--deck-peach);
    color: var(--deck-on-peach);
    font-size: 16px;
    text-align: center;
    user-select: none;
    -webkit-user-select: none;
    touch-action: none;
  }

  .one {
    grid-auto-flow: column;
    gap: 8px;
    min-block-size: 52px;
    background: transparent;
    color: var(--deck-peach-text);
  }

  .show {
    border-style: dashed;
    background: var(--deck-plate);
    color: var(--deck-peach-text);
  }

  .show span {
    position: relative;
  }

  .show .fill {
    position: absolute;
    inset: 0;
    background: var(--deck-peach-quiet);
    transform: scaleX(0);
    transform-origin: left;
  }

  .holding .fill {
    transform: scaleX(1);
    transition: transform 1s linear;
  }
`;
