import { Refusal } from '../base/Refusal.ts'
import { type Clock, beijingDay, beijingMonth } from '../base/clock.ts'
import type { EventLog } from '../base/events.ts'
import { InputError } from '../base/input.ts'
import { drawFree, type Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { App } from './members.ts'

/** An uploaded file. All apps of the corp can use it by its media_id. */
export interface MediaFile {
  media_id: string
  type: 'image' | 'voice' | 'video' | 'file'
  /** Use of the uploaded file as an attachment: 1 moments, 2 product album. Missing for temporary media (临时素材). */
  attachment_type?: 1 | 2 | undefined
  filename: string
  content_type: string
  /** Content of the uploaded file, encoded in base64. */
  content: string
  /** Time of the upload, in unix seconds. */
  created_at: number
}

export type StoredFile = Omit<MediaFile, 'content'> & { readonly content: Uint8Array<ArrayBuffer> }

/** A picture that an app uploaded by `media/uploadimg`. Its URL does not expire. */
export interface UploadedPicture {
  url: string
  /** Time of the upload, in unix seconds. */
  created_at: number
}

const fileLifetime = 3 * 24 * 3600
const maxPicturesPerDay = 1000
const maxPicturesPerMonth = 3000

export class Media {
  readonly #clock: Clock
  readonly #random: Random
  #files = new Map<string, StoredFile>()
  #pictures: UploadedPicture[] = []

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  load(files: readonly MediaFile[]): void {
    this.#files = new Map(files.map((file) => [file.media_id, { ...file, content: fromBase64(file.content) }]))
  }

  loadPictures(pictures: readonly UploadedPicture[]): void {
    this.#pictures = [...pictures]
  }

  list(): MediaFile[] {
    return [...this.#files.values()].map((file) => ({ ...file, content: toBase64(file.content) }))
  }

  pictures(): readonly UploadedPicture[] {
    return this.#pictures
  }

  add(file: Omit<StoredFile, 'media_id' | 'created_at'>): StoredFile {
    const media_id = drawFree(
      () => `3${this.#random.text(64)}`,
      (id) => this.#files.has(id),
    )
    const added: StoredFile = { ...file, media_id, created_at: this.#clock.seconds() }
    this.#files.set(media_id, added)
    return added
  }

  get(media_id: string): StoredFile {
    const file = this.#files.get(media_id)
    if (!file || file.created_at + fileLifetime <= this.#clock.seconds()) throw new Refusal(40007)
    return file
  }

  checkTemporary(type: MediaFile['type'], media_id: string | undefined): void {
    if (!media_id) return
    const found = this.get(media_id)
    if (found.type !== type || found.attachment_type !== undefined) throw new Refusal(40007)
  }

  addPicture(): string {
    const created_at = this.#clock.seconds()
    const thisMonth = this.#pictures.filter((picture) => beijingMonth(picture.created_at) === beijingMonth(created_at))
    const today = thisMonth.filter((picture) => beijingDay(picture.created_at) === beijingDay(created_at))
    if (today.length >= maxPicturesPerDay || thisMonth.length >= maxPicturesPerMonth) throw new Refusal(45009)
    const url = drawFree(
      () => `http://wework.qpic.cn/bizmail/${this.#random.text(60)}/0`,
      (drawn) => this.#pictures.some((picture) => picture.url === drawn),
    )
    this.#pictures.push({ url, created_at })
    return url
  }
}

/** An upload job (异步上传任务). In such a job, WeCom downloads a file from a URL. */
export interface MediaJob {
  jobid: string
  /** Name of the app that started the upload job. Other apps cannot read the job. */
  app: string
  type: 'video' | 'file'
  filename: string
  url: string
  /** Time at which the upload job started, in unix seconds. */
  created_at: number
  /** Status of the upload job: 1 in progress, 2 done, 3 failed. */
  status: 1 | 2 | 3
  /** Errcode with which the upload job ends, 10 seconds after its start. 0 means that the job succeeds. */
  errcode: number
  /** The media_id of the uploaded file. Missing until the upload job is done. */
  media_id?: string | undefined
}

/** Duration of an upload job, in seconds. The number is an assumption: WeCom does not document it. */
const duration = 10
const jobLifetime = 3600

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

  get(app: App, jobid: string): MediaJob {
    const job = this.find(jobid)
    if (job?.app !== app.name || job.created_at + jobLifetime <= this.#clock.seconds()) throw new Refusal(40088)
    return job
  }

  start(app: App, { type, filename, url }: Pick<MediaJob, 'type' | 'filename' | 'url'>): string {
    const jobid = this.freeId(() => `jobid_${this.#random.text(32)}`)
    const created_at = this.#clock.seconds()
    const job: MediaJob = { jobid, app: app.name, type, filename, url, created_at, status: 1, errcode: 0 }
    this.put(job)
    this.#schedule(job)
    return jobid
  }

  /**
   * Lets an upload job (异步上传任务) fail instead of succeeding. The job fails with `errcode` when its time is over, 10
   * seconds after its start.
   *
   * @param errcode - 830003 download failed, 301019 wrong MD5, 45001 file too large, 830001 the server of the URL does
   *   not support the header Range.
   * @throws {RangeError} no job with this id is in progress.
   *
   * @example
   * corp.mediaJobs.fail(jobid, 830003)
   */
  fail(jobid: string, errcode: number): MediaJob {
    const job = this.find(jobid)
    if (job?.status !== 1) throw new InputError('jobid', `No upload job ${jobid} is in progress`)
    job.errcode = errcode
    return job
  }

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
      // The fake corp downloads nothing. The file contains its URL as text.
      const content = new TextEncoder().encode(url)
      job.media_id = this.#media.add({ type, filename, content_type, content }).media_id
    }
    job.status = errcode === 0 ? 2 : 3
    this.#events.add({ Event: 'upload_media_job_finish', JobId: jobid })
  }
}

// Bytes for each `String.fromCharCode`. It fails with many more arguments.
const step = 0x8000

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
