import type { CorpState } from '../state/CorpState.ts'
import type { Strategy } from '../state/strategies.ts'

/** One problem in the initial data of a fake corp (see `StateError`). */
export interface StateProblem {
  /** Path of the wrong value in the data, e.g. `follows[3].userid`. */
  readonly path: string
  /**
   * Text that says what is wrong with the value at `path` and how to correct it, such as `"lisi" is not in members; add
   * it there, or correct it here`.
   */
  readonly message: string
}

/**
 * Checks the ids in the data of a fake corp (its state), and returns the problems:
 * - an id or secret that occurs twice in one list
 * - an id that refers to a missing entry, e.g. a follow relation whose userid no member has
 * - a department or rule group that is its own parent, directly or through other parents
 */
export function findBrokenReferences(state: CorpState): StateProblem[] {
  const problems: StateProblem[] = []
  const known = new Set<string>()
  for (const { path, key, section } of definitions(state)) {
    const name = `${section} ${key}`
    if (known.has(name)) problems.push({ path, message: `"${key}" occurs twice in ${section}; remove one of them` })
    known.add(name)
  }
  for (const { path, key, section } of references(state)) {
    if (known.has(`${section} ${key}`)) continue
    problems.push({ path, message: `"${key}" is not in ${section}; add it there, or correct it here` })
  }
  return [
    ...problems,
    ...findCircles(
      state.departments,
      ({ id }) => id,
      ({ parentid }) => parentid,
      'departments',
    ),
    ...findCircles(
      state.strategies,
      ({ strategy_id }) => strategy_id,
      ({ parent_id }) => parent_id,
      'strategies',
    ),
    ...findCircles(
      state.moment_strategies,
      ({ strategy_id }) => strategy_id,
      ({ parent_id }) => parent_id,
      'moment_strategies',
    ),
  ]
}

function findCircles<Row>(
  list: readonly Row[],
  idOf: (row: Row) => number,
  parentOf: (row: Row) => number,
  section: string,
): StateProblem[] {
  const parents = new Map(list.map((row) => [idOf(row), parentOf(row)]))
  return list.flatMap((row, index) => {
    let current = parentOf(row)
    for (let steps = 0; steps < list.length && current !== idOf(row); steps++) current = parents.get(current) ?? 0
    if (current !== idOf(row)) return []
    return [
      { path: `${section}[${index}]`, message: 'is below itself; set the parent of one entry in this circle to 0' },
    ]
  })
}

interface Pair {
  readonly userid: string
  readonly external_userid: string
}

interface RangeOfApp {
  readonly app: string
  readonly user_list: readonly string[]
  readonly department_list: readonly number[]
}

const codeSections = ['suite_codes', 'tokens', 'suite_tokens', 'provider_tokens', 'welcome_codes', 'chat_keys'] as const

