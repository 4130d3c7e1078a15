import { registerObs } from './register-obs.js';

registerObs();
