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

/** The newest accepted commands of each stall since the relay was started. */
export class RecentSteps {
  readonly #stalls = new Map<string, RecentStep[]>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Notes an accepted command. One that was sent again is the same. */
  note(stall: string, command: unknown): void {
    if (typeof command !== 'object' || command === null) return;
    const { by, ...fields } = command as Record<string, unknown>;
    const steps = this.#stalls.get(stall) ?? [];
    if (steps.some((step) => step.command['id'] === fields['id'])) return;
    steps.push({
      at: new Date(this.now()).toISOString(),
      ...(typeof by === 'string' && { by }),
      command: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shorten(name, value)])),
    });
    this.#stalls.set(stall, steps.slice(-KEPT));
  }

  /** Those after the one with this id, the oldest first; all where it is not among them. */
  after(stall: string, id: string | null): readonly RecentStep[] {
    const steps = this.#stalls.get(stall) ?? [];
    return steps.slice(steps.findIndex(({ command }) => command['id'] === id) + 1);
  }
}

function shorten(name: string, value: unknown): unknown {
  const fields = SHORT[name];
  if (!fields || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => fields.includes(field)));
}
