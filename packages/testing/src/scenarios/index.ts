export { describeScenarios } from './describe-scenarios.js';
export { SCENARIO_SOURCE } from './ingredients.js';
export {
  SCENARIO_SESSION,
  SCENARIO_START,
  scenarioStateOf,
  type Scenario,
  type ScenarioPlayer,
  type ScenarioState,
  type ScenarioStep,
} from './scenario.js';
export { SCENARIOS } from './scenarios.js';
