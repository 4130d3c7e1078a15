import { css } from 'lit';

export default css`
  p {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 56px;
    padding: 4px 4px 4px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-screen);
    color: var(--deck-on-screen);
    line-height: 1.3;
  }

  p > span:first-child {
    flex: 1;
    min-inline-size: 0;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow-wrap: anywhere;
  }

  p > span + span {
    flex: none;
    padding-inline-end: 12px;
    color: var(--deck-on-screen-quiet);
  }

  button {
    flex: none;
    border-color: rgba(255, 255, 255, 0.4);
    background: transparent;
    color: inherit;
  }

  .done > span:first-child {
    -webkit-line-clamp: 2;
  }

  .undone {
    text-decoration: line-through;
  }

  .refused {
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }

  .refused button {
    border-color: currentColor;
  }

  /* Two keys leave no room beside a sentence that has to be read whole. */
  .held {
    flex-wrap: wrap;
    padding: 10px 8px 8px;
  }

  .held > span:first-child {
    flex: 1 1 100%;
    padding-inline: 6px;
    -webkit-line-clamp: 6;
  }

  .held button {
    flex: 1;
  }
`;
