import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { Found } from './Found.ts'

/**
 * Page size that `verifyCorp` requests. The size is small, so that even the lists of a medium-sized corp have a second
 * page to check.
 */
export const limit = 20

/** Endpoint that `verifyCorp` calls, with the way to get its parameters. */
export interface Step {
  readonly endpoint: AnyEndpoint
  /** Description of the data that the corp must have for this call, such as `a moment`. */
  readonly needs: string
  /**
   * Returns the parameters for each call to the endpoint. If the corp has no data for this endpoint, the list is empty.
   * `verifyCorp` makes only the first three calls.
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
