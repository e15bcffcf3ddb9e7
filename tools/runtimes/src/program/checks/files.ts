import type { Client } from '@wecom/core'
import { getMedia, toFile, uploadMedia } from '@wecom/media'
import type { Check } from '../Check.ts'
import { forEachTransport } from '../transports.ts'
import { expectEqual, failureOf } from '../expect.ts'
import type { Settings } from '../Settings.ts'

const content = '0123456789'.repeat(20_000)
const name = '报价单 2026.pdf'

/** Checks of uploads and downloads, which run in every runtime. */
export const files: readonly Check<Settings>[] = forEachTransport(({ connect, connectTo }) => [
  {
    name: 'a file goes up and comes down as it is',
    run: async (settings) => {
      const client = connect(settings)
      const { body } = await getMedia(client, { media_id: await upload(client) })
      expectEqual((await new Response(body).text()) === content, true)
    },
  },
  {
    name: 'the name of a file arrives as it is',
    run: async (settings) => {
      const client = connect(settings)
      const { filename, body } = await getMedia(client, { media_id: await upload(client) })
      await body.cancel()
      expectEqual(filename, name)
    },
  },
  {
    name: 'the part of a file that was asked for',
    run: async (settings) => {
      const client = connect(settings)
      const { range, body } = await getMedia(
        client,
        { media_id: await upload(client) },
        { range: { start: 2, end: 4 } },
      )
      expectEqual([range, await new Response(body).text()], [{ start: 2, end: 4, total: content.length }, '234'])
    },
  },
  {
    name: 'the signal ends a file on its way',
    run: async (settings) => {
      const controller = new AbortController()
      const client = connectTo('half a file', settings)
      const { body } = await getMedia(client, { media_id: 'm1' }, { signal: controller.signal })
      const reading = new Response(body).text()
      controller.abort(new Error('enough'))
      await failureOf(reading)
    },
  },
])

async function upload(client: Client): Promise<string> {
  const { media_id } = await uploadMedia(client, { type: 'file', media: await toFile(content, name) })
  return media_id
}
