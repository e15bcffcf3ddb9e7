import { getContact } from '@wecom/contacts'
import { corpToken, createClient, type Fetch } from '@wecom/core'

/** Makes 50 calls at the same time with a new client, and returns how many requests for a token the client sent. */
export async function countTokenRequests(baseUrl: string, send: Fetch): Promise<number> {
  let count = 0
  const client = createClient({
    token: corpToken({ corpId: 'ww1', secret: 'secret' }),
    baseUrl,
    fetch: (input, init) => {
      if (new URL(new Request(input).url).pathname.endsWith('/gettoken')) count++
      return send(input, init)
    },
  })
  await Promise.all(Array.from({ length: 50 }, () => getContact(client, { external_userid: 'wm1' })))
  return count
}
