import * as v from 'valibot'
import type { CorpEvent } from '../base/events.ts'
import { id, InputError, rowSchema, upToFive } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import type { AcquisitionLink, AcquisitionQuota } from '../state/acquisition.ts'
import type { MediaJob } from '../state/media.ts'
import type { App } from '../state/members.ts'
import { isTemplate, knownSuite } from '../state/provider.ts'
import { deleteTags, type FoundTag, liveTags, type TagGroup } from '../state/tags.ts'
import { eventsOf, knownTag, type Outcome, type WhichSuite } from './known.ts'

export interface AdminCreatesTags {
  /**
   * Name of the tag group in which the admin creates the corp tags. If the tag group does not exist, the action creates
   * it.
   */
  readonly group_name: string
  /** Names of the corp tags to create. */
  readonly tag: string[]
}

export const adminCreatesTagsSchema: v.GenericSchema<AdminCreatesTags> = rowSchema<AdminCreatesTags>({
  group_name: id,
  tag: v.pipe(v.array(id), v.nonEmpty()),
})

/**
 * An admin creates corp tags in the admin console. Apps can use these tags, but cannot change them.
 *
 * @throws {RangeError} the tag group already has a tag with one of the names.
 */
export function adminCreatesTags(
  corp: Corp,
  { group_name, tag }: AdminCreatesTags,
): Outcome & { readonly group_id: string; readonly tag_id: string[] } {
  const known = corp.tags
    .groups()
    .find((group) => !group.deleted && group.strategy_id === undefined && group.group_name === group_name)
  const taken = known && liveTags(known).find(({ name }) => tag.includes(name))
  if (taken) throw new InputError('tag', `Tag group ${group_name} already has a tag ${taken.name}, with id ${taken.id}`)

  const { group, tags } = corp.tags.create({ group_name, tag: tag.map((name) => ({ name })) })
  const created = [...(known ? [] : [{ group }]), ...tags.map((added) => ({ group, tag: added }))]
  return {
    group_id: group.group_id,
    tag_id: tags.map((added) => added.id),
    events: created.map((found) => raiseTagEvent(corp, found, 'create')),
  }
}

export interface AdminRenamesTag {
  /** Id of the tag or tag group to rename. */
  readonly id: string
  readonly name: string
}

export const adminRenamesTagSchema: v.GenericSchema<AdminRenamesTag> = rowSchema<AdminRenamesTag>({ id, name: id })

/**
 * An admin renames a tag or tag group in the admin console.
 *
 * @returns the changed tag group.
 * @throws {RangeError} the tag or tag group does not exist, or another tag or tag group already has this name.
 */
export function adminRenamesTag(
  corp: Corp,
  { id: wanted, name }: AdminRenamesTag,
): Outcome & { readonly tag_group: TagGroup } {
  const found = knownTag(corp, wanted)
  const { group, tag } = found
  const namesakes = tag
    ? liveTags(group).filter((other) => other !== tag && other.name === name)
    : corp.tags
        .groups()
        .filter((other) => other !== group && !other.deleted && other.strategy_id === group.strategy_id)
        .filter((other) => other.group_name === name)
  if (namesakes.length > 0)
    throw new InputError('name', `A ${tag ? 'tag' : 'tag group'} named ${name} already exists; choose another name`)

  corp.tags.change(found, { name })
  return { events: [raiseTagEvent(corp, found, 'update')], tag_group: structuredClone(group) }
}

export interface AdminReordersTags {
  /** Id of the tag group that contains the tags. */
  readonly group_id: string
  /** Ids of all tags of the tag group, in the new order. */
  readonly tag_id: string[]
}

export const adminReordersTagsSchema: v.GenericSchema<AdminReordersTags> = rowSchema<AdminReordersTags>({
  group_id: id,
  tag_id: v.array(id),
})

/**
 * An admin changes the order of the tags in a tag group, in the admin console.
 *
 * @returns the changed tag group.
 * @throws {RangeError} the tag group does not exist, or `tag_id` does not contain exactly the tags of this group.
 */
export function adminReordersTags(
  corp: Corp,
  { group_id, tag_id }: AdminReordersTags,
): Outcome & { readonly tag_group: TagGroup } {
  const { group } = knownTag(corp, group_id, 'group_id')
  const tags = liveTags(group)
  const isComplete = tags.length === tag_id.length && tags.every((tag) => tag_id.includes(tag.id))
  if (!isComplete)
    throw new InputError(
      'tag_id',
      `tag_id must contain each tag of tag group ${group_id} once: ${upToFive(tags.map((tag) => tag.id))}`,
    )

  for (const tag of tags) tag.order = tag_id.length - tag_id.indexOf(tag.id)
  return {
    events: [corp.events.add({ Event: 'change_external_tag', ChangeType: 'shuffle', Id: group_id })],
    tag_group: structuredClone(group),
  }
}

