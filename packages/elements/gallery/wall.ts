import type { WidgetEntry, WidgetState } from '../src/internal/widget-state.js';
import type { Canvas, Choice, Language } from './choice.js';
import { setStage, type Stage } from './stage.js';

/** Hangs every state that was chosen, section by section, and plays what each lives through. */
export function hangWall(place: HTMLElement, choice: Choice, entries: readonly WidgetEntry[]): void {
  const stages: Stage[] = [];
  const sections = entries.map(({ tag, looks, states }) => {
    const all = looks ?? [''];
    const chosen = choice.look === 'all' ? all : choice.look === 'first' ? all.slice(0, 1) : [choice.look];
    const wanted = states.filter(({ name }) => choice.states.length === 0 || choice.states.includes(name));
    const figures = chosen.flatMap((look) =>
      wanted.map((state) => frame(state, look, choice, (language) => raiseOne(stages, tag, state, look, language))),
    );
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.id = `widget-${tag}`;
    heading.textContent = `<${tag}>`;
    section.setAttribute('aria-labelledby', heading.id);
    const row = document.createElement('div');
    row.className = 'row';
    row.append(...figures);
    section.append(...(choice.isBare ? [] : [heading]), row);
    return section;
  });
  place.style.setProperty('--zoom', String(choice.zoom));
  place.replaceChildren(...sections);
  for (const { play } of stages) void play();
}

function raiseOne(stages: Stage[], tag: string, state: WidgetState, look: string, language: Language): HTMLElement {
  const stage = setStage(tag, state, language);
  if (look) stage.element.setAttribute('look', look);
  stages.push(stage);
  return stage.room;
}

/** One state with its caption, in every language and theme that was chosen. */
function frame(
  state: WidgetState,
  look: string,
  choice: Choice,
  raise: (language: Language) => HTMLElement,
): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const says = state[choice.languages[0] ?? 'zh-CN'];
  caption.textContent = [state.name, look, says].filter(Boolean).join(' · ');
  if (!choice.isBare) figure.append(caption);
  // A page of one theme wears it itself, so that it can be changed without hanging everything anew.
  const themes = choice.themes.length > 1 ? choice.themes : [''];
  for (const theme of themes) {
    for (const language of choice.languages) {
      const cell = document.createElement('div');
      cell.className = `cell ${choice.canvas}`;
      if (theme) cell.dataset['stallTheme'] = theme;
      cell.append(...onCanvas(choice.canvas, raise(language)));
      figure.append(cell);
    }
  }
  return figure;
}

/** A widget where a scene would put it: at the lower end of what a platform leaves to us. */
function onCanvas(canvas: Canvas, room: HTMLElement): HTMLElement[] {
  if (!canvas) return [room];
  const ours = document.createElement('div');
  ours.className = 'ours';
  ours.append(room);
  return [ours];
}
