import { insertSorted } from './insertSorted.ts'
import { moduleOf } from './moduleOf.ts'

/** Adds an import to the imports at the beginning of a file. Each import must be on a line of its own. */
export function insertImport(text: string, statement: string): string {
  const imports = text.match(/^import .*\n/gm) ?? []
  return text.replace(imports.join(''), insertSorted(imports, `${statement}\n`, moduleOf).join(''))
}
