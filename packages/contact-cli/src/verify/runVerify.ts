import { writeFile } from 'node:fs/promises'
import type { Connection } from '../connection/connect.ts'
import { exitCodes } from '../exitCodes.ts'
import { FailureError } from '../ProgramError.ts'
import type { Output } from '../Surroundings.ts'
import type { Report } from './Report.ts'
import { verifyCorp } from './verifyCorp.ts'

/** Control sequence that clears the current line of the terminal and moves the cursor to its start. */
const clearLine = '\r\u001B[K'

/** Runs `verifyCorp`. If stderr is a terminal, the function shows the name of the current call there. */
export async function runVerify({ client, now }: Connection, err: Output): Promise<Report> {
  const show = (text: string): void => {
    if (err.isTerminal) err.write(clearLine + text)
  }
  try {
    return await verifyCorp(client, { now, onCall: ({ call }) => show(call) })
  } finally {
    show('')
  }
}

/**
 * Returns the exit code for a report. If calls failed, it is the exit code `failure`, even if there are also
 * differences. The report is incomplete in this case.
 */
export function exitCodeOf({ totals }: Report): number {
  if (totals.failures > 0 || totals.answers === 0) return exitCodes.failure
  return totals.differences > 0 ? exitCodes.gaps : 0
}

/**
 * Writes the report of `verifyCorp` to a file as JSON.
 *
 * @throws {FailureError} the file cannot be written.
 */
export async function saveReport(report: Report, path: string, err: Output): Promise<void> {
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`).catch(({ code }: NodeJS.ErrnoException) => {
    throw new FailureError(`--report: ${path} cannot be written: ${code}`)
  })
  err.write(`The report is in ${path}. It contains no personal data, no ids and no secrets.\n`)
}
