import { type Client, type ClientConfig, corpToken, createClient } from '@wecom/core'
import { kyTransport } from '@wecom/core/ky'
import type { Check } from './Check.ts'
import type { Settings } from './Settings.ts'

/** Makes clients over one of core's transports. */
export interface Way {
  /** A client of the fake corp. */
  readonly connect: (settings: Settings, config?: Partial<ClientConfig>) => Client
  /** A client for the server that behaves as the name says; only the token is always to be had, see `startStage`. */
  readonly connectTo: (behaviour: string, settings: Settings, config?: Partial<ClientConfig>) => Client
}

const transports = { fetch: undefined, ky: kyTransport() }

/** The same checks over every transport. */
export function forEachTransport(makeChecks: (way: Way) => readonly Check<Settings>[]): readonly Check<Settings>[] {
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
