import type { CreateMomentTaskParams, MomentTaskResult } from '@wecom/moments'
import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import { Keyed } from './Keyed.ts'
import { checkMomentMedia, toMomentContent } from './momentContent.ts'
import { resolveMomentRange } from './momentRange.ts'
import type { Tenant } from './Tenant.ts'

/** A moment that an app asked for, on its way to be made. */
export interface MomentJob {
  jobid: string
  /** Name of the app that asked. No other app sees it. */
  app: string
  /** Unix seconds. */
  asked_at: number
  request: CreateMomentTaskParams
  /** What came of it; absent until then. */
  result?: MomentTaskResult | undefined
}

type Corp = Pick<Tenant, 'clock' | 'random' | 'apps' | 'members' | 'follows' | 'tags' | 'media' | 'moments'>

/** Seconds until WeCom begins with a job, and until it is through. Not documented: "poll every few seconds". */
const untilBegun = 1
const untilDone = 3
/** Seconds that a result is kept. */
const lifetime = 24 * 3600
/** Of the whole corp. */
const maxJobs = 10
const minute = 60

/** The creation of moments, which takes a while. */
export class MomentJobs extends Keyed<MomentJob> {
  readonly #corp: Corp

  constructor(corp: Corp) {
    super(({ jobid }) => jobid)
    this.#corp = corp
  }

  override load(jobs: readonly MomentJob[]): void {
    super.load(jobs)
    for (const job of jobs) this.#schedule(job)
  }

  /**
   * Begins one.
   *
   * @throws {Refusal} 41078: ten were begun within the last minute.
   */
  add(app: App, request: CreateMomentTaskParams): MomentJob {
    const asked_at = this.#corp.clock.seconds()
    if (this.list().filter((job) => job.asked_at > asked_at - minute).length >= maxJobs) throw new Refusal(41078)
    const jobid = this.freeId(() => this.#corp.random.text(43))
    const job = { jobid, app: app.name, asked_at, request }
    this.put(job)
    this.#schedule(job)
    return job
  }

  /** @throws {Refusal} 40088: the app has no such job. 40089: it is more than 24 hours old. */
  get(app: App, jobid: string): MomentJob {
    const job = this.find(jobid)
    if (job?.app !== app.name) throw new Refusal(40088)
    if (job.asked_at + lifetime <= this.#corp.clock.seconds()) throw new Refusal(40089)
    return job
  }

  /** 1 begun, 2 being created, 3 finished. */
  statusOf({ asked_at, result }: MomentJob): 1 | 2 | 3 {
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
