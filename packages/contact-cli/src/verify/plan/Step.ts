import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { Found } from './Found.ts'

/** Number of items that a call asks for. It is small, so that the lists of a medium-sized corp have a second page. */
export const limit = 20

/** One endpoint that `verifyCorp` calls. */
export interface Step {
  readonly endpoint: AnyEndpoint
  /** Thing that the corp must have so that the step can make calls, in words, e.g. `a moment`. */
  readonly needs: string
  /**
   * Returns the parameters of each call, or an empty list if the corp has nothing to call with. `verifyCorp` makes only
   * the first few calls.
   */
  calls(found: Found): readonly object[]
  /** Stores the ids that later steps need. The answer may have any shape, so read it with `pick`. */
  learn(found: Found, answer: unknown, params: object): void
}

/** Defines a step. The compiler checks the parameters against those of the endpoint. */
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
