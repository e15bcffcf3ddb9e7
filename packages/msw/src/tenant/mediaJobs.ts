import { InputError } from '../InputError.ts'
import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
import type { Clock } from './clock.ts'
import type { EventLog } from './events.ts'
import { Keyed } from './Keyed.ts'
import type { Media } from './media.ts'
import type { Random } from './random.ts'

/** A file that WeCom fetches from a URL (异步上传任务). */
export interface MediaJob {
  jobid: string
  /** Name of the app that asked for it. No other app knows it. */
  app: string
  type: 'video' | 'file'
  filename: string
  url: string
  /** Unix seconds. */
  created_at: number
  /** 1 in progress, 2 done, 3 failed. */
  status: 1 | 2 | 3
  /** Of a job that failed or is to fail. */
  errcode: number
  /** Of a job that is done. */
  media_id?: string | undefined
}

/** Seconds that a job takes; WeCom does not say. */
const duration = 10
/** Seconds that a job can be asked for. */
const lifetime = 3600

/** The jobs of all apps. Nothing is fetched: the file that comes of a job holds its URL. */
export class MediaJobs extends Keyed<MediaJob> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #media: Media
  readonly #events: EventLog

  constructor(clock: Clock, random: Random, media: Media, events: EventLog) {
    super(({ jobid }) => jobid)
    this.#clock = clock
    this.#random = random
    this.#media = media
    this.#events = events
  }

  override load(jobs: readonly MediaJob[]): void {
    super.load(jobs)
    for (const job of jobs) this.#schedule(job)
  }

  /** @throws {Refusal} 40088: the app has no such job, or it was started more than an hour ago. */
  get(app: App, jobid: string): MediaJob {
    const job = this.find(jobid)
    if (job?.app !== app.name || job.created_at + lifetime <= this.#clock.seconds()) throw new Refusal(40088)
    return job
  }

  /** @returns the new job's id. */
  start(app: App, { type, filename, url }: Pick<MediaJob, 'type' | 'filename' | 'url'>): string {
    const jobid = this.freeId(() => `jobid_${this.#random.text(32)}`)
    const created_at = this.#clock.seconds()
    const job: MediaJob = { jobid, app: app.name, type, filename, url, created_at, status: 1, errcode: 0 }
    this.put(job)
    this.#schedule(job)
    return jobid
  }

  /**
   * Has a job fail that is in progress.
   *
   * @param errcode - 830003 download failed, 301019 wrong MD5, 45001 too large, 830001 no Range support.
   * @throws {RangeError} no such job is in progress.
   *
   * @example
   * tenant.mediaJobs.fail(jobid, 830003)
   */
  fail(jobid: string, errcode: number): MediaJob {
    const job = this.find(jobid)
    if (job?.status !== 1) throw new InputError('jobid', `No media job ${jobid} is in progress`)
    job.errcode = errcode
    return job
  }

  /** Whether a file came of a job. */
  hasMade(media_id: string): boolean {
    return this.list().some((job) => job.media_id === media_id)
  }

  #schedule(job: MediaJob): void {
    if (job.status === 1) this.#clock.at((job.created_at + duration) * 1000, () => this.#finish(job))
  }

  #finish(job: MediaJob): void {
    const { jobid, type, filename, url, errcode } = job
    if (errcode === 0) {
      const content_type = type === 'video' ? 'video/mp4' : 'application/octet-stream'
      const content = new TextEncoder().encode(url)
      job.media_id = this.#media.add({ type, filename, content_type, content }).media_id
    }
    job.status = errcode === 0 ? 2 : 3
    this.#events.add({ Event: 'upload_media_job_finish', JobId: jobid })
  }
}
