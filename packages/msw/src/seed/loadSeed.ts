import * as v from 'valibot'
import { issuePath, issueText } from '../issues.ts'
import type { App } from '../tenant/apps.ts'
import { demoSeed } from './demoSeed.ts'
import { findBrokenReferences } from './references/findBrokenReferences.ts'
import { generateCompany } from './generateCompany.ts'
import { generateCustomers } from './generateCustomers.ts'
import type { GeneratedSeed } from './GeneratedSeed.ts'
import { generatedSeedSchema } from './generatedSeedSchema.ts'
import { SeedError } from './SeedError.ts'
import type { SeedFile, TenantState } from './SeedFile.ts'
import { seedFileSchema } from './seedFileSchema.ts'

/** What a tenant starts from: the demo company, nothing, a corp of one's own, or one of some size. */
export type Seed = 'demo' | 'empty' | SeedFile | GeneratedSeed

/** What is put in the place of a seed's own. */
export interface SeedOverrides {
  readonly corp_id: string | undefined
  readonly time: string | undefined
  readonly random: number | undefined
  readonly apps: App[] | undefined
  /** Secret of the first app. */
  readonly secret: string | undefined
}

/**
 * Makes a complete, checked state of a seed; a copy, so that the seed stays as it is.
 *
 * @throws {SeedError} with a path and what to do, for each thing that is wrong.
 */
export function loadSeed(seed: Seed, { secret, ...overrides }: SeedOverrides): TenantState {
  const state: TenantState = { ...defaults(), ...given(openSeed(seed)), ...given(overrides) }
  const [first, ...others] = state.apps
  if (first && secret !== undefined) state.apps = [{ ...first, secret }, ...others]

  const problems = findBrokenReferences(state)
  if (problems.length > 0) throw new SeedError(problems)
  const copy = structuredClone(state)
  // Made last, as they fit by their making: to check and copy a million would take longer than to make them.
  return isGenerated(seed) ? { ...copy, ...generateCustomers(seed.generate) } : copy
}

/**
 * Holds any value against the format of seeds.
 *
 * @throws {SeedError}
 */
export function readSeed(value: unknown): SeedFile {
  // To valibot a list is an object as well, and an empty one would be an empty corp.
  if (Array.isArray(value)) throw new SeedError([{ path: '', message: 'must be an object, not a list' }])
  return check(seedFileSchema, value)
}

function check<T>(schema: v.GenericSchema<T>, value: unknown): T {
  const checked = v.safeParse(schema, value)
  if (checked.success) return checked.output
  throw new SeedError(checked.issues.map((issue) => ({ path: issuePath(issue), message: issueText(issue) })))
}

function openSeed(seed: Seed): SeedFile {
  if (seed === 'demo') return demoSeed()
  if (seed === 'empty') return {}
  return isGenerated(seed) ? generateCompany(check(generatedSeedSchema, seed).generate) : readSeed(seed)
}

function isGenerated(seed: Seed): seed is GeneratedSeed {
  return typeof seed === 'object' && 'generate' in seed
}

function defaults(): TenantState {
  return {
    corp_id: 'wwfake0000000001',
    time: '2026-01-05T01:00:00.000Z',
    random: 1,
    apps: [{ name: 'app', secret: 'fake-secret', customer_contact: true }],
    provider: null,
    pending_ids: [],
    suite_codes: [],
    tokens: [],
    suite_tokens: [],
    provider_tokens: [],
    departments: [],
    members: [],
    tag_groups: [],
    customers: [],
    follows: [],
    ended_follows: [],
    direct_messages: [],
    group_chats: [],
    group_messages: [],
    join_ways: [],
    friend_requests: [],
    partings: [],
    welcome_codes: [],
    contact_ways: [],
    temp_chats: [],
    acquisition_links: [],
    acquisition_clicks: [],
    acquisition_customers: [],
    acquisition_quota: { total: 0, quota_list: [] },
    chat_keys: [],
    intercept_rules: [],
    media: [],
    uploaded_pictures: [],
    media_jobs: [],
    products: [],
    served_contacts: [],
    transfers: [],
    strategies: [],
    mass_message_limit: 'month',
    mass_messages: [],
    group_welcomes: [],
    moments: [],
    moment_jobs: [],
    moment_strategies: [],
  }
}

/** The fields that hold something. */
function given<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>
  }
}
