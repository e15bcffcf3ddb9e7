import { type CallbackEvent, createCallbackHandler } from '@wecom/callback'
import { getContactEndpoint, listContactIdsEndpoint } from '@wecom/contacts'
import { corpToken, createClient } from '@wecom/core'
import { getMediaEndpoint, uploadMediaEndpoint } from '@wecom/media'
import { createProxy } from '@wecom/proxy'
import { callbackSettings } from './callback.ts'
import { runCheck } from './Check.ts'
import { runtimeChecks } from './runtimeChecks.ts'
import type { Settings } from './Settings.ts'

export type Handler = (request: Request) => Promise<Response>

/**
 * Creates the handler that every runtime serves. It has these paths:
 * - `/wecom/…` is a proxy for WeCom.
 * - `/silent/…` is a proxy for a server that never answers.
 * - `/callback` is a callback URL.
 * - `/events` returns the events that arrived at the callback URL.
 * - `/checks?name=…` runs a check in the runtime.
 */
export function createHandler(settings: Settings): Handler {
  const { mock, stage } = settings
  const proxy = createProxy({
    client: createClient({ baseUrl: mock.url, token: corpToken(mock) }),
    endpoints: [getContactEndpoint, getMediaEndpoint, listContactIdsEndpoint, uploadMediaEndpoint],
    prefix: '/wecom',
    authenticate: ({ headers }) => headers.get('authorization') === 'Bearer session-of-anna',
    authorize: () => true,
    cors: { origins: [stage] },
  })
  const silent = createProxy({
    // Longer than any test, so that only the caller ends a call.
    client: createClient({ baseUrl: `${stage}/no%20answer`, token: corpToken(mock), timeout: 120_000 }),
    endpoints: [listContactIdsEndpoint],
    prefix: '/silent',
    authenticate: () => 'anybody',
    authorize: () => true,
  })
  const events: CallbackEvent[] = []
  const callback = createCallbackHandler({ ...callbackSettings, on: {}, onEvent: (event) => events.push(event) })

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname.startsWith('/wecom/')) return proxy(request)
    if (pathname.startsWith('/silent/')) return silent(request)
    if (pathname === '/callback') return callback(request)
    if (pathname === '/events') return Response.json(events)
    return Response.json(await runCheck(runtimeChecks, searchParams.get('name'), settings))
  }
}
