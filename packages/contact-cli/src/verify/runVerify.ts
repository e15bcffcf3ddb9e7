import { writeFile } from 'node:fs/promises'
import type { Connection } from '../connection/connect.ts'
import { exitCodes } from '../exitCodes.ts'
import { FailureError } from '../ProgramError.ts'
import type { Output } from '../Surroundings.ts'
import type { Report } from './Report.ts'
import { verifyCorp } from './verifyCorp.ts'

// Moves the cursor to the start of the line, and clears the line.
const clearLine = '\r\u001B[K'

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

export function exitCodeOf({ totals }: Report): number {
  // Failures count more than differences, because the report is incomplete.
  if (totals.failures > 0 || totals.answers === 0) return exitCodes.failure
  return totals.differences > 0 ? exitCodes.gaps : 0
}

export async function saveReport(report: Report, path: string, err: Output): Promise<void> {
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`).catch(({ code }: NodeJS.ErrnoException) => {
    throw new FailureError(`--report: ${path} cannot be written: ${code}`)
  })
  err.write(`The report is in ${path}. It contains no personal data, no ids and no secrets.\n`)
}
