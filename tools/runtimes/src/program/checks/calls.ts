import { batchGetContactsByUserEndpoint, getContact, listContactIds } from '@wecom/contacts'
import { type ClientEvent, paginateItems } from '@wecom/core'
import type { Check } from '../Check.ts'
import { forEachTransport } from '../transports.ts'
import { expectEqual, expectFailure } from '../expect.ts'
import { addFault, countTokenRequests, revokeTokens } from '../mock.ts'
import { sample } from '../sample.ts'
import type { Settings } from '../Settings.ts'

/** Checks of successful calls, tokens and refused calls. They run in every runtime. */
export const calls: readonly Check<Settings>[] = forEachTransport(({ connect, connectTo }) => [
  {
    name: 'a call goes there and back, in Chinese',
    run: async (settings) => {
      const client = connect(settings)
      const { external_userid } = await listContactIds(client, { userid: 'wangfang' })
      const { follow_user } = await getContact(client, { external_userid: external_userid[0] ?? '' })
      expectEqual(external_userid.length, 34)
      expectEqual(/[\u4e00-\u9fff]/.test(follow_user[0]?.remark ?? ''), true)
    },
  },
  {
    name: 'the user agent arrives',
    run: async (settings) => {
      const client = connectTo('echo', settings, { userAgent: 'acme/1' })
      const { headers } = await client.request(sample('read'), { id: 'a' })
      expectEqual(headers?.['user-agent'], 'wecom-sdk/0.0.0 acme/1')
    },
  },
  {
    name: '50 first calls at once fetch one token',
    run: async (settings) => {
      const before = await countTokenRequests(settings)
      const client = connect(settings)
      await Promise.all(Array.from({ length: 50 }, () => listContactIds(client, { userid: 'wangfang' })))
      expectEqual((await countTokenRequests(settings)) - before, 1)
    },
  },
  {
    name: 'a rejected token is replaced once',
    run: async (settings) => {
      const client = connect(settings)
      await listContactIds(client, { userid: 'wangfang' })
      await revokeTokens(settings)
      const before = await countTokenRequests(settings)
      await Promise.all(Array.from({ length: 10 }, () => listContactIds(client, { userid: 'wangfang' })))
      expectEqual((await countTokenRequests(settings)) - before, 1)
    },
  },
  {
    name: 'all pages of a list',
    run: async (settings) => {
      const client = connect(settings)
      const seen: string[] = []
      const params = { userid_list: ['wangfang'], limit: 10 }
      for await (const { external_contact } of paginateItems(client, batchGetContactsByUserEndpoint, params)) {
        seen.push(external_contact.external_userid)
      }
      const { external_userid } = await listContactIds(client, { userid: 'wangfang' })
      expectEqual(seen.toSorted(), external_userid.toSorted())
    },
  },
  {
    name: 'a refusal has its errcode',
    run: (settings) =>
      expectFailure(getContact(connect(settings), { external_userid: 'nobody' }), { kind: 'api', errcode: 40096 }),
  },
  {
    name: 'wrong parameters are refused before anything is sent',
    run: async (settings) => {
      const events: ClientEvent[] = []
      const client = connect(settings, { onEvent: (event) => events.push(event) })
      await expectFailure(getContact(client, { external_userid: '' }), { kind: 'validation' })
      expectEqual(events, [])
    },
  },
  {
    name: 'a read is sent again after HTTP 503',
    run: async (settings) => {
      const events: string[] = []
      const client = connect(settings, {
        onEvent: ({ type, endpoint }) => endpoint === 'listContactIds' && events.push(type),
      })
      await addFault(settings, { kind: 'status', status: 503, endpoint: 'listContactIds' })
      await listContactIds(client, { userid: 'wangfang' })
      expectEqual(events, ['request', 'failure', 'retry', 'request', 'response'])
    },
  },
])
