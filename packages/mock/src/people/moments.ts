import type { MomentInteraction } from '@wecom/moments'
import * as v from 'valibot'
import { id, InputError, rowSchema } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import type { Moment, MomentPublication } from '../state/moments.ts'
import {
  haveEachOther,
  knownFollow,
  knownMoment,
  knownPublication,
  memberOnTheJob,
  type MomentOfCustomer,
  type MomentOfMember,
  openMoment,
  type Outcome,
  publishedMoment,
  seenMoment,
} from './known.ts'

export interface MemberPostsMoment {
  readonly userid: string
  readonly text: string
  /** Ids of the customers who can see the moment. Default: all customers of the member. */
  readonly external_userid?: string[] | undefined
}

export const memberPostsMomentSchema: v.GenericSchema<MemberPostsMoment> = rowSchema<MemberPostsMoment>({
  userid: id,
  text: id,
  external_userid: v.optional(v.pipe(v.array(id), v.nonEmpty())),
})

/**
 * A member posts a moment that no app created.
 *
 * @throws {RangeError} at least one of the given customers is not a customer of the member.
 */
export function memberPostsMoment(
  corp: Corp,
  { userid, text, external_userid }: MemberPostsMoment,
): MomentPublished & { readonly moment_id: string } {
  memberOnTheJob(corp, userid)
  const audience = external_userid
    ? [...new Set(external_userid)].map((one) => knownFollow(corp, userid, one))
    : corp.follows.ofMember(userid)
  const publication = {
    userid,
    chosen: audience.map((follow) => follow.external_userid),
    reached: [],
    comments: [],
    likes: [],
  }
  const { moment_id } = corp.moments.add({
    creator: userid,
    create_type: 1,
    visible_type: external_userid ? 0 : 1,
    text: { content: text },
    publications: [publication],
  })
  corp.moments.publish(publication, (customer) => haveEachOther(corp, userid, customer))
  return { events: [], moment_id, external_userid: [...publication.reached] }
}

/** Result of publishing a moment. `external_userid` contains the ids of the customers who can now see the moment. */
interface MomentPublished extends Outcome {
  readonly external_userid: readonly string[]
}

/**
 * A member publishes a moment that an app created. WeCom has given the member a task for the moment. Apps receive no
 * event, but WeCom's API returns the new status of the task.
 *
 * @throws {RangeError} the member has no task for the moment or has already published the moment, WeCom is still
 *   distributing the moment, or an app cancelled the moment.
 *
 * @example
 * corp.people.memberPublishesMoment({ moment_id, userid: 'wangfang' })
 */
export function memberPublishesMoment(corp: Corp, { moment_id, userid }: MomentOfMember): MomentPublished {
  const publication = openMoment(corp, { moment_id, userid })
  corp.moments.publish(publication, (external_userid) => haveEachOther(corp, userid, external_userid))
  return { events: [], external_userid: [...publication.reached] }
}

/**
 * A member ignores a moment that an app created. For this member, WeCom's API still returns `publish_status` 0 (not
 * published). The member can still publish the moment later.
 *
 * @returns the member's entry in `publications` of the moment. The entry now contains `ignored_at`, the current time.
 * @throws {RangeError} the member cannot publish the moment.
 */
export function memberIgnoresMoment(
  corp: Corp,
  which: MomentOfMember,
): Outcome & { readonly publication: MomentPublication } {
  const publication = openMoment(corp, which)
  publication.ignored_at = corp.clock.seconds()
  return { events: [], publication: structuredClone(publication) }
}

/**
 * A member deletes a moment that no app created. WeCom's API then no longer returns the moment.
 *
 * @returns the changed moment.
 * @throws {RangeError} the moment does not exist, or an app created it.
 */
export function memberDeletesMoment(
  corp: Corp,
  { moment_id, userid }: MomentOfMember,
): Outcome & { readonly moment: Moment } {
  memberOnTheJob(corp, userid)
  knownPublication(corp, { moment_id, userid })
  const moment = knownMoment(corp, moment_id)
  if (moment.create_type === 0)
    throw new InputError('moment_id', `The corp created moment ${moment_id}, so member ${userid} cannot delete it`)
  moment.deleted_at = corp.clock.seconds()
  return { events: [], moment: structuredClone(moment) }
}

/**
 * A customer likes a moment. Apps receive no event.
 *
 * @returns the like.
 * @throws {RangeError} the customer cannot see the moment, or already likes it.
 *
 * @example
 * corp.people.customerLikesMoment({ moment_id, userid: 'wangfang', external_userid: 'wm1' })
 */
export function customerLikesMoment(
  corp: Corp,
  which: MomentOfCustomer,
): Outcome & { readonly like: MomentInteraction } {
  const { likes } = seenMoment(corp, which)
  const { external_userid, moment_id } = which
  if (likes.some((like) => like.external_userid === external_userid)) {
    throw new InputError('moment_id', `Customer ${external_userid} already likes moment ${moment_id}`)
  }
  const like = { external_userid, create_time: corp.clock.seconds() }
  likes.push(like)
  return { events: [], like: { ...like } }
}

/**
 * The member `by` likes a moment that the member `userid` published. Apps receive no event.
 *
 * @returns the like.
 * @throws {RangeError} the moment is not published, or the member `by` does not exist or already likes the moment.
 */
export function memberLikesMoment(
  corp: Corp,
  { by, ...which }: MomentOfColleague,
): Outcome & { readonly like: MomentInteraction } {
  const { userid } = memberOnTheJob(corp, by, 'by')
  const { likes } = publishedMoment(corp, which)
  if (likes.some((like) => like.userid === userid)) {
    throw new InputError('by', `Member ${userid} already likes moment ${which.moment_id}`)
  }
  const like = { userid, create_time: corp.clock.seconds() }
  likes.push(like)
  return { events: [], like: { ...like } }
}

/**
 * A customer comments on a moment. Apps receive no event. The comment has no text, because WeCom's API returns only the
 * author and the time of a comment.
 *
 * @returns the comment.
 * @throws {RangeError} the customer cannot see the moment.
 */
export function customerCommentsOnMoment(
  corp: Corp,
  which: MomentOfCustomer,
): Outcome & { readonly comment: MomentInteraction } {
  const { external_userid } = which
  const comment = { external_userid, create_time: corp.clock.seconds() }
  seenMoment(corp, which).comments.push(comment)
  return { events: [], comment: { ...comment } }
}

interface MomentOfColleague extends MomentOfMember {
  /** The userid of the member who comments on the moment or likes it. May be the member who published the moment. */
  readonly by: string
}

export const momentOfColleagueSchema: v.GenericSchema<MomentOfColleague> = rowSchema<MomentOfColleague>({
  moment_id: id,
  userid: id,
  by: id,
})

/**
 * The member `by` comments on a moment that the member `userid` published. Apps receive no event. The comment has no
 * text, because WeCom's API returns only the author and the time of a comment.
 *
 * @returns the comment.
 * @throws {RangeError} the moment is not published, or the member `by` does not exist.
 */
export function memberCommentsOnMoment(
  corp: Corp,
  { by, ...which }: MomentOfColleague,
): Outcome & { readonly comment: MomentInteraction } {
  const { userid } = memberOnTheJob(corp, by, 'by')
  const comment = { userid, create_time: corp.clock.seconds() }
  publishedMoment(corp, which).comments.push(comment)
  return { events: [], comment: { ...comment } }
}
