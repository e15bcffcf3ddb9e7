import { type AnyEndpoint, type Client, createClient, type Download, type Fetch, proxied } from '@wecom/core'
import type { Journal, JournalEntry } from '@wecom/mock'
import { CallLog } from './CallLog.ts'
import type { CallRecord, Outcome, ReceivedResponse, SentRequest } from './CallRecord.ts'
import { readHeaders, readSentRequest } from './readSentRequest.ts'

/** Makes calls through the proxy, and stores the record of the last call. */
export class Calls {
  readonly log: CallLog = new CallLog()
  readonly #client: Client
  readonly #journal: Journal
  #request: SentRequest | undefined
  #response: ReceivedResponse | undefined

  /**
   * Creates an object that makes calls through a proxy.
   *
   * @param baseUrl - URL of the proxy.
   * @param journal - log of the requests that the fake corp has received.
   */
  constructor(baseUrl: string, journal: Journal) {
    this.#journal = journal
    this.#client = createClient({
      baseUrl,
      token: proxied(),
      // The proxy makes the retries.
      retry: false,
      timeout: 60_000,
      fetch: this.#fetch,
      onEvent: (event) => this.log.add('page', event),
    })
  }

  async make(endpoint: AnyEndpoint, params: object): Promise<CallRecord> {
    this.#request = undefined
    this.#response = undefined
    const before = this.#journal.list().at(-1)
    this.log.begin()
    const outcome = await this.#settle(endpoint, params)
    return {
      endpoint,
      request: this.#request,
      response: this.#response,
      outcome,
      events: this.log.list(),
      arrivals: after(this.#journal.list(), before),
      duration: this.log.elapsed(),
    }
  }

  async #settle(endpoint: AnyEndpoint, params: object): Promise<Outcome> {
    try {
      const result = await this.#client.request(endpoint, params)
      if (!endpoint.download) return { kind: 'result', result }
      const { headers, body } = result as Download
      const { size } = await new Response(body).blob()
      return { kind: 'file', type: headers.get('content-type') ?? '', bytes: size }
    } catch (error) {
      return { kind: 'error', error }
    }
  }

  readonly #fetch: Fetch = async (input, init) => {
    this.#request = await readSentRequest(typeof input === 'string' ? input : new Request(input).url, init)
    const response = await fetch(input, init)
    this.#response = { status: response.status, headers: readHeaders(response.headers) }
    return response
  }
}

function after(entries: readonly JournalEntry[], entry: JournalEntry | undefined): JournalEntry[] {
  return entries.slice(entry === undefined ? 0 : entries.indexOf(entry) + 1)
}
