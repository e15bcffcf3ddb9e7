import type { WeComAbortError } from './WeComAbortError.ts'
import type { WeComApiError } from './WeComApiError.ts'
import type { WeComHttpError } from './WeComHttpError.ts'
import type { WeComMismatchError } from './WeComMismatchError.ts'
import type { WeComNetworkError } from './WeComNetworkError.ts'
import type { WeComResponseError } from './WeComResponseError.ts'
import type { WeComTimeoutError } from './WeComTimeoutError.ts'
import type { WeComValidationError } from './WeComValidationError.ts'

/** All errors of this library, as a union. The field `kind` distinguishes them. */
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
 * Whether an error comes from this library. Also true for errors of another copy of the library. To check for certain
 * errcodes, use `isApiError`.
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
