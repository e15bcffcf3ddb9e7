import type { WeComCallbackError } from './WeComCallbackError.ts'

/**
 * Whether something that was thrown is a refusal of this package, whichever copy of it.
 *
 * @example
 * onError: (error, event) => {
 *   if (isWeComCallbackError(error)) metrics.count(`refused: ${error.kind}`)
 *   else logger.error({ error, event: event?.ChangeType })
 * }
 */
export function isWeComCallbackError(error: unknown): error is WeComCallbackError {
  return error instanceof Error && 'isWeComCallbackError' in error && error.isWeComCallbackError === true
}
