import type { Endpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'
import { type Served, type ServeOptions, serve } from './serve.ts'

/** Refuses an endpoint with 48002, which clients do not repeat, and tells why. */
export function notServed<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  why: string,
  options: ServeOptions<Params, Result> = {},
): Served {
  const served = serve(
    endpoint,
    () => {
      throw new Refusal(48002, `${endpoint.name} is not served: ${why}`)
    },
    options,
  )
  return { ...served, notServed: why }
}
