import type { PartialState } from '@wecom/mock'

/**
 * Chinese texts about the sections of the fake corp's state. The key is the name of the section, which is a field of
 * `PartialState`. The texts state the same facts as the English texts that `readSectionTexts` returns.
 */
export const chineseSections: Readonly<Record<keyof PartialState, string>> = {
  corp_id: '模拟企业的 corpid，默认 `wwfake0000000001`。',
  time: '企业时钟的时间，ISO 日期，默认 `2026-01-05T01:00:00.000Z`。',
  seed: '新 id 的随机数种子：任意整数，或者已保存的状态里的 `seed`。默认 1。',
  apps: '企业的应用。不填 `apps` 时，企业有一个应用，它能看到全部成员，可以调用客户联系的接口。',
  provider: '服务商。不填 `provider` 时，企业没有服务商。',
  pending_ids: 'pending_id，即尚未成为客户的微信用户的 id。',
  suite_codes: 'suite 的 ticket、预授权码或临时授权码。',
  tokens:
    '应用的 access_token：内容（`code`）、所属应用的名称（`holder`）和过期时间。其他 token 在 `suite_tokens` 和 `provider_tokens` 里。',
  suite_tokens: 'suite 的 access_token：内容（`code`）、所属 suite 的 id（`holder`）和过期时间。',
  provider_tokens: '服务商的 access_token：内容（`code`）、所属服务商的 corpid（`holder`）和过期时间。',
  departments: '企业的部门。',
  members: '企业的成员。',
  tag_groups: '标签组，里面是企业标签或规则组标签。',
  customers: '客户。',
  follows: '成员与客户的跟进关系，以及成员对客户的备注。',
  ended_follows: '已结束的跟进关系。',
  direct_messages: '成员与客户之间的一条消息。',
  group_chats: '客户群，里面有成员和客户。',
  group_messages: '客户群里的一条消息。',
  join_ways: '进群方式（「加入群聊」）：二维码，或小程序里的按钮。',
  friend_requests: '尚未通过的好友申请。',
  partings: '一次删除：成员删除客户，或客户删除成员。',
  welcome_codes: '欢迎语 code，以及新跟进关系的成员和客户。',
  contact_ways: '「联系我」：二维码，或小程序里的按钮。',
  temp_chats: '成员与客户的临时会话。',
  acquisition_links: '获客链接。',
  acquisition_clicks: '微信用户打开获客链接的一次访问。',
  acquisition_customers: '通过获客链接添加了成员的客户。',
  acquisition_quota:
    '企业的获客助手使用量：已使用的和已购买的。不填 `acquisition_quota` 时，企业没有购买使用量，客户无法使用获客链接。',
  chat_keys: '事件 `message_from_customer` 里的 chat_key。',
  intercept_rules: '敏感词规则。',
  media: '上传的文件。',
  uploaded_pictures:
    '应用用 `media/uploadimg` 上传的全部图片，计入 `media/uploadimg` 的上限：每天 1000 张，每月 3000 张。',
  media_jobs: '异步上传任务。',
  products: '企业商品图册里的商品。',
  served_contacts: '与成员有联系、但不是客户的微信用户。',
  transfers: '一次客户分配：从一位成员到另一位成员。',
  strategies: '客户联系规则组。',
  mass_message_limit:
    '每位客户或每个客户群最多能收到的群发数量。默认 `month`：每个自然月能收到的数量，等于当月的天数。`week`：每个自然周七条。`day`：每天一条。',
  mass_messages: '企业群发。',
  group_welcomes: '入群欢迎语素材，即有人加入客户群时收到的消息。',
  moments: '客户朋友圈。',
  moment_jobs: '为应用创建客户朋友圈的任务。',
  moment_strategies: '客户朋友圈规则组。',
}
