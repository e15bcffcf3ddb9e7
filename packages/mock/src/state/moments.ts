import type { CreateMomentTaskParams, Moment as MomentOnWire, MomentInteraction } from '@wecom/moments'
import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { Media, MediaFile } from './media.ts'
import { dispatchSeconds } from './messages.ts'

/** The content of a moment: text, pictures, video, link and location. */
export type MomentContent = Pick<MomentOnWire, 'text' | 'image' | 'video' | 'link' | 'location'>

/** A moment (客户朋友圈). Either an app created it for several members, or one member created it. */
export interface Moment extends MomentContent {
  moment_id: string
  /** The userid of the member who created the moment. Missing if an app created it. */
  creator?: string | undefined
  /** Time at which the moment was created, in unix seconds. */
  create_time: number
  /** Creator of the moment: 0 an app of the corp, 1 a member. */
  create_type: 0 | 1
  /** Customers who can see the moment: 0 some, 1 all. */
  visible_type: 0 | 1
  /** One entry for each member who publishes the moment. A moment that a member created has one entry. */
  publications: MomentPublication[]
  cancelled_at?: number | undefined
  deleted_at?: number | undefined
}

/** The publication of a moment by one member, with its audience, comments and likes. */
export interface MomentPublication {
  userid: string
  /** When the member published the moment, in unix seconds. Missing if the member has not published it. */
  publish_time?: number | undefined
  /** When the member ignored the moment, in unix seconds. WeCom's API does not return this time. */
  ignored_at?: number | undefined
  /**
   * The external_userids of the customers in the audience of the moment. The audience is fixed when the moment is
   * created, so it can contain customers who have deleted the member since then.
   */
  chosen: string[]
  /**
   * The external_userids of the customers who can see the moment. These are the customers in `chosen`, except those who
   * had deleted the member before the publication.
   */
  reached: string[]
  comments: MomentInteraction[]
  likes: MomentInteraction[]
}

type NewMoment = Omit<Moment, 'moment_id' | 'create_time'>

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

  isDispatching({ create_time, create_type, publications }: Moment): boolean {
    return create_type === 0 && this.#clock.seconds() < create_time + dispatchSeconds(publications.length)
  }

  publish(publication: MomentPublication, isFriend: (external_userid: string) => boolean): void {
    publication.publish_time = this.#clock.seconds()
    delete publication.ignored_at
    publication.reached = publication.chosen.filter(isFriend)
  }
}

type Content = Pick<CreateMomentTaskParams, 'text' | 'attachments'>

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
  // WeCom does not return the cover picture of a link.
  return { ...(title !== undefined && { title }), url }
}

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
