import type { SentRequest } from './CallRecord.ts'

/** A request as `fetch` was asked for it, in words. */
export function readSentRequest(url: string, { method = 'GET', headers, body }: RequestInit = {}): SentRequest {
  return { method, url, headers: readHeaders(new Headers(headers)), body: readBody(body) }
}

export function readHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers)
}

function readBody(body: RequestInit['body']): string | undefined {
  if (!(body instanceof FormData)) return typeof body === 'string' ? body : undefined
  return [...body]
    .map(([name, value]) =>
      typeof value === 'string' ? `${name}: ${value}` : `${name}: ${value.name} (${value.type}, ${value.size} B)`,
    )
    .join('\n')
}
