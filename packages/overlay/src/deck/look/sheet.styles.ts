import { css } from 'lit';

/** A sheet that comes up from the thumb's side; on a wide screen it stands in the middle. */
export const sheet = css`
  dialog {
    inline-size: 100%;
    max-inline-size: 520px;
    max-block-size: calc(100vh - 40px);
    margin: auto auto 0;
    padding: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    border: 0;
    border-radius: 22px 22px 0 0;
    background: var(--deck-plate);
    color: var(--deck-text);
    font: 400 16px/1.45 var(--deck-font);
  }

  dialog::backdrop {
    background: rgba(20, 14, 6, 0.5);
  }

  dialog > form,
  dialog > div {
    display: grid;
    gap: 14px;
    padding: 16px 16px max(16px, env(safe-area-inset-bottom));
  }

  .head {
    display: flex;
    align-items: center;
    gap: 12px;
  }

  .head h2 {
    flex: 1;
    min-inline-size: 0;
    font-size: 19px;
    letter-spacing: 0;
    color: var(--deck-text);
    overflow-wrap: anywhere;
  }

  .head .close {
    flex: none;
    inline-size: 48px;
    padding: 0;
    font-size: 24px;
    font-weight: 400;
  }

  @media (min-width: 640px) {
    dialog {
      margin: auto;
      border-radius: 10px 26px 10px 26px;
    }
  }
`;
