import type { WeComAbortError } from './WeComAbortError.ts'
import type { WeComApiError } from './WeComApiError.ts'
import type { WeComHttpError } from './WeComHttpError.ts'
import type { WeComMismatchError } from './WeComMismatchError.ts'
import type { WeComNetworkError } from './WeComNetworkError.ts'
import type { WeComResponseError } from './WeComResponseError.ts'
import type { WeComTimeoutError } from './WeComTimeoutError.ts'
import type { WeComValidationError } from './WeComValidationError.ts'

/** Union of all errors of this library. Its members are distinguished by `kind`. */
export type AnyWeComError =
  | WeComAbortError
  | WeComApiError
  | WeComHttpError
  | WeComMismatchError
  | WeComNetworkError
  | WeComResponseError
  | WeComTimeoutError
  | WeComValidationError

/**
 * Whether an error comes from this library, or from another copy of it. To check for certain errcodes, use
 * `isApiError`.
 *
 * @example
 * try {
 *   await getContact(client, { external_userid: 'wm1' })
 * } catch (error) {
 *   if (isWeComError(error) && error.kind === 'timeout') return undefined
 *   throw error
 * }
 */
export function isWeComError(error: unknown): error is AnyWeComError {
  return error instanceof Error && (error as Partial<AnyWeComError>).isWeComError === true
}
