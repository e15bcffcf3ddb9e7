import type { CallbackEvent } from '@wecom/callback'
import { eventTime } from '@wecom/callback'
import type { DirtyKind } from '../reads/dirty.ts'
import type { ReportedChange } from '../reads/reportedChanges.ts'

export interface EventRead {
  readonly kind: DirtyKind
  readonly item: string
  readonly changes: readonly ReportedChange[]
}

export function corpOf(event: CallbackEvent): string | undefined {
  if ('unknown' in event) return undefined
  if ('AuthCorpId' in event && event.AuthCorpId !== undefined) return event.AuthCorpId
  return 'ToUserName' in event ? event.ToUserName : undefined
}

export function namesOf({ ChangeType: change, Event, InfoType }: CallbackEvent): string[] {
  const family = Event ?? InfoType
  if (family === undefined) return ['unknown']
  return change === undefined ? [family] : [`${family}.${change}`, change, family]
}

/**
 * Returns what the sync must read again from WeCom after an event: a customer, a group chat or all tags. Each entry
 * also contains the changes that the event reported.
 */
export function readsOf(event: CallbackEvent): EventRead[] {
  if ('unknown' in event) return []
  const at = eventTime(event) ?? 0
  switch (event.Event ?? event.InfoType) {
    case 'change_external_contact':
      return customerReads(event, at)
    case 'change_external_chat':
      return chatReads(event, at)
    case 'change_external_tag':
      return [{ kind: 'tags', item: '*', changes: [{ is: 'changed' }] }]
    default:
      return []
  }
}

function customerReads(event: CallbackEvent, at: number): EventRead[] {
  if (!('ExternalUserID' in event) || !('UserID' in event)) return []
  const { ExternalUserID: item, UserID: userid, ChangeType } = event
  if (typeof item !== 'string' || typeof userid !== 'string') return []
  const changes = (): ReportedChange[] => {
    switch (ChangeType) {
      case 'add_external_contact':
        return [{ is: 'added', userid, at }]
      case 'del_external_contact':
        return [{ is: 'deleted', userid, at, by: event.Source === 'DELETE_BY_TRANSFER' ? 'transfer' : 'member' }]
      case 'del_follow_user':
        return [{ is: 'deleted_by_customer', userid, at }]
      case 'edit_external_contact':
        return [{ is: 'edited', userid, at }]
      default:
        // After add_half_external_contact the customer cannot be read yet.
        return []
    }
  }
  return [{ kind: 'customer', item, changes: changes() }]
}

function chatReads(event: CallbackEvent, at: number): EventRead[] {
  if (!('ChatId' in event)) return []
  const { ChatId: item, ChangeType } = event
  if (ChangeType === 'create') return [{ kind: 'group_chat', item, changes: [{ is: 'exists', at }] }]
  if (ChangeType === 'dismiss') return [{ kind: 'group_chat', item, changes: [{ is: 'dismissed', at }] }]
  const changes: ReportedChange[] = []
  if ('CurMemVer' in event && event.CurMemVer !== undefined)
    changes.push({ is: 'version', version: event.CurMemVer, at })
  if ('QuitScene' in event && event.UpdateDetail === 'del_member' && event.QuitScene !== undefined) {
    changes.push({ is: 'left', userids: event.MemChangeList?.Item ?? [], quitScene: event.QuitScene, at })
  }
  return [{ kind: 'group_chat', item, changes }]
}
