import { registerOnDemand } from './register-on-demand.js';

registerOnDemand();
