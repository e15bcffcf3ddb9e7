import { type CallbackEvent, createCallbackHandler } from '@wecom/callback'
import { callbackSettings, envelope, eventMessage, pack } from '../callback.ts'
import type { Check } from '../Check.ts'
import { expectEqual } from '../expect.ts'
import type { Settings } from '../Settings.ts'

const url = 'https://crm.example.com/callback'
const refuseAll = { ...callbackSettings, on: {} }

export const callbacks: readonly Check<Settings>[] = [
  {
    name: '@wecom/callback: the URL is verified',
    run: async () => {
      const { query, encrypt } = await pack('回显')
      const echo = `${url}?${query}&echostr=${encodeURIComponent(encrypt)}`
      const response = await createCallbackHandler(refuseAll)(new Request(echo))
      expectEqual([response.status, await response.text()], [200, '回显'])
    },
  },
  {
    name: '@wecom/callback: an event is decrypted, and handed on once',
    run: async () => {
      const events: CallbackEvent[] = []
      const handle = createCallbackHandler({ ...callbackSettings, on: {}, onEvent: (event) => events.push(event) })
      const statuses: number[] = []
      for (let delivery = 0; delivery < 2; delivery++) {
        const { query, encrypt } = await pack(eventMessage('wm1'))
        const response = await handle(new Request(`${url}?${query}`, { method: 'POST', body: envelope(encrypt) }))
        statuses.push(response.status)
      }
      expectEqual(statuses, [200, 200])
      expectEqual(
        events.map((event) => [Reflect.get(event, 'ExternalUserID'), Reflect.get(event, 'State')]),
        [['wm1', '展会渠道']],
      )
    },
  },
  {
    name: '@wecom/callback: what is not from WeCom is refused',
    run: async () => {
      const { query, encrypt } = await pack(eventMessage('wm1'))
      const forged = `${url}?${query.replace(/nonce=\d/, 'nonce=x')}`
      const body = envelope(encrypt)
      const response = await createCallbackHandler(refuseAll)(new Request(forged, { method: 'POST', body }))
      expectEqual([response.status, await response.text()], [403, ''])
    },
  },
]
