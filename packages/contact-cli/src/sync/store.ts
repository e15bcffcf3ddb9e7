import { isSyncError } from '@wecom/sync'
import type { Command } from 'commander'
import type { ConnectionOptions } from '../connection/connect.ts'
import { readValues } from '../connection/readSettings.ts'
import { FailureError, UsageError } from '../ProgramError.ts'
import type { Surroundings } from '../Surroundings.ts'

export interface StoreOption {
  readonly to?: string | undefined
}

/**
 * Database of a command. `name` is for printing: the path of the file, or the URL without user, password and
 * parameters.
 */
export interface Store {
  readonly url: string
  readonly name: string
}

export function addStoreOption(command: Command): void {
  command.option('--to <database>', 'e.g. sqlite:corp.db (default: WECOM_DATABASE, else sqlite:corp.db)')
}

export async function storeOf(
  { to, mock = false, config }: StoreOption & ConnectionOptions,
  surroundings: Surroundings,
): Promise<Store> {
  if (to !== undefined && hasPassword(to)) {
    throw new UsageError('--to: contains a password, which other users can see; set WECOM_DATABASE instead')
  }
  // A file of its own, so that no simulated data gets into a real database by accident.
  if (mock) return named(to ?? 'sqlite:demo.db')
  const { WECOM_DATABASE: setting } = await readValues(config, surroundings)
  return named(to ?? (setting || 'sqlite:corp.db'))
}

function hasPassword(url: string): boolean {
  return URL.canParse(url) && new URL(url).password !== ''
}

function named(url: string): Store {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/.exec(url) ?? []
  if (scheme === 'sqlite') return { url, name: rest }
  return { url, name: URL.canParse(url) ? `${scheme}://${new URL(url).host}${new URL(url).pathname}` : 'the database' }
}

export async function usingStore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw toProgramError(error)
  }
}

/** Converts a `SyncError` to an error that the program prints as one line. Returns other errors as they are. */
export function toProgramError(error: unknown): unknown {
  if (!isSyncError(error)) return error
  if (error.kind !== 'url' && error.kind !== 'driver') return new FailureError(error.message)
  return new UsageError(error.message.replace(/^(store: )?/, '--to: '))
}
