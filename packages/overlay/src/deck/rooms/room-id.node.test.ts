import { describe, expect, it } from 'vitest';
import { newRoomId } from './room-id.js';

describe('the id of a new room', () => {
  it('is made of signs that are told apart, whatever chance brings', () => {
    expect(newRoomId((bytes) => bytes.fill(255))).toMatch(/^room-[2-9b-z]{6}$/);
    expect(new Set(Array.from({ length: 20 }, () => newRoomId())).size).toBe(20);
  });
});
