import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { Found } from './Found.ts'

// Small, so that short lists also have a second page to check.
export const limit = 20

export interface Step {
  readonly endpoint: AnyEndpoint
  readonly needs: string
  /**
   * Returns parameters for calls to the endpoint: one object for each call. `verifyCorp` makes only the first three
   * calls. Empty if the corp has no data for this endpoint.
   */
  calls(found: Found): readonly object[]
  /**
   * Adds the ids of WeCom's answer to `found`, for the parameters of later calls. The answer may have any shape, so
   * read it with `pick`.
   */
  learn(found: Found, answer: unknown, params: object): void
}

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
