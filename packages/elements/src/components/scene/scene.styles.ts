import { css } from 'lit';

export default css`
  :host {
    display: block;
    position: relative;
    inline-size: fit-content;
  }
  :host([hidden]) {
    display: none;
  }
  .canvas {
    position: relative;
    direction: ltr;
    inline-size: 1080px;
    block-size: 1920px;
    overflow: hidden;
  }
  .canvas.landscape {
    inline-size: 1920px;
    block-size: 1080px;
  }
  .box {
    position: absolute;
    display: flex;
  }
  .box[hidden] {
    display: none;
  }
  .box > * {
    flex: none;
    max-inline-size: 100%;
  }
`;
