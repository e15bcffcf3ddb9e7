import * as v from 'valibot'
import { issuePath, issueText } from '../base/input.ts'
import type { CorpState, PartialState } from '../state/CorpState.ts'
import type { App } from '../state/members.ts'
import { demoCorp } from './demoCorp.ts'
import { generateCompany, generateCustomers, type GeneratedCorp, generatedCorpSchema } from './generateCorp.ts'
import { findBrokenReferences, type StateProblem } from './references.ts'
import { stateSchema } from './stateSchema.ts'

/**
 * Data with which a fake corp starts:
 * - `demo`: the demo corp, a small furniture shop
 * - `empty`: a corp without data
 * - a `PartialState` that you wrote or saved
 * - a `GeneratedCorp`: the size of a corp to generate
 */
export type InitialState = 'demo' | 'empty' | PartialState | GeneratedCorp

interface StateOverrides {
  readonly corp_id: string | undefined
  readonly time: string | undefined
  readonly seed: number | undefined
  readonly apps: App[] | undefined
  /** Secret of the first app in the state. */
  readonly secret: string | undefined
}

export function loadState(initial: InitialState, { secret, ...overrides }: StateOverrides): CorpState {
  const state: CorpState = { ...defaults(), ...given(openState(initial)), ...given(overrides) }
  const [first, ...others] = state.apps
  if (first && secret !== undefined) state.apps = [{ ...first, secret }, ...others]

  const problems = findBrokenReferences(state)
  if (problems.length > 0) throw new StateError(problems)
  const copy = structuredClone(state)
  // Adds the customers last and without a check, because checking and copying a million rows takes longer than generating them.
  return isGenerated(initial) ? { ...copy, ...generateCustomers(initial.generate) } : copy
}

/**
 * Checks the names and types of all fields in a state of a fake corp. The state may still refer to missing entries,
 * e.g. to the userid of a member who does not exist. `loadState` refuses such a state.
 */
export function readState(value: unknown): PartialState {
  // Refuses a list, because valibot would read it as an object, and an empty list as an empty corp.
  if (Array.isArray(value)) throw new StateError([{ path: '', message: 'must be an object, not a list' }])
  return check(stateSchema, value)
}

function check<T>(schema: v.GenericSchema<T>, value: unknown): T {
  const checked = v.safeParse(schema, value)
  if (checked.success) return checked.output
  throw new StateError(checked.issues.map((issue) => ({ path: issuePath(issue), message: issueText(issue) })))
}

function openState(state: InitialState): PartialState {
  if (state === 'demo') return demoCorp()
  if (state === 'empty') return {}
  return isGenerated(state) ? generateCompany(check(generatedCorpSchema, state).generate) : readState(state)
}

function isGenerated(state: InitialState): state is GeneratedCorp {
  return typeof state === 'object' && 'generate' in state
}

function defaults(): CorpState {
  return {
    corp_id: 'wwfake0000000001',
    time: '2026-01-05T01:00:00.000Z',
    seed: 1,
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

function given<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>
  }
}

/** Thrown if the initial data of a fake corp is not valid. The message has one line for each problem. */
export class StateError extends Error {
  override readonly name = 'StateError'
  readonly problems: readonly StateProblem[]

  constructor(problems: readonly StateProblem[]) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n'))
    this.problems = problems
  }
}
