import type { AnyEndpoint } from '@wecom/core'
import { type Refusal, refusals } from '../Refusal.ts'
import { safeHeaders } from './headers.ts'
import { jsonResponse } from './toResponse.ts'
import { unsentStatus } from './unsentStatus.ts'

const invalidParameter = 40058

export function toRefusal(endpoint: AnyEndpoint | undefined, { reason, issue, response }: Refusal): Response {
  if (response) return response
  if (reason === 'bad_params' && issue) {
    const { path, message } = issue
    const errmsg = `invalid Request Parameter: ${path ? `${path} ${message}` : message}`
    return jsonResponse({ errcode: invalidParameter, errmsg })
  }
  const { status, text } = refusals[reason]
  return new Response(text ? `@wecom/proxy: ${text}` : null, {
    status: endpoint ? unsentStatus(endpoint, status) : status,
    headers: {
      ...safeHeaders,
      ...(text ? { 'content-type': 'text/plain; charset=UTF-8' } : {}),
      ...(reason === 'method' && endpoint ? { allow: endpoint.method } : {}),
    },
  })
}