function* definitions(state: CorpState): Generator<Reference> {
  for (const [path, { name, secret }] of rows('apps', state.apps)) {
    yield { path: `${path}.name`, key: name, section: 'apps' }
    yield { path: `${path}.secret`, key: secret, section: 'secrets' }
  }
  for (const [path, { suite_id }] of rows('provider.suites', state.provider?.suites ?? [])) {
    yield { path: `${path}.suite_id`, key: suite_id, section: 'provider.suites' }
  }
  for (const [path, { pending_id }] of rows('pending_ids', state.pending_ids)) {
    yield { path: `${path}.pending_id`, key: pending_id, section: 'pending_ids' }
  }
  for (const section of codeSections) {
    for (const [path, { code }] of rows<{ readonly code: string }>(section, state[section])) {
      yield { path: `${path}.code`, key: code, section }
    }
  }
  for (const [path, { id }] of rows('departments', state.departments)) {
    yield { path: `${path}.id`, key: id, section: 'departments' }
  }
  for (const [path, { userid }] of rows('members', state.members)) {
    yield { path: `${path}.userid`, key: userid, section: 'members' }
  }
  for (const [path, { group_id, tags }] of rows('tag_groups', state.tag_groups)) {
    yield { path: `${path}.group_id`, key: group_id, section: 'tag_groups' }
    for (const [place, { id }] of rows(`${path}.tags`, tags)) yield { path: `${place}.id`, key: id, section: 'tags' }
  }
  for (const [path, { external_userid }] of rows('customers', state.customers)) {
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const [path, { userid, external_userid }] of rows('follows', state.follows)) {
    yield { path, key: `${userid} ${external_userid}`, section: 'follows' }
  }
  for (const [path, { userid, external_userid }] of rows('friend_requests', state.friend_requests)) {
    yield { path, key: `${userid} ${external_userid}`, section: 'friend_requests' }
  }
  for (const [path, { contact, follow_userid, chat_id, chat_name }] of rows('served_contacts', state.served_contacts)) {
    // The key has the place, because a member may meet the same contact in several places.
    const place = [chat_id, chat_name].filter((part) => part !== undefined)
    yield { path, key: [contact, follow_userid, ...place].join(' '), section: 'served_contacts' }
  }
  for (const section of ['strategies', 'moment_strategies'] as const) {
    for (const [path, { strategy_id }] of rows<Strategy<object>>(section, state[section])) {
      yield { path: `${path}.strategy_id`, key: strategy_id, section }
    }
  }
  for (const [path, { config_id }] of rows('contact_ways', state.contact_ways)) {
    yield { path: `${path}.config_id`, key: config_id, section: 'contact_ways' }
  }
  for (const [path, { link_id }] of rows('acquisition_links', state.acquisition_links)) {
    yield { path: `${path}.link_id`, key: link_id, section: 'acquisition_links' }
  }
  for (const [path, { rule_id }] of rows('intercept_rules', state.intercept_rules)) {
    yield { path: `${path}.rule_id`, key: rule_id, section: 'intercept_rules' }
  }
  for (const [path, { media_id }] of rows('media', state.media)) {
    yield { path: `${path}.media_id`, key: media_id, section: 'media' }
  }
  for (const [path, { jobid }] of rows('media_jobs', state.media_jobs)) {
    yield { path: `${path}.jobid`, key: jobid, section: 'media_jobs' }
  }
  for (const [path, { product_id }] of rows('products', state.products)) {
    yield { path: `${path}.product_id`, key: product_id, section: 'products' }
  }
  for (const [path, { chat_id }] of rows('group_chats', state.group_chats)) {
    yield { path: `${path}.chat_id`, key: chat_id, section: 'group_chats' }
  }
  for (const [path, { config_id }] of rows('join_ways', state.join_ways)) {
    yield { path: `${path}.config_id`, key: config_id, section: 'join_ways' }
  }
  for (const [path, { msgid }] of rows('mass_messages', state.mass_messages)) {
    yield { path: `${path}.msgid`, key: msgid, section: 'mass_messages' }
  }
  for (const [path, { template_id }] of rows('group_welcomes', state.group_welcomes)) {
    yield { path: `${path}.template_id`, key: template_id, section: 'group_welcomes' }
  }
  for (const [path, { moment_id }] of rows('moments', state.moments)) {
    yield { path: `${path}.moment_id`, key: moment_id, section: 'moments' }
  }
  for (const [path, { jobid }] of rows('moment_jobs', state.moment_jobs)) {
    yield { path: `${path}.jobid`, key: jobid, section: 'moment_jobs' }
  }
}

/**
 * Yields all references in a state of a fake corp. A reference is a field that contains the id of another entry, e.g.
 * the userid in a follow relation. Omits the owners of tokens (apps, suites, the service provider), because a state may
 * contain tokens of owners that do not exist.
 */
