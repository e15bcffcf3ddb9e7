import type { Endpoint, Effect } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

interface SampleParams {
  id: string
}

/** The answer of the server of `startStage`: the received headers. */
interface SampleResult {
  headers?: Record<string, string>
}

/** Makes an endpoint without a real path, for the server of `startStage`. */
export function sample(effect: Effect): Endpoint<SampleParams, SampleResult> {
  return defineEndpoint<SampleParams, SampleResult>({
    name: 'sample',
    method: 'POST',
    path: '/cgi-bin/sample',
    effect,
    docs: 90000,
    checkWith: 'listSamples',
    params: wireObject<SampleParams>({ id: v.string() }),
    result: wireObject<SampleResult>({ headers: v.optional(v.record(v.string(), v.string())) }),
  })
}
