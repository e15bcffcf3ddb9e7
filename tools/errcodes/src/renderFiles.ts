import { loadErrcodes } from '@wecom-tools/catalogue'
import { formatText } from '@wecom-tools/format'
import { renderConstants } from './renderConstants.ts'
import { renderTable } from './renderTable.ts'

/** Where the files belong that are made from the catalogue. */
export const folder: URL = new URL('../../../packages/core/src/errcodes/', import.meta.url)

/** Those files as they ought to be, by name. */
export async function renderFiles(): Promise<Record<string, string>> {
  const errcodes = loadErrcodes()
  return {
    'constants.ts': await formatText('constants.ts', renderConstants(errcodes)),
    'table.ts': await formatText('table.ts', renderTable(errcodes)),
  }
}
