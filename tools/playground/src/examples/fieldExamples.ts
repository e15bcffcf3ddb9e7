import type { CorpFacts } from './CorpFacts.ts'

const day = 24 * 3600

/**
 * Functions that return the example value of a required parameter. The key is the name of the parameter. When a form
 * opens, the control of the parameter contains this value. If the parameter is a list, the value is the only item of
 * the list.
 */
export const fieldExamples: Readonly<Record<string, (facts: CorpFacts) => string | number | boolean>> = {
  admin_list: ({ member }) => member,
  chat_id: ({ chat }) => chat,
  chat_id_list: ({ chat }) => chat,
  chat_key: () => 'chat-key-of-an-event',
  config_id: ({ contactWay }) => contactWay,
  day_begin_time: ({ now }) => now - 7 * day,
  description: () => '三人位布艺沙发',
  end_time: ({ now }) => now,
  external_tagid_list: ({ tag }) => tag,
  external_userid: ({ customer }) => customer,
  external_userid_list: ({ customer }) => customer,
  filename: () => '沙发.png',
  handover_userid: ({ member }) => member,
  id: ({ tag }) => tag,
  jobid: ({ momentJob }) => momentJob || 'jobid-of-a-task',
  limit: () => 100,
  link_id: ({ acquisitionLink }) => acquisitionLink,
  link_name: () => '夏季促销',
  md5: () => '0cc175b9c0f1b6a831c399e269772661',
  media_id: ({ media }) => media,
  moment_id: ({ moment }) => moment,
  msgid: ({ massMessage }) => massMessage,
  name: () => '潜在客户',
  new_owner: ({ colleague }) => colleague,
  opengid: ({ opengid }) => opengid,
  openid: () => 'openid-of-the-customer',
  price: () => 329_900,
  product_id: ({ product }) => product,
  rule_id: ({ interceptRule }) => interceptRule,
  rule_name: () => '夸大用语',
  source_agentid: () => 1_000_002,
  start_time: ({ now }) => now - 7 * day,
  strategy_id: () => 1,
  strategy_name: () => '华东区',
  takeover_userid: ({ colleague }) => colleague,
  upgrade_time: ({ now }) => now + 3 * day,
  template_id: ({ groupWelcome }) => groupWelcome,
  tmp_external_userid_list: () => 'tmp-external-userid',
  unionid: ({ unionid }) => unionid,
  url: () => 'https://mubai.example.com/sofa.png',
  userid: ({ member }) => member,
  userid_list: ({ member }) => member,
  welcome_code: ({ welcomeCode }) => welcomeCode || 'welcome-code-of-an-event',
  word_list: () => '永久质保',
}
