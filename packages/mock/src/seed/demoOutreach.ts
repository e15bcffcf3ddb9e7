import type { PartialState } from '../state/CorpState.ts'
import type { Customer } from '../state/contacts.ts'

const day = 24 * 3600

export function demoOutreach(
  customers: readonly Customer[],
  now: number,
): Pick<PartialState, 'mass_messages' | 'group_welcomes' | 'moments' | 'moment_strategies'> {
  const ids = customers.map(({ external_userid }) => external_userid)
  const [first = '', second = ''] = ids
  return {
    mass_messages: [
      {
        msgid: 'msgAAAAdemoNewYear',
        chat_type: 'single',
        create_time: now - 4 * day,
        create_type: 0,
        text: { content: '元旦快乐！新品样板间已开放预约。' },
        attachments: [{ msgtype: 'link', link: { title: '新品目录', url: 'https://mubai.example.com/new' } }],
        tasks: [
          {
            userid: 'wangfang',
            send_time: now - 3 * day,
            deliveries: ids
              .slice(0, 30)
              .map((external_userid) => ({ external_userid, status: 1, send_time: now - 3 * day })),
          },
          {
            userid: 'lina',
            deliveries: ids.slice(34, 36).map((external_userid) => ({ external_userid, status: 0 })),
          },
        ],
      },
    ],
    group_welcomes: [
      {
        template_id: 'msgAAAAdemoGroupWelcome',
        app: 'crm',
        text: { content: '%NICKNAME%，欢迎来到木白家居！' },
        link: { title: '预约样板间', url: 'https://mubai.example.com/visit' },
      },
    ],
    moments: [
      {
        moment_id: 'momAAAAdemoShowroom',
        create_time: now - 2 * day,
        create_type: 0,
        visible_type: 1,
        text: { content: '样板间新装完成，欢迎来看。' },
        publications: [
          {
            userid: 'wangfang',
            publish_time: now - 2 * day + 3600,
            chosen: ids.slice(0, 34),
            reached: ids.slice(0, 34),
            comments: [
              { external_userid: first, create_time: now - day },
              { userid: 'wangfang', create_time: now - day + 600 },
            ],
            likes: [
              { external_userid: first, create_time: now - day },
              { external_userid: second, create_time: now - day + 60 },
            ],
          },
          { userid: 'lina', chosen: ids.slice(32, 37), reached: [], comments: [], likes: [] },
        ],
      },
      {
        moment_id: 'momAAAAdemoRepair',
        creator: 'zhangwei',
        create_time: now - day,
        create_type: 1,
        visible_type: 1,
        text: { content: '周末上门保养，有需要的请联系我。' },
        publications: [
          {
            userid: 'zhangwei',
            publish_time: now - day,
            chosen: ids.slice(33, 36),
            reached: ids.slice(33, 36),
            comments: [],
            likes: [],
          },
        ],
      },
    ],
    moment_strategies: [
      {
        strategy_id: 1,
        app: 'crm',
        parent_id: 0,
        strategy_name: '全公司',
        create_time: now - 200 * day,
        admin_list: ['zhaomin'],
        range: [{ type: 2, partyid: 1 }],
      },
    ],
  }
}

// A picture with one pixel.
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export function demoSources(
  customers: readonly Customer[],
  now: number,
): Pick<
  PartialState,
  | 'contact_ways'
  | 'acquisition_links'
  | 'acquisition_clicks'
  | 'acquisition_customers'
  | 'acquisition_quota'
  | 'intercept_rules'
  | 'media'
  | 'products'
  | 'provider'
> {
  const [, guest] = customers
  const visit = { link_id: 'cawcAAAAdemoSpring', external_userid: guest?.external_userid ?? '', at: now - 2 * day }
  return {
    contact_ways: [
      {
        config_id: 'aaaa0000demo0000showroom00000000',
        app: 'crm',
        create_time: now - 120 * day,
        type: 2,
        scene: 2,
        remark: '样板间二维码',
        skip_verify: true,
        state: 'showroom',
        qr_code: 'https://wework.qpic.cn/wwpic/demo_contact_way/0',
        user: ['wangfang'],
        party: [3],
        is_temp: false,
      },
    ],
    acquisition_links: [
      {
        link_id: 'cawcAAAAdemoSpring',
        app: 'crm',
        link_name: '春季促销',
        url: 'https://work.weixin.qq.com/ca/cawcAAAAdemoSpring',
        create_time: now - 10 * day,
        skip_verify: true,
        mark_source: true,
        user_list: ['wangfang', 'lina'],
        department_list: [],
      },
    ],
    acquisition_clicks: [visit],
    acquisition_customers: [{ ...visit, userid: 'wangfang', state: 'poster' }],
    acquisition_quota: {
      total: 1,
      quota_list: [{ expire_date: now + 200 * day - ((now + 8 * 3600) % day), balance: 99 }],
    },
    intercept_rules: [
      {
        rule_id: '1',
        app: 'crm',
        rule_name: '承诺用语',
        word_list: ['保证最低价', '永久质保'],
        semantics_list: [1],
        intercept_type: 2,
        user_list: [],
        department_list: [2],
        create_time: now - 50 * day,
      },
    ],
    media: [
      {
        media_id: '3AAAAdemoSofa',
        type: 'image',
        attachment_type: 2,
        filename: '沙发.png',
        content_type: 'image/png',
        content: picture,
        created_at: now - day,
      },
    ],
    products: [
      {
        product_id: 'AAAAdemoSofa',
        app: 'crm',
        product_sn: 'SOFA01',
        description: '三人位布艺沙发',
        price: 329_900,
        media_ids: ['3AAAAdemoSofa'],
        create_time: now - day,
      },
    ],
    provider: {
      corpid: 'wwfakeprovider01',
      secret: 'fake-provider-secret',
      suites: [{ suite_id: 'wwfakesuite00001', suite_secret: 'fake-suite-secret' }],
      migrated: [],
    },
  }
}