export interface AdminDeletesTags {
  /** Ids of the tags and tag groups to delete. */
  readonly id: string[]
}

export const adminDeletesTagsSchema: v.GenericSchema<AdminDeletesTags> = rowSchema<AdminDeletesTags>({
  id: v.pipe(v.array(id), v.nonEmpty()),
})

/**
 * An admin deletes tags or tag groups in the admin console. If a tag group is deleted, apps receive one event about the
 * tag group and no events about its tags.
 *
 * @returns the deleted tag groups, and the tag groups of the deleted tags.
 * @throws {RangeError} one of the tags or tag groups does not exist.
 */
export function adminDeletesTags(
  corp: Corp,
  { id: ids }: AdminDeletesTags,
): Outcome & { readonly tag_group: TagGroup[] } {
  const found = [...new Set(ids)].map((wanted) => knownTag(corp, wanted))
  deleteTags(corp, found)
  return {
    events: found.map((gone) => raiseTagEvent(corp, gone, 'delete')),
    tag_group: structuredClone([...new Set(found.map(({ group }) => group))]),
  }
}

function raiseTagEvent(corp: Corp, { group, tag }: FoundTag, ChangeType: 'create' | 'update' | 'delete'): CorpEvent {
  // Without the id of a rule group (规则组), which WeCom sends only to the system app 客户联系.
  const which = tag ? { Id: tag.id, TagType: 'tag' } : { Id: group.group_id, TagType: 'tag_group' }
  return corp.events.add({ Event: 'change_external_tag', ChangeType, ...which })
}

export interface AdminDeletesAcquisitionLink {
  readonly link_id: string
}

export const adminDeletesAcquisitionLinkSchema: v.GenericSchema<AdminDeletesAcquisitionLink> =
  rowSchema<AdminDeletesAcquisitionLink>({ link_id: id })

/**
 * An admin deletes an acquisition link in the admin console. Apps receive an event.
 *
 * @returns the deleted link.
 * @throws {RangeError} the link does not exist.
 */
export function adminDeletesAcquisitionLink(
  corp: Corp,
  { link_id }: AdminDeletesAcquisitionLink,
): Outcome & { readonly link: AcquisitionLink } {
  const link = corp.acquisition.find(link_id)
  if (!link) {
    const others = corp.acquisition.list().map((other) => other.link_id)
    throw new InputError('link_id', `There is no acquisition link ${link_id}; acquisition links: ${upToFive(others)}`)
  }
  corp.acquisition.remove(link_id)
  return {
    events: [corp.events.add({ Event: 'customer_acquisition', ChangeType: 'delete_link', LinkId: link_id })],
    link: structuredClone(link),
  }
}

export interface CorpBuysAcquisitionQuota {
  /** Number of quota units to buy. Each customer who adds a member by an acquisition link uses one unit. */
  readonly count: number
  /** Number of days until the bought units expire. Default 365. */
  readonly days?: number | undefined
}

const positive = v.pipe(v.number(), v.integer(), v.minValue(1))

export const corpBuysAcquisitionQuotaSchema: v.GenericSchema<CorpBuysAcquisitionQuota> =
  rowSchema<CorpBuysAcquisitionQuota>({ count: positive, days: v.optional(positive) })

const day = 24 * 3600
/** Seconds from midnight in UTC to the next midnight in China (UTC+8). */
const midnight = 16 * 3600

/**
 * The corp buys units of the quota for acquisition links (获客链接). Each customer who adds a member by a link uses one
 * unit.
 *
 * @returns the corp's quota after the purchase.
 */
export function corpBuysAcquisitionQuota(
  corp: Corp,
  { count, days = 365 }: CorpBuysAcquisitionQuota,
): Outcome & { readonly quota: AcquisitionQuota } {
  const last = corp.clock.seconds() + days * day
  const expire_date = last - ((last - midnight) % day)
  const events = eventsOf(corp, () => corp.acquisitionQuotas.add({ expire_date, balance: count }))
  return { events, quota: structuredClone(corp.acquisitionQuotas.state()) }
}

