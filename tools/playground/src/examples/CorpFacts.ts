import type { FakeCorp } from '@wecom/mock'

/**
 * Ids and other values of the fake corp that the playground page puts into example parameters. An id is an empty string
 * if the fake corp has no such object.
 */
export interface CorpFacts {
  /** Current time of the fake corp, in unix seconds. */
  readonly now: number
  /** Userid of an active member who has customers. */
  readonly member: string
  /** Userid of another active member who has customers. Differs from the field `member`. */
  readonly colleague: string
  /** Userid of a member who left the corp. */
  readonly resigned: string
  readonly customer: string
  readonly unionid: string
  /** External_userid of a customer of the member who left the corp. */
  readonly orphan: string
  readonly chat: string
  readonly opengid: string
  /** Id of a group chat of the member who left the corp. */
  readonly orphanedChat: string
  readonly contactWay: string
  readonly joinWay: string
  readonly tagGroup: string
  readonly tag: string
  readonly strategyTagGroup: string
  readonly strategyTag: string
  readonly massMessage: string
  readonly groupWelcome: string
  readonly moment: string
  readonly acquisitionLink: string
  readonly interceptRule: string
  readonly media: string
  readonly product: string
  /** The `jobid` of the newest job that creates a moment (朋友圈). */
  readonly momentJob: string
  /** Code for a welcome message to the last customer who added a member. */
  readonly welcomeCode: string
}

export function readCorpFacts(corp: FakeCorp): CorpFacts {
  const members = corp.members.list().filter(({ userid }) => corp.follows.countOfMember(userid) > 0)
  const [member, colleague] = members.flatMap(({ userid, resigned_at }) => (resigned_at ? [] : [userid]))
  const resigned = members.find(({ resigned_at }) => resigned_at)?.userid
  const customer = firstCustomer(corp, member)
  const chats = corp.groupChats.list().filter(({ dismissed_at }) => dismissed_at === undefined)
  const chat = chats.find(({ owner }) => owner === member)
  const tagGroups = corp.tags.groups().filter(({ deleted }) => !deleted)
  const tagGroup = tagGroups.find(({ strategy_id }) => strategy_id === undefined)
  const strategyTagGroup = tagGroups.find(({ strategy_id }) => strategy_id !== undefined)
  return {
    now: corp.clock.seconds(),
    member: member ?? '',
    colleague: colleague ?? '',
    resigned: resigned ?? '',
    customer,
    unionid: corp.customers.find(customer)?.unionid ?? '',
    orphan: firstCustomer(corp, resigned),
    chat: chat?.chat_id ?? '',
    opengid: chat?.opengid ?? '',
    orphanedChat: chats.find(({ owner }) => owner === resigned)?.chat_id ?? '',
    contactWay: corp.contactWays.list()[0]?.config_id ?? '',
    joinWay: corp.joinWays.list()[0]?.config_id ?? '',
    tagGroup: tagGroup?.group_id ?? '',
    tag: tagGroup?.tags.find(({ deleted }) => !deleted)?.id ?? '',
    strategyTagGroup: strategyTagGroup?.group_id ?? '',
    strategyTag: strategyTagGroup?.tags.find(({ deleted }) => !deleted)?.id ?? '',
    massMessage: corp.massMessages.list()[0]?.msgid ?? '',
    groupWelcome: corp.groupWelcomes.list()[0]?.template_id ?? '',
    moment: corp.moments.list()[0]?.moment_id ?? '',
    acquisitionLink: corp.acquisition.list()[0]?.link_id ?? '',
    interceptRule: corp.interceptRules.all()[0]?.rule_id ?? '',
    media: corp.media.list()[0]?.media_id ?? '',
    product: corp.products.all()[0]?.product_id ?? '',
    momentJob: corp.momentJobs.list().at(-1)?.jobid ?? '',
    welcomeCode: lastWelcomeCode(corp),
  }
}

function firstCustomer({ follows }: FakeCorp, userid: string | undefined): string {
  return (userid !== undefined && follows.ofMember(userid)[0]?.external_userid) || ''
}

function lastWelcomeCode({ events }: FakeCorp): string {
  const code = events.list().findLast((event) => event['WelcomeCode'] !== undefined)?.['WelcomeCode']
  return typeof code === 'string' ? code : ''
}
