import { explainErrcode } from '@wecom/core/errcodes'
import type { Difference } from './compareAnswers.ts'
import type { CallReport, Report } from './Report.ts'

/**
 * Formats the report of `verifyCorp` for a terminal. Each endpoint is one line, with its differences below. The totals
 * are at the end.
 */
export function renderReport(report: Report): string {
  return `${renderCalls(report.calls)}\n${renderTotals(report)}\n`
}

export function renderCalls(calls: readonly CallReport[]): string {
  const width = Math.max(...calls.map(({ call }) => call.length))
  const lines = [
    `${'call'.padEnd(width)}  answers  fields seen  outcome`,
    ...calls.flatMap((call) => renderCall(call, width)),
  ]
  return `${lines.join('\n')}\n`
}

export function renderTotals({ totals }: Report): string {
  const { answers, differences, refusals, failures, skipped } = totals
  return (
    `${answers} answers compared, ${count(differences, 'difference')}; ` +
    `${count(refusals, 'call')} refused, ${failures} failed, ${skipped} skipped`
  )
}

function renderCall(report: CallReport, width: number): string[] {
  const { call, answers, fields, differences } = report
  const seen = answers > 0 ? `${fields.seen} of ${fields.known}` : '–'
  return [
    `${call.padEnd(width)}  ${String(answers).padStart(7)}  ${seen.padStart(11)}  ${outcomeOf(report)}`,
    ...differences.map((difference) => `  ${renderDifference(difference)}`),
  ]
}

function outcomeOf({ answers, differences, refusals, failures, skipped }: CallReport): string {
  if (skipped !== undefined) return `skipped: ${skipped}`
  return [
    ...(answers === 0 ? [] : [differences.length === 0 ? 'as documented' : count(differences.length, 'difference')]),
    ...[...new Set(refusals)].map((code) => `refused: ${code} ${explainErrcode(code)?.title ?? ''}`.trimEnd()),
    ...[...new Set(failures)].map((kind) => `failed: ${kind}`),
  ].join('; ')
}

function renderDifference({ kind, path, expected, got, count: differing, of }: Difference): string {
  const where = `in ${differing} of ${of}`
  switch (kind) {
    case 'missing':
      return `- ${path}: missing ${where}, documented as always present`
    case 'unknown':
      return `+ ${path}: ${got} ${where}, not documented`
    case 'type':
      return `~ ${path}: ${got} ${where}, documented as ${expected}`
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
