import type { CreateMomentTaskParams, Moment as MomentOnWire, MomentInteraction } from '@wecom/moments'
import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { Media, MediaFile } from './media.ts'
import { dispatchSeconds } from './messages.ts'

/** The content of a moment. */
export type MomentContent = Pick<MomentOnWire, 'text' | 'image' | 'video' | 'link' | 'location'>

/** A moment (客户朋友圈), created by the corp for several members, or by one member. */
export interface Moment extends MomentContent {
  moment_id: string
  /** The userid of the member who created the moment. Absent if an app created it. */
  creator?: string | undefined
  /** Time of creation in unix seconds, the unit of all times in this file. */
  create_time: number
  /** Creator of the moment: 0 the corp, 1 a member. */
  create_type: 0 | 1
  /** Customers who can see the moment: 0 some, 1 all. */
  visible_type: 0 | 1
  /** Parts of the members who publish the moment. A moment that a member created has one part. */
  publications: MomentPublication[]
  cancelled_at?: number | undefined
  deleted_at?: number | undefined
}

/** A member's part of a moment. */
export interface MomentPublication {
  userid: string
  /** When the member published the moment. Absent if the member has not published it. */
  publish_time?: number | undefined
  /** When the member ignored the moment. No call returns this. */
  ignored_at?: number | undefined
  /** External_userids of the customers who were chosen when the moment was created. */
  chosen: string[]
  /**
   * External_userids of the chosen customers who can see the moment, because they had not deleted the member when it
   * was published.
   */
  reached: string[]
  comments: MomentInteraction[]
  likes: MomentInteraction[]
}

type NewMoment = Omit<Moment, 'moment_id' | 'create_time'>

/** All moments, oldest first. */
export class Moments extends Keyed<Moment> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super(({ moment_id }) => moment_id)
    this.#clock = clock
    this.#random = random
  }

  add(moment: NewMoment): Moment {
    const moment_id = this.freeId(() => `mom${this.#random.text(29)}`)
    const added = { moment_id, create_time: this.#clock.seconds(), ...moment }
    this.put(added)
    return added
  }

  /** Whether WeCom is still distributing the moment to members. */
  isDispatching({ create_time, create_type, publications }: Moment): boolean {
    return create_type === 0 && this.#clock.seconds() < create_time + dispatchSeconds(publications.length)
  }

  /** Publishes a member's part now, for the chosen customers who have not deleted the member. */
  publish(publication: MomentPublication, isFriend: (external_userid: string) => boolean): void {
    publication.publish_time = this.#clock.seconds()
    delete publication.ignored_at
    publication.reached = publication.chosen.filter(isFriend)
  }
}

type Content = Pick<CreateMomentTaskParams, 'text' | 'attachments'>

/**
 * Converts an app's request into the content of a moment. Attachments become fields; the cover of a link is dropped.
 */
export function toMomentContent({ text, attachments = [] }: Content): MomentContent {
  const image = attachments.flatMap((attachment) =>
    attachment.msgtype === 'image' ? [{ media_id: attachment.image.media_id }] : [],
  )
  const [first] = attachments
  return {
    ...(text?.content && { text: { content: text.content } }),
    ...(image.length > 0 && { image }),
    ...(first?.msgtype === 'video' && { video: { media_id: first.video.media_id } }),
    ...(first?.msgtype === 'link' && { link: toLink(first.link) }),
  }
}

function toLink({ title, url }: { readonly title?: string | undefined; readonly url: string }): MomentContent['link'] {
  return { ...(title !== undefined && { title }), url }
}

/**
 * Checks the files that a moment shows.
 *
 * @throws {Refusal} 40007: the file is unknown, expired, of another type, or was uploaded by `media/upload`. 41072: it
 *   was uploaded for another use.
 */
export function checkMomentMedia(media: Media, { attachments = [] }: Content): void {
  for (const attachment of attachments) {
    if (attachment.msgtype === 'image') checkFile(media, 'image', attachment.image.media_id)
    if (attachment.msgtype === 'link') checkFile(media, 'image', attachment.link.media_id)
    if (attachment.msgtype === 'video') checkFile(media, 'video', attachment.video.media_id)
  }
}

const forMoments = 1

function checkFile(media: Media, kind: MediaFile['type'], media_id: string): void {
  const { type, attachment_type } = media.get(media_id)
  if (type !== kind || attachment_type === undefined) throw new Refusal(40007)
  if (attachment_type !== forMoments) throw new Refusal(41072)
}
