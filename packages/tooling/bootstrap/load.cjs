/** Runs one of the commands beside this file: `start`, `test`, `check` or `build`. */
module.exports = async function load(command, args) {
  const { Failure } = await import('./failure.mjs');
  const { endWithParent } = await import('./orphan.mjs');
  if (process.env.npm_lifecycle_event) endWithParent();
  try {
    const { default: run } = await import(`./${command}.mjs`);
    process.exitCode = (await run(args)) ?? process.exitCode;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
};
