/* How others move things, each the way it is usually written: one board that comes in or is made to glow, one row, one number. */
import $ from 'jquery';
import 'number-flow';

const DURATION_MS = 400;
const at = (id) => document.getElementById(id);
const plate = at('plate');
const count = at('count');
const flow = at('flow');
let figure = 9_000;

const animate = (keyframes) => plate.animate(keyframes, { duration: DURATION_MS, easing: 'ease-out' });

function tween() {
  const from = figure + 1;
  const to = figure;
  const beganAt = performance.now();
  const step = () => {
    const share = Math.min(1, (performance.now() - beganAt) / 300);
    count.textContent = String(Math.round(from + (to - from) * share));
    if (share < 1) window.requestAnimationFrame(step);
  };
  window.requestAnimationFrame(step);
}

const TECHNIQUES = {
  'transform and opacity': () => animate([{ opacity: 0, transform: 'translateY(28px)' }, {}]),
  left: () => animate([{ left: '-28px' }, { left: '0' }]),
  'box-shadow pulse': () => animate([{}, { boxShadow: '0 0 60px 20px #ffb347' }, {}]),
  'blur in': () => animate([{ filter: 'blur(8px)', opacity: 0 }, { filter: 'blur(0)' }]),
  'jQuery slideDown': () => {
    $('<li>').text('王** 江苏 拍下 阳山水蜜桃').hide().prependTo('#orders').slideDown(DURATION_MS);
    $('#orders li').slice(4).remove();
  },
};

const COUNTERS = {
  'plain text': () => (count.textContent = String(figure)),
  'a number tweened by frames': tween,
  'text that pops': () => {
    count.textContent = String(figure);
    count.style.display = 'inline-block';
    count.animate([{ transform: 'scale(1)' }, { transform: 'scale(1.2)' }, { transform: 'scale(1)' }], 150);
  },
  'number-flow': () => flow.update(figure),
};

window.techniques = {
  motions: Object.keys(TECHNIQUES),
  counters: Object.keys(COUNTERS),
  ms: DURATION_MS,
  move: (name) => void TECHNIQUES[name](),
  count(name) {
    figure -= 1;
    COUNTERS[name]();
  },
  begin(name) {
    // What another counter shows is out of the way.
    flow.style.display = name === 'number-flow' ? 'inline' : 'none';
    count.style.display = name === 'number-flow' ? 'none' : 'inline';
    if (name === 'number-flow') flow.update(figure);
  },
};
document.documentElement.dataset.ready = '';
