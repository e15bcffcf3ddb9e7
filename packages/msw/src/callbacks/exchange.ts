/** What a request came to. */
export type Exchange =
  | { readonly result: 'answered'; readonly status: number; readonly body: string }
  | { readonly result: 'timeout' }
  | { readonly result: 'network' }

export interface ExchangeOptions {
  readonly url: string
  /** Added to what the URL has of its own. */
  readonly query: string
  /** Makes it a POST. */
  readonly body?: string
  /** Milliseconds until the connection is cut. */
  readonly limit: number
  /** Cuts it earlier. */
  readonly stop?: AbortSignal
}

/** One request and its answer, within a limit. Never rejects; redirections are answers like others. */
export async function exchange({ url, query, body, limit, stop }: ExchangeOptions): Promise<Exchange> {
  const cut = new AbortController()
  const timer = setTimeout(() => cut.abort(), limit)
  try {
    const response = await fetch(withQuery(url, query), {
      ...(body === undefined ? {} : { method: 'POST', body }),
      redirect: 'manual',
      signal: stop ? AbortSignal.any([cut.signal, stop]) : cut.signal,
    })
    return { result: 'answered', status: response.status, body: await response.text() }
  } catch {
    return { result: cut.signal.aborted ? 'timeout' : 'network' }
  } finally {
    clearTimeout(timer)
  }
}

function withQuery(url: string, query: string): URL {
  const address = new URL(url)
  address.search = address.search === '' ? query : `${address.search}&${query}`
  return address
}
