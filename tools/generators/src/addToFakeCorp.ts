import type { Tree } from '@nx/devkit'
import { insertPackage } from './insert/insertPackage.ts'
import { insertServed } from './insert/insertServed.ts'
import { camelCase } from './names.ts'
import { changeFile, createFile, readFile } from './files.ts'

const msw = 'packages/msw'

/** Adds a package that the fake corp does not know, with an empty list of what is served. */
export async function addToFakeCorp(tree: Tree, packageName: string): Promise<void> {
  const served = `${camelCase(packageName)}Served`
  const { version } = JSON.parse(readFile(tree, `packages/${packageName}/package.json`)) as { readonly version: string }
  await createFile(tree, `${msw}/src/${packageName}/${served}.ts`, emptyList(packageName, served))
  await createFile(
    tree,
    `${msw}/src/${packageName}.ts`,
    entryPoint(readFile(tree, `${msw}/src/contacts.ts`), packageName),
  )
  await changeFile(tree, `${msw}/src/allServed.ts`, (text) =>
    insertServed(text, `...${served}`, `./${packageName}/${served}.ts`),
  )
  await changeFile(tree, `${msw}/package.json`, (text) => insertPackage(text, packageName, version))
}

function emptyList(packageName: string, served: string): string {
  return `import type { Served } from '../serve/serve.ts'

/** The endpoints of \`@wecom/${packageName}\`, all of them. */
export const ${served}: readonly Served[] = []
`
}

/** The entry point of one package, like that of contacts. */
function entryPoint(contacts: string, packageName: string): string {
  return contacts
    .replaceAll(/\bcontacts(?=Served\b|Handlers\b)/g, camelCase(packageName))
    .replaceAll(/\bcontacts\b/g, packageName)
}
