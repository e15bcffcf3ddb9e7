import { loadErrcodes } from '@wecom-tools/catalogue'
import { formatText } from '@wecom-tools/format'
import { renderAnswerFacts, renderCallFacts } from './renderCallFacts.ts'
import { renderConstants } from './renderConstants.ts'
import { renderRequestFields } from './renderRequestFields.ts'
import { renderTable } from './renderTable.ts'

/** Where the packages are that hold the files made from the catalogue. */
export const packages: URL = new URL('../../../packages/', import.meta.url)

/** Those files as they ought to be, by their path below `packages`. */
export async function renderFiles(): Promise<Record<string, string>> {
  const errcodes = loadErrcodes()
  return {
    'contact-cli/src/facts/answers.generated.ts': renderAnswerFacts(),
    'contact-cli/src/facts/calls.generated.ts': renderCallFacts(),
    'core/src/errcodes/constants.ts': await formatText('constants.ts', renderConstants(errcodes)),
    'core/src/errcodes/table.ts': await formatText('table.ts', renderTable(errcodes)),
    'mock/src/wire/requestFields.generated.ts': await formatText('requestFields.ts', renderRequestFields()),
  }
}
