import type { TenantState } from './SeedFile.ts'

/** A key at some place of a seed, and the section that it belongs to. */
export interface Reference {
  /** E.g. `follows[3].userid`. */
  readonly path: string
  readonly key: string | number
  readonly section:
    | Exclude<keyof TenantState, 'corp_id' | 'time' | 'transfers' | 'served_contacts'>
    | 'secrets'
    | 'tags'
}

/** Every key that a seed defines; each may be there once. */
export function* definitions(seed: TenantState): Generator<Reference> {
  for (const [path, { name, secret }] of rows('apps', seed.apps)) {
    yield { path: `${path}.name`, key: name, section: 'apps' }
    yield { path: `${path}.secret`, key: secret, section: 'secrets' }
  }
  for (const [path, { id }] of rows('departments', seed.departments)) {
    yield { path: `${path}.id`, key: id, section: 'departments' }
  }
  for (const [path, { userid }] of rows('members', seed.members)) {
    yield { path: `${path}.userid`, key: userid, section: 'members' }
  }
  for (const [path, { group_id, tags }] of rows('tag_groups', seed.tag_groups)) {
    yield { path: `${path}.group_id`, key: group_id, section: 'tag_groups' }
    for (const [place, { id }] of rows(`${path}.tags`, tags)) yield { path: `${place}.id`, key: id, section: 'tags' }
  }
  for (const [path, { external_userid }] of rows('customers', seed.customers)) {
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const [path, { userid, external_userid }] of rows('follows', seed.follows)) {
    yield { path, key: `${userid} ${external_userid}`, section: 'follows' }
  }
  for (const [path, { strategy_id }] of rows('strategies', seed.strategies)) {
    yield { path: `${path}.strategy_id`, key: strategy_id, section: 'strategies' }
  }
}

/** Every key by which a part of a seed points at another part. */
export function* references(seed: TenantState): Generator<Reference> {
  for (const [path, { visible }] of rows('apps', seed.apps)) {
    yield* all(`${path}.visible.userid`, visible?.userid ?? [], 'members')
    yield* all(`${path}.visible.partyid`, visible?.partyid ?? [], 'departments')
  }
  for (const [path, { parentid }] of rows('departments', seed.departments)) {
    if (parentid !== 0) yield { path: `${path}.parentid`, key: parentid, section: 'departments' }
  }
  for (const [path, { department }] of rows('members', seed.members)) {
    yield* all(`${path}.department`, department, 'departments')
  }
  for (const [path, { strategy_id }] of rows('tag_groups', seed.tag_groups)) {
    if (strategy_id !== undefined) yield { path: `${path}.strategy_id`, key: strategy_id, section: 'strategies' }
  }
  for (const [path, { userid, external_userid, tag_ids }] of rows('follows', seed.follows)) {
    yield { path: `${path}.userid`, key: userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
    yield* all(`${path}.tag_ids`, tag_ids, 'tags')
  }
  for (const [path, { follow_userid }] of rows('served_contacts', seed.served_contacts)) {
    yield { path: `${path}.follow_userid`, key: follow_userid, section: 'members' }
  }
  for (const [path, { handover_userid, takeover_userid, external_userid }] of rows('transfers', seed.transfers)) {
    yield { path: `${path}.handover_userid`, key: handover_userid, section: 'members' }
    yield { path: `${path}.takeover_userid`, key: takeover_userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const [path, { app, parent_id, admin_list, range }] of rows('strategies', seed.strategies)) {
    yield { path: `${path}.app`, key: app, section: 'apps' }
    if (parent_id !== 0) yield { path: `${path}.parent_id`, key: parent_id, section: 'strategies' }
    yield* all(`${path}.admin_list`, admin_list, 'members')
    for (const [place, node] of rows(`${path}.range`, range)) {
      yield node.type === 1
        ? { path: `${place}.userid`, key: node.userid, section: 'members' }
        : { path: `${place}.partyid`, key: node.partyid, section: 'departments' }
    }
  }
}

function rows<Row>(path: string, list: readonly Row[]): [string, Row][] {
  return list.map((row, index) => [`${path}[${index}]`, row])
}

function all(path: string, keys: readonly (string | number)[], section: Reference['section']): Reference[] {
  return rows(path, keys).map(([place, key]) => ({ path: place, key, section }))
}
