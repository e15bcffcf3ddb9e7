import type { AnyEndpoint } from './Endpoint.ts'

/** Whether it could do harm to send a call of this endpoint twice. True if the effect is `create` or `send`. */
export function isOnceOnly({ effect }: Pick<AnyEndpoint, 'effect'>): boolean {
  return effect === 'create' || effect === 'send'
}
