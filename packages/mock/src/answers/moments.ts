import {
  cancelMomentTaskEndpoint,
  createMomentTaskEndpoint,
  type CreateMomentTaskParams,
  getMomentCommentsEndpoint,
  getMomentTaskResultEndpoint,
  listMomentCustomersEndpoint,
  listMomentsEndpoint,
  listMomentSendResultsEndpoint,
  listMomentTasksEndpoint,
  type Moment as MomentOnWire,
  type MomentAttachment,
  type MomentVisibleRangeParams,
} from '@wecom/moments'
import { Refusal } from '../base/Refusal.ts'
import { pageLimit } from '../base/cursors.ts'
import type { Corp } from '../state/Corp.ts'
import type { App } from '../state/members.ts'
import type { Moment, MomentPublication } from '../state/moments.ts'
import { serve, type Served } from './serve.ts'
import {
  createMomentStrategyServed,
  deleteMomentStrategyServed,
  getMomentStrategyServed,
  listMomentStrategiesServed,
  listMomentStrategyRangeServed,
  updateMomentStrategyServed,
} from './strategies.ts'

const createMomentTaskServed: Served = serve(
  createMomentTaskEndpoint,
  (corp, params, { app }) => ({ jobid: corp.momentJobs.add(app, keepMomentTask(params)).jobid }),
  { precheck: checkMomentTask },
)

function keepMomentTask({ text, attachments, visible_range }: CreateMomentTaskParams): CreateMomentTaskParams {
  return {
    ...(text && { text: text.content === undefined ? {} : { content: text.content } }),
    ...(attachments && { attachments: attachments.map((attachment) => keepAttachment(attachment)) }),
    ...(visible_range && { visible_range: keepRange(visible_range) }),
  }
}

function keepAttachment(attachment: MomentAttachment): MomentAttachment {
  const { msgtype } = attachment
  switch (msgtype) {
    case 'image':
      return { msgtype, image: { media_id: attachment.image.media_id } }
    case 'video':
      return { msgtype, video: { media_id: attachment.video.media_id } }
    case 'link': {
      const { title, url, media_id } = attachment.link
      return { msgtype, link: { ...(title !== undefined && { title }), url, media_id } }
    }
  }
}

function keepRange({ sender_list, external_contact_list }: MomentVisibleRangeParams): MomentVisibleRangeParams {
  return {
    ...(sender_list && {
      sender_list: {
        ...(sender_list.user_list && { user_list: sender_list.user_list }),
        ...(sender_list.department_list && { department_list: sender_list.department_list }),
      },
    }),
    ...(external_contact_list && {
      external_contact_list: {
        ...(external_contact_list.tag_list && { tag_list: external_contact_list.tag_list }),
      },
    }),
  }
}

type Sent = Readonly<Record<string, unknown>>

const kinds = ['image', 'link', 'video']
const maxImages = 9

function checkMomentTask({ text = {}, attachments = [] }: Sent): void {
  // Ignores values of a wrong type, because the schema refuses them later.
  if (!isObject(text) || !Array.isArray(attachments) || !attachments.every(isObject)) return
  if (!text['content'] && attachments.length === 0) throw new Refusal(41089)
  checkKinds(attachments.map(({ msgtype }) => msgtype))
}

function checkKinds(found: readonly unknown[]): void {
  const [first] = found
  if (found.some((kind) => kind !== first || !kinds.includes(String(kind)))) {
    throw new Refusal(41065, 'invalid attachments msgtype')
  }
  if (found.length > (first === 'image' ? maxImages : 1)) throw new Refusal(41064, 'invalid attachments size')
}

function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const cancelMomentTaskServed: Served = serve(
  cancelMomentTaskEndpoint,
  (corp, { moment_id }, { app }) => {
    findCorpMoment(corp, app, moment_id).cancelled_at ??= corp.clock.seconds()
    return {}
  },
  { missing: { moment_id: 41059 } },
)

const getMomentTaskResultServed: Served = serve(getMomentTaskResultEndpoint, (corp, { jobid }, { app }) => {
  const job = corp.momentJobs.get(app, jobid)
  return {
    status: corp.momentJobs.statusOf(job),
    type: 'add_moment_task',
    ...(job.result && { result: job.result }),
  }
})

function findMoment(corp: Corp, app: App, moment_id: string): Moment {
  const moment = corp.moments.find(moment_id)
  if (!moment || !isInRange(corp, app, moment)) throw new Refusal(41060)
  if (corp.moments.isDispatching(moment)) throw new Refusal(41079)
  return moment
}

function findCorpMoment(corp: Corp, app: App, moment_id: string): Moment {
  const moment = findMoment(corp, app, moment_id)
  if (moment.create_type === 1) throw new Refusal(41067)
  return moment
}

