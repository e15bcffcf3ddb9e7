import { isWeComError } from './isWeComError.ts'
import type { WeComApiError } from './WeComApiError.ts'

/**
 * Whether an error is a `WeComApiError` with one of these errcodes.
 *
 * @param error - the value that was thrown, of any type.
 * @param errcodes - the errcodes to accept, e.g. constants of `@wecom/core/errcodes`. If omitted, every errcode
 * matches.
 *
 * @example
 * try {
 *   return await getContact(client, { external_userid: 'wm1' })
 * } catch (error) {
 *   if (isApiError(error, 84061)) return undefined // no longer a customer
 *   throw error
 * }
 */
export function isApiError(error: unknown, ...errcodes: readonly number[]): error is WeComApiError {
  return isWeComError(error) && error.kind === 'api' && (errcodes.length === 0 || errcodes.includes(error.errcode))
}
