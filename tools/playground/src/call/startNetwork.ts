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
 * Puts the proxy, WeCom and the callback URL behind a service worker, so that the page's requests really leave it: what
 * goes to the prefix is for the proxy, what the proxy's client sends to WeCom is for the fake corp, and what the fake
 * corp sends to the callback URL is for the inbox.
 *
 * @param onEvent - told what the proxy's client does.
 */
export async function startNetwork(corp: FakeCorp, inbox: Inbox, onEvent: (event: ClientEvent) => void): Promise<void> {
  const proxy = createProxy({
    client: createClient({ token: corpToken({ ...credentials, dangerouslyAllowBrowser: true }), onEvent }),
    endpoints,
    // Every visitor may do everything: the corp is a fake one.
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
  // The service worker answers, so nothing leaves this machine wherever the page comes from.
  corp.callbacks.accept({ url: new URL(callbackPath, location.href).href, ...callbackKeys, allowRemote: true })
}
