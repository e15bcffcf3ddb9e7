import { stat } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import type { Surroundings } from '../Surroundings.ts'
import { UsageError } from '../ProgramError.ts'
import { readTextFile, unreadable } from '../readText.ts'

/** Settings for the connection to WeCom. They contain the secret of the app, so the program must never print them. */
export interface Settings {
  readonly corpId: string
  readonly secret: string
  readonly baseUrl: string | undefined
  readonly callback: CallbackSettings | undefined
  readonly source: string
}

/** Settings that only the command `doctor` needs. All other commands work without them. */
interface CallbackSettings {
  readonly url: string
  readonly token: string | undefined
  readonly encodingAesKey: string | undefined
}

export async function readSettings(config: string | undefined, { env }: Pick<Surroundings, 'env'>): Promise<Settings> {
  const values = await readValues(config, { env })
  const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret } = values
  const { WECOM_CALLBACK_URL: url, WECOM_CALLBACK_TOKEN: token, WECOM_CALLBACK_KEY: encodingAesKey } = values
  const where = config === undefined ? 'in the environment or in the file of --config' : `in ${config}`
  if (!corpId) throw new UsageError(`WECOM_CORP_ID is not set: set it ${where}, or try --mock`)
  if (!secret) throw new UsageError(`WECOM_SECRET is not set: set it ${where}, or try --mock`)
  // WeCom would refuse the secret, and ban an IP that sends wrong secrets repeatedly.
  if (!/^[!-~]+$/.test(secret)) {
    throw new UsageError('WECOM_SECRET: contains a blank or a character that is not ASCII; copy the secret again')
  }
  return {
    corpId,
    secret,
    baseUrl: values['WECOM_BASE_URL'] || undefined,
    callback: url ? { url, token, encodingAesKey } : undefined,
    source: config === undefined ? 'the environment' : config,
  }
}

/** Returns all settings. Removes blanks and line ends from the start and the end of each value. */
export async function readValues(
  config: string | undefined,
  { env }: Pick<Surroundings, 'env'>,
): Promise<Surroundings['env']> {
  const values = { ...env, ...(config === undefined ? {} : await readConfig(config)) }
  // WeCom would refuse a secret with a line end, which comes e.g. from a file that a container mounts.
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value?.trim()]))
}

async function readConfig(path: string): Promise<NodeJS.Dict<string>> {
  const { mode } = await stat(path).catch(unreadable(`--config: ${path}`))
  // Windows has no permission bits to check.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new UsageError(`--config: other users can read ${path}; run: chmod 600 ${path}`)
  }
  return parseEnv(await readTextFile(path, `--config: ${path}`))
}
