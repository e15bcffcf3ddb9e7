import { getContact, listContactIds } from '@wecom/contacts'
import { type Client, createClient, proxied } from '@wecom/core'
import { getMedia, toFile, uploadMedia } from '@wecom/media'
import { listCorpTags } from '@wecom/tags'
import type { Check } from './Check.ts'
import { expectEqual, expectFailure } from './expect.ts'

/** The checks receive the URL of a proxy, and make calls through it. They run in programs and in browser pages. */
export const proxyChecks: readonly Check<string>[] = [
  {
    name: 'a call goes through, in Chinese',
    run: async (url) => {
      const client = connect(url)
      const { external_userid } = await listContactIds(client, { userid: 'wangfang' })
      const { follow_user } = await getContact(client, { external_userid: external_userid[0] ?? '' })
      expectEqual(external_userid.length, 34)
      expectEqual(/[\u4e00-\u9fff]/.test(follow_user[0]?.remark ?? ''), true)
    },
  },
  {
    name: 'a file goes up and comes down as it is',
    run: async (url) => {
      const client = connect(url)
      const content = '0123456789'.repeat(20_000)
      const { media_id } = await uploadMedia(client, { type: 'file', media: await toFile(content, '报价.pdf') })
      const { body } = await getMedia(client, { media_id })
      expectEqual((await new Response(body).text()) === content, true)
    },
  },
  {
    name: 'the part of a file that was asked for',
    run: async (url) => {
      const client = connect(url)
      const { media_id } = await uploadMedia(client, { type: 'file', media: await toFile('0123456789', 'a.txt') })
      const { range, body } = await getMedia(client, { media_id }, { range: { start: 2, end: 4 } })
      expectEqual([range, await new Response(body).text()], [{ start: 2, end: 4, total: 10 }, '234'])
    },
  },
  {
    name: 'a refusal of WeCom has its errcode',
    run: (url) =>
      expectFailure(getContact(connect(url), { external_userid: 'nobody' }), { kind: 'api', errcode: 40096 }),
  },
  {
    name: 'what is not listed does not exist',
    run: (url) => expectFailure(listCorpTags(connect(url), {}), { kind: 'http', status: 404 }),
  },
  {
    name: 'who is not signed in is refused',
    run: (url) => expectFailure(listContactIds(connect(url, {}), { userid: 'a' }), { kind: 'http', status: 401 }),
  },
]

function connect(
  url: string,
  headers: Readonly<Record<string, string>> = { authorization: 'Bearer session-of-anna' },
): Client {
  return createClient({ baseUrl: `${url}/wecom`, token: proxied({ headers }), retry: false, strict: true })
}
