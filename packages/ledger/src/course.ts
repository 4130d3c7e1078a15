/*
 * How a session went, as totals carry it for a chart: from all its orders, and from nothing else.
 *
 *   kept, in memory    what each 5 minutes come to, by scope, from the session's start on; made from the orders when asked for
 *   put                the same in at most 24 steps: 5 minutes × 2ⁿ
 */
import { STALL_SCOPE, type Timeline } from '@stallcast/protocol';
import { currentSession, type Model } from './model.js';
import { placedAt, sumsOf } from './order-record.js';
import type { Course, CourseStep, Sums } from './records.js';

const FINEST_STEP_MS = 300_000;
/** The most steps that totals carry. */
export const MAX_STEPS = 24;

/** What one order adds to the course. */
export interface CoursePart {
  room: string;
  /** When it was placed, in ms since 1970. */
  at: number;
  sums: Readonly<Sums>;
}

/** The courses of the session that is on, by scope. */
export function coursesOf(model: Model): Map<string, Course> {
  let courses = model.indexes.courses;
  if (!courses) {
    courses = new Map();
    model.indexes.courses = courses;
    const session = currentSession(model);
    for (const record of model.tables.order.values()) {
      if (record.sessionId !== session.value.id) continue;
      const { room } = record.fields;
      addToCourses(model, { room: room!.value, at: placedAt(record), sums: sumsOf(record, session) }, 1);
    }
  }
  return courses;
}

/** Adds an order to the courses of the stall and of its room, or takes it away. */
export function addToCourses(model: Model, { room, at, sums }: CoursePart, factor: 1 | -1): void {
  const courses = coursesOf(model);
  const orders = factor * sums.netOrders;
  const net = factor * (sums.gross - sums.cancelled - sums.refunded);
  if (orders === 0 && net === 0) return;
  const start = Date.parse(currentSession(model).value.startsAt);
  const number = Math.max(0, Math.floor((at - start) / FINEST_STEP_MS));
  for (const scope of [STALL_SCOPE, room]) {
    const course = courses.get(scope) ?? new Map<number, CourseStep>();
    courses.set(scope, course);
    const step = course.get(number) ?? { orders: 0, net: 0 };
    const sum = { orders: step.orders + orders, net: step.net + net };
    if (sum.orders === 0 && sum.net === 0) course.delete(number);
    else course.set(number, sum);
  }
}

/** A scope's course as totals carry it: as few and as fine steps as hold it. */
export function timelineOf(model: Model, scope: string): Timeline {
  const course = coursesOf(model).get(scope) ?? new Map<number, CourseStep>();
  let last = -1;
  for (const number of course.keys()) last = Math.max(last, number);
  let finest = 1;
  while (last / finest >= MAX_STEPS) finest *= 2;

  const steps = Array.from({ length: Math.floor(last / finest) + 1 }, (): CourseStep => ({ orders: 0, net: 0 }));
  for (const [number, { orders, net }] of course) {
    const step = steps[Math.floor(number / finest)]!;
    step.orders += orders;
    step.net += net;
  }
  return {
    from: currentSession(model).value.startsAt,
    stepMs: finest * FINEST_STEP_MS,
    orders: steps.map(({ orders }) => orders),
    net: steps.map(({ net }) => readable(net)),
  };
}

/** A sum beyond what JSON carries exactly, of an order beyond all measure, would cost every page the change that tells it. */
export function readable(sum: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, sum));
}
