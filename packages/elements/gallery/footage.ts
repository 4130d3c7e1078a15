/** What a camera might see behind the widgets: drawn here, since no footage of anybody's room is ours to give away. */
export const FOOTAGE = ['room', 'backlight', 'tent', 'market'] as const;

/** One of the drawn frames. */
export type Footage = (typeof FOOTAGE)[number];

const WIDTH = 540;
const HEIGHT = 960;

type Pen = OffscreenCanvasRenderingContext2D;
type Dice = () => number;

/** Draws a frame and returns it as an address for a style sheet; the same each time. It is soft, grainy and compressed as a phone's video is. */
export async function drawFootage(name: Footage): Promise<string> {
  const sharp = new OffscreenCanvas(WIDTH, HEIGHT);
  const dice = createDice(FOOTAGE.indexOf(name) + 1);
  DRAW[name](penOf(sharp), dice);
  const frame = new OffscreenCanvas(WIDTH, HEIGHT);
  const pen = penOf(frame);
  pen.filter = 'blur(1.2px)';
  pen.drawImage(sharp, 0, 0);
  pen.filter = 'none';
  addGrain(pen, dice, GRAIN[name]);
  return URL.createObjectURL(await frame.convertToBlob({ type: 'image/jpeg', quality: 0.6 }));
}

/** How noisy the sensor is in such light, in steps of 255. */
const GRAIN: Readonly<Record<Footage, number>> = { room: 34, backlight: 16, tent: 8, market: 14 };

const DRAW: Readonly<Record<Footage, (pen: Pen, dice: Dice) => void>> = {
  room(pen, dice) {
    wash(pen, 0, 0, WIDTH, HEIGHT, [0, '#17120f'], [0.6, '#241a14'], [1, '#0b0908']);
    for (let shelf = 0; shelf < 5; shelf++) {
      block(pen, 300, 130 + shelf * 96, 240, 8, '#2c211a');
      for (let at = 306; at < 530; at += 26 + dice() * 18) {
        const tall = 30 + dice() * 44;
        block(pen, at, 130 + shelf * 96 - tall, 18 + dice() * 10, tall, tone(dice, 20, 40, 16, 24));
      }
    }
    glow(pen, 92, 250, 330, 'rgb(255 190 110 / 0.85)');
    glow(pen, 92, 250, 60, '#fff4dc');
    person(pen, 285, 330, 1.1, { skin: '#a8714a', shirt: '#3a4a42', hair: '#120d0a' });
    block(pen, 0, 760, WIDTH, 200, '#2d1d12');
    heap(pen, dice, { left: 40, top: 700, width: 460, height: 120, of: 60, size: 26, hue: 16, light: 30 });
    glow(pen, 470, 640, 120, 'rgb(120 160 255 / 0.35)');
  },
  backlight(pen, dice) {
    wash(pen, 0, 0, WIDTH, HEIGHT, [0, '#ffffff'], [0.45, '#fff3cf'], [0.7, '#a98a4e'], [1, '#2d2715']);
    glow(pen, 330, 190, 420, 'rgb(255 255 255 / 1)');
    for (let leaf = 0; leaf < 520; leaf++) {
      const isLeft = dice() < 0.5;
      const away = dice() ** 2 * 190;
      spot(pen, isLeft ? away : WIDTH - away, dice() * 620, 6 + dice() * 15, tone(dice, 70, 55, 9, 16));
    }
    person(pen, 265, 340, 1.2, { skin: '#46301f', shirt: '#242019', hair: '#100c08' });
    heap(pen, dice, { left: 0, top: 730, width: WIDTH, height: 230, of: 120, size: 30, hue: 24, light: 26 });
    for (let ring = 0; ring < 6; ring++)
      glow(pen, 330 - ring * 38, 190 + ring * 104, 20 + ring * 7, 'rgb(255 236 190 / 0.4)');
  },
  tent(pen, dice) {
    wash(pen, 0, 0, WIDTH, HEIGHT, [0, '#ffffff'], [0.5, '#f7f8f4'], [1, '#e9ebe4']);
    for (let at = -20; at < WIDTH; at += 34 + dice() * 30)
      wash(pen, at, 0, 30, 620, [0, 'rgb(255 255 255 / 0)'], [1, 'rgb(196 204 198 / 0.55)']);
    block(pen, 118, 0, 9, 640, '#d7dad3');
    block(pen, 420, 0, 9, 640, '#d3d7cf');
    glow(pen, 270, 40, 340, 'rgb(255 255 255 / 1)');
    person(pen, 275, 330, 1.15, { skin: '#f0c9a6', shirt: '#fbfbf7', hair: '#4b3a2e' });
    block(pen, 0, 720, WIDTH, 240, '#f6f4ec');
    heap(pen, dice, { left: 30, top: 690, width: 480, height: 150, of: 90, size: 32, hue: 14, light: 80 });
  },
  market(pen, dice) {
    wash(pen, 0, 0, WIDTH, HEIGHT, [0, '#3b4557'], [0.25, '#8a6a52'], [0.6, '#5d4638'], [1, '#3a2b23']);
    // Far away is out of focus.
    pen.filter = 'blur(3px)';
    for (let stall = 0; stall < 7; stall++) {
      const left = stall * 84 - 30;
      for (let stripe = 0; stripe < 7; stripe++) {
        const cloth = stripe % 2 ? '#e9e1d0' : tone(dice, AWNINGS[stall % AWNINGS.length] ?? 0, 48, 38, 6);
        block(pen, left + stripe * 12, 150 + (stall % 2) * 30, 12, 64, cloth);
      }
      block(pen, left + 8, 90 + (stall % 3) * 18, 62, 40, tone(dice, stall % 2 ? 6 : 44, 66, 44, 10));
      scribble(pen, dice, left + 12, 96 + (stall % 3) * 18);
    }
    for (let one = 0; one < 26; one++) {
      const shirt = tone(dice, dice() * 360, 26, 38, 44);
      const [x, y, scale] = [dice() * WIDTH, 260 + one * 5, 0.26 + one * 0.012];
      person(pen, x, y, scale, { skin: tone(dice, 24, 38, 52, 22), shirt, hair: '#1b1512' });
    }
    for (let light = 0; light < 40; light++) glow(pen, light * 14, 70 + Math.sin(light / 3) * 26, 15, '#ffeebb');
    pen.filter = 'none';
    person(pen, 270, 380, 1, { skin: '#c08d68', shirt: '#8c3a2e', hair: '#17110d' });
    for (let crate = 0; crate < 6; crate++) {
      const place = { left: (crate % 2) * 270, top: 620 + Math.floor(crate / 2) * 116, width: 264, height: 112 };
      block(pen, place.left, place.top - 14, 266, 130, '#5b432c');
      heap(pen, dice, { ...place, of: 130, size: 21, hue: FRUIT[crate] ?? 0, light: 42 });
    }
  },
};

