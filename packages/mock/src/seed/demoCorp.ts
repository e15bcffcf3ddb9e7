import { Random } from '../base/random.ts'
import type { PartialState } from '../state/CorpState.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import type { GroupChat, GroupChatMember } from '../state/groupchat.ts'
import { demoOutreach, demoSources } from './demoOutreach.ts'
import { personName } from './generateCorp.ts'

const customerCount = 40
const hour = 3600
const day = 24 * hour
// 5 January 2026, 9:00 in Beijing.
const now = Date.UTC(2026, 0, 5, 1) / 1000

const corps: readonly (readonly [short: string, full: string])[] = [
  ['四方贸易', '四方贸易有限公司'],
  ['云帆科技', '云帆科技(深圳)有限公司'],
  ['启明教育', '启明教育咨询有限公司'],
]
const positions = ['采购经理', '总经理', '行政主管']

/**
 * Returns the state of the demo corp, a small furniture shop. Its members:
 * - `wangfang` has 34 customers, so lists have several pages. Two of these customers are also customers of other members.
 * - `lina` and `zhangwei` have a few customers.
 * - `liuyang` has left the corp. Four customers and a group chat of this member are not yet transferred to another
 *   member.
 * - `chenjie` has permission for customer contact, but no customers.
 * - `zhaomin` has no permission for customer contact.
 */
export function demoCorp(): PartialState {
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
    ...demoGroupChats(customers),
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

function demoGroupChats(
  customers: readonly Customer[],
): Pick<PartialState, 'group_chats' | 'group_messages' | 'join_ways' | 'direct_messages'> {
  const ids = customers.map(({ external_userid }) => external_userid)
  const [firstCustomer = '', secondCustomer = ''] = ids
  const yesterday = now - day
  return {
    group_chats: [
      {
        ...createGroupChat('wrAAAAdemoOwners', '木白业主交流群', ['wangfang', 'lina'], ids.slice(0, 8), now - 60 * day),
        notice: '每周三更新样板间照片',
        admins: ['lina'],
      },
      createGroupChat('wrAAAAdemoSale', '', ['wangfang'], ids.slice(8, 12), now - 20 * day),
      createGroupChat('wrAAAAdemoService', '售后服务群', ['liuyang', 'zhangwei'], ids.slice(34, 39), now - 90 * day),
    ],
    group_messages: [
      { chat_id: 'wrAAAAdemoOwners', from: 'wangfang', time: now - 3 * day },
      { chat_id: 'wrAAAAdemoOwners', from: firstCustomer, time: now - 3 * day + hour },
      { chat_id: 'wrAAAAdemoOwners', from: 'lina', time: yesterday },
    ],
    join_ways: [
      {
        config_id: 'demoJoinWay',
        app: 'crm',
        scene: 2,
        remark: '展厅海报',
        auto_create_room: 1,
        room_base_name: '木白业主交流群',
        room_base_id: 2,
        chat_id_list: ['wrAAAAdemoOwners'],
        qr_code: 'https://p.qpic.cn/wwhead/demo/0',
        state: 'poster',
        mark_source: true,
      },
    ],
    direct_messages: [
      { userid: 'wangfang', external_userid: firstCustomer, from: 'customer', time: yesterday },
      { userid: 'wangfang', external_userid: firstCustomer, from: 'member', time: yesterday + 10 * 60 },
      { userid: 'wangfang', external_userid: secondCustomer, from: 'customer', time: yesterday + hour },
    ],
  }
}

function createGroupChat(
  chat_id: string,
  name: string,
  members: readonly [string, ...string[]],
  customers: readonly string[],
  create_time: number,
): GroupChat {
  // The first member is the owner.
  const [owner] = members
  const join = (userid: string, type: 1 | 2, index: number): GroupChatMember => ({
    userid,
    type,
    join_time: create_time + index * hour,
    join_scene: 1,
    ...(userid !== owner && { invitor: owner }),
    group_nickname: '',
  })
  return {
    chat_id,
    name,
    owner,
    create_time,
    opengid: `o${chat_id}`,
    admins: [],
    members: [
      ...members.map((userid, index) => join(userid, 1, index)),
      ...customers.map((userid, index) => join(userid, 2, members.length + index)),
    ],
    handovers: [],
  }
}
