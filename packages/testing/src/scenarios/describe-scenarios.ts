import { describe, expect, it } from 'vitest';
import { scenarioStateOf, type Scenario, type ScenarioPlayer, type ScenarioState } from './scenario.js';
import { SCENARIOS } from './scenarios.js';

/** Plays every scenario on a stall of its own, and checks what must hold. */
export function describeScenarios(
  name: string,
  open: () => Promise<ScenarioPlayer>,
  scenarios: readonly Scenario[] = SCENARIOS,
): void {
  describe(`the evening’s scenarios, through ${name}`, () => {
    for (const scenario of scenarios) {
      it(`${scenario.id} ${scenario.title}`, () => play(scenario, open));
    }
  });
}

async function play(scenario: Scenario, open: () => Promise<ScenarioPlayer>): Promise<void> {
  const player = await open();
  try {
    for (const step of scenario.steps) {
      if ('command' in step) await player.command(step.command);
      else if ('events' in step) await player.accept(step.events);
      else if ('wait' in step) player.wait(step.wait);
      else if ('restart' in step) await player.restart();
      else await expectState(player, step.holds);
    }
    await expectState(player, scenario.end);
  } finally {
    await player.close();
  }
}

async function expectState(player: ScenarioPlayer, expected: ScenarioState): Promise<void> {
  const state = scenarioStateOf(await player.state());
  const { alerts, stocks = {}, orders = {}, offers = {}, ...rest } = expected;
  expect(state).toMatchObject(rest);
  if (alerts) expect(state.alerts).toEqual([...alerts].sort());
  for (const [found, wanted] of [
    [state.stocks, stocks],
    [state.orders, orders],
    [state.offers, offers],
  ] as const) {
    for (const [id, value] of Object.entries(wanted)) {
      if (value === null) expect(found[id], id).toBeUndefined();
      else expect(found[id], id).toMatchObject(value);
    }
  }
}
