import { registerLocal } from './register-local.js';

registerLocal();
