import {
  type InvalidMomentCustomers,
  type InvalidMomentSenders,
  type MomentImage,
  type MomentInteraction,
  type MomentLink,
  type MomentLocation,
  type MomentTaskResult,
  type MomentText,
  type MomentVideo,
  createMomentTaskEndpoint,
} from '@wecom/moments'
import * as v from 'valibot'
import type { MomentJob } from '../tenant/momentJobs.ts'
import type { Moment, MomentPublication } from '../tenant/moments.ts'
import { id, seconds, seedRow } from './seedRow.ts'

const interactionSchema = seedRow<MomentInteraction>({
  external_userid: v.optional(id),
  userid: v.optional(id),
  create_time: seconds,
})

export const momentSchema: v.GenericSchema<Moment> = seedRow<Moment>({
  moment_id: id,
  creator: v.optional(id),
  create_time: seconds,
  create_type: v.picklist([0, 1]),
  visible_type: v.picklist([0, 1]),
  text: v.optional(seedRow<MomentText>({ content: v.string() })),
  image: v.optional(v.array(seedRow<MomentImage>({ media_id: id }))),
  video: v.optional(seedRow<MomentVideo>({ media_id: id, thumb_media_id: v.optional(id) })),
  link: v.optional(seedRow<MomentLink>({ title: v.optional(v.string()), url: id })),
  location: v.optional(seedRow<MomentLocation>({ latitude: v.string(), longitude: v.string(), name: v.string() })),
  publications: v.array(
    seedRow<MomentPublication>({
      userid: id,
      publish_time: v.optional(seconds),
      ignored_at: v.optional(seconds),
      chosen: v.array(id),
      reached: v.array(id),
      comments: v.array(interactionSchema),
      likes: v.array(interactionSchema),
    }),
  ),
  cancelled_at: v.optional(seconds),
  deleted_at: v.optional(seconds),
})

export const momentJobSchema: v.GenericSchema<MomentJob> = seedRow<MomentJob>({
  jobid: id,
  app: id,
  asked_at: seconds,
  request: createMomentTaskEndpoint.params,
  result: v.optional(
    seedRow<MomentTaskResult>({
      errcode: v.optional(v.number()),
      errmsg: v.optional(v.string()),
      moment_id: v.optional(id),
      invalid_sender_list: v.optional(
        seedRow<InvalidMomentSenders>({
          user_list: v.optional(v.array(id)),
          department_list: v.optional(v.array(v.number())),
        }),
      ),
      invalid_external_contact_list: v.optional(seedRow<InvalidMomentCustomers>({ tag_list: v.optional(v.array(id)) })),
    }),
  ),
})
