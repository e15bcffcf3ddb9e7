import type { Effect } from '@wecom/core'
import type { Check } from '../Check.ts'
import { forEachTransport } from '../transports.ts'
import { expectEqual, expectFailure, failureOf } from '../expect.ts'
import { sample } from '../sample.ts'
import type { Settings } from '../Settings.ts'

const id = 'a'

/**
 * The expected error of a call, for each behaviour of the test server and each effect of the call (read, write, create
 * or send).
 */
const endings: readonly (readonly [behaviour: string, Effect, Readonly<Record<string, unknown>>])[] = [
  ['no answer', 'read', { kind: 'timeout', timeout: 300, ambiguous: false }],
  ['no answer', 'send', { kind: 'timeout', timeout: 300, ambiguous: true }],
  ['half an answer', 'send', { kind: 'timeout', timeout: 300, ambiguous: true }],
  ['a cut connection', 'send', { kind: 'network', ambiguous: true }],
  ['a cut answer', 'send', { kind: 'network', ambiguous: true }],
  ['a redirect', 'read', { kind: 'http', status: 302 }],
  ['a bad gateway', 'read', { kind: 'http', status: 502 }],
  ['a page', 'read', { kind: 'response' }],
]

/** Checks of failed and aborted calls, which run in every runtime. */
export const failures: readonly Check<Settings>[] = forEachTransport(({ connect, connectTo }) => [
  ...endings.map(([behaviour, effect, error]) => ({
    name: `${behaviour}: how a ${effect} fails`,
    run: (settings: Settings) => {
      // Short only if no answer comes.
      const timeout = error['kind'] === 'timeout' ? 300 : 10_000
      const client = connectTo(behaviour, settings, { timeout, retry: false })
      return expectFailure(client.request(sample(effect), { id }), error)
    },
  })),
  ...['a cut connection', 'a cut answer'].map((behaviour) => ({
    name: `${behaviour}: a send has arrived once`,
    run: async (settings: Settings) => {
      const call = crypto.randomUUID()
      const client = connectTo(behaviour, settings)
      await failureOf(client.request(sample('send'), { id }, { headers: { 'x-call': call } }))
      const response = await fetch(`${settings.stage}/arrived/${call}`)
      expectEqual(await response.json(), 1)
    },
  })),
  {
    // `ambiguous` depends on the runtime: Deno and workerd do not tell that nothing was sent.
    name: 'nobody listens: how a send fails',
    run: (settings) => {
      const client = connect({ ...settings, mock: { ...settings.mock, url: settings.deadEnd } }, { retry: false })
      return expectFailure(client.request({ ...sample('send'), token: 'none' }, { id }), { kind: 'network' })
    },
  },
  {
    name: 'the signal ends a call before it begins',
    run: (settings) =>
      expectFailure(connectTo('echo', settings).request(sample('send'), { id }, { signal: AbortSignal.abort() }), {
        kind: 'abort',
        ambiguous: false,
      }),
  },
  {
    name: 'the signal ends a call under way',
    run: async (settings) => {
      const controller = new AbortController()
      const onEvent = ({ type, endpoint }: { type: string; endpoint: string }): void => {
        if (type === 'request' && endpoint === 'sample') setTimeout(() => controller.abort(), 50)
      }
      const call = connectTo('no answer', settings, { onEvent }).request(
        sample('send'),
        { id },
        { signal: controller.signal },
      )
      await expectFailure(call, { kind: 'abort', ambiguous: true })
    },
  },
  {
    name: 'the signal ends the wait for a token',
    run: (settings) =>
      expectFailure(
        connectTo('no answer, the token too', settings, { timeout: 1_000, retry: false }).request(
          sample('send'),
          { id },
          { signal: AbortSignal.timeout(50) },
        ),
        { kind: 'abort', ambiguous: false },
      ),
  },
])
