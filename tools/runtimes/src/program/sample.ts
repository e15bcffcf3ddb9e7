import type { Endpoint, Effect } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

interface SampleParams {
  id: string
}

/** What the server of `startStage` answers: the headers that came. */
interface SampleResult {
  headers?: Record<string, string>
}

/** An endpoint of no real path, for what the server of `startStage` does. */
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
