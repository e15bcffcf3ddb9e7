import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Client, type Fetch, corpToken, createClient, isWeComError } from '@wecom/core'
import type { Report } from './Report.ts'
import { renderReport } from './renderReport.ts'
import { verifyCorp } from './verifyCorp.ts'

/** What the program gets from its process; tests replace it. */
export interface Surroundings {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Default: the platform's. */
  readonly fetch?: Fetch | undefined
  /** Milliseconds since 1970. Default: the clock of this machine. */
  readonly now?: number | undefined
}

interface Settings {
  readonly client: Client
  /** Path of the report. */
  readonly file: string
}

const usage = `Usage: WECOM_CORP_ID=<id> WECOM_SECRET=<secret> npm run verify-real -- [--report <file>]

  WECOM_CORP_ID    the corp
  WECOM_SECRET     secret of an app with customer contact
  WECOM_BASE_URL   default https://qyapi.weixin.qq.com
  --report <file>  default verify-real-report.json
`

/** Runs the program; returns its exit code: 0 no differences, 1 failures, 2 bad settings, 3 differences. */
export async function run(surroundings: Surroundings): Promise<number> {
  const { print, printError, now } = surroundings
  const settings = readSettings(surroundings)
  if (typeof settings === 'string') {
    printError(`${settings}\n\n${usage}`)
    return 2
  }
  const { client, file } = settings
  try {
    const report = await verifyCorp(client, { now })
    print(renderReport(report))
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
    print(`The report is in ${file}. It holds no values of people, no ids and no secrets.\n`)
    return exitCodeOf(report)
  } catch (error) {
    printError(`${isWeComError(error) ? error.message : describeFailure(error, file)}\n`)
    return 1
  }
}

/** The settings, or what is wrong with them. */
function readSettings({ args, env, fetch }: Surroundings): Settings | string {
  const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_BASE_URL: baseUrl } = env
  try {
    const { values } = parseArgs({ args: [...args], options: { report: { type: 'string' } } })
    if (!corpId) return 'WECOM_CORP_ID is not set'
    if (!secret) return 'WECOM_SECRET is not set'
    const client = createClient({ token: corpToken({ corpId, secret }), baseUrl: baseUrl || undefined, fetch })
    // npm runs the program in its package; the user's folder is INIT_CWD.
    return { client, file: resolve(env['INIT_CWD'] ?? '', values.report ?? 'verify-real-report.json') }
  } catch (error) {
    // The messages of `parseArgs` and `createClient` say what is wrong; neither holds the secret.
    return error instanceof TypeError ? error.message : 'the settings cannot be read'
  }
}

/** A walk with failures is not complete, so they count before differences. */
function exitCodeOf({ totals }: Report): number {
  if (totals.failures > 0 || totals.answers === 0) return 1
  return totals.differences > 0 ? 3 : 0
}

function describeFailure(error: unknown, file: string): string {
  if (error instanceof Error && 'code' in error) return `${file} cannot be written: ${String(error.code)}`
  throw error
}