/** Hues, in degrees. */
const AWNINGS = [2, 210, 140, 28, 350];
const FRUIT = [10, 34, 92, 4, 52, 350];

const penOf = (canvas: OffscreenCanvas): Pen => {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('Expected a canvas to draw the frame on.');
  return pen;
};

/** Numbers from 0 to 1 that look like chance and are the same each time (mulberry32). */
function createDice(seed: number): Dice {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const tone = (dice: Dice, hue: number, saturation: number, light: number, spread: number): string =>
  `hsl(${hue + (dice() - 0.5) * 24} ${saturation}% ${light + (dice() - 0.5) * spread}%)`;

function block(pen: Pen, x: number, y: number, width: number, height: number, colour: string): void {
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
}

function spot(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(x, y, radius, radius * 0.86, 0.5, 0, 7);
  pen.fill();
}

function wash(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  ...stops: [at: number, colour: string][]
): void {
  // A narrow one is a fold and falls off sideways; a wide one is a sky.
  const gradient =
    width < height / 4 ? pen.createLinearGradient(x, 0, x + width, 0) : pen.createLinearGradient(0, y, 0, y + height);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  pen.fillStyle = gradient;
  pen.fillRect(x, y, width, height);
}

function glow(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  const gradient = pen.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, 'rgb(255 240 200 / 0)');
  pen.fillStyle = gradient;
  pen.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** Somebody from the waist up, the middle of the face at x and y. */
function person(
  pen: Pen,
  x: number,
  y: number,
  scale: number,
  of: { skin: string; shirt: string; hair: string },
): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(scale, scale);
  pen.fillStyle = of.shirt;
  pen.beginPath();
  pen.moveTo(-150, 400);
  pen.bezierCurveTo(-160, 180, -110, 130, -40, 112);
  pen.lineTo(40, 112);
  pen.bezierCurveTo(110, 130, 160, 180, 150, 400);
  pen.fill();
  block(pen, -28, 60, 56, 66, of.skin);
  spot(pen, 0, -22, 82, of.hair);
  spot(pen, 0, 10, 68, of.skin);
  glow(pen, -26, 0, 56, 'rgb(255 230 200 / 0.3)');
  for (const eye of [-25, 25]) spot(pen, eye, 2, 5, of.hair);
  block(pen, -14, 42, 28, 4, 'rgb(110 40 34 / 0.8)');
  pen.restore();
}

interface Heap {
  left: number;
  top: number;
  width: number;
  height: number;
  of: number;
  size: number;
  hue: number;
  light: number;
}

/** Fruit in a heap, each with the light on it. */
function heap(pen: Pen, dice: Dice, { left, top, width, height, of, size, hue, light }: Heap): void {
  for (let one = 0; one < of; one++) {
    const x = left + dice() * width;
    const y = top + ((one + dice()) / of) * height;
    spot(pen, x, y + 3, size, 'rgb(0 0 0 / 0.3)');
    const skin = tone(dice, hue, 58, light, 16);
    spot(pen, x, y, size, skin);
    spot(pen, x + size * 0.16, y + size * 0.3, size * 0.66, 'rgb(40 16 0 / 0.14)');
    spot(pen, x - size * 0.3, y - size * 0.35, size * 0.28, 'rgb(255 255 255 / 0.45)');
  }
}

/** What reads as writing from afar. */
function scribble(pen: Pen, dice: Dice, x: number, y: number): void {
  pen.strokeStyle = '#fffbe8';
  pen.lineWidth = 3;
  for (let stroke = 0; stroke < 14; stroke++) {
    const [left, top] = [x + Math.floor(dice() * 4) * 14, y + dice() * 26];
    pen.beginPath();
    pen.moveTo(left, top);
    pen.lineTo(left + (dice() < 0.5 ? 10 : 0), top + (dice() < 0.5 ? 12 : 2));
    pen.stroke();
  }
}

function addGrain(pen: Pen, dice: Dice, steps: number): void {
  const image = pen.getImageData(0, 0, WIDTH, HEIGHT);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const grain = (dice() + dice() - 1) * steps;
    for (let channel = 0; channel < 3; channel++) data[at + channel] = (data[at + channel] ?? 0) + grain;
  }
  pen.putImageData(image, 0, 0);
}
