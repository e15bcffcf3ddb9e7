import { shapesOf } from '../render/interfaces.ts'
import type { Scaffold } from '../Scaffold.ts'
import { insertSorted } from './insertSorted.ts'
import { moduleOf } from './moduleOf.ts'

/**
 * Adds an export statement to the text of a package's `index.ts`, and returns the new text. The statement exports the
 * function of a call, its endpoint and its types.
 *
 * @throws {Error} the file contains something other than exports.
 */
export function insertExports(index: string, scaffold: Scaffold): string {
  const statements = index.match(/^export [^']*'.*'\n/gm) ?? []
  if (statements.join('') !== index) throw new Error(`the index of ${scaffold.packageName} contains more than exports`)
  return insertSorted(statements, exportStatement(scaffold), moduleOf).join('')
}

function exportStatement({ entry: { fn }, params, result }: Scaffold): string {
  const types = [...shapesOf(params), ...shapesOf(result)].map(({ name }) => `type ${name}`)
  const names = types.reduce((sorted, type) => insertSorted(sorted, type, withoutType), [fn, `${fn}Endpoint`])
  return `export { ${names.join(', ')} } from './${fn}.ts'\n`
}

function withoutType(name: string): string {
  return name.replace('type ', '')
}
