import { actions, stateSchema } from '@wecom/mock/server'
import { formatText, putBetweenMarkers, unformatted } from '@wecom-tools/generate'
import { actionResults } from './actionResults.ts'
import { chineseActions } from './chineseActions.ts'
import { chineseSections } from './chineseSections.ts'
import { type CorpTexts, readActionTexts, readSectionTexts } from './corpTexts.ts'
import { describeFields, describeSection } from './describeFields.ts'
import { markdownTable } from './markdownTable.ts'
import { readPage, twinOf } from './workspace.ts'

export const corpPage = 'packages/mock/README.md'

const peoplePage = 'packages/mock/PEOPLE.md'
const statesPage = 'packages/mock/STATES.md'

/**
 * Returns new texts for PEOPLE.md, STATES.md and their Chinese twins. The keys are the paths of the pages. The table in
 * PEOPLE.md lists the actions of people. The table in STATES.md lists the sections of the fake corp's state.
 */
export async function renderCorpPages(): Promise<Record<string, string>> {
  const path = '`POST /__corp/people/…`'
  const people = actionsTable([path, 'what happens', 'fields', 'result, beside `events`'], readActionTexts())
  const chinesePeople = actionsTable([path, '作用', '字段', '结果（`events` 之外）'], chineseActions)
  const states = sectionsTable(['section', 'contents', 'fields of an entry'], readSectionTexts())
  const chineseStates = sectionsTable(['字段', '内容', '每一项的字段'], chineseSections)
  return {
    [peoplePage]: await renderTable(peoplePage, 'actions', people),
    [twinOf(peoplePage)]: await renderTable(twinOf(peoplePage), 'actions', chinesePeople),
    [statesPage]: await renderTable(statesPage, 'state', states),
    [twinOf(statesPage)]: await renderTable(twinOf(statesPage), 'state', chineseStates),
  }
}

function renderTable(page: string, marker: string, table: string): Promise<string> {
  return formatText(page, putBetweenMarkers(page, readPage(page), marker, unformatted(table)))
}

function actionsTable(header: readonly string[], texts: CorpTexts): string {
  const results: Readonly<Record<string, object>> = actionResults
  const rows = Object.entries(actions).map(([name, { schema }]) => [
    `\`${name}\``,
    textOf(texts, name),
    describeFields(schema),
    Object.entries(results[name] ?? {})
      .map(([field, type]) => (type === 'text' ? `\`${field}\`` : `\`${field}: ${type}\``))
      .join(', '),
  ])
  return markdownTable(header, rows)
}

function sectionsTable(header: readonly string[], texts: CorpTexts): string {
  const rows = Object.keys(readSectionTexts()).map((section) => [
    `\`${section}\``,
    textOf(texts, section),
    describeSection(stateSchema, section),
  ])
  return markdownTable(header, rows)
}

function textOf(texts: CorpTexts, name: string): string {
  const { [name]: text } = texts
  if (text === undefined) throw new Error(`${name} has no text: add it to chineseActions.ts or chineseSections.ts`)
  return text
}
