import { css } from 'lit';

/** The tall card, 420 × 970: the same parts hung from a string, the stub torn off below. */
export default css`
  .card.tall {
    inline-size: 420px;
    padding-block-start: 76px;
  }
  .string {
    position: absolute;
    z-index: 2;
    inset: 0 auto auto 230px;
    inline-size: 4px;
    block-size: 112px;
    background: #f3e8cd;
    box-shadow: 2px 0 0 rgba(40, 24, 8, 0.55);
  }
  .string::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: 84px auto auto -27px;
    inline-size: 58px;
    block-size: 50px;
    border-radius: 16px 16px 0 0;
    background: var(--_color-plate);
  }
  .string::after {
    content: '';
    position: absolute;
    inset: 98px auto auto -9px;
    inline-size: 22px;
    block-size: 22px;
    border: 6px solid var(--_color-line);
    border-radius: 50%;
    background: #33271a;
  }
  .tall .rail {
    padding-inline-end: 0;
  }
  .tall .tabs {
    flex: none;
    max-inline-size: calc(199px - var(--_plate-corner));
  }
  .tall .marks {
    flex: 1;
    justify-content: flex-end;
  }
  .tall .tab {
    gap: calc(9px * var(--stall-space-density, 1));
    padding: 0 calc(14px * var(--stall-space-density, 1));
    letter-spacing: 0;
  }
  .tall .age {
    position: absolute !important;
    inset: 902px auto auto 0 !important;
  }
  .tall .body {
    block-size: 838px;
  }
  .tall .board {
    -webkit-mask:
      linear-gradient(#000, #000) 0 0 / 100% calc(100% - 149px) no-repeat,
      linear-gradient(#000, #000) 0 100% / 100% 125px no-repeat,
      radial-gradient(circle 6.5px at 50% 50%, transparent 6px, #000 6.6px) 6px calc(100% - 125px) / 24px 24px repeat-x;
  }
  .tall .stub-fill {
    inset: auto 0 0;
    inline-size: auto;
    block-size: 137px;
  }
  .tall .spine {
    inset-block-end: auto;
    block-size: 386px;
  }
  .tall .picture {
    inset: 0 0 auto 78px;
    inline-size: auto;
    block-size: 386px;
  }
  .banded.tall .spine,
  .banded.tall .picture {
    block-size: 318px;
  }
  .band {
    position: absolute;
    inset: 318px 0 auto;
    display: flex;
    align-items: center;
    gap: calc(12px * var(--stall-space-density, 1));
    block-size: 68px;
    padding: 0 calc(20px * var(--stall-space-density, 1)) 0 calc(26px * var(--stall-space-density, 1));
    font-size: 31px;
    font-weight: 700;
    letter-spacing: 0.04em;
    white-space: nowrap;
    background: var(--_color-plate-loud);
    color: var(--_color-text-loud);
    --_size: 44px;
  }
  .plate stall-countdown {
    position: absolute;
    inset: 318px 0 auto;
    inline-size: auto;
  }
  .tall .text {
    inset: 386px 0 137px;
    padding: calc(14px * var(--stall-space-density, 1)) calc(24px * var(--stall-space-density, 1))
      calc(16px * var(--stall-space-density, 1)) calc(28px * var(--stall-space-density, 1));
  }
  .tall .tear {
    inset: auto 0 0;
    inline-size: auto;
    block-size: 137px;
  }
  .tall .stamp {
    inset: 484px auto auto 42px;
  }
`;
