import { loadErrcodes } from '@wecom-tools/catalogue'
import { formatText } from '../formatText.ts'
import { renderAnswerFacts, renderCallFacts } from './renderCallFacts.ts'
import { renderConstants } from './renderConstants.ts'
import { renderRequestFields } from './renderRequestFields.ts'
import { renderTable } from './renderTable.ts'
import { renderVersions } from './renderVersions.ts'

/** Returns the generated source files of all packages. The keys are the paths of the files in the workspace. */
export async function renderSources(): Promise<Record<string, string>> {
  const errcodes = loadErrcodes()
  const texts = {
    'packages/contact-cli/src/facts/answers.generated.ts': renderAnswerFacts(),
    'packages/contact-cli/src/facts/calls.generated.ts': renderCallFacts(),
    'packages/core/src/errcodes/constants.ts': renderConstants(errcodes),
    'packages/core/src/errcodes/table.ts': renderTable(errcodes),
    'packages/mock/src/wire/requestFields.generated.ts': renderRequestFields(),
    ...renderVersions(),
  }
  const files = Object.entries(texts).map(async ([path, text]) => [path, await formatText(path, text)] as const)
  return Object.fromEntries(await Promise.all(files))
}
