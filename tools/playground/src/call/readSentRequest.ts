import type { SentRequest } from './CallRecord.ts'

/** Converts the arguments of a call of `fetch` to the request that the playground shows. The body becomes a text. */
export async function readSentRequest(
  url: string,
  { method = 'GET', headers, body }: RequestInit = {},
): Promise<SentRequest> {
  return { method, url, headers: readHeaders(new Headers(headers)), body: await readBody(body) }
}

export function readHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers)
}

async function readBody(body: RequestInit['body']): Promise<string | undefined> {
  if (!(body instanceof Blob)) return typeof body === 'string' ? body : undefined
  return [...(await new Response(body).formData())]
    .map(([name, value]) =>
      typeof value === 'string' ? `${name}: ${value}` : `${name}: ${value.name} (${value.type}, ${value.size} B)`,
    )
    .join('\n')
}
