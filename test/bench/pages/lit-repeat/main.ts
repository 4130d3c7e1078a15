import { html, render } from 'lit';
// eslint-disable-next-line no-restricted-imports -- it leaks, and is here to show that the count sees it
import { repeat } from 'lit/directives/repeat.js';

const list = document.querySelector('ol') as HTMLElement;
let last = 0;
let rows: number[] = [];

window.makeChanges = (count) => {
  for (let i = 0; i < count; i += 1) {
    rows = [(last += 1), ...rows].slice(0, 4);
    render(
      html`${repeat(
        rows,
        (row) => row,
        (row) => html`<li>${row}</li>`,
      )}`,
      list,
    );
  }
};
