import type { FramedPage } from './begin-frames.js';

/** What a page has spent since it began. Times in ms. */
export interface PageMetrics {
  /** Of its process and the one that draws. */
  cpu: number;
  layouts: number;
  styles: number;
  scriptMs: number;
  styleMs: number;
  layoutMs: number;
  /** All tasks of the page: what is left of them is reading, painting and putting layers together. */
  taskMs: number;
}

/** Reads what a page has spent; `Performance.enable` has to be asked for before. */
export async function metricsOf(page: FramedPage): Promise<PageMetrics> {
  const { metrics } = (await page.ask('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
  const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    cpu: await page.cpuMs(),
    layouts: value('LayoutCount'),
    styles: value('RecalcStyleCount'),
    scriptMs: value('ScriptDuration') * 1_000,
    styleMs: value('RecalcStyleDuration') * 1_000,
    layoutMs: value('LayoutDuration') * 1_000,
    taskMs: value('TaskDuration') * 1_000,
  };
}
