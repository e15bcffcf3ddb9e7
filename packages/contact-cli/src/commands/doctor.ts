import type { Command } from 'commander'
import { type Connection, type ConnectionOptions, addConnectionOptions, connect } from '../connection/connect.ts'
import { checkAccess } from '../doctor/checkAccess.ts'
import { checkCallback } from '../doctor/checkCallback.ts'
import { checkClock } from '../doctor/checkClock.ts'
import { type Finding, renderFinding } from '../doctor/Finding.ts'
import { exitCodes } from '../exitCodes.ts'
import { type OutputOptions, addOutputOption, formatOf, toJson } from '../output/outputOption.ts'
import type { Output, Surroundings } from '../Surroundings.ts'
import type { Report } from '../verify/Report.ts'
import { renderCalls, renderTotals } from '../verify/renderReport.ts'
import { exitCodeOf, runVerify, saveReport } from '../verify/runVerify.ts'

const about = `Checks the secret, the trusted IP, the permissions of the app, the clock of this machine, the
callback URL, and every read call (as verify does), in this order. It only reads.

The callback URL is checked if WECOM_CALLBACK_URL, WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_KEY are set.`

interface DoctorOptions extends ConnectionOptions, OutputOptions {
  readonly quick?: boolean | undefined
  readonly report?: string | undefined
}

export function configureDoctor(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const { out, err } = surroundings
  command
    .description(about)
    .option('--quick', 'do not make the read calls of verify')
    .option('--report <file>', 'write the report on the read calls to a file, as JSON')
  addConnectionOptions(command)
  addOutputOption(command)
  command.action(async (options: DoctorOptions) => {
    const isJson = formatOf(options, out) === 'json'
    const findings: Finding[] = []
    const add = (finding: Finding): void => {
      findings.push(finding)
      if (!isJson) out.write(renderFinding(finding))
    }

    const connection = await checkConnection(options, surroundings, add)
    const report = mayCall(options, findings) ? await checkCalls(connection, err, add) : undefined
    if (isJson) out.write(toJson({ findings, report }))
    else if (report) out.write(renderNotable(report))
    if (report && options.report !== undefined) await saveReport(report, options.report, err)
    const hasFailed = findings.some(({ status }) => status === 'failed')
    exit(hasFailed ? exitCodes.failure : report ? exitCodeOf(report) : 0)
  })
}

async function checkConnection(
  options: DoctorOptions,
  surroundings: Surroundings,
  add: (finding: Finding) => void,
): Promise<Connection> {
  const dates: { theirs: number; ours: number }[] = []
  const connection = await connect(options, surroundings, (headers) => {
    const theirs = Date.parse(headers.get('date') ?? '')
    if (!Number.isNaN(theirs)) dates.push({ theirs, ours: surroundings.now ?? Date.now() })
  })
  add({ check: 'settings', status: 'ok', text: `corp ${connection.corpId}, secret from ${connection.source}` })
  for (const finding of await checkAccess(connection.client)) add(finding)
  add(checkClock(dates))
  add(await checkCallback(connection))
  return connection
}

function mayCall({ quick }: DoctorOptions, findings: readonly Finding[]): boolean {
  // The read calls depend on all other checks, except the check of the callback URL.
  return !quick && !findings.some(({ check, status }) => check !== 'callback URL' && status === 'failed')
}

async function checkCalls(connection: Connection, err: Output, add: (finding: Finding) => void): Promise<Report> {
  const report = await runVerify(connection, err)
  const { failures, differences, answers } = report.totals
  const status = failures > 0 || answers === 0 ? 'failed' : differences > 0 ? 'warning' : 'ok'
  add({ check: 'read calls', status, text: renderTotals(report) })
  return report
}

function renderNotable({ calls }: Report): string {
  const notable = calls.filter(
    ({ differences, refusals, failures }) => differences.length + refusals.length + failures.length > 0,
  )
  return notable.length === 0 ? '' : `\n${renderCalls(notable)}`
}
