import { css } from 'lit';

export default css`
  .fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px 12px;
  }

  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
  }

  .title {
    grid-column: 1 / -1;
  }

  label {
    font-weight: 700;
  }

  .field input {
    inline-size: 100%;
    min-block-size: 52px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    font-size: 18px;
  }

  .field input[aria-invalid='true'] {
    border-color: var(--deck-peach-text);
  }

  p {
    font-size: 14px;
  }

  .error {
    color: var(--deck-peach-text);
  }

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

  .wide {
    min-block-size: 56px;
    font-size: 18px;
  }

  @media (max-width: 340px) {
    .fields {
      grid-template-columns: 1fr;
    }
  }
`;
