import * as v from 'valibot'
import { rowSchema } from '../base/input.ts'
import { Random } from '../base/random.ts'
import type { CorpState, PartialState } from '../state/CorpState.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import type { Department, Member } from '../state/members.ts'
import type { TagGroup } from '../state/tags.ts'

/**
 * Tells `createFakeCorp` to generate a corp of a given size. The same numbers always generate the same corp.
 *
 * @example
 * createFakeCorp({ state: { generate: { members: 1000, customers: 1_000_000 } } })
 */
export interface GeneratedCorp {
  readonly generate: CorpSize
}

export interface CorpSize {
  /**
   * Number of members, at most 100,000. Their userids are `member1`, `member2` and so on. Each department has 50
   * members.
   */
  readonly members: number
  /**
   * Number of customers, at most 2,000,000. All members have about the same number of customers. If the corp has
   * several members, every eleventh customer has follow relations with two of them.
   */
  readonly customers: number
  /** Seed of the random numbers. Default 1. */
  readonly seed?: number | undefined
}

const maxMembers = 100_000
// A larger corp needs more memory than Node uses by default.
const maxCustomers = 2_000_000

export const generatedCorpSchema: v.GenericSchema<GeneratedCorp> = rowSchema<GeneratedCorp>({
  generate: rowSchema<CorpSize>({
    members: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxMembers)),
    customers: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxCustomers)),
    seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
})

const membersInDepartment = 50
const tagNames = ['重要', '普通', '潜在']
// 5 January 2026, 9:00 in Beijing.
const generatedTime: number = Date.UTC(2026, 0, 5, 1) / 1000
const generatedTagIds: readonly string[] = tagNames.map((_, index) => `etGenerated${index + 1}`)

export function generateCompany({ members }: CorpSize): PartialState {
  return {
    time: new Date(generatedTime * 1000).toISOString(),
    departments: [
      { id: 1, name: '总部', parentid: 0 },
      ...Array.from({ length: Math.ceil(members / membersInDepartment) }, toDepartment),
    ],
    members: Array.from({ length: members }, toMember),
    tag_groups: [tagGroup],
  }
}

function generatedUserid(index: number): string {
  return `member${index + 1}`
}

function toDepartment(_: unknown, index: number): Department {
  return { id: index + 2, name: `销售${index + 1}部`, parentid: 1 }
}

function toMember(_: unknown, index: number): Member {
  return {
    userid: generatedUserid(index),
    name: personName(index, Math.floor(index / 8)),
    department: [Math.floor(index / membersInDepartment) + 2],
    customer_contact: true,
    verified: true,
  }
}

const tagGroup: TagGroup = {
  group_id: 'etGeneratedLevel',
  group_name: '客户等级',
  create_time: generatedTime,
  order: 0,
  tags: tagNames.map((name, index) => ({
    id: generatedTagIds[index] ?? '',
    name,
    create_time: generatedTime,
    order: 0,
  })),
}

const day = 24 * 3600
// Every eleventh customer has two members. With a round number such as 10, these would always be the same members.
const shared = 11
// All rows share these lists, because a million separate lists would take 100 MB.
const none: readonly never[] = []
const tagIds = generatedTagIds.map((id) => [id])

export function generateCustomers(size: CorpSize): Pick<CorpState, 'customers' | 'follows'> {
  const random = new Random(size.seed ?? 1)
  const userids = Array.from({ length: size.members }, (_, index) => generatedUserid(index))
  const customers: Customer[] = []
  const follows: Follow[] = []
  for (let index = 0; index < size.customers; index++) {
    const customer = createCustomer(random)
    customers.push(customer)
    const [first = '', second = ''] = [userids[index % size.members], userids[(index + 1) % size.members]]
    follows.push(createFollow(random, first, customer))
    if (index % shared === 0 && second !== first) follows.push(createFollow(random, second, customer))
  }
  return { customers, follows }
}

function createCustomer(random: Random): Customer {
  const name = personName(random.integer(100), random.integer(100))
  const gender = random.integer(2) === 0 ? 1 : 2
  if (random.integer(10) > 0) {
    return { external_userid: random.id('wm', 30), name, type: 1, gender, unionid: random.id('o', 27) }
  }
  return { external_userid: random.id('wo', 30), name, type: 2, gender, corp_name: '四方贸易' }
}

function createFollow(random: Random, userid: string, { external_userid, name }: Customer): Follow {
  const addedByCustomer = random.integer(2) === 0
  return {
    userid,
    external_userid,
    remark: name,
    description: '',
    createtime: generatedTime - random.integer(1000 * day),
    remark_mobiles: none,
    tag_ids: tagIds[random.integer(3 * tagIds.length)] ?? none,
    personal_tags: none,
    add_way: addedByCustomer ? 1 : 2,
    oper_userid: addedByCustomer ? external_userid : userid,
  }
}

const surnames = ['王', '李', '张', '刘', '陈', '杨', '黄', '周']
const givenNames = ['晓明', '丽', '建国', '婷', '浩然', '雪', '志强', '敏', '子涵', '涛']

export function personName(surname: number, givenName: number): string {
  return `${surnames[surname % surnames.length]}${givenNames[givenName % givenNames.length]}`
}
