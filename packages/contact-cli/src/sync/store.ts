import { isSyncError } from '@wecom/sync'
import type { Command } from 'commander'
import type { ConnectionOptions } from '../connection/connect.ts'
import { readValues } from '../connection/readSettings.ts'
import { FailureError, UsageError } from '../ProgramError.ts'
import type { Surroundings } from '../Surroundings.ts'

export interface StoreOption {
  readonly to?: string | undefined
}

/** The database that a command reads or writes. */
export interface Store {
  readonly url: string
  /** Name of the database, for messages: the path of the file, or the URL without user, password and parameters. */
  readonly name: string
  /**
   * Name of the setting that contains the URL: `--to` if the user passed this option, otherwise `WECOM_DATABASE`. Error
   * messages about the URL begin with this name.
   */
  readonly setting: '--to' | 'WECOM_DATABASE'
}

export function addStoreOption(command: Command): void {
  command.option(
    '--to <database>',
    'e.g. sqlite:corp.db (default: WECOM_DATABASE, else sqlite:corp.db; with --mock: sqlite:demo.db)',
  )
}

export async function storeOf(
  { to, mock = false, config }: StoreOption & ConnectionOptions,
  surroundings: Surroundings,
): Promise<Store> {
  if (to !== undefined) {
    if (hasPassword(to)) {
      throw new UsageError('--to: contains a password, which other users can see; set WECOM_DATABASE instead')
    }
    return { url: to, name: nameOf(to), setting: '--to' }
  }
  // A file of its own, so that no simulated data gets into a real database by accident.
  const url = mock ? 'sqlite:demo.db' : (await readValues(config, surroundings))['WECOM_DATABASE'] || 'sqlite:corp.db'
  return { url, name: nameOf(url), setting: 'WECOM_DATABASE' }
}

function hasPassword(text: string): boolean {
  const url = URL.parse(text)
  // The drivers also read the password from parameters.
  return url !== null && (url.password !== '' || [...url.searchParams.keys()].some((name) => /pass|pwd/i.test(name)))
}

function nameOf(url: string): string {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/.exec(url) ?? []
  if (scheme === 'sqlite') return rest
  return URL.canParse(url) ? `${scheme}://${new URL(url).host}${new URL(url).pathname}` : 'the database'
}

export async function usingStore<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw toProgramError(error, store)
  }
}

/** Converts a `SyncError` to an error that the program prints as one line. Returns other errors as they are. */
export function toProgramError(error: unknown, { setting }: Store): unknown {
  if (!isSyncError(error)) return error
  if (error.kind !== 'url' && error.kind !== 'driver') return new FailureError(error.message)
  return new UsageError(error.message.replace(/^(store: )?/, `${setting}: `))
}
