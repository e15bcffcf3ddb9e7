import { type ContactWay, getContactWay, listContactWays } from '@wecom/contact-way'
import { isApiError } from '@wecom/core'
import type { Connection } from '../database/Database.ts'
import { cleanText, toContent } from '../rows/clean.ts'
import { type Writing, writeRows } from '../rows/writeRows.ts'
import { endRows } from './endings.ts'
import type { Resource, SliceContext } from './resources.ts'
import { addSeen, moveSlice } from './slices.ts'
import { unseen } from './unseen.ts'

/** 「联系我」: the list has ids alone, and each way is read by itself. Ways older than the list's begin are never listed. */
export const contactWays: Resource = {
  read: async (context) => {
    const { client, slice, calls } = context
    const params = { start_time: firstListed, cursor: slice.cursor, limit: 50 }
    const { contact_way, next_cursor } = await calls((options) => listContactWays(client, params, options))
    const ways: ContactWay[] = []
    for (const { config_id } of contact_way) {
      const way = await readContactWay(context, config_id)
      if (way) ways.push(way)
    }
    return {
      items: contact_way.length,
      next: next_cursor || undefined,
      write: async (connection, writing) => {
        await writeContactWays(connection, ways, writing)
        const seen = ways.map(({ config_id }) => ({ owner: '', item: config_id }))
        await addSeen(connection, context, slice, seen)
      },
    }
  },

  sweep: async (context) => {
    const { database, corpId, slice, time } = context
    const { missing } = await unseen(database, context, { table: 'contact_ways', key: 'config_id', owner: '' })
    for (const config_id of missing) {
      const writing = { corpId, source: 'run', readAt: new Date(time.now()) } as const
      const way = await readContactWay(context, config_id)
      await database.transaction(async (connection) => {
        await moveSlice(connection, context, slice, {})
        if (way) await writeContactWays(connection, [way], writing)
        else await endRows(connection, 'contact_ways', [{ corp_id: corpId, config_id }], slice.beganAt, writing)
      })
    }
  },
}

/** The list knows no ways that were created before: 2021-07-10 in China, in unix seconds. */
const firstListed = Date.parse('2021-07-10T00:00:00+08:00') / 1000

/** Unknown, or deleted. */
const unknownWay = 41044

/** @returns nothing where the way was deleted. */
async function readContactWay(
  { client, calls }: Pick<SliceContext, 'client' | 'calls'>,
  config_id: string,
): Promise<ContactWay | undefined> {
  try {
    return (await calls((options) => getContactWay(client, { config_id }, options))).contact_way
  } catch (error) {
    if (isApiError(error, unknownWay)) return undefined
    throw error
  }
}

async function writeContactWays(connection: Connection, ways: readonly ContactWay[], writing: Writing): Promise<void> {
  const rows = ways.map((way) => ({
    corp_id: writing.corpId,
    config_id: way.config_id,
    state: cleanText(way.state),
    remark: cleanText(way.remark),
    type: way.type,
    scene: way.scene,
    deleted_at: null,
    ...toContent(way),
    read_at: writing.readAt,
  }))
  await writeRows(connection, 'contact_ways', rows, writing)
}
