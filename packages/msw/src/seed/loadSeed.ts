import * as v from 'valibot'
import { issuePath, issueText } from '../issues.ts'
import type { App } from '../tenant/apps.ts'
import { demoSeed } from './demoSeed.ts'
import { findBrokenReferences } from './findBrokenReferences.ts'
import { SeedError } from './SeedError.ts'
import type { SeedFile, TenantState } from './SeedFile.ts'
import { seedFileSchema } from './seedFileSchema.ts'

/** What a tenant starts from: the demo company, nothing, or a corp of one's own. */
export type Seed = 'demo' | 'empty' | SeedFile

/** What is put in the place of a seed's own. */
export interface SeedOverrides {
  readonly corp_id: string | undefined
  readonly time: string | undefined
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
  const chosen = seed === 'demo' ? demoSeed() : seed === 'empty' ? {} : readSeed(seed)
  const state: TenantState = { ...defaults(), ...given(chosen), ...given(overrides) }
  const [first, ...others] = state.apps
  if (first && secret !== undefined) state.apps = [{ ...first, secret }, ...others]

  const problems = findBrokenReferences(state)
  if (problems.length > 0) throw new SeedError(problems)
  return structuredClone(state)
}

/**
 * Holds any value against the format of seeds.
 *
 * @throws {SeedError}
 */
export function readSeed(value: unknown): SeedFile {
  const checked = v.safeParse(seedFileSchema, value)
  if (checked.success) return checked.output
  throw new SeedError(checked.issues.map((issue) => ({ path: issuePath(issue), message: issueText(issue) })))
}

function defaults(): TenantState {
  return {
    corp_id: 'wwfake0000000001',
    time: '2026-01-05T01:00:00.000Z',
    apps: [{ name: 'app', secret: 'fake-secret', customer_contact: true }],
    departments: [],
    members: [],
    tag_groups: [],
    customers: [],
    follows: [],
    served_contacts: [],
    transfers: [],
    strategies: [],
  }
}

/** The fields that hold something. */
function given<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>
  }
}
