/** How a token is tuned with a slider. */
export interface Slider {
  least: number;
  most: number;
  step: number;
  write: (value: string) => string;
}

/** The slider of a token, by its name. */
export function sliderOf(name: string): Slider {
  if (name === '--stall-font-weight-title') return { least: 300, most: 900, step: 100, write: (value) => value };
  if (name === '--stall-space-density') return { least: 0.6, most: 1.4, step: 0.05, write: writeDensity };
  if (name.startsWith('--stall-figure-')) return { least: 4, most: 18, step: 0.5, write: (value) => value };
  if (name === '--stall-motion-travel') return { least: -60, most: 60, step: 2, write: (value) => `${value}px` };
  if (name.startsWith('--stall-motion-')) return { least: 0, most: 1000, step: 50, write: (value) => `${value}ms` };
  if (name === '--stall-radius-tab')
    return { least: 0, most: 40, step: 1, write: (value) => `${value}px ${value}px 0px 0px` };
  return { least: 0, most: 60, step: 1, write: (value) => `${value}px` };
}

/** Two places at most, and no `.05 + .1` of the machine's. */
const writeDensity = (value: string): string => String(Math.round(Number(value) * 100) / 100);
