import type { CorpFacts } from './CorpFacts.ts'

type Example = (facts: CorpFacts) => Readonly<Record<string, unknown>>

const ofOrphan: Example = ({ resigned, orphan }) => ({ handover_userid: resigned, external_userid: [orphan] })
const ofRule: Example = ({ colleague }) => ({ range: [{ type: 1, userid: colleague }] })
const ofGroupWelcome: Example = () => ({ text: { content: '%NICKNAME%，欢迎！' } })
const ofText: Example = () => ({ text: { content: '新品样板间已开放预约。' } })

/**
 * Example parameters of the endpoints for which `fieldExamples` is not enough. These parameters are added to the values
 * of `fieldExamples`, or replace these values. An endpoint needs an entry if one of its parameters needs another value
 * than `fieldExamples` gives. It also needs an entry if an optional parameter must have a value, e.g. because the
 * endpoint requires one of several parameters.
 */
export const endpointExamples: Readonly<Record<string, Example | undefined>> = {
  checkFollowUsers: ({ member, colleague }) => ({ userid: [member, colleague] }),
  createAcquisitionLink: ({ member }) => ({ range: { user_list: [member] } }),
  createContactWay: ({ member }) => ({ type: 1, scene: 2, user: [member], state: 'playground', skip_verify: true }),
  createCorpTags: ({ tagGroup }) => ({ group_id: tagGroup }),
  createCustomerStrategy: (facts) => ({ parent_id: 1, ...ofRule(facts) }),
  createGroupWelcomeTemplate: ofGroupWelcome,
  createInterceptRule: ({ member }) => ({ applicable_range: { user_list: [member] } }),
  createMassMessage: (facts) => ({ chat_type: 'single', external_userid: [facts.customer], ...ofText(facts) }),
  createMomentStrategy: (facts) => ({ parent_id: 1, ...ofRule(facts) }),
  createMomentTask: ofText,
  createStrategyTags: ({ strategyTagGroup }) => ({ group_id: strategyTagGroup }),
  deleteCorpTags: ({ tag }) => ({ tag_id: [tag] }),
  deleteCustomerStrategy: () => ({ strategy_id: 2 }),
  deleteGroupChatJoinWay: ({ joinWay }) => ({ config_id: joinWay }),
  deleteStrategyTags: ({ strategyTag }) => ({ tag_id: [strategyTag] }),
  getGroupChat: () => ({ need_name: 1 }),
  getGroupChatJoinWay: ({ joinWay }) => ({ config_id: joinWay }),
  getUserBehaviorData: ({ member }) => ({ userid: [member] }),
  listResignedContactTransferResults: ({ resigned }) => ({ handover_userid: resigned }),
  markCustomerTags: ({ tag }) => ({ add_tag: [tag] }),
  sendWelcomeMessage: ofText,
  transferResignedContacts: ofOrphan,
  transferResignedGroupChats: ({ orphanedChat }) => ({ chat_id_list: [orphanedChat] }),
  updateContactRemark: () => ({ remark: '老客户', description: '喜欢胡桃木' }),
  updateCorpTag: () => ({ name: '非常重要' }),
  updateGroupChatJoinWay: ({ joinWay }) => ({ config_id: joinWay, scene: 2 }),
  updateGroupWelcomeTemplate: ofGroupWelcome,
  updateStrategyTag: ({ strategyTag }) => ({ id: strategyTag, name: '已成交' }),
}
