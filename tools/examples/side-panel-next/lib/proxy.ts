import { getContactEndpoint, listContactIds, listContactIdsEndpoint } from '@wecom/contacts'
import { corpToken, createClient } from '@wecom/core'
import { createProxy } from '@wecom/proxy'
import { findMember } from './session'

const { WECOM_CORP_ID, WECOM_SECRET, WECOM_BASE_URL } = process.env
// Next evaluates this while it builds, too.
if (!WECOM_CORP_ID || !WECOM_SECRET) throw new Error('set WECOM_CORP_ID and WECOM_SECRET')

const client = createClient({
  token: corpToken({ corpId: WECOM_CORP_ID, secret: WECOM_SECRET }),
  baseUrl: WECOM_BASE_URL, // if unset, the client calls WeCom
  totalTimeout: 12_000,
})

export const proxy = createProxy({
  client,
  endpoints: [getContactEndpoint, listContactIdsEndpoint],
  prefix: '/wecom',
  authenticate: ({ headers }) => findMember(headers.get('cookie')),
  authorize: async ({ caller, endpoint, params }) => {
    switch (endpoint.name) {
      case 'listContactIds':
        return { ...params, userid: caller.userid } // only one's own customers
      case 'getContact': {
        const { external_userid } = await listContactIds(client, { userid: caller.userid })
        return external_userid.some((id) => id === params.external_userid)
      }
      default:
        return false
    }
  },
})
