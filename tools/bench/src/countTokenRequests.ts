import { getContact } from '@wecom/contacts'
import { corpToken, createClient, type Fetch } from '@wecom/core'

/** Counts the requests for a token of 50 first calls at the same time. */
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
