import type { AnyEndpoint } from './Endpoint.ts'

/** Whether a second request to this endpoint could do harm, e.g. send a message twice. */
export function isOnceOnly({ effect }: Pick<AnyEndpoint, 'effect'>): boolean {
  return effect === 'create' || effect === 'send'
}
