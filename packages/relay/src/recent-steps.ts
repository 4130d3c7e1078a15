import type { AuditEntry } from '@stallcast/ledger';

/** One accepted command as the other operators are told of it. */
export interface RecentStep {
  /** ISO 8601. */
  at: string;
  /** Who gave it: the name of the device's key, or what the command says of itself. */
  by?: string;
  command: Record<string, unknown>;
}

/** How many are kept for each stall. The audit log has them all. */
const KEPT = 50;

/** What a sentence about a step needs of the long ones; their pictures and texts stay out. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  product: ['id', 'title'],
  offer: ['id', 'productId', 'room', 'price'],
  order: ['orderId'],
};

/** How far back those before a restart are told, in ms: an evening. */
const EVENING_MS = 12 * 3_600_000;

/** How many entries of the audit log are looked through for them: orders stand between. */
const LOOKED_THROUGH = 1_000;

/** Where the audit log of each stall is found. */
export interface AuditSource {
  newestAudit(stall: string, limit: number): AuditEntry[];
}

/** The newest accepted commands of each stall, those of the evening before a restart among them. */
export class RecentSteps {
  readonly #stalls = new Map<string, RecentStep[]>();

  constructor(
    private readonly source: AuditSource,
    private readonly now: () => number = Date.now,
  ) {}

  /** Notes an accepted command. One that was sent again is the same. */
  note(stall: string, command: unknown): void {
    if (typeof command !== 'object' || command === null) return;
    const { by, seen: _, own: __, ...fields } = command as Record<string, unknown>;
    const steps = this.#of(stall);
    if (steps.some((step) => step.command['id'] === fields['id'])) return;
    steps.push(stepOf(new Date(this.now()).toISOString(), by, fields));
    this.#stalls.set(stall, steps.slice(-KEPT));
  }

  /** Those after the one with this id, the oldest first; all where it is not among them. */
  after(stall: string, id: string | null): readonly RecentStep[] {
    const steps = this.#of(stall);
    return steps.slice(steps.findIndex(({ command }) => command['id'] === id) + 1);
  }

  #of(stall: string): RecentStep[] {
    const steps = this.#stalls.get(stall) ?? this.#before(stall);
    this.#stalls.set(stall, steps);
    return steps;
  }

  /** What operators did before the relay was started, as the audit log has it; the example was put in by nobody. */
  #before(stall: string): RecentStep[] {
    const since = this.now() - EVENING_MS;
    return this.source
      .newestAudit(stall, LOOKED_THROUGH)
      .filter(({ kind, outcome, at, id }) => {
        return kind === 'command' && outcome === 'accepted' && Date.parse(at) >= since && !id.startsWith('example-');
      })
      .filter(({ type }) => type !== 'record-order')
      .map(({ at, by, id, type, fields }) => stepOf(at, by, { id, type, ...fields }))
      .slice(-KEPT);
  }
}

function stepOf(at: string, by: unknown, fields: Readonly<Record<string, unknown>>): RecentStep {
  return {
    at,
    ...(typeof by === 'string' && { by }),
    command: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shorten(name, value)])),
  };
}

function shorten(name: string, value: unknown): unknown {
  const fields = SHORT[name];
  if (!fields || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => fields.includes(field)));
}
