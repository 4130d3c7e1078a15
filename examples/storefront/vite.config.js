import { defineConfig } from 'vite';

// The drawings of the recorded evening: `replay:orchard#pictures=.` looks for them beside the page.
export default defineConfig({ publicDir: '../../packages/elements/pictures' });
