import * as v from 'valibot'
import { isoTime } from '../isoTime.ts'
import {
  acquiredCustomerSchema,
  acquisitionClickSchema,
  acquisitionLinkSchema,
  acquisitionQuotaSchema,
} from './acquisitionSchemas.ts'
import { chatKeySchema, suiteCodeSchema, tokenSchema, welcomeCodeSchema } from './codeSchemas.ts'
import { contactWaySchema, tempChatSchema } from './contactWaySchemas.ts'
import {
  customerSchema,
  endedFollowSchema,
  followSchema,
  friendRequestSchema,
  partingSchema,
  servedContactSchema,
  tagGroupSchema,
} from './customerSchemas.ts'
import { appSchema, departmentSchema, memberSchema, pendingIdSchema, providerSchema } from './directorySchemas.ts'
import { directMessageSchema, groupChatSchema, groupMessageSchema, joinWaySchema } from './groupChatSchemas.ts'
import { interceptRuleSchema } from './interceptRuleSchema.ts'
import { mediaFileSchema, mediaJobSchema, productSchema, uploadedPictureSchema } from './mediaSchemas.ts'
import { groupWelcomeSchema, massMessageSchema, receivingLimitSchema } from './messageSchemas.ts'
import { momentJobSchema, momentSchema } from './momentSchemas.ts'
import type { SeedFile } from './SeedFile.ts'
import { id, seedRow } from './seedRow.ts'
import { momentStrategySchema, strategySchema } from './strategySchema.ts'
import { transferSchema } from './transferSchema.ts'

/** The shape of a seed. Whether its parts refer to each other rightly, `findBrokenReferences` tells. */
export const seedFileSchema: v.GenericSchema<SeedFile> = seedRow<SeedFile>({
  corp_id: v.optional(id),
  time: v.optional(isoTime),
  random: v.optional(v.pipe(v.number(), v.integer())),
  apps: v.optional(v.array(appSchema)),
  provider: v.optional(v.nullable(providerSchema)),
  pending_ids: v.optional(v.array(pendingIdSchema)),
  suite_codes: v.optional(v.array(suiteCodeSchema)),
  tokens: v.optional(v.array(tokenSchema)),
  suite_tokens: v.optional(v.array(tokenSchema)),
  provider_tokens: v.optional(v.array(tokenSchema)),
  departments: v.optional(v.array(departmentSchema)),
  members: v.optional(v.array(memberSchema)),
  tag_groups: v.optional(v.array(tagGroupSchema)),
  customers: v.optional(v.array(customerSchema)),
  follows: v.optional(v.array(followSchema)),
  ended_follows: v.optional(v.array(endedFollowSchema)),
  direct_messages: v.optional(v.array(directMessageSchema)),
  group_chats: v.optional(v.array(groupChatSchema)),
  group_messages: v.optional(v.array(groupMessageSchema)),
  join_ways: v.optional(v.array(joinWaySchema)),
  friend_requests: v.optional(v.array(friendRequestSchema)),
  partings: v.optional(v.array(partingSchema)),
  welcome_codes: v.optional(v.array(welcomeCodeSchema)),
  contact_ways: v.optional(v.array(contactWaySchema)),
  temp_chats: v.optional(v.array(tempChatSchema)),
  acquisition_links: v.optional(v.array(acquisitionLinkSchema)),
  acquisition_clicks: v.optional(v.array(acquisitionClickSchema)),
  acquisition_customers: v.optional(v.array(acquiredCustomerSchema)),
  acquisition_quota: v.optional(acquisitionQuotaSchema),
  chat_keys: v.optional(v.array(chatKeySchema)),
  intercept_rules: v.optional(v.array(interceptRuleSchema)),
  media: v.optional(v.array(mediaFileSchema)),
  uploaded_pictures: v.optional(v.array(uploadedPictureSchema)),
  media_jobs: v.optional(v.array(mediaJobSchema)),
  products: v.optional(v.array(productSchema)),
  served_contacts: v.optional(v.array(servedContactSchema)),
  transfers: v.optional(v.array(transferSchema)),
  strategies: v.optional(v.array(strategySchema)),
  mass_message_limit: v.optional(receivingLimitSchema),
  mass_messages: v.optional(v.array(massMessageSchema)),
  group_welcomes: v.optional(v.array(groupWelcomeSchema)),
  moments: v.optional(v.array(momentSchema)),
  moment_jobs: v.optional(v.array(momentJobSchema)),
  moment_strategies: v.optional(v.array(momentStrategySchema)),
})
