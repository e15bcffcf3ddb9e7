import { type ClientEvent, corpToken, createClient } from '@wecom/core'
import type { FakeCorp } from '@wecom/mock'
import { wecomHandlers } from '@wecom/msw'
import { createProxy } from '@wecom/proxy'
import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import { callbackKeys, type Inbox } from '../callback/Inbox.ts'
import { credentials } from '../corp/corp.ts'
import { endpoints } from '../endpoints/endpoints.ts'

/** The path of the proxy. */
export const proxyPrefix = '/wecom'

/** The path of the callback URL, to which the fake corp delivers its events. */
const callbackPath = '/callback'

/**
 * Starts a service worker for the proxy, WeCom and the callback URL, so that the page sends real requests: those with
 * the prefix go to the proxy, those of the proxy's client to the fake corp, and those of the fake corp to the inbox.
 *
 * @param onEvent - receives the events of the proxy's client.
 */
export async function startNetwork(corp: FakeCorp, inbox: Inbox, onEvent: (event: ClientEvent) => void): Promise<void> {
  const proxy = createProxy({
    client: createClient({ token: corpToken({ ...credentials, dangerouslyAllowBrowser: true }), onEvent }),
    endpoints,
    // Every visitor may do everything in a fake corp.
    authenticate: () => 'a visitor',
    authorize: () => true,
    prefix: proxyPrefix,
    // The page shows each failure itself; without this, the proxy logs them.
    onEvent: () => undefined,
  })
  const worker = setupWorker(
    http.all(`${proxyPrefix}/*`, ({ request }) => proxy(request)),
    http.post(callbackPath, ({ request }) => inbox.receive(request)),
    ...wecomHandlers(corp),
  )
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
  // The service worker answers, so no request leaves this machine, whatever the origin of the page.
  corp.callbacks.accept({ url: new URL(callbackPath, location.href).href, ...callbackKeys, allowRemote: true })
}
