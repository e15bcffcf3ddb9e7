import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { Found } from './Found.ts'

/** Page size that `verifyCorp` requests. It is small, so that even a medium-sized corp has a second page to check. */
export const limit = 20

/** Endpoint that `verifyCorp` calls, with the way to get its parameters. */
export interface Step {
  readonly endpoint: AnyEndpoint
  /** Description of the data that the corp must have for this call, such as `a moment`. */
  readonly needs: string
  /**
   * Returns the parameters of each call to make. The list is empty if the corp has no data for this endpoint.
   * `verifyCorp` makes only the first three calls.
   */
  calls(found: Found): readonly object[]
  /**
   * Adds the ids in an answer to `found`, because later calls need them as parameters. Read the answer with `pick`,
   * because it may have any shape.
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
