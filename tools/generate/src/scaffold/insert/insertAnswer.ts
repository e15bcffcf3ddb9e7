import { insertServed } from './insertServed.ts'
import { insertSorted } from './insertSorted.ts'

/** A call of a package, and the list that it goes into. */
export interface NewAnswer {
  readonly packageName: string
  /** E.g. `getContact`. */
  readonly fn: string
}

/** The start of the comment above the list of what is served: answers stand before it. */
const listComment = '/** The endpoints of '

/**
 * Adds the answer of the fake corp to a file of answers: a refusal, until somebody writes it.
 *
 * @throws {Error} the file has an answer for the call already.
 */
export function insertAnswer(text: string, { packageName, fn }: NewAnswer): string {
  if (text.includes(`export const ${fn}Served`)) {
    throw new Error(`the fake corp already has an answer to ${fn}. Nothing was written`)
  }
  const answer = `export const ${fn}Served: Served = notServed(${fn}Endpoint, 'its answer has yet to be written')`
  const withImports = insertName(insertName(text, 'notServed', './serve.ts'), `${fn}Endpoint`, `@wecom/${packageName}`)
  return insertServed(withImports.replace(listComment, `${answer}\n\n${listComment}`), `${fn}Served`)
}

/** Adds a name to the import from a module, or a new import. */
function insertName(text: string, name: string, from: string): string {
  const pattern = new RegExp(`import (type )?\\{([^}]*)\\} from '${from}'`)
  const [found, onlyTypes, names = ''] = pattern.exec(text) ?? []
  // Packages come before files, whose imports stand in the text already.
  if (found === undefined) return `import { ${name} } from '${from}'\n${text}`
  const known = names.split(',').flatMap((one) => (one.trim() === '' ? [] : [`${onlyTypes ?? ''}${one.trim()}`]))
  if (known.includes(name)) return text
  return text.replace(found, `import { ${insertSorted(known, name).join(', ')} } from '${from}'`)
}
