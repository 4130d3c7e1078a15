const LOOK_EVERY_MS = 250;

/**
 * Ends this process by SIGTERM once the shell that npm started it from is gone.
 *
 * npm passes SIGTERM to that shell alone, and the shell dies without passing it on: the relay would keep its port.
 */
export function endWithParent() {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  look.unref();
}
