import type { FakeCorp, Outcome, Pair } from '@wecom/mock'
import type { Choice, Entry } from '../form/Field.ts'
import { customersOfMembers, groupChats, knownTags, scannableWays, servingMembers } from './choices.ts'

/** The values that the user has entered into the form of an action. The key is the name of the field. */
type Values = Readonly<Record<string, string | undefined>>

/** An action of a member or customer, e.g. `memberLeaves`, for which the playground page has a form. */
export interface PeopleAction {
  readonly name: PeopleActionName
  /** Returns the fields of the action's form. */
  fields(corp: FakeCorp): Entry[]
  /**
   * Carries out the action in the fake corp.
   *
   * @throws {RangeError} the action is not possible.
   */
  act(corp: FakeCorp, values: Values): Outcome
}

type PairActionName =
  | 'customerDeletesMember'
  | 'memberDeletesCustomer'
  | 'customerWritesToMember'
  | 'memberWritesToCustomer'

export type PeopleActionName =
  | PairActionName
  | 'customerAddsMember'
  | 'customerScansContactWay'
  | 'memberTagsCustomer'
  | 'customerJoinsGroup'
  | 'memberLeaves'

const newcomer: Entry = { name: 'name', required: false, field: { kind: 'text' } }
const someMember = (corp: FakeCorp): Entry => choose('userid', servingMembers(corp))
const somePair = (corp: FakeCorp): Entry => choose('pair', customersOfMembers(corp))

export const peopleActions: readonly PeopleAction[] = [
  {
    name: 'customerAddsMember',
    fields: (corp) => [someMember(corp), newcomer],
    act: (corp, { userid = '', name }) => corp.people.customerAddsMember({ userid, name }),
  },
  {
    name: 'customerScansContactWay',
    fields: (corp) => [choose('config_id', scannableWays(corp)), newcomer],
    act: (corp, { config_id = '', name }) => corp.people.customerScansContactWay({ config_id, name }),
  },
  ofPair('customerDeletesMember'),
  ofPair('memberDeletesCustomer'),
  {
    name: 'memberTagsCustomer',
    fields: (corp) => [somePair(corp), choose('add_tag', knownTags(corp))],
    act: (corp, { pair, add_tag = '' }) => corp.people.memberTagsCustomer({ ...readPair(pair), add_tag: [add_tag] }),
  },
  ofPair('customerWritesToMember'),
  ofPair('memberWritesToCustomer'),
  {
    name: 'customerJoinsGroup',
    fields: (corp) => [choose('chat_id', groupChats(corp)), newcomer],
    act: (corp, { chat_id = '', name }) => corp.people.customerJoinsGroup({ chat_id, name }),
  },
  {
    name: 'memberLeaves',
    fields: (corp) => [someMember(corp)],
    act: (corp, { userid = '' }) => corp.people.memberLeaves({ userid }),
  },
]

/**
 * Returns an action between a member and a customer, such as `memberDeletesCustomer`. The form of the action has one
 * field: the user selects a member together with one of the member's customers.
 */
function ofPair(name: PairActionName): PeopleAction {
  return { name, fields: (corp) => [somePair(corp)], act: (corp, { pair }) => corp.people[name](readPair(pair)) }
}

/**
 * Splits the value of a choice into the userid of the member and the external_userid of the customer.
 *
 * @param pair - value of a choice from `customersOfMembers`: `userid/external_userid`.
 */
function readPair(pair = ''): Pair {
  const [userid = '', external_userid = ''] = pair.split('/')
  return { userid, external_userid }
}

function choose(name: string, choices: readonly Choice[]): Entry {
  return { name, required: true, field: { kind: 'choice', choices } }
}
