import type { Endpoint, Effect } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

interface SampleParams {
  id: string
}

/** Answer of the test server (`startStage`). `headers` contains the headers of the request. */
interface SampleResult {
  headers?: Record<string, string>
}

/** Returns an endpoint for the test server (`startStage`). WeCom has no such endpoint. */
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
