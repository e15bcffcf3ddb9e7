import { type ContactWay, getContactWay } from '@wecom/contact-way'
import { isApiError } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { cleanInt, textOrNull, toContent } from '../rows/clean.ts'
import { endRows } from '../rows/endings.ts'
import { type Writing, writeRows } from '../rows/writeRows.ts'
import type { Calls } from './calls.ts'

const unknownWay = 41044

export async function readContactWay(
  { client }: SyncContext,
  calls: Calls,
  config_id: string,
): Promise<ContactWay | undefined> {
  try {
    return (await calls((options) => getContactWay(client, { config_id }, options))).contact_way
  } catch (error) {
    if (isApiError(error, unknownWay)) return undefined
    throw error
  }
}

export async function writeContactWay(
  connection: Connection,
  config_id: string,
  way: ContactWay | undefined,
  writing: Writing,
): Promise<void> {
  if (way) return writeContactWays(connection, [way], writing)
  const key = { corp_id: writing.corpId, config_id }
  await endRows(connection, 'contact_ways', [key], writing.readAt.getTime(), writing)
}

export async function writeContactWays(
  connection: Connection,
  ways: readonly ContactWay[],
  writing: Writing,
): Promise<void> {
  const rows = ways.map((way) => ({
    corp_id: writing.corpId,
    config_id: way.config_id,
    state: textOrNull(way.state),
    remark: textOrNull(way.remark),
    type: cleanInt(way.type),
    scene: cleanInt(way.scene),
    deleted_at: null,
    ...toContent(way),
    read_at: writing.readAt,
  }))
  await writeRows(connection, 'contact_ways', rows, writing)
}
