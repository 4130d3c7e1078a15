import { css } from 'lit';

export default css`
  section {
    padding: 12px;
    border-radius: 8px 22px 8px 22px;
    background: var(--deck-screen);
    color: var(--deck-on-screen);
  }

  h2 {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--deck-on-screen);
  }

  h2::before {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: #ff6a52;
  }

  .panic h2::before {
    background: transparent;
    border: 2px solid currentColor;
  }

  .panic {
    background: repeating-linear-gradient(-45deg, #5a1a12 0 14px, #6b2016 14px 28px);
  }

  .hidden-note,
  .nobody {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 56px;
    margin-block-start: 4px;
  }

  .hidden-note {
    font-size: 18px;
    font-weight: 700;
  }

  .hidden-note svg {
    flex: none;
  }

  ol {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
  }

  li {
    display: flex;
    gap: 4px;
  }

  button {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 64px;
    padding: 6px 10px 6px 6px;
    border-color: transparent;
    background: rgba(255, 255, 255, 0.1);
    color: inherit;
    font-weight: 400;
    text-align: start;
  }

  .sold-one {
    flex: none;
    inline-size: 64px;
    flex-direction: column;
    justify-content: center;
    gap: 0;
    padding: 4px;
    font-size: 13px;
    text-align: center;
  }

  .sold-one span:first-child {
    font-size: 20px;
    font-weight: 700;
  }

  img,
  .no-picture {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border-radius: 4px 10px 4px 10px;
    object-fit: cover;
    background: rgba(255, 255, 255, 0.14);
    color: var(--deck-on-screen-quiet);
  }

  .text {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    gap: 2px;
  }

  .title {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    font-size: 15px;
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    font-size: 18px;
  }

  .low,
  .last,
  .oversold,
  .sold-out {
    color: #ffcf8a;
    font-weight: 700;
  }

  .unsent {
    color: #ffcf8a;
  }

  .cross {
    flex: none;
    justify-content: center;
    inline-size: 48px;
    padding: 0;
    font-size: 22px;
    color: var(--deck-on-screen-quiet);
  }

  @media (max-width: 340px) {
    .open {
      gap: 6px;
      padding-inline-end: 4px;
    }

    img,
    .no-picture {
      inline-size: 40px;
      block-size: 40px;
    }
  }
`;
