import type { RequestOptions } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Writing } from '../rows/writeRows.ts'
import { SyncError } from '../SyncError.ts'
import type { Calls } from './calls.ts'
import { readContactWay, writeContactWay } from './contactWay.ts'
import { readCustomer, writeCustomer } from './customer.ts'
import { readGroupChat, writeFoundGroupChats } from './groupChat.ts'
import { readTags, writeTags } from './tags.ts'

/** The data that `Sync.refresh` reads again: one customer, one group chat, one contact way, or all tags. */
export type RefreshTarget =
  | { readonly external_userid: string }
  | { readonly chat_id: string }
  | { readonly config_id: string }
  /** All corp tags and tag groups (企业标签库). Single tags cannot be read again. */
  | { readonly tags: true }

export async function refresh(
  context: SyncContext,
  target: RefreshTarget,
  source: Writing['source'],
  options: RequestOptions = {},
): Promise<void> {
  const { database, corpId, time } = context
  const calls: Calls = (make) => make(options)
  await time.measure()
  const writing: Writing = { corpId, source, readAt: new Date(time.now()), now: time.now }
  if ('external_userid' in target) {
    const found = await readCustomer(context, calls, target.external_userid)
    await database.transaction((connection) => writeCustomer(connection, context, found, writing))
  } else if ('chat_id' in target) {
    const found = await readGroupChat(context, calls, target.chat_id)
    await database.transaction((connection) => writeFoundGroupChats(connection, context, [found], writing))
  } else if ('config_id' in target) {
    const way = await readContactWay(context, calls, target.config_id)
    await database.transaction((connection) => writeContactWay(connection, target.config_id, way, writing))
  } else {
    const groups = await readTags(context, calls)
    const reason = await database.transaction((connection) => writeTags(connection, context, groups, writing))
    if (reason !== undefined) {
      const message = `refresh: ${reason}; if the tags were deleted in WeCom, call run({ acceptMissing: true })`
      throw new SyncError('suspicious', message)
    }
  }
}
