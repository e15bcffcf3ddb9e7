import {
  customerAddsMember,
  customerDeletesMember,
  customerJoinsGroup,
  customerScansContactWay,
  customerWritesToMember,
  memberDeletesCustomer,
  memberLeaves,
  memberTagsCustomer,
  memberWritesToCustomer,
  type Outcome,
  type Pair,
  type Tenant,
} from '@wecom/msw'
import type { Choice, Entry } from '../form/Field.ts'
import { customersOfMembers, groupChats, knownTags, scannableWays, servingMembers } from './choices.ts'

/** What was filled in, by the names of the fields; empty where nothing was. */
type Values = Readonly<Record<string, string | undefined>>

/** Something that people can be told to do. */
export interface PeopleAction {
  readonly name: PeopleActionName
  /** What has to be known for it. */
  fields(tenant: Tenant): Entry[]
  /** @throws {RangeError} it cannot be done. */
  act(tenant: Tenant, values: Values): Outcome
}

export type PeopleActionName =
  | 'customerAddsMember'
  | 'customerScansContactWay'
  | 'customerDeletesMember'
  | 'memberDeletesCustomer'
  | 'memberTagsCustomer'
  | 'customerWritesToMember'
  | 'memberWritesToCustomer'
  | 'customerJoinsGroup'
  | 'memberLeaves'

const newcomer: Entry = { name: 'name', required: false, field: { kind: 'text' } }
const someMember = (tenant: Tenant): Entry => choose('userid', servingMembers(tenant))
const somePair = (tenant: Tenant): Entry => choose('pair', customersOfMembers(tenant))

export const peopleActions: readonly PeopleAction[] = [
  {
    name: 'customerAddsMember',
    fields: (tenant) => [someMember(tenant), newcomer],
    act: (tenant, { userid = '', name }) => customerAddsMember(tenant, { userid, name }),
  },
  {
    name: 'customerScansContactWay',
    fields: (tenant) => [choose('config_id', scannableWays(tenant)), newcomer],
    act: (tenant, { config_id = '', name }) => customerScansContactWay(tenant, { config_id, name }),
  },
  ofPair('customerDeletesMember', customerDeletesMember),
  ofPair('memberDeletesCustomer', memberDeletesCustomer),
  {
    name: 'memberTagsCustomer',
    fields: (tenant) => [somePair(tenant), choose('add_tag', knownTags(tenant))],
    act: (tenant, { pair, add_tag = '' }) => memberTagsCustomer(tenant, { ...readPair(pair), add_tag: [add_tag] }),
  },
  ofPair('customerWritesToMember', customerWritesToMember),
  ofPair('memberWritesToCustomer', memberWritesToCustomer),
  {
    name: 'customerJoinsGroup',
    fields: (tenant) => [choose('chat_id', groupChats(tenant)), newcomer],
    act: (tenant, { chat_id = '', name }) => customerJoinsGroup(tenant, { chat_id, name }),
  },
  {
    name: 'memberLeaves',
    fields: (tenant) => [someMember(tenant)],
    act: (tenant, { userid = '' }) => memberLeaves(tenant, { userid }),
  },
]

/** An action between a member and one of their customers, who are chosen together. */
function ofPair(name: PeopleActionName, act: (tenant: Tenant, pair: Pair) => Outcome): PeopleAction {
  return { name, fields: (tenant) => [somePair(tenant)], act: (tenant, { pair }) => act(tenant, readPair(pair)) }
}

/** @param pair - as `customersOfMembers` offers it. */
function readPair(pair = ''): Pair {
  const [userid = '', external_userid = ''] = pair.split('/')
  return { userid, external_userid }
}

function choose(name: string, choices: readonly Choice[]): Entry {
  return { name, required: true, field: { kind: 'choice', choices } }
}
