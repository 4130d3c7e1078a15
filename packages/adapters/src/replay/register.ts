import { registerReplay } from './register-replay.js';

registerReplay();
