import { registerRelay } from './register-relay.js';

registerRelay();
