import { type ClientEvent, corpToken, createClient } from '@wecom/core'
import type { FakeCorp } from '@wecom/mock'
import { wecomHandlers } from '@wecom/msw'
import { createProxy } from '@wecom/proxy'
import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import { credentials } from '../corp/corp.ts'
import { endpoints } from '../endpoints/endpoints.ts'

/** Where the page finds its proxy. */
export const proxyPrefix = '/wecom'

/**
 * Puts the proxy and WeCom behind a service worker, so that the page's requests really leave it:
 * what goes to the prefix is for the proxy, and what the proxy's client sends to WeCom is for the fake corp.
 *
 * @param onEvent - told what the proxy's client does.
 */
export async function startNetwork(corp: FakeCorp, onEvent: (event: ClientEvent) => void): Promise<void> {
  const proxy = createProxy({
    client: createClient({ token: corpToken({ ...credentials, dangerouslyAllowBrowser: true }), onEvent }),
    endpoints,
    // Every visitor may do everything: the corp is a fake one.
    authenticate: () => 'a visitor',
    authorize: () => true,
    prefix: proxyPrefix,
  })
  const worker = setupWorker(
    http.all(`${proxyPrefix}/*`, ({ request }) => proxy(request)),
    ...wecomHandlers(corp),
  )
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
}
