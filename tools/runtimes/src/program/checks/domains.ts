import { getAcquisitionQuota } from '@wecom/acquisition'
import { listContactWays } from '@wecom/contact-way'
import { listContactIds, listFollowUsers } from '@wecom/contacts'
import { type Client, corpToken, createClient } from '@wecom/core'
import { listGroupChats } from '@wecom/groupchat'
import { convertExternalUseridToOpenid } from '@wecom/id-convert'
import { listInterceptRules } from '@wecom/intercept'
import { toFile, uploadMedia } from '@wecom/media'
import { listMassMessages } from '@wecom/messages'
import { listMomentStrategies } from '@wecom/moments'
import { listProductAlbums } from '@wecom/products'
import { getUserBehaviorData } from '@wecom/stats'
import { listCorpTags } from '@wecom/tags'
import type { Check } from '../Check.ts'
import type { Settings } from '../Settings.ts'

/** Start of the time range in the calls, in unix seconds: two days before the time of the fake corp. */
const start_time = Date.UTC(2026, 0, 3) / 1000
const end_time = start_time + 86_400

/**
 * The key is the name of a domain package. The value makes one call of this package. The client is strict, so the call
 * fails if the result does not match its schema.
 */
const callsByDomain: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  acquisition: (client) => getAcquisitionQuota(client, {}),
  'contact-way': (client) => listContactWays(client, {}),
  contacts: (client) => listFollowUsers(client),
  groupchat: (client) => listGroupChats(client, { limit: 10 }),
  'id-convert': async (client) => {
    const { external_userid } = await listContactIds(client, { userid: 'wangfang' })
    return convertExternalUseridToOpenid(client, { external_userid: external_userid[0] ?? '' })
  },
  intercept: (client) => listInterceptRules(client, {}),
  media: async (client) => uploadMedia(client, { type: 'file', media: await toFile('a price list', 'a.txt') }),
  messages: (client) => listMassMessages(client, { chat_type: 'single', start_time, end_time }),
  moments: (client) => listMomentStrategies(client, {}),
  products: (client) => listProductAlbums(client, { limit: 10 }),
  stats: (client) => getUserBehaviorData(client, { userid: ['wangfang'], start_time, end_time }),
  tags: (client) => listCorpTags(client, {}),
}

export const domains: readonly Check<Settings>[] = Object.entries(callsByDomain).map(([domain, call]) => ({
  name: `@wecom/${domain}: a call`,
  run: async ({ mock }) => {
    await call(createClient({ baseUrl: mock.url, token: corpToken(mock), strict: true }))
  },
}))
