import { css } from 'lit';

export default css`
  .box small {
    display: block;
    font-weight: 400;
  }

  .list {
    display: grid;
    gap: 6px;
  }

  .list > li {
    padding: 2px 14px;
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate-quiet);
    overflow: hidden;
  }

  .list > .same,
  .list > .unclear {
    border: 1px dashed var(--deck-line);
    background: none;
  }

  .list .check {
    font-weight: 400;
  }

  .what {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 4.4em;
    overflow: hidden;
    overflow-wrap: anywhere;
  }

  .facts {
    margin-inline-start: 8px;
    font-variant-numeric: tabular-nums;
    color: var(--deck-text-quiet);
  }

  .standing {
    flex: none;
    padding: 2px 10px;
    border-radius: 4px 10px 4px 10px;
    background: var(--deck-plate);
    font-size: 14px;
    font-weight: 700;
  }

  .new .standing {
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
  }

  .changed .standing,
  .unclear .standing {
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }

  .differences {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
  }

  .differences,
  .note {
    padding: 0 0 8px 34px;
    font-size: 15px;
    overflow-wrap: anywhere;
  }

  .note {
    color: var(--deck-text-quiet);
  }

  .doubt {
    color: var(--deck-warning);
  }

  .send {
    min-block-size: 56px;
    font-size: 18px;
  }
`;