function findPublication(
  corp: Corp,
  app: App,
  { moment_id, userid }: { readonly moment_id: string; readonly userid: string },
): MomentPublication {
  const publication = visiblePublications(corp, app, findMoment(corp, app, moment_id)).find(
    (candidate) => candidate.userid === userid,
  )
  if (!publication) throw new Refusal(41061)
  if (publication.publish_time === undefined) throw new Refusal(41062)
  return publication
}

function isInRange(corp: Corp, app: App, { creator, publications, deleted_at }: Moment): boolean {
  const members = [creator, ...publications.map(({ userid }) => userid)]
  return deleted_at === undefined && members.some((userid) => isMemberInRange(corp, app, userid))
}

function visiblePublications(corp: Corp, app: App, { publications }: Moment): MomentPublication[] {
  return publications.filter(({ userid }) => isMemberInRange(corp, app, userid))
}

function isMemberInRange({ members }: Corp, app: App, userid: string | undefined): boolean {
  const member = userid === undefined ? undefined : members.find(userid)
  return member !== undefined && members.isInRange(app, member)
}

// The `filter_type` for moments of all creators.
const all = 2

const listMomentsServed: Served = serve(
  listMomentsEndpoint,
  (corp, { start_time, end_time, creator, filter_type = all, cursor, limit }, { app }) => {
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listMoments', app.name, start_time, end_time, creator ?? '', filter_type],
      cursor,
      limit: pageLimit(limit, { usual: 20, max: 20 }),
      list: () =>
        corp.moments
          .list()
          .filter(
            (moment) =>
              moment.create_time >= start_time &&
              moment.create_time <= end_time &&
              (!creator || moment.creator === creator) &&
              (filter_type === all || moment.create_type === filter_type) &&
              isInRange(corp, app, moment),
          )
          .map((moment) => toWire(moment)),
    })
    return { moment_list: items, next_cursor }
  },
  { failureFields: { moment_list: [] } },
)

function toWire(moment: Moment): MomentOnWire {
  const { publications: _who, cancelled_at: _cancelled, deleted_at: _deleted, ...shown } = moment
  return shown
}

const listMomentTasksServed: Served = serve(
  listMomentTasksEndpoint,
  (corp, { moment_id, cursor, limit }, { app }) => {
    const moment = findCorpMoment(corp, app, moment_id)
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listMomentTasks', app.name, moment_id],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () =>
        visiblePublications(corp, app, moment).map(({ userid, publish_time }) => ({
          userid,
          publish_status: publish_time === undefined ? 0 : 1,
        })),
    })
    return { task_list: items, next_cursor }
  },
  { missing: { moment_id: 41059 }, failureFields: { task_list: [] } },
)

const listMomentCustomersServed: Served = serve(
  listMomentCustomersEndpoint,
  (corp, { moment_id, userid, cursor, limit }, { app }) => {
    const { chosen } = findPublication(corp, app, { moment_id, userid })
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listMomentCustomers', app.name, moment_id, userid],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () => chosen.map((external_userid) => ({ userid, external_userid })),
    })
    return { customer_list: items, next_cursor }
  },
  { missing: { moment_id: 41059, userid: 41009 }, failureFields: { customer_list: [] } },
)

const listMomentSendResultsServed: Served = serve(
  listMomentSendResultsEndpoint,
  (corp, { moment_id, userid, cursor, limit }, { app }) => {
    const { reached } = findPublication(corp, app, { moment_id, userid })
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listMomentSendResults', app.name, moment_id, userid],
      cursor,
      limit: pageLimit(limit, { usual: 3000, max: 5000 }),
      list: () => reached.map((external_userid) => ({ external_userid })),
    })
    return { customer_list: items, next_cursor }
  },
  { missing: { moment_id: 41059, userid: 41009 }, failureFields: { customer_list: [] } },
)

const getMomentCommentsServed: Served = serve(
  getMomentCommentsEndpoint,
  (corp, params, { app }) => {
    const { comments, likes } = findPublication(corp, app, params)
    return { comment_list: comments, like_list: likes }
  },
  { missing: { moment_id: 41059, userid: 41009 }, failureFields: { comment_list: [], like_list: [] } },
)

export const momentsServed: readonly Served[] = [
  cancelMomentTaskServed,
  createMomentStrategyServed,
  createMomentTaskServed,
  deleteMomentStrategyServed,
  getMomentCommentsServed,
  getMomentStrategyServed,
  getMomentTaskResultServed,
  listMomentCustomersServed,
  listMomentSendResultsServed,
  listMomentStrategiesServed,
  listMomentStrategyRangeServed,
  listMomentTasksServed,
  listMomentsServed,
  updateMomentStrategyServed,
]
