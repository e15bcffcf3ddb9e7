import { camelCase } from '../names.ts'
import { insertServed, startOfList } from './insertServed.ts'
import { insertSorted } from './insertSorted.ts'

/** A call that the generator adds to the fake corp. */
export interface NewAnswer {
  /** Name of the package without `@wecom/`, e.g. `contacts`. */
  readonly packageName: string
  /** Name of the function, e.g. `getContact`. */
  readonly fn: string
}

/**
 * Adds the answer to a call to `text`, a source file of the fake corp, and returns the new text. The added code makes
 * the fake corp refuse the call until somebody writes the real answer.
 *
 * @throws {Error} the file already has an answer for the call.
 */
export function insertAnswer(text: string, { packageName, fn }: NewAnswer): string {
  if (text.includes(`const ${fn}Served:`)) {
    throw new Error(`the fake corp already has an answer to ${fn}. Nothing was written`)
  }
  const answer = `const ${fn}Served: Served = notServed(${fn}Endpoint, 'its answer has yet to be written')`
  const list = `${camelCase(packageName)}Served`
  const withImports = insertName(insertName(text, 'notServed', './serve.ts'), `${fn}Endpoint`, `@wecom/${packageName}`)
  const withEntry = insertServed(withImports, list, `${fn}Served`)
  return withEntry.replace(startOfList(list), (start) => `${answer}\n\n${start}`)
}

/** Adds a name to the import from a module. If the file does not import from the module, adds an import. */
function insertName(text: string, name: string, from: string): string {
  const pattern = new RegExp(`import (type )?\\{([^}]*)\\} from '${from}'`)
  const [found, onlyTypes, names = ''] = pattern.exec(text) ?? []
  // The text always imports from `./serve.ts`, so `from` is a package here. Imports from packages come first.
  if (found === undefined) return `import { ${name} } from '${from}'\n${text}`
  const known = names.split(',').flatMap((one) => (one.trim() === '' ? [] : [`${onlyTypes ?? ''}${one.trim()}`]))
  if (known.includes(name)) return text
  return text.replace(found, `import { ${insertSorted(known, name).join(', ')} } from '${from}'`)
}
