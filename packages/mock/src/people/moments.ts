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
  /** Ids of customers who may see the moment. Default: all customers of the member. */
  readonly external_userid?: string[] | undefined
}

export const memberPostsMomentSchema: v.GenericSchema<MemberPostsMoment> = rowSchema<MemberPostsMoment>({
  userid: id,
  text: id,
  external_userid: v.optional(v.pipe(v.array(id), v.nonEmpty())),
})

/**
 * A member posts a moment without being asked.
 *
 * @throws {RangeError} the member does not have one of the customers.
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

/** Result of the action, with the customers who can see the moment now. */
interface MomentPublished extends Outcome {
  readonly external_userid: readonly string[]
}

/**
 * A member publishes a moment that WeCom asked them to publish. Raises no event; the call for the tasks of the moment
 * shows it.
 *
 * @throws {RangeError} the moment is not for this member, still in creation, cancelled, or published already.
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
 * A member ignores a moment. Calls cannot tell this from a moment that the member has not seen. The member can still
 * publish the moment.
 *
 * @returns the member's part of the moment.
 * @throws {RangeError} the member has nothing to publish.
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
 * A member deletes a moment that they posted without being asked. Later calls do not return it.
 *
 * @returns the changed moment.
 * @throws {RangeError} there is no such moment, or the corp created it.
 */
export function memberDeletesMoment(
  corp: Corp,
  { moment_id, userid }: MomentOfMember,
): Outcome & { readonly moment: Moment } {
  memberOnTheJob(corp, userid)
  knownPublication(corp, { moment_id, userid })
  const moment = knownMoment(corp, moment_id)
  if (moment.create_type === 0)
    throw new InputError('moment_id', `Moment ${moment_id} was made by the corp, not by ${userid}`)
  moment.deleted_at = corp.clock.seconds()
  return { events: [], moment: structuredClone(moment) }
}

/**
 * A customer likes a moment. Raises no event.
 *
 * @returns the like.
 * @throws {RangeError} the customer cannot see the moment, or likes it already.
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
    throw new InputError('moment_id', `Customer ${external_userid} likes moment ${moment_id} already`)
  }
  const like = { external_userid, create_time: corp.clock.seconds() }
  likes.push(like)
  return { events: [], like: { ...like } }
}

/**
 * A member likes a moment.
 *
 * @returns the like.
 * @throws {RangeError} the moment is not published, there is no such member, or the member likes it already.
 */
export function memberLikesMoment(
  corp: Corp,
  { by, ...which }: MomentOfColleague,
): Outcome & { readonly like: MomentInteraction } {
  const { userid } = memberOnTheJob(corp, by, 'by')
  const { likes } = publishedMoment(corp, which)
  if (likes.some((like) => like.userid === userid)) {
    throw new InputError('by', `Member ${userid} likes moment ${which.moment_id} already`)
  }
  const like = { userid, create_time: corp.clock.seconds() }
  likes.push(like)
  return { events: [], like: { ...like } }
}

/**
 * A customer comments on a moment. Raises no event. Calls return who commented and when, but not the text.
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
  /** The userid of the member who comments or likes: the one who published the moment, or a colleague. */
  readonly by: string
}

export const momentOfColleagueSchema: v.GenericSchema<MomentOfColleague> = rowSchema<MomentOfColleague>({
  moment_id: id,
  userid: id,
  by: id,
})

/**
 * A member comments on a moment, or answers a comment.
 *
 * @returns the comment.
 * @throws {RangeError} the moment is not published, or there is no such member.
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
