import { batchGetContactsByUser, getContact } from '@wecom/contacts'
import { type Client, type ClientConfig, createClient, staticToken } from '@wecom/core'
import { kyTransport } from '@wecom/core/ky'
import { undiciTransport } from '@wecom/core/undici'
import ky from 'ky'
// Its index does not load with the version of node-socialite that it requires.
import Work from 'node-easywechat/dist/Work/Application.js'
import { request } from 'undici'
import type { Call } from './Caller.ts'

export type Answer = 'one customer' | 'page of 100'

export type Way =
  | 'client over ky'
  | 'client over undici'
  | 'client, checked'
  | 'client'
  | 'fetch with a time limit'
  | 'ky alone'
  | 'node-easywechat'
  | 'raw fetch'
  | 'undici request'

export interface HttpCall {
  readonly way: Way
  readonly answer: Answer
  readonly baseUrl: string
}

interface Request {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly init: { readonly method?: 'POST'; readonly headers?: Record<string, string>; readonly body?: string }
  readonly call: (client: Client) => Promise<unknown>
}

type Prepared = Request & { readonly baseUrl: string; readonly url: string }

const one = { external_userid: 'wm1' }
const page = { userid_list: ['rocky'], limit: 100 }
const headers = { 'content-type': 'application/json' }

/**
 * The two requests to measure. The answer to `one customer` has only 0.5 kB, so the request measures the cost of a
 * call. The answer to `page of 100` has 60 kB, so the request also measures the cost of checking an answer.
 */
const requests: Readonly<Record<Answer, Request>> = {
  'one customer': {
    path: '/cgi-bin/externalcontact/get',
    params: one,
    init: {},
    call: (client) => getContact(client, one),
  },
  'page of 100': {
    path: '/cgi-bin/externalcontact/batch/get_by_user',
    params: {},
    init: { method: 'POST', headers, body: JSON.stringify(page) },
    call: (client) => batchGetContactsByUser(client, page),
  },
}

/** The ways to make the same call, with raw fetch as the first one. */
export const ways: Readonly<Record<Way, (prepared: Prepared) => Call>> = {
  'raw fetch': ({ url, init }) => {
    return async () => JSON.parse(await (await fetch(url, init)).text()) as unknown
  },
  // The least that the client has to do as well: a time limit, a header of its own, and no redirects.
  'fetch with a time limit': ({ url, init }) => {
    return async () => {
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(), 12_000)
      try {
        const settings = { headers: { ...init.headers, 'user-agent': 'bench' }, redirect: 'manual' } as const
        const response = await fetch(url, { ...init, ...settings, signal: controller.signal })
        return JSON.parse(await response.text()) as unknown
      } finally {
        clearTimeout(timer)
      }
    }
  },
  'undici request': ({ url, init }) => {
    return async () => JSON.parse(await (await request(url, init)).body.text()) as unknown
  },
  'ky alone': ({ url, init }) => {
    const bare = ky.create({ retry: 0, timeout: false, throwHttpErrors: false })
    return async () => JSON.parse(await (await bare(url, init)).text()) as unknown
  },
  'node-easywechat': ({ baseUrl, path, params, init }) => {
    const app = new Work({ corp_id: 'ww1', secret: 'secret', token: '', aes_key: '', http: { baseURL: `${baseUrl}/` } })
    app.setAccessToken({ getToken: async () => 'token', toQuery: async () => ({ access_token: 'token' }) })
    const client = app.getClient()
    if (!init.body) return async () => (await client.get(path, { params: { ...params } })).toObject()
    return async () => (await client.postJson(path, page)).toObject()
  },
  client: ({ baseUrl, call }) => overClient(call, { baseUrl }),
  'client, checked': ({ baseUrl, call }) =>
    overClient(call, {
      baseUrl,
      onMismatch: ({ issues }) => {
        throw new Error(`the server's answer has the wrong shape: ${JSON.stringify(issues)}`)
      },
    }),
  'client over ky': ({ baseUrl, call }) => overClient(call, { baseUrl, transport: kyTransport() }),
  'client over undici': ({ baseUrl, call }) => overClient(call, { baseUrl, transport: undiciTransport() }),
}

export function createCall({ way, answer, baseUrl }: HttpCall): Call {
  const { path, params } = requests[answer]
  const url = `${baseUrl}${path}?${new URLSearchParams({ access_token: 'token', ...params }).toString()}`
  return ways[way]({ ...requests[answer], baseUrl, url })
}

function overClient(call: Prepared['call'], config: Omit<ClientConfig, 'token'>): Call {
  const client = createClient({ token: staticToken('token'), ...config })
  return () => call(client)
}
