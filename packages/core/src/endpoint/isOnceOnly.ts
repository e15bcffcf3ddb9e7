import type { AnyEndpoint } from './Endpoint.ts'

/** Whether sending a call of this endpoint twice could do harm. */
export function isOnceOnly({ effect }: Pick<AnyEndpoint, 'effect'>): boolean {
  return effect === 'create' || effect === 'send'
}
