import { WebhookError } from '@stallcast/protocol';

/** Takes apart a secret of several parts with colons between them; throws what a door with an unusable secret answers. */
export function splitSecret(secret: string, variable: string, form: string, counts: readonly number[]): string[] {
  const parts = secret.split(':').map((part) => part.trim());
  if (counts.includes(parts.length) && parts.every((part) => part !== '')) return parts;
  throw new WebhookError(
    401,
    `Expected ${variable} to be of the form ${form}, got another: correct it and start the relay again.`,
  );
}
