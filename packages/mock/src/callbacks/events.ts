import type { CorpEvent, EventValue } from '../base/events.ts'
import type { Keyed } from '../base/rows.ts'
import type { Corp } from '../state/Corp.ts'
import type { App } from '../state/members.ts'
import { toAppIds } from '../state/appIds.ts'
import { isTemplate } from '../state/provider.ts'
import type { CallbackSettings } from './settings.ts'

type EventFields = Readonly<Record<string, EventValue | undefined>>

/**
 * Returns the fields of an event, as the callback URL with these settings receives them. Returns undefined if the
 * callback URL does not receive the event, e.g. because the event is outside the visible range of the app.
 */
export function fieldsFor(
  corp: Corp,
  { suiteId, agentId }: CallbackSettings,
  event: CorpEvent,
): EventFields | undefined {
  if (suiteId === undefined) {
    const app = agentId === undefined ? corp.apps.list()[0] : corp.apps.withAgentid(agentId)
    return !isOfSuite(event) && sees(corp, app, event) ? appForm(corp, toAppIds(corp, app, event)) : undefined
  }
  if (isOfSuite(event)) return event['SuiteId'] === suiteId ? suiteForm(event) : undefined
  // Events about customers go to a provider-developed app, not to its template.
  const app = corp.apps.ofSuite(suiteId)
  if (isTemplate(suiteId) || !sees(corp, app, event)) return undefined
  return { SuiteId: suiteId, AuthCorpId: corp.corpId, ...suiteForm(toAppIds(corp, app, event)) }
}

/** Checks whether an event is about a suite (第三方应用), e.g. about its authorization. */
export function isOfSuite(event: CorpEvent): boolean {
  return 'SuiteId' in event
}

function appForm(corp: Corp, event: CorpEvent): EventFields {
  return { ToUserName: corp.corpId, FromUserName: 'sys', MsgType: 'event', ...event }
}

function suiteForm({ Event, CreateTime, ...fields }: CorpEvent): EventFields {
  return { ...fields, InfoType: Event, TimeStamp: CreateTime }
}

function sees(corp: Corp, app: App | undefined, { UserID, ChatId, JobId }: CorpEvent): boolean {
  if (!app) return false
  // Only the app that started the job gets its event.
  const job = find(corp.mediaJobs, JobId)
  if (job) return job.app === app.name
  if (!app.customer_contact) return false
  const chat = find(corp.groupChats, ChatId)
  if (chat && !corp.members.isOwnerInRange(app, chat.owner)) return false
  const member = find(corp.members, UserID)
  return !member || corp.members.isVisible(app, member)
}

function find<Row extends object>(rows: Keyed<Row>, id: EventValue | undefined): Row | undefined {
  return typeof id === 'string' ? rows.find(id) : undefined
}
