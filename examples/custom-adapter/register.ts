import { registerScheme } from '@stallcast/protocol';
import { pollAdapter } from './poll-adapter.js';

// From here on a page can say <stall-room src="mine:https://back-end.example/stall">.
registerScheme('mine', (address) => pollAdapter(address));
