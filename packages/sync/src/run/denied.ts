import type { SyncContext } from '../context.ts'
import type { Claim } from '../reads/claims.ts'
import type { DirtyKind } from '../reads/dirty.ts'
import { addGaps, type GapReason } from '../rows/gaps.ts'
import type { ResourceName } from './resourceNames.ts'

// The visible range or a permission may change for a moment only.
const maxDenials = 4

export const resourceOf: Readonly<Record<DirtyKind, ResourceName>> = {
  customer: 'customers',
  group_chat: 'group_chats',
  contact_way: 'contact_ways',
  tags: 'tags',
}

/**
 * Gives up reading changed data if WeCom has refused the data to this app (`denied`) in four attempts. Records a gap
 * (data that could not be read) instead. Without this function, the sync would try to read the data for ever. If the
 * app gets the permission later, the next full run reads the data.
 */
export async function giveUpIfDenied(
  context: SyncContext,
  { key, row }: Claim,
  runId: string | null,
  gap: GapReason | undefined,
): Promise<void> {
  if (gap?.kind !== 'denied') return
  const { corpId } = context
  const resource = resourceOf[String(row['kind']) as DirtyKind]
  const item = String(row['item'])
  const version = Number(row['version'])
  const denials = Number(row['denials'] ?? 0) + 1
  await context.database.transaction(async (connection) => {
    // Locks the row. If another event has arrived, the row has another version.
    if (!(await connection.change('dirty', key, { denials }, { version })) || denials < maxDenials) return
    await addGaps(connection, context, runId, resource, [item], gap)
    // If another worker has ended the run, `addGaps` records nothing. A later read then gives up.
    const recorded = await connection.find('gaps', ['item'], [{ corp_id: corpId, resource, item }])
    if (recorded.length > 0) await connection.remove('dirty', [key])
  })
}
