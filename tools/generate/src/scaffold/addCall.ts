import type { Tree } from '@nx/devkit'
import { addToFakeCorp } from './addToFakeCorp.ts'
import { insertExports } from './insert/insertExports.ts'
import { sourceFile } from './render/sourceFile.ts'
import { testFile } from './render/testFile.ts'
import type { Scaffold } from './Scaffold.ts'
import { changeFile, createFile } from './files.ts'

/** Adds the source file and the test of a call to its package, and a refusal of the call to the fake corp. */
export async function addCall(tree: Tree, scaffold: Scaffold): Promise<void> {
  const { packageName, entry } = scaffold
  const source = `packages/${packageName}/src`
  await createFile(tree, `${source}/${entry.fn}.ts`, await sourceFile(scaffold))
  await createFile(tree, `${source}/${entry.fn}.test.ts`, testFile(scaffold))
  await changeFile(tree, `${source}/index.ts`, (index) => insertExports(index, scaffold))
  await addToFakeCorp(tree, packageName, entry.fn)
}
