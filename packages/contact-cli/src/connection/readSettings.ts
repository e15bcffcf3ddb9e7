import { readFile, stat } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import type { Surroundings } from '../Surroundings.ts'
import { UsageError } from '../ProgramError.ts'

/** Settings for the access to a corp. They contain a secret, so never print them. */
export interface Settings {
  readonly corpId: string
  readonly secret: string
  readonly baseUrl: string | undefined
  readonly callback: CallbackSettings | undefined
  /** Source of the secret in words for the user, such as `the environment`. */
  readonly source: string
}

/**
 * Callback URL of the app, with Token and EncodingAESKey. These are the values of the callback settings (接收消息服务器配置) in
 * the admin console.
 */
interface CallbackSettings {
  readonly url: string
  readonly token: string
  readonly encodingAesKey: string
}

/**
 * Reads the settings from the environment, and from a file if `config` names one. Values in the file override the
 * environment.
 *
 * @param config - path of a file with lines such as `WECOM_SECRET=…`. Only the owner may have permission to read the
 * file.
 * @throws {UsageError} a setting is missing, or the file cannot be used.
 */
export async function readSettings(config: string | undefined, { env }: Pick<Surroundings, 'env'>): Promise<Settings> {
  const values = await readValues(config, { env })
  const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret } = values
  const where = config === undefined ? 'in the environment or in the file of --config' : `in ${config}`
  if (!corpId) throw new UsageError(`WECOM_CORP_ID is not set: set it ${where}, or try --mock`)
  if (!secret) throw new UsageError(`WECOM_SECRET is not set: set it ${where}, or try --mock`)
  return {
    corpId,
    secret,
    baseUrl: values['WECOM_BASE_URL'] || undefined,
    callback: readCallback(values),
    source: config === undefined ? 'the environment' : config,
  }
}

/**
 * Reads all values of the environment, and of the file `config` if it is given. Values in the file override the
 * environment.
 */
export async function readValues(
  config: string | undefined,
  { env }: Pick<Surroundings, 'env'>,
): Promise<Surroundings['env']> {
  return { ...env, ...(config === undefined ? {} : await readConfig(config)) }
}

function readCallback(values: Surroundings['env']): CallbackSettings | undefined {
  const { WECOM_CALLBACK_URL: url, WECOM_CALLBACK_TOKEN: token, WECOM_CALLBACK_KEY: encodingAesKey } = values
  if (!url) return undefined
  if (!token || !encodingAesKey) {
    throw new UsageError('WECOM_CALLBACK_URL needs WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_KEY: set them as well')
  }
  return { url, token, encodingAesKey }
}

async function readConfig(path: string): Promise<NodeJS.Dict<string>> {
  try {
    const { mode } = await stat(path)
    // Windows has no permission bits to check.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new UsageError(`--config: other users can read ${path}; run: chmod 600 ${path}`)
    }
    return parseEnv(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--config: ${path} cannot be read: ${String((error as NodeJS.ErrnoException).code)}`)
  }
}
