import { code, link, table } from './markdown.ts'
import { officialPage } from './officialPage.ts'
import type { Call, PackageCalls } from './PackageCalls.ts'
import { servedCell } from './servedCell.ts'

const header = ['function', 'what it does', 'official page', 'effect', 'fake corp']

/** The table for the README of a package: the functions that are there. */
export function functionsTable({ sourceFolder, calls }: PackageCalls): string {
  const rows = calls
    .filter(({ written }) => written)
    .map((call) => [
      link(code(call.entry.fn), `${sourceFolder}/${call.entry.fn}.ts`),
      purpose(call),
      officialPage(call),
      call.entry.effect,
      servedCell(call),
    ])
  return table(header, rows)
}

function purpose({ entry: { summary, deprecated } }: Call): string {
  return deprecated ? `${summary}. Deprecated: use ${code(deprecated.replaced_by)}` : summary
}
