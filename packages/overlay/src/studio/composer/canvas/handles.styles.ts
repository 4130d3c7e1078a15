import { css } from 'lit';

/** The handles of a frame, and the frame around several that has only these. */
export default css`
  .handle {
    position: absolute;
    inline-size: 24px;
    block-size: 24px;
    margin: -12px;
    touch-action: none;
  }

  .handle::before {
    content: '';
    position: absolute;
    inset: 6px;
    border: 2px solid #1f7bff;
    border-radius: 2px;
    background: #fff;
  }

  .handle.nw,
  .handle.ne,
  .handle.se,
  .handle.sw {
    z-index: 1;
  }

  .handle.nw::before,
  .handle.ne::before,
  .handle.se::before,
  .handle.sw::before {
    border-radius: 50%;
  }

  .handle.nw,
  .handle.n,
  .handle.ne {
    top: 0;
  }

  .handle.w,
  .handle.e {
    top: 50%;
  }

  .handle.sw,
  .handle.s,
  .handle.se {
    top: 100%;
  }

  .handle.nw,
  .handle.w,
  .handle.sw {
    left: 0;
  }

  .handle.n,
  .handle.s {
    left: 50%;
  }

  .handle.ne,
  .handle.e,
  .handle.se {
    left: 100%;
  }

  .handle.nw,
  .handle.se {
    cursor: nwse-resize;
  }

  .handle.ne,
  .handle.sw {
    cursor: nesw-resize;
  }

  .handle.n,
  .handle.s {
    cursor: ns-resize;
  }

  .handle.e,
  .handle.w {
    cursor: ew-resize;
  }

  .frame.group {
    z-index: 2;
    outline: 1px dashed #1f7bff;
    box-shadow: 0 0 0 1px rgba(255, 255, 255, 0.85);
    pointer-events: none;
  }

  .frame.group .handle {
    pointer-events: auto;
  }
`;
