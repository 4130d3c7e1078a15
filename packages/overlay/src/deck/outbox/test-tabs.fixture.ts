import type { Tabs, TabsListener } from './tabs.js';

/** Pages that hear each other within one test; one that was killed answers nobody and hears nothing. */
export function createTestTabs(): {
  join: (stall: string, listener: TabsListener) => Tabs;
  kill: (index: number) => void;
} {
  const pages: { id: string; listener: TabsListener; isAlive: boolean }[] = [];
  const others = (id: string) => pages.filter((page) => page.isAlive && page.id !== id);

  return {
    join(_, listener) {
      const page = { id: `page-${pages.length}`, listener, isAlive: true };
      pages.push(page);
      const tell = (work: (listener: TabsListener) => void): void => {
        if (!page.isAlive) return;
        for (const other of others(page.id)) queueMicrotask(() => other.isAlive && work(other.listener));
      };
      return {
        id: page.id,
        tellChanged: () => tell(({ changed }) => changed()),
        askToDrop: (stepId) => tell(({ drop }) => drop(stepId)),
        async alive() {
          await new Promise((resolve) => setTimeout(resolve, 250));
          return new Set(pages.filter(({ isAlive }) => isAlive).map(({ id }) => id));
        },
        close() {
          tell(({ changed }) => changed());
          page.isAlive = false;
        },
      };
    },
    kill(index) {
      const page = pages[index];
      if (page) page.isAlive = false;
    },
  };
}
