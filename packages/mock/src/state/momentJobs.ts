import type { CreateMomentTaskParams, MomentTaskResult, MomentVisibleRangeParams } from '@wecom/moments'
import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { Follows } from './contacts.ts'
import type { Media } from './media.ts'
import { type App, type Apps, type Member, type Members, servesCustomers } from './members.ts'
import { type MomentPublication, type Moments, checkMomentMedia, toMomentContent } from './moments.ts'
import type { Tags } from './tags.ts'

/** A job that creates a moment (客户朋友圈) for an app. */
export interface MomentJob {
  jobid: string
  /** Name of the app that started the job to create a moment. Other apps cannot read the job. */
  app: string
  /** Time at which the job to create a moment started, in unix seconds. */
  asked_at: number
  request: CreateMomentTaskParams
  /** Result of the job to create a moment. Missing until the job is finished. */
  result?: MomentTaskResult | undefined
}

interface MomentCorp {
  readonly clock: Clock
  readonly random: Random
  readonly apps: Apps
  readonly members: Members
  readonly follows: Follows
  readonly tags: Tags
  readonly media: Media
  readonly moments: Moments
}

/**
 * Seconds until a job that creates a moment gets the status 2 (in progress). The number is an assumption, because
 * WeCom's documentation says only that apps should ask for the result every few seconds.
 */
const untilBegun = 1
const untilDone = 3
const lifetime = 24 * 3600
const maxJobs = 10
const minute = 60

export class MomentJobs extends Keyed<MomentJob> {
  readonly #corp: MomentCorp

  constructor(corp: MomentCorp) {
    super(({ jobid }) => jobid)
    this.#corp = corp
  }

  override load(jobs: readonly MomentJob[]): void {
    super.load(jobs)
    for (const job of jobs) this.#schedule(job)
  }

  add(app: App, request: CreateMomentTaskParams): MomentJob {
    const asked_at = this.#corp.clock.seconds()
    if (this.list().filter((job) => job.asked_at > asked_at - minute).length >= maxJobs) throw new Refusal(41078)
    const jobid = this.freeId(() => this.#corp.random.text(43))
    const job = { jobid, app: app.name, asked_at, request }
    this.put(job)
    this.#schedule(job)
    return job
  }

  get(app: App, jobid: string): MomentJob {
    const job = this.find(jobid)
    if (job?.app !== app.name) throw new Refusal(40088)
    if (job.asked_at + lifetime <= this.#corp.clock.seconds()) throw new Refusal(40089)
    return job
  }

  statusOf({ asked_at, result }: MomentJob): 1 | 2 | 3 {
    // 1 waiting, 2 creating the moment, 3 finished.
    if (result) return 3
    return this.#corp.clock.seconds() < asked_at + untilBegun ? 1 : 2
  }

  #schedule(job: MomentJob): void {
    if (!job.result) this.#corp.clock.at((job.asked_at + untilDone) * 1000, () => this.#carryOut(job))
  }

  #carryOut(job: MomentJob): void {
    const app = this.#corp.apps.list().find(({ name }) => name === job.app)
    if (app) job.result = this.#tryToCreate(app, job.request)
  }

  #tryToCreate(app: App, { visible_range, ...content }: CreateMomentTaskParams): MomentTaskResult {
    try {
      checkMomentMedia(this.#corp.media, content)
    } catch (error) {
      if (error instanceof Refusal) return { errcode: error.errcode, errmsg: error.message }
      throw error
    }
    const { publications, refused } = resolveMomentRange(this.#corp, app, visible_range)
    const { moment_id } = this.#corp.moments.add({
      create_type: 0,
      visible_type: visible_range?.external_contact_list ? 0 : 1,
      ...toMomentContent(content),
      publications,
    })
    return { errcode: 0, errmsg: 'ok', moment_id, ...refused }
  }
}

interface MomentRange {
  readonly publications: MomentPublication[]
  readonly refused: Pick<MomentTaskResult, 'invalid_sender_list' | 'invalid_external_contact_list'>
}

/**
 * Returns the members who publish a moment and the customers who can see it. The parameter `visible_range` of WeCom's
 * API selects them:
 * - only senders: these members publish the moment for all of their customers
 * - only tags: all members who have customers with these tags publish the moment for these customers
 * - senders and tags: the senders publish the moment for those of their customers who have one of the tags
 * - neither: all members in the visible range of the app publish the moment for all of their customers
 */
function resolveMomentRange(
  corp: MomentCorp,
  app: App,
  { sender_list = {}, external_contact_list }: MomentVisibleRangeParams = {},
): MomentRange {
  const { user_list = [], department_list = [] } = sender_list
  const namesSenders = user_list.length + department_list.length > 0
  const everybody = corp.members.list().filter((member) => isSender(corp, app, member))
  const users = split(user_list, (userid) => everybody.some((member) => member.userid === userid))
  const departments = split(
    department_list,
    (id) => corp.members.findDepartment(id) !== undefined && corp.members.isDepartmentVisible(app, id),
  )
  const named = { userid: users.valid, partyid: departments.valid }
  const senders = namesSenders ? everybody.filter((member) => corp.members.covers(named, member)) : everybody

  const tags = split(external_contact_list?.tag_list ?? [], (id) => corp.tags.find(id) !== undefined)
  const publications = senders.map(({ userid }) => ({
    userid,
    chosen: chooseCustomers(corp, userid, external_contact_list && tags.valid),
    reached: [],
    comments: [],
    likes: [],
  }))
  return {
    publications:
      external_contact_list && !namesSenders ? publications.filter(({ chosen }) => chosen.length > 0) : publications,
    refused: {
      ...(users.invalid.length + departments.invalid.length > 0 && {
        invalid_sender_list: {
          ...(users.invalid.length > 0 && { user_list: users.invalid }),
          ...(departments.invalid.length > 0 && { department_list: departments.invalid }),
        },
      }),
      ...(tags.invalid.length > 0 && { invalid_external_contact_list: { tag_list: tags.invalid } }),
    },
  }
}

function isSender({ members }: MomentCorp, app: App, member: Member): boolean {
  return servesCustomers(member) && members.isVisible(app, member)
}

function chooseCustomers({ follows }: MomentCorp, userid: string, tags: readonly string[] | undefined): string[] {
  return follows
    .ofMember(userid)
    .filter(({ tag_ids }) => tags === undefined || tag_ids.some((id) => tags.includes(id)))
    .map(({ external_userid }) => external_userid)
}

function split<Key>(keys: readonly Key[], isValid: (key: Key) => boolean): { valid: Key[]; invalid: Key[] } {
  const distinct = [...new Set(keys)]
  return { valid: distinct.filter((key) => isValid(key)), invalid: distinct.filter((key) => !isValid(key)) }
}
