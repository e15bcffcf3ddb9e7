import type { MomentStrategyPrivilege } from '@wecom/moments'
import type { AcquiredCustomer, AcquisitionClick, AcquisitionLink } from '../tenant/acquisition.ts'
import type { AcquisitionQuota } from '../tenant/acquisitionQuotas.ts'
import type { App } from '../tenant/apps.ts'
import type { ChatKey } from '../tenant/chatKeys.ts'
import type { ContactWay, TempChat } from '../tenant/contactWays.ts'
import type { DirectMessage, GroupMessage } from '../tenant/conversations.ts'
import type { Customer } from '../tenant/customers.ts'
import type { EndedFollow, Follow } from '../tenant/follows.ts'
import type { FriendRequest } from '../tenant/friendRequests.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { GroupWelcome } from '../tenant/groupWelcomes.ts'
import type { JoinWay } from '../tenant/joinWays.ts'
import type { MassMessage } from '../tenant/massMessages.ts'
import type { InterceptRule } from '../tenant/interceptRules.ts'
import type { MediaFile, UploadedPicture } from '../tenant/media.ts'
import type { MediaJob } from '../tenant/mediaJobs.ts'
import type { Department, Member } from '../tenant/members.ts'
import type { MomentJob } from '../tenant/momentJobs.ts'
import type { Moment } from '../tenant/moments.ts'
import type { Parting } from '../tenant/partings.ts'
import type { PendingId } from '../tenant/pendingIds.ts'
import type { Product } from '../tenant/products.ts'
import type { Provider, SuiteCode } from '../tenant/provider.ts'
import type { ReceivingLimit } from '../tenant/receivingLimit.ts'
import type { ServedContact } from '../tenant/servedContacts.ts'
import type { Strategy } from '../tenant/strategies.ts'
import type { TagGroup } from '../tenant/tags.ts'
import type { Token } from '../tenant/tokens.ts'
import type { Transfer } from '../tenant/transfers.ts'
import type { WelcomeCode } from '../tenant/welcomeCodes.ts'

/**
 * A corp as JSON: what a tenant starts from, and what `tenant.state()` and `GET /__tenant/state` write.
 * A section that is left out is empty. Cursors, wrong secrets, faults, events, deliveries and the journal are not part of it.
 *
 * @example
 * const seed: SeedFile = {
 *   departments: [{ id: 1, name: '总部', parentid: 0 }],
 *   members: [{ userid: 'zhangsan', name: '张三', department: [1], customer_contact: true, verified: true }],
 * }
 */
export interface SeedFile {
  /** Id of the corp. */
  corp_id?: string | undefined
  /** ISO date at which the tenant's clock stands. */
  time?: string | undefined
  /** Where the ids to come are drawn from: as it was written, or any whole number. 1, if left out. */
  random?: number | undefined
  /** One app with access to everything, if left out. */
  apps?: App[] | undefined
  /** None, if left out. */
  provider?: Provider | null | undefined
  pending_ids?: PendingId[] | undefined
  /** What suites authorize themselves with. */
  suite_codes?: SuiteCode[] | undefined
  /** Of apps. */
  tokens?: Token[] | undefined
  suite_tokens?: Token[] | undefined
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
  /** Nothing used and nothing left, if left out. */
  acquisition_quota?: AcquisitionQuota | undefined
  chat_keys?: ChatKey[] | undefined
  intercept_rules?: InterceptRule[] | undefined
  media?: MediaFile[] | undefined
  /** Counted, as there may be so many a day. */
  uploaded_pictures?: UploadedPicture[] | undefined
  media_jobs?: MediaJob[] | undefined
  products?: Product[] | undefined
  served_contacts?: ServedContact[] | undefined
  transfers?: Transfer[] | undefined
  strategies?: Strategy[] | undefined
  /** As many a month as it has days, if left out. */
  mass_message_limit?: ReceivingLimit | undefined
  mass_messages?: MassMessage[] | undefined
  group_welcomes?: GroupWelcome[] | undefined
  moments?: Moment[] | undefined
  moment_jobs?: MomentJob[] | undefined
  moment_strategies?: Strategy<MomentStrategyPrivilege>[] | undefined
}

/** A seed with every section in it: what a tenant writes. */
export type TenantState = { [Section in keyof SeedFile]-?: Exclude<SeedFile[Section], undefined> }
