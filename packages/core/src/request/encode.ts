import * as v from 'valibot'
import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { toIssues } from '../errors/Issue.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'

export interface EncodedParams {
  readonly query: Readonly<Record<string, string>>
  readonly body: string | Blob | undefined
}

export function encode(endpoint: AnyEndpoint, params: object): EncodedParams {
  const checked = v.safeParse(endpoint.params, params)
  if (!checked.success) throw new WeComValidationError(endpoint, toIssues(checked.issues))

  const query: Record<string, string> = {}
  const body: Record<string, unknown> = {}
  const hasBody = endpoint.method === 'POST'
  try {
    for (const [name, value] of Object.entries(checked.output)) {
      if (hasBody && !endpoint.query?.includes(name)) body[name] = value
      else if (value !== undefined) query[name] = String(value)
    }
    return { query, body: hasBody ? (endpoint.encoding?.encode(body) ?? JSON.stringify(body)) : undefined }
  } catch {
    // Unknown fields may hold a BigInt or a circular reference.
    throw new WeComValidationError(endpoint, [{ path: '', message: 'parameters cannot be written as JSON' }])
  }
}
