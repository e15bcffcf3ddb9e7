import { globSync } from 'node:fs'
import { listCatalogues } from '@wecom-tools/catalogue'
import { readPage, workspace } from './workspace.ts'

/** Code that is put before each example. Declares names, e.g. `client`, that examples use and do not declare. */
const prelude = `import type { Client } from '@wecom/core'

declare const client: Client
declare const bytes: Uint8Array<ArrayBuffer>
declare const destination: WritableStream<Uint8Array>
declare const md5: string
declare const media: { readonly created_at: number }
declare const params: never
declare const response: { readonly body: ReadableStream<Uint8Array> }
declare const url: string
declare function save(...facts: readonly unknown[]): Promise<void>
`

/**
 * Names of the packages whose examples are compiled. `core` is left out, because its examples use names that `prelude`
 * does not declare.
 */
const domains = listCatalogues().filter((name) => name !== 'core')

/**
 * Returns the examples in the doc comments of the domain packages. Each example becomes a complete program with its
 * imports.
 */
export function readExamples(): { readonly name: string; readonly text: string }[] {
  const imports = new Map(['core', ...domains].flatMap((name) => importsFrom(name)))
  return globSync(`packages/{${domains.join(',')}}/src/**/*.ts`, { cwd: workspace })
    .flatMap((file) =>
      Array.from(readPage(file).matchAll(/^ \* @example\n((?: \* .*\n| \*\n)+)/gm), ([, lines = ''], index) => ({
        name: `examples/${file.replaceAll(/[/.]/g, '-')}-${index}.ts`,
        code: lines.replaceAll(/^ \* ?/gm, ''),
      })),
    )
    .map(({ name, code }) => ({ name, text: program(code, imports) }))
}

/**
 * Returns a complete program for an example: imports, the declarations in `prelude`, and a function with the code of
 * the example. The code is inside a function, so that an example may declare names that `prelude` also declares.
 */
function program(code: string, imports: ReadonlyMap<string, string>): string {
  const needed = [...new Set(code.match(/\w+/g))].flatMap((word) => imports.get(word) ?? [])
  return `${needed.join('')}${prelude}\nexport async function example(): Promise<void> {\n${code}}\n`
}

/** Returns a pair for each export of a package: the exported name, and a statement that imports the name. */
function importsFrom(name: string): (readonly [string, string])[] {
  return [...readPage(`packages/${name}/src/index.ts`).matchAll(/export (type )?\{(.*?)\} from/gs)].flatMap(
    ([, types = '', names = '']) =>
      Array.from(
        names.matchAll(/(type )?(\w+)/g),
        ([, type = types, exported = '']) =>
          [exported, `import { ${type}${exported} } from '@wecom/${name}'\n`] as const,
      ),
  )
}
