import type { Tree } from '@nx/devkit'
import { insertAnswer } from './insert/insertAnswer.ts'
import { insertImport } from './insert/insertImport.ts'
import { insertPackage } from './insert/insertPackage.ts'
import { insertServed } from './insert/insertServed.ts'
import { camelCase } from './names.ts'
import { changeFile, createFile, readFile } from './files.ts'

const mock = 'packages/mock'

/** Adds a call to the fake corp. The fake corp refuses the call until somebody writes the code that answers it. */
export async function addToFakeCorp(tree: Tree, packageName: string, fn: string): Promise<void> {
  const answers = `${mock}/src/answers/${camelCase(packageName)}.ts`
  if (!tree.exists(answers)) await addAnswers(tree, packageName, answers)
  await changeFile(tree, answers, (text) => insertAnswer(text, { packageName, fn }))
}

/** Adds a new package to the fake corp: a file with an empty list of answers, which `all.ts` then imports. */
async function addAnswers(tree: Tree, packageName: string, answers: string): Promise<void> {
  const name = camelCase(packageName)
  const { version } = JSON.parse(readFile(tree, `packages/${packageName}/package.json`)) as { readonly version: string }
  await createFile(tree, answers, emptyList(`${name}Served`))
  await changeFile(tree, `${mock}/src/answers/all.ts`, (text) =>
    insertServed(insertImport(text, `import { ${name}Served } from './${name}.ts'`), 'allServed', `...${name}Served`),
  )
  await changeFile(tree, `${mock}/package.json`, (text) => insertPackage(text, packageName, version))
}

function emptyList(served: string): string {
  return `import type { Served } from './serve.ts'

export const ${served}: readonly Served[] = []
`
}
