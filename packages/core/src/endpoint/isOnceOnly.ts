import type { AnyEndpoint } from './Endpoint.ts'

/** Whether a second sending could do harm. */
export function isOnceOnly({ effect }: Pick<AnyEndpoint, 'effect'>): boolean {
  return effect === 'create' || effect === 'send'
}
