import { type ClientEvent, isWeComError } from '@wecom/core'
import type { Check } from '../Check.ts'
import { forEachTransport } from '../transports.ts'
import { failureOf } from '../expect.ts'
import { sample } from '../sample.ts'
import type { Settings } from '../Settings.ts'
import { textOf } from '../textOf.ts'

/**
 * Names of behaviours of the test server. They cause failures whose error could contain the URL of the request, and
 * with it the secret or the token.
 */
const behaviours = [
  'a refusal',
  'a page',
  'a bad gateway',
  'a redirect',
  'a cut connection',
  'a cut answer',
  'no answer',
]
const config = { timeout: 200, retry: false } as const

/** Checks for every runtime: errors and events must contain no secret, token or URL. */
export const secrets: readonly Check<Settings>[] = forEachTransport(({ connect, connectTo }) => [
  ...behaviours.flatMap((behaviour) =>
    [behaviour, `${behaviour}, the token too`].map((name) => ({
      name: `${name}: nothing secret in errors and events`,
      run: async (settings: Settings) => {
        const events: ClientEvent[] = []
        const client = connectTo(name, settings, { ...config, onEvent: (event) => events.push(event) })
        expectNoSecrets([await failureOf(client.request(sample('send'), { id: 'a' })), events], settings)
      },
    })),
  ),
  {
    name: 'nobody listens: nothing secret in errors and events',
    run: async (settings) => {
      const events: ClientEvent[] = []
      const nowhere = { ...settings, mock: { ...settings.mock, url: settings.deadEnd } }
      const client = connect(nowhere, { ...config, onEvent: (event) => events.push(event) })
      expectNoSecrets([await failureOf(client.request(sample('send'), { id: 'a' })), events], settings)
    },
  },
])

function expectNoSecrets([error, events]: [unknown, readonly ClientEvent[]], { mock, token }: Settings): void {
  if (!isWeComError(error)) throw new Error(`expected an error of this library, got ${String(error)}`)
  const text = textOf([error, events])
  for (const secret of [mock.secret, token, '127.0.0.1']) {
    if (text.includes(secret)) throw new Error(`"${secret}" is in ${text}`)
  }
}
