import type { Customer } from '../tenant/customers.ts'
import type { Follow } from '../tenant/follows.ts'
import { Random } from '../tenant/random.ts'
import { demoGroupChats } from './demoGroupChats.ts'
import { demoOutreach } from './demoOutreach.ts'
import { demoSources } from './demoSources.ts'
import { personName } from './personNames.ts'
import type { SeedFile } from './SeedFile.ts'

const customerCount = 40
const day = 24 * 3600
/** 5 January 2026, nine o'clock in Beijing. */
const now = Date.UTC(2026, 0, 5, 1) / 1000

const corps: readonly (readonly [short: string, full: string])[] = [
  ['四方贸易', '四方贸易有限公司'],
  ['云帆科技', '云帆科技(深圳)有限公司'],
  ['启明教育', '启明教育咨询有限公司'],
]
const positions = ['采购经理', '总经理', '行政主管']

/**
 * A small furniture shop. Who to look at:
 * - `wangfang` has 34 customers, so that lists have pages; two of them are shared with colleagues;
 * - `liuyang` has resigned, and four customers and a group wait for somebody new;
 * - `chenjie` has the customer-contact feature, but no customers; `zhaomin` does not have it.
 */
export function demoSeed(): SeedFile {
  const random = new Random(2026)
  const customers = Array.from({ length: customerCount }, (_, index) => createCustomer(random, index))
  return {
    corp_id: 'wwfake0000000001',
    time: new Date(now * 1000).toISOString(),
    apps: [{ name: 'crm', secret: 'fake-secret', customer_contact: true }],
    departments: [
      { id: 1, name: '木白家居', parentid: 0 },
      { id: 2, name: '销售部', parentid: 1 },
      { id: 3, name: '客户服务部', parentid: 1 },
    ],
    members: [
      { userid: 'zhaomin', name: '赵敏', department: [1], customer_contact: false, verified: true },
      { userid: 'wangfang', name: '王芳', department: [2], customer_contact: true, verified: true },
      { userid: 'lina', name: '李娜', department: [2], customer_contact: true, verified: true },
      { userid: 'zhangwei', name: '张伟', department: [3], customer_contact: true, verified: true },
      { userid: 'chenjie', name: '陈洁', department: [3], customer_contact: true, verified: false },
      {
        userid: 'liuyang',
        name: '刘洋',
        department: [2],
        customer_contact: true,
        verified: true,
        resigned_at: now - 16 * day,
      },
    ],
    tag_groups: [
      {
        group_id: 'etAAAAdemoLevel',
        group_name: '客户等级',
        create_time: now - 300 * day,
        order: 1,
        app: 'crm',
        tags: [
          { id: 'etAAAAdemoImportant', name: '重要', create_time: now - 300 * day, order: 2, app: 'crm' },
          { id: 'etAAAAdemoOrdinary', name: '普通', create_time: now - 300 * day, order: 1, app: 'crm' },
        ],
      },
      {
        group_id: 'stAAAAdemoStage',
        group_name: '跟进阶段',
        create_time: now - 190 * day,
        order: 0,
        strategy_id: 1,
        app: 'crm',
        tags: [{ id: 'stAAAAdemoQuoted', name: '已报价', create_time: now - 190 * day, order: 0, app: 'crm' }],
      },
    ],
    customers,
    follows: [
      ...customers.slice(0, 34).map((customer, index) => createFollow('wangfang', customer, index)),
      ...customers.slice(32, 37).map((customer, index) => createFollow('lina', customer, index)),
      ...customers.slice(33, 36).map((customer, index) => createFollow('zhangwei', customer, index)),
      ...customers.slice(36).map((customer, index) => createFollow('liuyang', customer, index)),
    ],
    ...demoGroupChats(customers, now),
    ...demoOutreach(customers, now),
    ...demoSources(customers, now),
    served_contacts: [
      { contact: 'friend', name: '周**', follow_userid: 'lina', add_time: now - 40 * day },
      { contact: 'visitor', name: '吴**', follow_userid: 'zhangwei', chat_name: '售后交流', add_time: now - 30 * day },
      { contact: 'visitor', name: '吴**', follow_userid: 'wangfang', add_time: now - 12 * day },
    ],
    transfers: [],
    strategies: [
      {
        strategy_id: 1,
        app: 'crm',
        parent_id: 0,
        strategy_name: '全公司',
        create_time: now - 200 * day,
        admin_list: ['zhaomin'],
        range: [{ type: 2, partyid: 1 }],
      },
      {
        strategy_id: 2,
        app: 'crm',
        parent_id: 1,
        strategy_name: '销售',
        create_time: now - 150 * day,
        admin_list: ['wangfang'],
        range: [
          { type: 2, partyid: 2 },
          { type: 1, userid: 'zhangwei' },
        ],
      },
    ],
  }
}

/** Every fifth is a WeCom user, the others are WeChat users. */
function createCustomer(random: Random, index: number): Customer {
  const name = personName(index, index * 3)
  const gender = index % 3 === 0 ? 0 : index % 3 === 1 ? 1 : 2
  const avatar = `https://wework.qpic.cn/demo/${index}/0`
  if (index % 5 !== 4) {
    const [external_userid, unionid] = [`wm${random.text(30)}`, `o${random.text(27)}`]
    return { external_userid, name, avatar, type: 1, gender, unionid }
  }
  const [corp_name, corp_full_name] = pick(corps, index)
  return {
    external_userid: `wo${random.text(30)}`,
    name,
    avatar,
    type: 2,
    gender,
    position: pick(positions, index),
    corp_name,
    corp_full_name,
    external_profile: { external_attr: [{ type: 0, name: '口号', text: { value: '诚信为本' } }] },
  }
}

function createFollow(userid: string, { external_userid, name, type }: Customer, index: number): Follow {
  const addedByCustomer = index % 2 === 1
  return {
    userid,
    external_userid,
    remark: index % 3 === 0 ? `${name}-${index + 1}号` : name,
    description: index % 4 === 0 ? '看过样板间，想要报价' : '',
    createtime: now - (100 - index) * day,
    ...(type === 1 && index % 6 === 0 ? { remark_corp_name: pick(corps, index)[0] } : {}),
    remark_mobiles: index % 4 === 1 ? [`1380000${String(index).padStart(4, '0')}`] : [],
    tag_ids: [
      ...(index % 2 === 0 ? [index % 4 === 0 ? 'etAAAAdemoImportant' : 'etAAAAdemoOrdinary'] : []),
      ...(index % 7 === 0 ? ['stAAAAdemoQuoted'] : []),
    ],
    personal_tags: index % 8 === 0 ? [{ group_name: '我的', tag_name: '老乡' }] : [],
    add_way: addedByCustomer ? 1 : 2,
    oper_userid: addedByCustomer ? external_userid : userid,
    ...(addedByCustomer ? { state: 'showroom' } : {}),
  }
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item
}
