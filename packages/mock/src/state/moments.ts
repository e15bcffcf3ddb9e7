import type { CreateMomentTaskParams, Moment as MomentOnWire, MomentInteraction } from '@wecom/moments'
import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { Media, MediaFile } from './media.ts'
import { dispatchSeconds } from './messages.ts'

/** The content of a moment. */
export type MomentContent = Pick<MomentOnWire, 'text' | 'image' | 'video' | 'link' | 'location'>

/** A post to the moments of customers (客户朋友圈), made by the corp for several members, or by one member. */
export interface Moment extends MomentContent {
  moment_id: string
  /** The member who created it; absent if an app did. */
  creator?: string | undefined
  /** Unix seconds, as all times here. */
  create_time: number
  /** 0 made by the corp, 1 by a member. */
  create_type: 0 | 1
  /** 0 for some customers, 1 for all. */
  visible_type: 0 | 1
  /** The members who publish it; for a member's own moment that member. */
  publications: MomentPublication[]
  cancelled_at?: number | undefined
  deleted_at?: number | undefined
}

/** A member's part of a moment. */
export interface MomentPublication {
  userid: string
  /** Absent until it is published. */
  publish_time?: number | undefined
  /** When the member ignored it. No call returns this. */
  ignored_at?: number | undefined
  /** The customers chosen when the moment was made; external_userids, here and below. */
  chosen: string[]
  /** The chosen customers who can see it: those who had not deleted the member when it was published. */
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

  /** Whether WeCom is still distributing it to members. */
  isDispatching({ create_time, create_type, publications }: Moment): boolean {
    return create_type === 0 && this.#clock.seconds() < create_time + dispatchSeconds(publications.length)
  }

  /** A member publishes now, to the chosen customers who have not deleted them. */
  publish(publication: MomentPublication, isFriend: (external_userid: string) => boolean): void {
    publication.publish_time = this.#clock.seconds()
    delete publication.ignored_at
    publication.reached = publication.chosen.filter(isFriend)
  }
}

type Content = Pick<CreateMomentTaskParams, 'text' | 'attachments'>

/** Turns an app's request into the content of a moment: attachments become fields, and a link loses its cover. */
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
 * @throws {Refusal} 40007: unknown, expired, of another kind, or from `media/upload`. 41072: uploaded for something else.
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
