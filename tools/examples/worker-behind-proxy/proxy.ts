import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { listContactIdsEndpoint } from '@wecom/contacts'
import { corpToken, createClient } from '@wecom/core'
import { createProxy } from '@wecom/proxy'
import { toNodeListener } from '@wecom/proxy/node'

const { WECOM_CORP_ID, WECOM_SECRET, WECOM_BASE_URL, PROXY_KEY, PORT = '8080' } = process.env
if (!WECOM_CORP_ID || !WECOM_SECRET) throw new Error('set WECOM_CORP_ID and WECOM_SECRET')
if (!PROXY_KEY || PROXY_KEY.length < 32) throw new Error('set PROXY_KEY to at least 32 random characters')

// Hashes have one length, as a comparison in constant time needs.
const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
const expected = hash(`Bearer ${PROXY_KEY}`)

const proxy = createProxy({
  client: createClient({
    token: corpToken({ corpId: WECOM_CORP_ID, secret: WECOM_SECRET }),
    baseUrl: WECOM_BASE_URL, // if unset, the client calls WeCom
    totalTimeout: 12_000,
  }),
  endpoints: [listContactIdsEndpoint],
  prefix: '/wecom',
  authenticate: ({ headers }) => timingSafeEqual(hash(headers.get('authorization') ?? ''), expected) && 'worker',
  authorize: ({ endpoint }) => endpoint.name === 'listContactIds',
})

createServer(toNodeListener(proxy)).listen(Number(PORT), '127.0.0.1')
