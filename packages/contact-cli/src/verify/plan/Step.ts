import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { Found } from './Found.ts'

/**
 * Page size that `verifyCorp` requests. The size is small so that `verifyCorp` can also check second pages in a corp
 * with short lists.
 */
export const limit = 20

/** Endpoint that `verifyCorp` calls, with a function that returns the parameters for it. */
export interface Step {
  readonly endpoint: AnyEndpoint
  /** Data that the corp must have for this call, in words for the user, such as `a moment`. */
  readonly needs: string
  /**
   * Returns the parameters for the calls to the endpoint, one item for each call. Returns an empty list if the corp has
   * no data for this endpoint. `verifyCorp` makes at most three of these calls.
   */
  calls(found: Found): readonly object[]
  /**
   * Adds the ids in an answer to `found`, because later calls need these ids as parameters. The answer may have any
   * shape, so read it with `pick`.
   */
  learn(found: Found, answer: unknown, params: object): void
}

/**
 * Defines an endpoint that `verifyCorp` calls. The compiler checks that `calls` returns parameters of this endpoint.
 */
export function step<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  definition: {
    readonly needs?: string
    readonly calls: (found: Found) => readonly Params[]
    readonly learn?: (found: Found, answer: unknown, params: Params) => void
  },
): Step {
  const { needs = '', calls, learn } = definition
  return {
    endpoint,
    needs,
    calls,
    learn: (found, answer, params) => learn?.(found, answer, params as Params),
  }
}
