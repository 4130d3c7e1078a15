import type { UserConfig } from 'vite';

/** Builds from the sources of every package, so that nothing has to be built first. */
export const fromSource: Pick<UserConfig, 'oxc' | 'resolve'> = {
  // Decorated properties are accessors; a class field of the same name would shadow them.
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  resolve: { conditions: ['stallcast-source', 'module', 'browser', 'development|production'] },
};
