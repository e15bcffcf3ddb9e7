import { type CorpTag, type CorpTagGroup, listCorpTags } from '@wecom/tags'
import type { Connection } from '../database/Database.ts'
import { cleanText, toContent } from '../rows/clean.ts'
import { type Writing, writeRows } from '../rows/writeRows.ts'
import { endRows, isSuspicious } from './endings.ts'
import { addGaps } from './gaps.ts'
import type { Resource, SliceContext } from './resources.ts'
import { addSeen, moveSlice } from './slices.ts'
import { unseen } from './unseen.ts'

/** 企业标签库: one answer holds all of it. */
export const tags: Resource = {
  read: async (context) => {
    const { tag_group } = await context.calls((options) => listCorpTags(context.client, {}, options))
    return {
      items: tag_group.length,
      next: undefined,
      write: async (connection, writing) => {
        await writeTagGroups(connection, tag_group, writing)
        await addSeen(connection, context, context.slice, [
          ...tag_group.map(({ group_id }) => ({ owner: 'group', item: group_id })),
          ...tag_group.flatMap(({ tag }) => tag.map(({ id }) => ({ owner: 'tag', item: id }))),
        ])
      },
    }
  },

  sweep: async (context) => {
    await context.database.transaction(async (connection) => {
      await moveSlice(connection, context, context.slice, {})
      await sweepTable(connection, context, 'tag_groups', 'group_id', 'group')
      await sweepTable(connection, context, 'tags', 'tag_id', 'tag')
    })
  },
}

/** Writes groups with all of their tags. */
export async function writeTagGroups(
  connection: Connection,
  groups: readonly CorpTagGroup[],
  writing: Writing,
): Promise<void> {
  const { corpId: corp_id, readAt: read_at } = writing
  const groupRows = groups.map(({ tag: _tag, ...group }) => ({
    corp_id,
    group_id: group.group_id,
    name: cleanText(group.group_name),
    sort_order: group.order,
    deleted_at: null,
    ...toContent(group),
    read_at,
  }))
  const toTagRow = (group_id: string, tag: CorpTag) => ({
    corp_id,
    tag_id: tag.id,
    group_id,
    name: cleanText(tag.name),
    sort_order: tag.order,
    deleted_at: null,
    ...toContent({ ...tag, group_id }),
    read_at,
  })
  const tagRows = groups.flatMap(({ group_id, tag }) => tag.map((one) => toTagRow(group_id, one)))
  await writeRows(connection, 'tag_groups', groupRows, writing)
  await writeRows(connection, 'tags', tagRows, writing)
}

async function sweepTable(
  connection: Connection,
  context: SliceContext,
  table: 'tag_groups' | 'tags',
  key: string,
  owner: string,
): Promise<void> {
  const { corpId, slice, time, runId } = context
  const { missing, live } = await unseen(connection, context, { table, key, owner })
  if (isSuspicious(missing.length, live)) {
    const reason = `${missing.length} of ${live} ${table} are no longer listed; none was marked as deleted`
    await addGaps(connection, context, runId, 'tags', [owner], { kind: 'suspicious', reason })
    return
  }
  const keys = missing.map((id) => ({ corp_id: corpId, [key]: id }))
  const writing = { corpId, source: 'run', readAt: new Date(time.now()) } as const
  await endRows(connection, table, keys, slice.beganAt, writing)
}