/**
 * The corp authorizes a service provider's suite (a third-party app or an app template). The action returns the
 * authorization code `auth_code`. The corp gets the app when the service provider (服务商) exchanges this code for the
 * permanent code.
 *
 * @throws {RangeError} the suite does not exist.
 */
export function corpAuthorizesSuite(corp: Corp, { suite_id }: WhichSuite): Outcome & { readonly auth_code: string } {
  knownSuite(corp.provider, suite_id)
  const auth_code = corp.provider.issue('auth_code', suite_id)
  return { events: [corp.events.add({ Event: 'create_auth', SuiteId: suite_id, AuthCode: auth_code })], auth_code }
}

/**
 * The corp cancels the authorization of a service provider's (服务商) suite, and removes the installed app. The permanent
 * code and the tokens of this app become invalid.
 *
 * @throws {RangeError} the suite does not exist, or the corp has not installed an app from this suite.
 */
export function corpCancelsSuite(corp: Corp, { suite_id }: WhichSuite): Outcome {
  knownSuite(corp.provider, suite_id)
  const app = authorizedApp(corp, suite_id)
  corp.apps.cancel(app, corp.clock.seconds())
  corp.tokens.revokeOf(app)
  return { events: [corp.events.add({ Event: 'cancel_auth', SuiteId: suite_id, AuthCorpId: corp.corpId })] }
}

/**
 * The service provider requests a new permanent code for an app that it developed from a template (代开发应用模板). The
 * permanent code is the secret of such an app. The old permanent code and the tokens of the app become invalid. The
 * action returns an authorization code (`auth_code`), which the provider exchanges for the new permanent code.
 *
 * @throws {RangeError} the template does not exist, or the corp has not installed an app from this template.
 */
export function providerResetsPermanentCode(
  corp: Corp,
  { suite_id }: WhichSuite,
): Outcome & { readonly auth_code: string } {
  knownSuite(corp.provider, suite_id)
  if (!isTemplate(suite_id))
    throw new InputError('suite_id', `Suite ${suite_id} is not a template; ids of templates start with dk`)
  corp.tokens.revokeOf(authorizedApp(corp, suite_id))
  corp.apps.install(suite_id, corp.random.text(43))
  const auth_code = corp.provider.issue('auth_code', suite_id)
  const event = { Event: 'reset_permanent_code', SuiteId: suite_id, AuthCode: auth_code }
  return { events: [corp.events.add(event)], auth_code }
}

function authorizedApp(corp: Corp, suite_id: string): App {
  const app = corp.apps.ofSuite(suite_id)
  if (app) return app
  throw new InputError(
    'suite_id',
    `The corp has no app of suite ${suite_id}; call corpAuthorizesSuite, then exchange the auth_code by getPermanentCode`,
  )
}

/**
 * WeCom sends a new ticket (`suite_ticket`) for a service provider's suite (a third-party app or an app template). The
 * real WeCom sends a ticket every ten minutes. The fake corp sends one only if a test calls this action.
 *
 * @throws {RangeError} the suite does not exist.
 */
export function suiteTicketPushed(corp: Corp, { suite_id }: WhichSuite): Outcome & { readonly suite_ticket: string } {
  knownSuite(corp.provider, suite_id)
  const suite_ticket = corp.provider.issue('suite_ticket', suite_id)
  const event = { Event: 'suite_ticket', SuiteId: suite_id, SuiteTicket: suite_ticket }
  return { events: [corp.events.add(event)], suite_ticket }
}

export interface MediaDownloadFails {
  readonly jobid: string
  /**
   * The errcode with which the download fails. Default 830003:
   * - 830003: download failed
   * - 301019: wrong MD5
   * - 45001: file too large
   * - 830001: the server of the URL does not support the header Range
   */
  readonly errcode?: 830001 | 830003 | 301019 | 45001 | undefined
}

export const mediaDownloadFailsSchema: v.GenericSchema<MediaDownloadFails> = rowSchema<MediaDownloadFails>({
  jobid: id,
  errcode: v.optional(v.picklist([830001, 830003, 301019, 45001])),
})

/**
 * WeCom cannot download the file of an upload job (异步上传任务). The job remains in progress until 10 seconds after its
 * start. Then the job fails, and the app that started the job receives an event.
 *
 * @returns the job, which is still in progress.
 * @throws {RangeError} no job with this id is in progress.
 */
export function mediaDownloadFails(
  corp: Corp,
  { jobid, errcode = 830003 }: MediaDownloadFails,
): Outcome & { readonly job: MediaJob } {
  return { events: [], job: { ...corp.mediaJobs.fail(jobid, errcode) } }
}
