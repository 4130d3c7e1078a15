import { css } from 'lit';

export default css`
  /* The room adds no box of its own: widgets lie in the page's layout as if it were not there. */
  :host {
    display: contents;
  }

  :host([panic]),
  :host([hidden]) {
    display: none !important;
  }
`;
