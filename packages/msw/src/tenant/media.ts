import { Refusal } from '../Refusal.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { beijingDay, beijingMonth } from './beijingTime.ts'
import type { Clock } from './clock.ts'
import { drawFree } from './drawFree.ts'
import type { Random } from './random.ts'

/** A file that was uploaded; all apps of the corp share it. */
export interface MediaFile {
  media_id: string
  type: 'image' | 'voice' | 'video' | 'file'
  /** What an attachment is for: 1 moments, 2 the product album. Absent for temporary media (临时素材). */
  attachment_type?: 1 | 2 | undefined
  filename: string
  content_type: string
  /** In base64. */
  content: string
  /** Unix seconds. */
  created_at: number
}

/** A file as it is kept: with its bytes. */
export type StoredFile = Omit<MediaFile, 'content'> & { readonly content: Uint8Array<ArrayBuffer> }

/** A picture with an address of its own, which does not end. */
export interface UploadedPicture {
  url: string
  /** Unix seconds. */
  created_at: number
}

/** Seconds that a media_id can be used. */
const lifetime = 3 * 24 * 3600
const maxPicturesPerDay = 1000
const maxPicturesPerMonth = 3000

/** The files of the corp, also those whose time is over. */
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

  /** @throws {Refusal} 40007: there is no such file, or its three days are over. */
  get(media_id: string): StoredFile {
    const file = this.#files.get(media_id)
    if (!file || file.created_at + lifetime <= this.#clock.seconds()) throw new Refusal(40007)
    return file
  }

  /**
   * @returns the new picture's address.
   * @throws {Refusal} 45009: a thousand pictures today, or three thousand this month.
   */
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
