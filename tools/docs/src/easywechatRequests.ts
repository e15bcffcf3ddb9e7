/** The parameters that a call of EasyWeChat sends. The catalogue has the method and the path of the request. */
export interface EasyWeChatRequest {
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: Readonly<Record<string, unknown>> | undefined
  /** Names of the fields that EasyWeChat sends empty. WeCom treats them as absent. */
  readonly sentEmpty?: readonly string[] | undefined
  /** Names of the fields whose value is a number that EasyWeChat sends as text. */
  readonly sentAsText?: readonly string[] | undefined
}

/**
 * The parameters that EasyWeChat sends for the PHP examples in the folder `easywechat/`. The key is the name of the
 * EasyWeChat method, e.g. `external_contact.list`.
 */
export const easywechatRequests: Readonly<Record<string, EasyWeChatRequest>> = {
  'external_contact.getFollowUsers': {},
  'external_contact.list': { query: { userid: 'wangfang' } },
  'external_contact.get': { query: { external_userid: 'wmZhouTao' } },
  'external_contact.batchGetByUser': {
    body: { userid_list: ['wangfang'], limit: 100 },
    sentEmpty: ['cursor'],
  },
  'external_contact.remark': {
    body: {
      userid: 'wangfang',
      external_userid: 'wmZhouTao',
      remark: '周先生',
      remark_mobiles: ['13800000001'],
    },
  },
  'external_contact.getUnassigned': { body: { page_id: 0, page_size: 1000 } },
  'external_contact.transfer': {
    body: {
      external_userid: 'wmZhouTao',
      handover_userid: 'wangfang',
      takeover_userid: 'lina',
      transfer_success_msg: '您好，之后由李娜为您服务。',
    },
  },
  'external_contact.getTransferResult': {
    body: { external_userid: 'wmZhouTao', handover_userid: 'wangfang', takeover_userid: 'lina' },
  },
  'external_contact.getGroupChats': {
    body: {
      status_filter: 0,
      owner_filter: { userid_list: ['wangfang'], partyid_list: [7] },
      offset: 0,
      limit: 100,
    },
  },
  'external_contact.getGroupChat': { body: { chat_id: 'wrOldFriends' } },
  'external_contact.transferGroupChat': {
    body: { chat_id_list: ['wrOldFriends', 'wrNewHomes'], new_owner: 'lina' },
  },
  'external_contact.getCorpTags': { body: { tag_id: ['etHigh', 'etLow'] }, sentEmpty: ['group_id'] },
  'external_contact.addCorpTag': {
    body: {
      group_name: '意向',
      order: 1,
      tag: [
        { name: '高', order: 2 },
        { name: '低', order: 1 },
      ],
    },
  },
  'external_contact.updateCorpTag': { body: { id: 'etHigh', name: '很高', order: 10 } },
  'external_contact.deleteCorpTag': { body: { tag_id: ['etHigh', 'etLow'], group_id: ['etGroupOld'] } },
  'external_contact.markTags': {
    body: {
      userid: 'wangfang',
      external_userid: 'wmZhouTao',
      add_tag: ['etHigh'],
      remove_tag: ['etLow'],
    },
  },
  'external_contact_moment.list': {
    body: {
      start_time: 1_760_000_000,
      end_time: 1_760_600_000,
      creator: 'wangfang',
      filter_type: 1,
      limit: 20,
    },
  },
  'external_contact_moment.getTasks': {
    body: { moment_id: 'mom1', limit: 500 },
    sentEmpty: ['cursor'],
  },
  'external_contact_moment.getCustomers': {
    body: { moment_id: 'mom1', userid: 'wangfang', limit: 500 },
    sentEmpty: ['cursor'],
  },
  'external_contact_moment.getSendResult': {
    body: { moment_id: 'mom1', userid: 'wangfang', limit: 3000 },
    sentEmpty: ['cursor'],
  },
  'external_contact_moment.getComments': { body: { moment_id: 'mom1', userid: 'wangfang' } },
  'contact_way.create': {
    body: {
      type: 2,
      scene: 2,
      remark: '七号店',
      skip_verify: true,
      state: 'shop-7',
      user: ['wangfang', 'lina'],
    },
  },
  'contact_way.get': { body: { config_id: 'way-1' } },
  'contact_way.update': {
    body: { config_id: 'way-1', remark: '八号店', state: 'shop-8', user: ['lina'] },
  },
  'contact_way.delete': { body: { config_id: 'way-1' } },
  'external_contact_message.submit': {
    body: {
      external_userid: ['wmZhouTao', 'wmSunLi'],
      sender: 'wangfang',
      text: { content: '周五新品到店' },
      image: { media_id: 'media-1' },
      link: {
        title: '新品目录',
        picurl: 'https://example.com/new.png',
        desc: '本周到店',
        url: 'https://example.com/new',
      },
      miniprogram: {
        title: '网上门店',
        pic_media_id: 'media-2',
        appid: 'wxShop',
        page: '/pages/new',
      },
    },
  },
  'external_contact_message.get': { body: { msgid: 'msg-1' } },
  'external_contact_message.sendWelcome': {
    body: {
      welcome_code: 'code-1',
      text: { content: '您好，很高兴认识您' },
      image: { media_id: 'media-1' },
    },
  },
  'external_contact_message_template.create': {
    body: {
      text: { content: '%NICKNAME%，欢迎入群' },
      link: {
        title: '群规',
        picurl: 'https://example.com/rules.png',
        desc: '一分钟读完',
        url: 'https://example.com/rules',
      },
    },
  },
  'external_contact_message_template.update': {
    body: {
      template_id: 'tpl-1',
      text: { content: '%NICKNAME%，欢迎' },
      miniprogram: {
        title: '网上门店',
        pic_media_id: 'media-2',
        appid: 'wxShop',
        page: '/pages/new',
      },
    },
  },
  'external_contact_message_template.get': { body: { template_id: 'tpl-1' } },
  'external_contact_message_template.delete': { body: { template_id: 'tpl-1' } },
  'external_contact_statistics.userBehavior': {
    body: {
      userid: ['wangfang', 'lina'],
      start_time: 1_760_000_000,
      end_time: 1_760_400_000,
    },
    sentEmpty: ['partyid'],
    sentAsText: ['start_time', 'end_time'],
  },
  'external_contact_statistics.groupChatStatistic': {
    body: {
      day_begin_time: 1_760_000_000,
      day_end_time: 1_760_400_000,
      owner_filter: { userid_list: ['wangfang'] },
      order_by: 2,
      order_asc: 0,
      offset: 0,
      limit: 1000,
    },
  },
  'external_contact_statistics.groupChatStatisticGroupByDay': {
    body: {
      day_begin_time: 1_760_000_000,
      day_end_time: 1_760_400_000,
      owner_filter: { userid_list: ['wangfang', 'lina'] },
    },
  },
}
