/** What is alive in a page after its waste was collected. */
export interface Checkpoint {
  /** Ms since the soak of this page began. */
  atMs: number;
  /** Orders taken so far. */
  events: number;
  /** Nodes of the page's process. */
  nodes: number;
  /** Those that are in the document, with every shadow tree. */
  shown: number;
  /** Those that are alive and in no document: what scripts and the engine hold on to. */
  detached: number;
  listeners: number;
  /** Timers that are set, sockets and requests that are open; 0 where they are not counted. */
  handles: number;
  /** Of scripts, bytes. */
  heap: number;
  /** Of the engine's own objects, bytes; 0 where the engine does not tell. */
  embedder: number;
  /** Resident memory of the page's process, bytes; 0 where the system does not tell. */
  resident: number;
}

/** What one page was put through, and what was found. */
export interface Course {
  engine: string;
  version: string;
  checkpoints: readonly Checkpoint[];
  /** What nobody caught in the page, and what was written to the console as an error of ours. */
  errors: readonly string[];
  /** Lines that told of a line that was cut, as they are meant to. */
  troublesTold: number;
  /** What was done to the page, by its name. */
  done: Readonly<Record<string, number>>;
  /** What the widgets did not show as the relay knows it; empty where all did. */
  wrong: readonly string[];
  /** How many widgets were compared. */
  compared: number;
  ms: number;
}
