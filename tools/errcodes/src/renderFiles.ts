import { readFileSync } from 'node:fs'
import { loadErrcodes } from '@wecom-tools/catalogue'
import { type FormatConfig, format } from 'oxfmt'
import { renderConstants } from './renderConstants.ts'
import { renderTable } from './renderTable.ts'

const root = new URL('../../../', import.meta.url)

/** Where the files belong that are made from the catalogue. */
export const folder: URL = new URL('packages/core/src/errcodes/', root)

/** Those files as they ought to be, by name. */
export async function renderFiles(): Promise<Record<string, string>> {
  const errcodes = loadErrcodes()
  return {
    'constants.ts': await formatText(renderConstants(errcodes)),
    'table.ts': await formatText(renderTable(errcodes)),
  }
}

async function formatText(text: string): Promise<string> {
  const options: FormatConfig = JSON.parse(readFileSync(new URL('.oxfmtrc.json', root), 'utf8'))
  const { code, errors } = await format('errcodes.ts', text, options)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return code
}
