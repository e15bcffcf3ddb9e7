import { actions } from '@wecom/mock/server'
import { readComments } from './readComments.ts'
import { readPage } from './workspace.ts'

/**
 * Texts in one language that describe the fake corp. The key is the name of an action in `corp.people`, e.g.
 * `customerAddsMember`, or of a section of the fake corp's state, e.g. `members`.
 */
export type CorpTexts = Readonly<Record<string, string>>

const sources = 'packages/mock/src'

/** Returns the English texts about the actions in `corp.people`, from their doc comments. */
export function readActionTexts(): CorpTexts {
  const comments = readComments(`${sources}/people/*.ts`)
  const texts = Object.keys(actions).map((name) => {
    const { text, returns } = comments.get(name) ?? fail(`${name} has no comment`)
    return [name, returns ? `${text} Returns ${returns}` : text] as const
  })
  return Object.fromEntries(texts)
}

/**
 * Returns an English text about each section of the fake corp's state. A section is a field of `PartialState`. The text
 * starts with one sentence about the type of the field: the first sentence of the type's doc comment. Then follows the
 * doc comment of the field.
 */
export function readSectionTexts(): CorpTexts {
  const state = readPage(`${sources}/state/CorpState.ts`)
  const own = readComments(`${sources}/state/CorpState.ts`)
  const types = readComments(`${sources}/{base,state}/*.ts`)
  const texts = [...state.matchAll(/^ {2}(\w+)\?: (\w+)/gm)].map(([, section = '', type = '']) => {
    // Only the first sentence: the rest is for readers of the code.
    const [what] = types.get(type)?.text.match(/^.*?\.(?= |$)/) ?? []
    const parts = [what, own.get(section)?.text].filter((text) => text !== undefined)
    if (parts.length === 0) fail(`${section} has no comment`)
    return [section, parts.join(' ')] as const
  })
  return Object.fromEntries(texts)
}

function fail(problem: string): never {
  throw new Error(problem)
}
