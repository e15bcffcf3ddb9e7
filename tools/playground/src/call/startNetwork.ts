import { type ClientEvent, corpToken, createClient } from '@wecom/core'
import type { FakeCorp } from '@wecom/mock'
import { wecomHandlers } from '@wecom/msw'
import { createProxy } from '@wecom/proxy'
import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import { callbackKeys, type Inbox } from '../callback/Inbox.ts'
import { credentials } from '../corp/corp.ts'
import { endpoints } from '../endpoints/endpoints.ts'

/** Path of the proxy on the playground page's server. */
export const proxyPrefix = '/wecom'

/** Path of the callback URL, to which the fake corp sends its events. */
const callbackPath = '/callback'

/**
 * Starts a service worker, which answers the requests of the playground page in place of servers. Requests to the path
 * of the proxy go to the proxy. Requests of the proxy's client go to the fake corp. Callbacks of the fake corp go to
 * the inbox.
 *
 * @param onEvent - listener for the events of the proxy's client.
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
