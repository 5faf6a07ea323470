import { badParameter } from '../bad-parameter.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The last feature of a page, wrapped so that nobody counts on its form. */
export function pageToken(lastId: number | string): string {
  return Buffer.from(String(lastId)).toString('base64url');
}

/** @throws 400 for a token this server never gave for such ids. */
export function lastIdOf(token: string, idType: 'integer' | 'uuid'): number | string {
  const text = Buffer.from(token, 'base64url').toString();
  const id = featureId(text, idType);
  if (id === null || pageToken(id) !== token)
    throw badParameter('next', token, 'Take it from the next link of the page before.');
  return id;
}

/** An id as it may stand in an address, or null when no feature can have it. */
export function featureId(value: string, idType: 'integer' | 'uuid'): number | string | null {
  if (idType === 'uuid') return uuid.test(value) ? value : null;
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}
