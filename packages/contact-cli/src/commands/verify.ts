import type { Command } from 'commander'
import { type ConnectionOptions, addConnectionOptions, connect } from '../connection/connect.ts'
import { type OutputOptions, addOutputOption, formatOf, toJson } from '../output/outputOption.ts'
import type { Surroundings } from '../Surroundings.ts'
import { renderReport } from '../verify/renderReport.ts'
import { exitCodeOf, runVerify, saveReport } from '../verify/runVerify.ts'

const about = `Makes every read call of a corp and compares the answers with the documentation, field by field.

It only reads: at most three calls for each function, and two pages of each list. Output and report hold names of calls
and fields, types, errcodes and counts, but no personal data, no ids and no secrets. You can publish them.`

interface VerifyCommandOptions extends ConnectionOptions, OutputOptions {
  readonly report?: string | undefined
}

export function configureVerify(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const { out, err } = surroundings
  command.description(about).option('--report <file>', 'also write the report to a file, as JSON')
  addConnectionOptions(command)
  addOutputOption(command)
  command.action(async (options: VerifyCommandOptions) => {
    const report = await runVerify(await connect(options, surroundings), err)
    out.write(formatOf(options, out) === 'json' ? toJson(report) : renderReport(report))
    if (options.report !== undefined) await saveReport(report, options.report, err)
    exit(exitCodeOf(report))
  })
}
