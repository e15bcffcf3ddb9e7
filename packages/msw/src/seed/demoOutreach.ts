import type { Customer } from '../tenant/customers.ts'
import type { SeedFile } from './SeedFile.ts'

const day = 24 * 3600

/**
 * What the furniture shop told its customers: a mass message that `wangfang` has sent and `lina` has not, a moment that
 * both were asked to publish, and one of `zhangwei`'s own.
 *
 * @param now - unix seconds.
 */
export function demoOutreach(
  customers: readonly Customer[],
  now: number,
): Pick<SeedFile, 'mass_messages' | 'group_welcomes' | 'moments' | 'moment_strategies'> {
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
