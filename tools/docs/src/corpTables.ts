import { actions, seedFileSchema } from '@wecom/msw/server'
import { formatText } from '@wecom-tools/format'
import { putBetweenMarkers } from './betweenMarkers.ts'
import { describeFields, describeSection } from './describeFields.ts'
import { markdownTable } from './markdownTable.ts'
import { readComments } from './readComments.ts'
import { readPage } from './workspace.ts'

/** The page on the fake corp. */
export const corpPage = 'packages/msw/README.md'

const sources = 'packages/msw/src'

/** The page as it ought to be: with tables of what people do, and of what a seed holds. */
export function renderCorpPage(): Promise<string> {
  const withActions = putBetweenMarkers(corpPage, readPage(corpPage), 'actions', actionsTable())
  return formatText(corpPage, putBetweenMarkers(corpPage, withActions, 'seed', seedTable()))
}

function actionsTable(): string {
  const comments = readComments(`${sources}/people/*.ts`)
  const rows = Object.entries(actions).map(([name, { schema }]) => {
    const { text, returns } = comments.get(name) ?? fail(`${name} has no comment`)
    return [`\`${name}\``, returns ? `${text} Gives ${returns}` : text, describeFields(schema)]
  })
  return markdownTable(['`POST /__tenant/people/…`', 'what happens', 'fields'], rows)
}

function seedTable(): string {
  const seed = readPage(`${sources}/seed/SeedFile.ts`)
  const own = readComments(`${sources}/seed/SeedFile.ts`)
  const types = readComments(`${sources}/tenant/*.ts`)
  const rows = [...seed.matchAll(/^ {2}(\w+)\?: (\w+)/gm)].map(([, section = '', type = '']) => {
    // What else a type says of itself is for those who read the code.
    const [what] = types.get(type)?.text.match(/^.*?\.(?= |$)/) ?? []
    const texts = [what, own.get(section)?.text].filter((text) => text !== undefined)
    if (texts.length === 0) fail(`${section} has no comment`)
    return [`\`${section}\``, texts.join(' '), describeSection(seedFileSchema, section)]
  })
  return markdownTable(['section', 'what it holds', 'fields of each'], rows)
}

function fail(problem: string): never {
  throw new Error(problem)
}
