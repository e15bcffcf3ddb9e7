import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { Found } from './Found.ts'

/** Page size. It is small, so that short lists also have a second page to check. */
export const limit = 20

export interface Step {
  readonly endpoint: AnyEndpoint
  /** Data that the corp must have for this call, in words for the user, such as `a moment`. */
  readonly needs: string
  /** Parameters of each call. Empty if the corp has no data for this endpoint. Only the first three are used. */
  calls(found: Found): readonly object[]
  /** Adds ids of an answer to `found` for later calls. The answer may have any shape, so read it with `pick`. */
  learn(found: Found, answer: unknown, params: object): void
}

/** The compiler checks that `calls` returns parameters of this endpoint. */
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
