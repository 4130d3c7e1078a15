import { css } from 'lit';

export default css`
  .picture {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }

  .picture img {
    inline-size: 64px;
    block-size: 64px;
    border-radius: 4px 12px 4px 12px;
    object-fit: cover;
  }

  .choose {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 48px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
  }

  .choose input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .choose:focus-within {
    outline: 3px solid var(--deck-focus);
    outline-offset: 2px;
  }
`;
