import { actions, stateSchema } from '@wecom/mock/server'
import { formatText, putBetweenMarkers, unformatted } from '@wecom-tools/generate'
import { describeFields, describeSection } from './describeFields.ts'
import { markdownTable } from './markdownTable.ts'
import { readComments } from './readComments.ts'
import { readPage } from './workspace.ts'

/** The page that describes the fake corp. */
export const corpPage = 'packages/mock/README.md'

const peoplePage = 'packages/mock/PEOPLE.md'
const statesPage = 'packages/mock/STATES.md'

const sources = 'packages/mock/src'

/**
 * Returns the pages of the fake corp with their generated tables, by path. One table lists the actions of people, the
 * other lists the sections of a state.
 */
export async function renderCorpPages(): Promise<Record<string, string>> {
  return {
    [peoplePage]: await renderTable(peoplePage, 'actions', actionsTable()),
    [statesPage]: await renderTable(statesPage, 'state', stateTable()),
  }
}

function renderTable(page: string, marker: string, table: string): Promise<string> {
  return formatText(page, putBetweenMarkers(page, readPage(page), marker, unformatted(table)))
}

function actionsTable(): string {
  const comments = readComments(`${sources}/people/*.ts`)
  const rows = Object.entries(actions).map(([name, { schema }]) => {
    const { text, returns } = comments.get(name) ?? fail(`${name} has no comment`)
    return [`\`${name}\``, returns ? `${text} Returns ${returns}` : text, describeFields(schema)]
  })
  return markdownTable(['`POST /__corp/people/…`', 'what happens', 'fields'], rows)
}

function stateTable(): string {
  const state = readPage(`${sources}/state/CorpState.ts`)
  const own = readComments(`${sources}/state/CorpState.ts`)
  const types = readComments(`${sources}/{base,state}/*.ts`)
  const rows = [...state.matchAll(/^ {2}(\w+)\?: (\w+)/gm)].map(([, section = '', type = '']) => {
    // Only the first sentence: the rest is for readers of the code.
    const [what] = types.get(type)?.text.match(/^.*?\.(?= |$)/) ?? []
    const texts = [what, own.get(section)?.text].filter((text) => text !== undefined)
    if (texts.length === 0) fail(`${section} has no comment`)
    return [`\`${section}\``, texts.join(' '), describeSection(stateSchema, section)]
  })
  return markdownTable(['section', 'contents', 'fields of an entry'], rows)
}

function fail(problem: string): never {
  throw new Error(problem)
}
