import type { Tree } from '@nx/devkit'
import { addToFakeCorp } from './addToFakeCorp.ts'
import { insertExports } from './insert/insertExports.ts'
import { insertServed } from './insert/insertServed.ts'
import { camelCase } from './names.ts'
import { answerFile } from './render/answerFile.ts'
import { sourceFile } from './render/sourceFile.ts'
import { testFile } from './render/testFile.ts'
import type { Scaffold } from './Scaffold.ts'
import { changeFile, createFile } from './files.ts'

/** Adds a call to its package and to the fake corp. */
export async function addCall(tree: Tree, scaffold: Scaffold): Promise<void> {
  const { packageName, entry } = scaffold
  const source = `packages/${packageName}/src`
  await createFile(tree, `${source}/${entry.fn}.ts`, await sourceFile(scaffold))
  await createFile(tree, `${source}/${entry.fn}.test.ts`, testFile(scaffold))
  await changeFile(tree, `${source}/index.ts`, (index) => insertExports(index, scaffold))
  await addAnswer(tree, scaffold)
}

async function addAnswer(tree: Tree, scaffold: Scaffold): Promise<void> {
  const { packageName, entry } = scaffold
  const folder = `packages/msw/src/${packageName}`
  const list = `${folder}/${camelCase(packageName)}Served.ts`
  await createFile(tree, `${folder}/${entry.fn}.ts`, answerFile(scaffold))
  if (!tree.exists(list)) await addToFakeCorp(tree, packageName)
  await changeFile(tree, list, (text) => insertServed(text, `${entry.fn}Served`, `./${entry.fn}.ts`))
}
