import { type Client, type ClientConfig, corpToken, createClient } from '@wecom/core'
import { kyTransport } from '@wecom/core/ky'
import type { Check } from './Check.ts'
import type { Settings } from './Settings.ts'

/** Creates clients that all use the same transport of `@wecom/core`: either `fetch` or ky. */
export interface ClientFactory {
  /** Creates a client that calls the fake corp. */
  readonly connect: (settings: Settings, config?: Partial<ClientConfig>) => Client
  /**
   * Creates a client that calls the test server (`startStage`) with the given behaviour. The server gives the client a
   * token.
   */
  readonly connectTo: (behaviour: string, settings: Settings, config?: Partial<ClientConfig>) => Client
}

const transports = { fetch: undefined, ky: kyTransport() }

/** Calls `makeChecks` for two transports of `@wecom/core`, `fetch` and ky. Returns the checks for both transports. */
export function forEachTransport(
  makeChecks: (factory: ClientFactory) => readonly Check<Settings>[],
): readonly Check<Settings>[] {
  return Object.entries(transports).flatMap(([transportName, transport]) => {
    const connectAt = (baseUrl: string, { mock }: Settings, config: Partial<ClientConfig> = {}): Client =>
      createClient({
        transport,
        baseUrl,
        token: corpToken(mock),
        strict: true,
        retry: { limit: 2, minDelay: 1 },
        ...config,
      })
    const checks = makeChecks({
      connect: (settings, config) => connectAt(settings.mock.url, settings, config),
      connectTo: (behaviour, settings, config) => connectAt(`${settings.stage}/${behaviour}`, settings, config),
    })
    return checks.map(({ name, run }) => ({ name: `over ${transportName}: ${name}`, run }))
  })
}
