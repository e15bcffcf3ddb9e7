import { type ContactWay, listContactWays } from '@wecom/contact-way'
import { readContactWay, writeContactWay, writeContactWays } from '../reads/contactWay.ts'
import { addGaps, type GapReason } from '../rows/gaps.ts'
import { itemGap } from './gaps.ts'
import type { Resource } from './resources.ts'
import { addSeen, moveSlice } from './slices.ts'
import { unseen } from './unseen.ts'

export const contactWays: Resource = {
  read: async (context) => {
    const { client, slice, calls, runId } = context
    const params = { start_time: firstListed, cursor: slice.cursor, limit: 50 }
    const { contact_way, next_cursor } = await calls((options) => listContactWays(client, params, options))
    const ways: ContactWay[] = []
    const gaps = new Map<string, GapReason>()
    // WeCom's list contains ids only.
    for (const { config_id } of contact_way) {
      try {
        const way = await readContactWay(context, calls, config_id)
        if (way) ways.push(way)
      } catch (error) {
        gaps.set(config_id, itemGap(error))
      }
    }
    return {
      items: contact_way.length,
      next: next_cursor || undefined,
      write: async (connection, writing) => {
        await writeContactWays(connection, ways, writing)
        const seen = [...ways.map(({ config_id }) => config_id), ...gaps.keys()]
        const shown = seen.map((config_id) => ({ owner: '', item: config_id }))
        await addSeen(connection, context, slice, slice.items, shown)
        for (const [config_id, gap] of gaps) await addGaps(connection, context, runId, 'contact_ways', [config_id], gap)
      },
    }
  },

  sweep: async (context) => {
    const { database, corpId, slice, time, runId, calls } = context
    const [missing = []] = (await unseen(database, context, { table: 'contact_ways', key: 'config_id' })).values()
    for (const config_id of missing) {
      const writing = { corpId, source: 'run', readAt: new Date(time.now()), now: time.now } as const
      const way = await readContactWay(context, calls, config_id).catch(itemGap)
      await database.transaction(async (connection) => {
        await moveSlice(connection, context, slice, {})
        if (way && 'kind' in way) await addGaps(connection, context, runId, 'contact_ways', [config_id], way)
        else await writeContactWay(connection, config_id, way, writing)
      })
    }
  },
}

// WeCom's list omits contact ways that were created before 2021-07-10 in China.
const firstListed = Date.parse('2021-07-10T00:00:00+08:00') / 1000
