import type { AnyEndpoint } from './Endpoint.ts'

/** Whether repeating a call of this endpoint could do harm, e.g. send a message twice. */
export function isOnceOnly({ effect }: Pick<AnyEndpoint, 'effect'>): boolean {
  return effect === 'create' || effect === 'send'
}
