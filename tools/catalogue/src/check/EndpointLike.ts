import type { SchemaLike } from './SchemaLike.ts'

/**
 * The parts of an SDK endpoint that the check reads. The type is not imported from `@wecom/core`, because
 * `@wecom/core` depends on this package for its own check. The import would create a circular dependency.
 */
export interface EndpointLike {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly effect: string
  readonly token: string
  readonly docs: number
  readonly params: SchemaLike
  readonly result: SchemaLike
  readonly query?: readonly string[] | undefined
  readonly encoding?: { readonly name: string } | undefined
  readonly download?: object | undefined
  readonly errcode?: string | undefined
  readonly checkWith?: string | undefined
  readonly pagination?:
    | { readonly style: string; readonly in: string; readonly out?: string | undefined; readonly items: string }
    | undefined
}

export function isEndpoint(value: unknown): value is EndpointLike {
  return typeof value === 'object' && value !== null && 'path' in value && 'params' in value && 'result' in value
}
