import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { Found } from './Found.ts'

/** Items that one call asks for: small, so that a corp of medium size has second pages. */
export const limit = 20

/** One endpoint of the walk. */
export interface Step {
  readonly endpoint: AnyEndpoint
  /** The thing that the parameters are made from, in words, e.g. `a moment`. */
  readonly needs: string
  /** Parameters of each call; empty if nothing was found to call with. The walk makes the first few of them. */
  calls(found: Found): readonly object[]
  /** Keeps what later steps need. The answer may have any shape: read it by `pick`. */
  learn(found: Found, answer: unknown, params: object): void
}

/** Writes down a step; the compiler checks the parameters. */
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
