// The room first: one that is defined after the widgets inside it has not heard them ask.
import '../room/define.js';
import { define } from '../../internal/define.js';
import { SalesChartElement } from './sales-chart.js';

define(SalesChartElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-sales-chart': SalesChartElement;
  }
}
