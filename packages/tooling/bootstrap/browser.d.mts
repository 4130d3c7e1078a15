/** Finds a current Chromium on this machine; undefined when there is none. */
export function findBrowser(env?: NodeJS.ProcessEnv): string | undefined;
/** How Playwright starts the browser. */
export function browserLaunch(): { executablePath?: string; args: string[] };
