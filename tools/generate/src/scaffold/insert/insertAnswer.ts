import { insertServed } from './insertServed.ts'
import { insertSorted } from './insertSorted.ts'

/** A call to add to the fake corp, and the name of the list of served endpoints to add it to. */
export interface NewAnswer {
  readonly packageName: string
  /** Name of the function, e.g. `getContact`. */
  readonly fn: string
}

/**
 * Beginning of the comment above the list of endpoints that the fake corp serves. New answers are inserted before it.
 */
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

/** Adds a name to the import from a module. If the file does not import from the module, adds an import. */
function insertName(text: string, name: string, from: string): string {
  const pattern = new RegExp(`import (type )?\\{([^}]*)\\} from '${from}'`)
  const [found, onlyTypes, names = ''] = pattern.exec(text) ?? []
  // Packages come before files, whose imports stand in the text already.
  if (found === undefined) return `import { ${name} } from '${from}'\n${text}`
  const known = names.split(',').flatMap((one) => (one.trim() === '' ? [] : [`${onlyTypes ?? ''}${one.trim()}`]))
  if (known.includes(name)) return text
  return text.replace(found, `import { ${insertSorted(known, name).join(', ')} } from '${from}'`)
}
