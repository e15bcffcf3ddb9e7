import { type Client, type ClientConfig, corpToken, createClient } from '@wecom/core'
import { createClient as createKyClient } from '@wecom/core/ky'
import type { Check } from './Check.ts'
import type { Settings } from './Settings.ts'

/** Makes clients over one of core's entries. */
export interface Entry {
  /** A client of the fake corp. */
  readonly connect: (settings: Settings, config?: Partial<ClientConfig>) => Client
  /** A client for the server that behaves as the name says; only the token is always to be had, see `startStage`. */
  readonly connectTo: (behaviour: string, settings: Settings, config?: Partial<ClientConfig>) => Client
}

const entries = { '@wecom/core': createClient, '@wecom/core/ky': createKyClient }

/** The same checks for every entry that makes clients. */
export function forEachEntry(makeChecks: (entry: Entry) => readonly Check<Settings>[]): readonly Check<Settings>[] {
  return Object.entries(entries).flatMap(([specifier, create]) => {
    const connectAt = (baseUrl: string, { mock }: Settings, config: Partial<ClientConfig> = {}): Client =>
      create({ baseUrl, token: corpToken(mock), strict: true, retry: { limit: 2, minDelay: 1 }, ...config })
    const checks = makeChecks({
      connect: (settings, config) => connectAt(settings.mock.url, settings, config),
      connectTo: (behaviour, settings, config) => connectAt(`${settings.stage}/${behaviour}`, settings, config),
    })
    return checks.map(({ name, run }) => ({ name: `${specifier}: ${name}`, run }))
  })
}