export function* references(state: CorpState): Generator<Reference> {
  for (const [path, { visible, suite_id }] of rows('apps', state.apps)) {
    if (suite_id !== undefined) yield { path: `${path}.suite_id`, key: suite_id, section: 'provider.suites' }
    yield* all(`${path}.visible.userid`, visible?.userid ?? [], 'members')
    yield* all(`${path}.visible.partyid`, visible?.partyid ?? [], 'departments')
  }
  for (const [path, { suite_id }] of rows('suite_codes', state.suite_codes)) {
    yield { path: `${path}.suite_id`, key: suite_id, section: 'provider.suites' }
  }
  for (const [path, { parentid }] of rows('departments', state.departments)) {
    if (parentid !== 0) yield { path: `${path}.parentid`, key: parentid, section: 'departments' }
  }
  for (const [path, { department }] of rows('members', state.members)) {
    yield* all(`${path}.department`, department, 'departments')
  }
  for (const [path, { strategy_id, app, deleted, tags }] of rows('tag_groups', state.tag_groups)) {
    // Skips deleted groups, because tags of a deleted rule group are kept and marked as deleted.
    if (strategy_id !== undefined && !deleted) {
      yield { path: `${path}.strategy_id`, key: strategy_id, section: 'strategies' }
    }
    if (app !== undefined) yield { path: `${path}.app`, key: app, section: 'apps' }
    for (const [place, tag] of rows(`${path}.tags`, tags)) {
      if (tag.app !== undefined) yield { path: `${place}.app`, key: tag.app, section: 'apps' }
    }
  }
  for (const [path, { userid, external_userid, tag_ids }] of rows('follows', state.follows)) {
    yield { path: `${path}.userid`, key: userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
    yield* all(`${path}.tag_ids`, tag_ids, 'tags')
  }
  for (const [path, { userid, external_userid }] of [
    ...rows<Pair>('friend_requests', state.friend_requests),
    ...rows<Pair>('partings', state.partings),
    ...rows<Pair>('temp_chats', state.temp_chats),
    ...rows<Pair>('acquisition_customers', state.acquisition_customers),
    ...rows<Pair>('ended_follows', state.ended_follows),
    ...rows<Pair>('direct_messages', state.direct_messages),
    ...rows<Pair>('welcome_codes', state.welcome_codes),
    ...rows<Pair>('chat_keys', state.chat_keys),
  ]) {
    yield { path: `${path}.userid`, key: userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const [path, { external_userid }] of rows('acquisition_clicks', state.acquisition_clicks)) {
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const [path, { app, user, party }] of rows('contact_ways', state.contact_ways)) {
    yield { path: `${path}.app`, key: app, section: 'apps' }
    yield* all(`${path}.user`, user, 'members')
    yield* all(`${path}.party`, party, 'departments')
  }
  for (const section of ['acquisition_links', 'intercept_rules'] as const) {
    for (const [path, { app, user_list, department_list }] of rows<RangeOfApp>(section, state[section])) {
      yield { path: `${path}.app`, key: app, section: 'apps' }
      yield* all(`${path}.user_list`, user_list, 'members')
      yield* all(`${path}.department_list`, department_list, 'departments')
    }
  }
  for (const section of ['media_jobs', 'products'] as const) {
    for (const [path, { app }] of rows<{ readonly app: string }>(section, state[section])) {
      yield { path: `${path}.app`, key: app, section: 'apps' }
    }
  }
  for (const [path, { owner, admins, members, handovers }] of rows('group_chats', state.group_chats)) {
    yield { path: `${path}.owner`, key: owner, section: 'members' }
    yield* all(`${path}.admins`, admins, 'members')
    for (const [place, { userid, type }] of rows(`${path}.members`, members)) {
      yield { path: `${place}.userid`, key: userid, section: type === 1 ? 'members' : 'customers' }
    }
    for (const [place, { from, to }] of rows(`${path}.handovers`, handovers)) {
      yield { path: `${place}.from`, key: from, section: 'members' }
      yield { path: `${place}.to`, key: to, section: 'members' }
    }
  }
  for (const [path, { chat_id }] of rows('group_messages', state.group_messages)) {
    yield { path: `${path}.chat_id`, key: chat_id, section: 'group_chats' }
  }
  for (const [path, { app, chat_id_list }] of rows('join_ways', state.join_ways)) {
    yield { path: `${path}.app`, key: app, section: 'apps' }
    yield* all(`${path}.chat_id_list`, chat_id_list, 'group_chats')
  }
  for (const [path, { follow_userid }] of rows('served_contacts', state.served_contacts)) {
    yield { path: `${path}.follow_userid`, key: follow_userid, section: 'members' }
  }
  for (const [path, { handover_userid, takeover_userid, external_userid }] of rows('transfers', state.transfers)) {
    yield { path: `${path}.handover_userid`, key: handover_userid, section: 'members' }
    yield { path: `${path}.takeover_userid`, key: takeover_userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const section of ['strategies', 'moment_strategies'] as const) {
    for (const [path, { app, parent_id, admin_list, range }] of rows<Strategy<object>>(section, state[section])) {
      yield { path: `${path}.app`, key: app, section: 'apps' }
      if (parent_id !== 0) yield { path: `${path}.parent_id`, key: parent_id, section }
      yield* all(`${path}.admin_list`, admin_list, 'members')
      for (const [place, node] of rows(`${path}.range`, range)) {
        yield node.type === 1
          ? { path: `${place}.userid`, key: node.userid, section: 'members' }
          : { path: `${place}.partyid`, key: node.partyid, section: 'departments' }
      }
    }
  }
  yield* outreachReferences(state)
}

interface Somebody {
  readonly userid?: string | undefined
  readonly external_userid?: string | undefined
  readonly chat_id?: string | undefined
}

function* outreachReferences(state: CorpState): Generator<Reference> {
  for (const [path, { creator, tasks }] of rows('mass_messages', state.mass_messages)) {
    if (creator !== undefined) yield { path: `${path}.creator`, key: creator, section: 'members' }
    for (const [place, { userid, deliveries }] of rows(`${path}.tasks`, tasks)) {
      yield { path: `${place}.userid`, key: userid, section: 'members' }
      yield* people(`${place}.deliveries`, deliveries)
    }
  }
  for (const [path, { app }] of [
    ...rows<{ readonly app: string }>('group_welcomes', state.group_welcomes),
    ...rows<{ readonly app: string }>('moment_jobs', state.moment_jobs),
  ]) {
    yield { path: `${path}.app`, key: app, section: 'apps' }
  }
  for (const [path, { creator, publications }] of rows('moments', state.moments)) {
    if (creator !== undefined) yield { path: `${path}.creator`, key: creator, section: 'members' }
    for (const [place, { userid, chosen, reached, comments, likes }] of rows(`${path}.publications`, publications)) {
      yield { path: `${place}.userid`, key: userid, section: 'members' }
      yield* all(`${place}.chosen`, chosen, 'customers')
      yield* all(`${place}.reached`, reached, 'customers')
      yield* people(`${place}.comments`, comments)
      yield* people(`${place}.likes`, likes)
    }
  }
}

function* people(path: string, list: readonly Somebody[]): Generator<Reference> {
  for (const [place, { userid, external_userid, chat_id }] of rows(path, list)) {
    if (userid !== undefined) yield { path: `${place}.userid`, key: userid, section: 'members' }
    if (external_userid !== undefined)
      yield { path: `${place}.external_userid`, key: external_userid, section: 'customers' }
    if (chat_id !== undefined) yield { path: `${place}.chat_id`, key: chat_id, section: 'group_chats' }
  }
}

/**
 * One place in the state of a fake corp that contains an id, e.g. the `userid` of a member or of a follow relation.
 * `path` is the place, and `key` is the id. `section` is the list that contains the entry with this id, e.g. `members`.
 */
interface Reference {
  readonly path: string
  readonly key: string | number
  readonly section:
    | Exclude<
        keyof CorpState,
        | 'corp_id'
        | 'time'
        | 'seed'
        | 'provider'
        | 'mass_message_limit'
        | 'transfers'
        | 'partings'
        | 'temp_chats'
        | 'acquisition_clicks'
        | 'acquisition_customers'
        | 'acquisition_quota'
        | 'uploaded_pictures'
        | 'ended_follows'
        | 'direct_messages'
        | 'group_messages'
      >
    | 'secrets'
    | 'provider.suites'
    | 'tags'
}

export function rows<Row>(path: string, list: readonly Row[]): [string, Row][] {
  return list.map((row, index) => [`${path}[${index}]`, row])
}

export function all(path: string, keys: readonly (string | number)[], section: Reference['section']): Reference[] {
  return rows(path, keys).map(([place, key]) => ({ path: place, key, section }))
}
