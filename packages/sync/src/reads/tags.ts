import { type CorpTag, type CorpTagGroup, listCorpTags } from '@wecom/tags'
import { sql } from 'kysely'
import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { cleanInt, cleanText, toContent } from '../rows/clean.ts'
import { endRows, isSuspicious } from '../rows/endings.ts'
import { type Writing, writeRows } from '../rows/writeRows.ts'
import type { Calls } from './calls.ts'

export async function readTags({ client }: SyncContext, calls: Calls): Promise<CorpTagGroup[]> {
  return (await calls((options) => listCorpTags(client, {}, options))).tag_group
}

/**
 * Writes the tags and tag groups in `groups`, and marks all other tags and tag groups of the corp as deleted. If
 * `groups` contains no tags, or suspiciously many tags are missing in it (see `isSuspicious`), the function marks no
 * tag as deleted, and returns the reason. The same applies to tag groups.
 *
 * If a tag is marked as deleted, the rows of `follow_tags` with this tag stay until the follow relation is read again.
 * So no row is lost if WeCom's list of tags was incomplete by mistake.
 *
 * @param acceptMissing - whether to mark tags and tag groups as deleted even if suspiciously many are missing.
 */
export async function writeTags(
  connection: Connection,
  { database, corpId: corp_id }: SyncContext,
  groups: readonly CorpTagGroup[],
  writing: Writing,
  acceptMissing = false,
): Promise<string | undefined> {
  const read_at = writing.readAt
  const groupRows = groups.map(({ tag: _tag, ...group }) => ({
    corp_id,
    group_id: group.group_id,
    name: cleanText(group.group_name),
    sort_order: cleanInt(group.order),
    deleted_at: null,
    ...toContent(group),
    read_at,
  }))
  const toTagRow = (group_id: string, tag: CorpTag) => ({
    corp_id,
    tag_id: tag.id,
    group_id,
    name: cleanText(tag.name),
    sort_order: cleanInt(tag.order),
    deleted_at: null,
    ...toContent({ ...tag, group_id }),
    read_at,
  })
  const tagRows = groups.flatMap((group) => tagsOf(group).map((tag) => toTagRow(group.group_id, tag)))
  await writeRows(connection, 'tag_groups', groupRows, writing)
  await writeRows(connection, 'tags', tagRows, writing)

  const reasons: string[] = []
  for (const [table, key, rows] of [
    ['tag_groups', 'group_id', groupRows.map(({ group_id }) => group_id)],
    ['tags', 'tag_id', tagRows.map(({ tag_id }) => tag_id)],
  ] as const) {
    const listed = new Set(rows)
    const query = sql<{ id: string }>`select ${sql.ref(key)} as id from ${sql.table(`wecom_${table}`)}
      where corp_id = ${corp_id} and deleted_at is null`
    const live = (await connection.execute(query.compile(database.build))).rows
    const gone = live.filter(({ id }) => !listed.has(id)).map(({ id }) => ({ corp_id, [key]: id }))
    const isEmpty = listed.size === 0 && live.length > 0
    if (!acceptMissing && (isEmpty || isSuspicious(gone.length, live.length))) {
      reasons.push(
        `${gone.length} of ${live.length} ${table} are no longer listed; too many at once, so none was marked as deleted`,
      )
    } else {
      await endRows(connection, table, gone, read_at.getTime(), writing)
    }
  }
  return reasons.length === 0 ? undefined : reasons.join('; ')
}

function tagsOf({ tag = [] }: Partial<CorpTagGroup>): readonly CorpTag[] {
  return tag
}
