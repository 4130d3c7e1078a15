/** What can lie behind the widgets in the studio, since a camera's picture is not there. */
export const BACKDROPS = ['orchard', 'busy', 'dark', 'light', 'clear'] as const;

/** One of them. */
export type Backdrop = (typeof BACKDROPS)[number];

/** Draws a picture so that it covers the canvas, as a camera's would; of one of another shape the edges are cut. */
export function drawPicture(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext('2d')?.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}

/**
 * Draws the busiest thing that a phone might film: a market with awnings, people and heaps of fruit, soft and grainy. The same each time.
 */
export function drawBusyFrame(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const { width, height } = canvas;
  const dice = createDice();
  const short = Math.min(width, height) / 100;
  const fill = (colour: string, x: number, y: number, w: number, h: number): void => {
    pen.fillStyle = colour;
    pen.fillRect(x, y, w, h);
  };
  const spot = (colour: string, x: number, y: number, radius: number): void => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x, y, radius, radius * 0.9, 0.4, 0, 7);
    pen.fill();
  };

  fill('#6d5543', 0, 0, width, height);
  fill('#8fa3b8', 0, 0, width, height * 0.12);
  for (let stall = 0; stall * 16 * short < width + 16 * short; stall += 1) {
    const left = stall * 16 * short - 6 * short;
    const hue = [4, 210, 140, 32, 350][stall % 5] ?? 4;
    for (let stripe = 0; stripe < 6; stripe += 1)
      fill(
        stripe % 2 ? '#efe7d6' : `hsl(${hue}, 50%, 40%)`,
        left + stripe * 2.6 * short,
        height * 0.08,
        2.6 * short,
        11 * short,
      );
  }
  for (let one = 0; one < 60; one += 1) {
    const [x, y] = [dice() * width, height * (0.2 + dice() * 0.3)];
    const size = short * (2.4 + dice() * 3);
    fill(`hsl(${dice() * 360}, 30%, ${30 + dice() * 40}%)`, x - size, y + size, size * 2, size * 3.4);
    spot(`hsl(24, 42%, ${45 + dice() * 28}%)`, x, y, size);
  }
  const fruits = [10, 34, 92, 4, 52, 350];
  for (let crate = 0; crate < 18; crate += 1) {
    const [column, row] = [crate % 3, Math.floor(crate / 3)];
    const [left, top] = [(column * width) / 3, height * (0.5 + row * 0.085)];
    fill('#5b432c', left, top, width / 3, height * 0.085);
    for (let fruit = 0; fruit < 46; fruit += 1) {
      const [x, y, size] = [left + dice() * (width / 3), top + dice() * height * 0.08, short * (1.6 + dice())];
      spot(`hsl(${fruits[crate % 6] ?? 10}, 62%, ${34 + dice() * 26}%)`, x, y, size);
      spot('rgb(255 255 255 / 0.5)', x - size * 0.3, y - size * 0.3, size * 0.25);
    }
  }
  spot('#c08d68', width / 2, height * 0.31, short * 9);
  fill('#8c3a2e', width / 2 - short * 15, height * 0.31 + short * 10, short * 30, short * 34);
  for (let light = 0; light < 30; light += 1)
    spot('rgb(255 240 190 / 0.8)', (light * width) / 29, height * (0.05 + 0.02 * Math.sin(light)), short);
  for (let grain = 0; grain < 5_000; grain += 1)
    fill(
      grain % 2 ? 'rgb(255 255 255 / 0.14)' : 'rgb(0 0 0 / 0.16)',
      dice() * width,
      dice() * height,
      short * 0.5,
      short * 0.5,
    );
}

/** Numbers from 0 to 1 that look like chance and are the same each time (mulberry32). */
function createDice(): () => number {
  let state = 20_260_701;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
