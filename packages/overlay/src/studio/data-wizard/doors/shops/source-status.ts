import type { Language } from '../../../../words/language.js';

/** What the relay tells of one shop's door. */
export interface ToldSource {
  source: string;
  isSecretSet: boolean;
  taken: number;
  lastTakenAt: string | null;
  lastPingAt: string | null;
  refused: number;
  lastRefusal: { at: string; code: string; message: Record<Language, string> } | null;
  unlisted: number;
}

/** What it tells of a shop that it asks itself. */
export interface ToldPull {
  source: string;
  shop: string;
  everyMs: number;
  lastOkAt: string | null;
  fault: { since: string; message: Record<Language, string> } | null;
}

/** What the relay tells of all of them, at a moment of its own clock. */
export interface ToldSources {
  at: string;
  sources: readonly ToldSource[];
  pulls: readonly ToldPull[];
}

/** How a shop's door is doing: what a host has to know first. */
export type SourceStatus =
  | { kind: 'no-secret' }
  | { kind: 'waiting' }
  /** The shop looked at the address and is yet to send something. */
  | { kind: 'pinged'; seconds: number }
  | { kind: 'received'; seconds: number; taken: number; unlisted: number }
  | { kind: 'refused'; seconds: number; why: Record<Language, string> };

/** Tells how a door is doing: the latest thing that happened there. */
export function deriveStatus(told: ToldSource, at: string): SourceStatus {
  const { isSecretSet, taken, lastTakenAt, lastPingAt, lastRefusal, unlisted } = told;
  const refusedAt = timeOf(lastRefusal?.at);
  const takenAt = timeOf(lastTakenAt);
  const secondsSince = (time: number): number => Math.max(0, Math.round((timeOf(at) - time) / 1_000));
  if (!isSecretSet) return { kind: 'no-secret' };
  if (lastRefusal && refusedAt > takenAt && refusedAt >= timeOf(lastPingAt))
    return { kind: 'refused', seconds: secondsSince(refusedAt), why: lastRefusal.message };
  if (takenAt > 0) return { kind: 'received', seconds: secondsSince(takenAt), taken, unlisted };
  return lastPingAt ? { kind: 'pinged', seconds: secondsSince(timeOf(lastPingAt)) } : { kind: 'waiting' };
}

/** Reads what the relay answered; null for anything else. */
export function parseSources(body: unknown): ToldSources | null {
  if (!isObject(body) || typeof body['at'] !== 'string') return null;
  const { at, sources, pulls } = body;
  if (!Array.isArray(sources) || !Array.isArray(pulls)) return null;
  return { at, sources: sources.filter(isSource), pulls: pulls.filter(isPull) };
}

function timeOf(text: string | null | undefined): number {
  return Date.parse(text ?? '') || 0;
}

function isSource(value: unknown): value is ToldSource {
  return (
    isObject(value) &&
    typeof value['source'] === 'string' &&
    typeof value['taken'] === 'number' &&
    typeof value['unlisted'] === 'number' &&
    (value['lastRefusal'] === null || isSaid(value['lastRefusal']))
  );
}

function isPull(value: unknown): value is ToldPull {
  return (
    isObject(value) &&
    typeof value['source'] === 'string' &&
    typeof value['shop'] === 'string' &&
    typeof value['everyMs'] === 'number' &&
    (value['fault'] === null || isSaid(value['fault']))
  );
}

function isSaid(value: unknown): boolean {
  if (!isObject(value) || !isObject(value['message'])) return false;
  const { message } = value;
  return typeof message['en'] === 'string' && typeof message['zh-CN'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
