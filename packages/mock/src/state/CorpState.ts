import type { MomentStrategyPrivilege } from '@wecom/moments'
import type { Token } from '../base/tokens.ts'
import type { AcquiredCustomer, AcquisitionClick, AcquisitionLink, AcquisitionQuota, ChatKey } from './acquisition.ts'
import type { ContactWay, TempChat } from './contactWay.ts'
import type {
  Customer,
  DirectMessage,
  EndedFollow,
  Follow,
  FriendRequest,
  GroupMessage,
  Parting,
  ServedContact,
} from './contacts.ts'
import type { GroupChat, JoinWay } from './groupchat.ts'
import type { InterceptRule } from './intercept.ts'
import type { MediaFile, MediaJob, UploadedPicture } from './media.ts'
import type { App, Department, Member } from './members.ts'
import type { MassMessage, ReceivingLimit } from './messages.ts'
import type { MomentJob } from './momentJobs.ts'
import type { Moment } from './moments.ts'
import type { Product } from './products.ts'
import type { PendingId, Provider, SuiteCode } from './provider.ts'
import type { Strategy } from './strategies.ts'
import type { TagGroup } from './tags.ts'
import type { Transfer } from './transfers.ts'
import type { GroupWelcome, WelcomeCode } from './welcomes.ts'

/**
 * The data of a fake corp, as JSON: members, customers, tokens and so on. `createFakeCorp` starts from such a state.
 * `corp.state()` and `GET /__corp/state` return the current state. Every field is optional. If a list is missing, it is
 * empty, unless the comment of its field says something else.
 *
 * A state does not contain cursors, faults, limits, events, deliveries, callback URLs, or the requests in the journal
 * (`corp.journal`). The fake corp blocks an IP address for an hour after five calls with a wrong secret. A state does
 * not contain these blocks and counts.
 *
 * @example
 * const state: PartialState = {
 *   departments: [{ id: 1, name: '总部', parentid: 0 }],
 *   members: [{ userid: 'zhangsan', name: '张三', department: [1], customer_contact: true, verified: true }],
 * }
 */
export interface PartialState {
  /** The corpid of the fake corp. Default `wwfake0000000001`. */
  corp_id?: string | undefined
  /** Time of the corp's clock, as an ISO date. Default `2026-01-05T01:00:00.000Z`. */
  time?: string | undefined
  /** Seed of the random numbers for new ids: any integer, or the `seed` of a saved state. Default 1. */
  seed?: number | undefined
  /** If `apps` is missing, the corp has one app, which sees all members and may call the API of customer contact. */
  apps?: App[] | undefined
  /**
   * The corp can install the apps of this service provider. If `provider` is missing or null, the corp has no service
   * provider.
   */
  provider?: Provider | null | undefined
  pending_ids?: PendingId[] | undefined
  suite_codes?: SuiteCode[] | undefined
  /**
   * The list contains the tokens of apps. The owner is the name of the app. Other tokens are in `suite_tokens` and
   * `provider_tokens`.
   */
  tokens?: Token[] | undefined
  /** The list contains the tokens of suites. The owner is the id of the suite. */
  suite_tokens?: Token[] | undefined
  /** The list contains the tokens of the service provider. The owner is the corpid of the service provider. */
  provider_tokens?: Token[] | undefined
  departments?: Department[] | undefined
  members?: Member[] | undefined
  tag_groups?: TagGroup[] | undefined
  customers?: Customer[] | undefined
  follows?: Follow[] | undefined
  ended_follows?: EndedFollow[] | undefined
  direct_messages?: DirectMessage[] | undefined
  group_chats?: GroupChat[] | undefined
  group_messages?: GroupMessage[] | undefined
  join_ways?: JoinWay[] | undefined
  friend_requests?: FriendRequest[] | undefined
  partings?: Parting[] | undefined
  welcome_codes?: WelcomeCode[] | undefined
  contact_ways?: ContactWay[] | undefined
  temp_chats?: TempChat[] | undefined
  acquisition_links?: AcquisitionLink[] | undefined
  acquisition_clicks?: AcquisitionClick[] | undefined
  acquisition_customers?: AcquiredCustomer[] | undefined
  /**
   * If `acquisition_quota` is missing, the corp has bought no units. Customers then cannot use acquisition links.
   */
  acquisition_quota?: AcquisitionQuota | undefined
  chat_keys?: ChatKey[] | undefined
  intercept_rules?: InterceptRule[] | undefined
  media?: MediaFile[] | undefined
  /**
   * The fake corp counts the uploaded pictures for the limits of `media/uploadimg`: 1000 pictures per day, 3000 per
   * month.
   */
  uploaded_pictures?: UploadedPicture[] | undefined
  media_jobs?: MediaJob[] | undefined
  products?: Product[] | undefined
  served_contacts?: ServedContact[] | undefined
  transfers?: Transfer[] | undefined
  /** This list contains the rule groups for customers (客户联系规则组). */
  strategies?: Strategy[] | undefined
  /**
   * Default `month`: in a calendar month, as many messages as the month has days. `week`: seven messages in a calendar
   * week. `day`: one message a day.
   */
  mass_message_limit?: ReceivingLimit | undefined
  mass_messages?: MassMessage[] | undefined
  group_welcomes?: GroupWelcome[] | undefined
  moments?: Moment[] | undefined
  moment_jobs?: MomentJob[] | undefined
  /** This list contains the rule groups for moments (客户朋友圈规则组). */
  moment_strategies?: Strategy<MomentStrategyPrivilege>[] | undefined
}

/** The complete data of a fake corp: all fields of `PartialState` are present. */
export type CorpState = { [Section in keyof PartialState]-?: Exclude<PartialState[Section], undefined> }
