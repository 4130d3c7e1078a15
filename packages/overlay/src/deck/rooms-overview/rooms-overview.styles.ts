import { css } from 'lit';

export default css`
  :host {
    display: contents;
  }

  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 158px), 1fr));
    gap: 8px;
    margin-block-start: 8px;
  }

  ul > li {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-inline-size: 0;
    padding: 4px 10px 10px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
  }

  ul > li.panic {
    outline: 2px dashed var(--deck-peach);
  }

  a {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 44px;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  ol {
    display: grid;
    gap: 6px;
  }

  ol li {
    display: grid;
    min-inline-size: 0;
    line-height: 1.3;
  }

  .title {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .figure {
    font-size: 15px;
  }

  .hidden {
    color: var(--deck-peach-text);
    font-weight: 700;
  }

  deck-panic-key {
    margin-block-start: auto;
  }
`;
