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
 * URL of a database, and the name that the program prints for it. The name is the path of the file, or the URL without
 * user, password and parameters.
 */
export interface Store {
  readonly url: string
  readonly name: string
}

export function addStoreOption(command: Command): void {
  command.option('--to <database>', 'e.g. sqlite:corp.db (default: WECOM_DATABASE, else sqlite:corp.db)')
}

/**
 * Returns the database that a command uses. The function applies the first of these rules that fits:
 * - With the option `--to`, it is the database that `--to` names.
 * - With the option `--mock`, it is the file `demo.db`. This rule ensures that no simulated data gets into a real
 *   database by accident.
 * - With the setting `WECOM_DATABASE`, it is the database in this setting.
 * - Otherwise it is the file `corp.db`.
 *
 * @throws {UsageError} `--to` contains a password. This is not allowed, because other users of the machine can see
 *   command-line arguments.
 */
export async function storeOf(
  { to, mock = false, config }: StoreOption & ConnectionOptions,
  surroundings: Surroundings,
): Promise<Store> {
  if (to !== undefined && hasPassword(to)) {
    throw new UsageError('--to: contains a password, which other users can see; set WECOM_DATABASE instead')
  }
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

/**
 * Runs a function that uses the database. If the function throws an error of the database, this function throws an
 * error of the program instead.
 *
 * @throws {UsageError} this kind of database is not supported, or its driver is not installed.
 * @throws {FailureError} the database cannot be used.
 */
export async function usingStore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!isSyncError(error)) throw error
    if (error.kind === 'url' || error.kind === 'driver')
      throw new UsageError(error.message.replace(/^(store: )?/, '--to: '))
    throw new FailureError(error.message)
  }
}
