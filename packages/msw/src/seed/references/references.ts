import type { Strategy } from '../../tenant/strategies.ts'
import { outreachReferences } from './outreachReferences.ts'
import { type Reference, all, rows } from './Reference.ts'
import type { TenantState } from '../SeedFile.ts'

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

/** Every key that a seed defines; each may be there once. */
export function* definitions(seed: TenantState): Generator<Reference> {
  for (const [path, { name, secret }] of rows('apps', seed.apps)) {
    yield { path: `${path}.name`, key: name, section: 'apps' }
    yield { path: `${path}.secret`, key: secret, section: 'secrets' }
  }
  for (const [path, { suite_id }] of rows('provider.suites', seed.provider?.suites ?? [])) {
    yield { path: `${path}.suite_id`, key: suite_id, section: 'provider.suites' }
  }
  for (const [path, { pending_id }] of rows('pending_ids', seed.pending_ids)) {
    yield { path: `${path}.pending_id`, key: pending_id, section: 'pending_ids' }
  }
  for (const section of codeSections) {
    for (const [path, { code }] of rows<{ readonly code: string }>(section, seed[section])) {
      yield { path: `${path}.code`, key: code, section }
    }
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
  for (const [path, { userid, external_userid }] of rows('friend_requests', seed.friend_requests)) {
    yield { path, key: `${userid} ${external_userid}`, section: 'friend_requests' }
  }
  for (const [path, { contact, follow_userid, chat_id, chat_name }] of rows('served_contacts', seed.served_contacts)) {
    // The same contact may be met in several places.
    const place = [chat_id, chat_name].filter((part) => part !== undefined)
    yield { path, key: [contact, follow_userid, ...place].join(' '), section: 'served_contacts' }
  }
  for (const section of ['strategies', 'moment_strategies'] as const) {
    for (const [path, { strategy_id }] of rows<Strategy<object>>(section, seed[section])) {
      yield { path: `${path}.strategy_id`, key: strategy_id, section }
    }
  }
  for (const [path, { config_id }] of rows('contact_ways', seed.contact_ways)) {
    yield { path: `${path}.config_id`, key: config_id, section: 'contact_ways' }
  }
  for (const [path, { link_id }] of rows('acquisition_links', seed.acquisition_links)) {
    yield { path: `${path}.link_id`, key: link_id, section: 'acquisition_links' }
  }
  for (const [path, { rule_id }] of rows('intercept_rules', seed.intercept_rules)) {
    yield { path: `${path}.rule_id`, key: rule_id, section: 'intercept_rules' }
  }
  for (const [path, { media_id }] of rows('media', seed.media)) {
    yield { path: `${path}.media_id`, key: media_id, section: 'media' }
  }
  for (const [path, { jobid }] of rows('media_jobs', seed.media_jobs)) {
    yield { path: `${path}.jobid`, key: jobid, section: 'media_jobs' }
  }
  for (const [path, { product_id }] of rows('products', seed.products)) {
    yield { path: `${path}.product_id`, key: product_id, section: 'products' }
  }
  for (const [path, { chat_id }] of rows('group_chats', seed.group_chats)) {
    yield { path: `${path}.chat_id`, key: chat_id, section: 'group_chats' }
  }
  for (const [path, { config_id }] of rows('join_ways', seed.join_ways)) {
    yield { path: `${path}.config_id`, key: config_id, section: 'join_ways' }
  }
  for (const [path, { msgid }] of rows('mass_messages', seed.mass_messages)) {
    yield { path: `${path}.msgid`, key: msgid, section: 'mass_messages' }
  }
  for (const [path, { template_id }] of rows('group_welcomes', seed.group_welcomes)) {
    yield { path: `${path}.template_id`, key: template_id, section: 'group_welcomes' }
  }
  for (const [path, { moment_id }] of rows('moments', seed.moments)) {
    yield { path: `${path}.moment_id`, key: moment_id, section: 'moments' }
  }
  for (const [path, { jobid }] of rows('moment_jobs', seed.moment_jobs)) {
    yield { path: `${path}.jobid`, key: jobid, section: 'moment_jobs' }
  }
}

/** Every key by which a part of a seed points at another part. A token whose holder is not there is just invalid. */
export function* references(seed: TenantState): Generator<Reference> {
  for (const [path, { visible, suite_id }] of rows('apps', seed.apps)) {
    if (suite_id !== undefined) yield { path: `${path}.suite_id`, key: suite_id, section: 'provider.suites' }
    yield* all(`${path}.visible.userid`, visible?.userid ?? [], 'members')
    yield* all(`${path}.visible.partyid`, visible?.partyid ?? [], 'departments')
  }
  for (const [path, { suite_id }] of rows('suite_codes', seed.suite_codes)) {
    yield { path: `${path}.suite_id`, key: suite_id, section: 'provider.suites' }
  }
  for (const [path, { parentid }] of rows('departments', seed.departments)) {
    if (parentid !== 0) yield { path: `${path}.parentid`, key: parentid, section: 'departments' }
  }
  for (const [path, { department }] of rows('members', seed.members)) {
    yield* all(`${path}.department`, department, 'departments')
  }
  for (const [path, { strategy_id, app, deleted, tags }] of rows('tag_groups', seed.tag_groups)) {
    // A rule group takes its tags with it, and they stay as deleted.
    if (strategy_id !== undefined && !deleted) {
      yield { path: `${path}.strategy_id`, key: strategy_id, section: 'strategies' }
    }
    if (app !== undefined) yield { path: `${path}.app`, key: app, section: 'apps' }
    for (const [place, tag] of rows(`${path}.tags`, tags)) {
      if (tag.app !== undefined) yield { path: `${place}.app`, key: tag.app, section: 'apps' }
    }
  }
  for (const [path, { userid, external_userid, tag_ids }] of rows('follows', seed.follows)) {
    yield { path: `${path}.userid`, key: userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
    yield* all(`${path}.tag_ids`, tag_ids, 'tags')
  }
  for (const [path, { userid, external_userid }] of [
    ...rows<Pair>('friend_requests', seed.friend_requests),
    ...rows<Pair>('partings', seed.partings),
    ...rows<Pair>('temp_chats', seed.temp_chats),
    ...rows<Pair>('acquisition_customers', seed.acquisition_customers),
    ...rows<Pair>('ended_follows', seed.ended_follows),
    ...rows<Pair>('direct_messages', seed.direct_messages),
    ...rows<Pair>('welcome_codes', seed.welcome_codes),
    ...rows<Pair>('chat_keys', seed.chat_keys),
  ]) {
    yield { path: `${path}.userid`, key: userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const [path, { external_userid }] of rows('acquisition_clicks', seed.acquisition_clicks)) {
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const [path, { app, user, party }] of rows('contact_ways', seed.contact_ways)) {
    yield { path: `${path}.app`, key: app, section: 'apps' }
    yield* all(`${path}.user`, user, 'members')
    yield* all(`${path}.party`, party, 'departments')
  }
  for (const section of ['acquisition_links', 'intercept_rules'] as const) {
    for (const [path, { app, user_list, department_list }] of rows<RangeOfApp>(section, seed[section])) {
      yield { path: `${path}.app`, key: app, section: 'apps' }
      yield* all(`${path}.user_list`, user_list, 'members')
      yield* all(`${path}.department_list`, department_list, 'departments')
    }
  }
  for (const section of ['media_jobs', 'products'] as const) {
    for (const [path, { app }] of rows<{ readonly app: string }>(section, seed[section])) {
      yield { path: `${path}.app`, key: app, section: 'apps' }
    }
  }
  for (const [path, { owner, admins, members, handovers }] of rows('group_chats', seed.group_chats)) {
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
  for (const [path, { chat_id }] of rows('group_messages', seed.group_messages)) {
    yield { path: `${path}.chat_id`, key: chat_id, section: 'group_chats' }
  }
  for (const [path, { app, chat_id_list }] of rows('join_ways', seed.join_ways)) {
    yield { path: `${path}.app`, key: app, section: 'apps' }
    yield* all(`${path}.chat_id_list`, chat_id_list, 'group_chats')
  }
  for (const [path, { follow_userid }] of rows('served_contacts', seed.served_contacts)) {
    yield { path: `${path}.follow_userid`, key: follow_userid, section: 'members' }
  }
  for (const [path, { handover_userid, takeover_userid, external_userid }] of rows('transfers', seed.transfers)) {
    yield { path: `${path}.handover_userid`, key: handover_userid, section: 'members' }
    yield { path: `${path}.takeover_userid`, key: takeover_userid, section: 'members' }
    yield { path: `${path}.external_userid`, key: external_userid, section: 'customers' }
  }
  for (const section of ['strategies', 'moment_strategies'] as const) {
    for (const [path, { app, parent_id, admin_list, range }] of rows<Strategy<object>>(section, seed[section])) {
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
  yield* outreachReferences(seed)
}
