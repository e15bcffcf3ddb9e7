import type { Tree } from '@nx/devkit'
import { addToFakeCorp } from './addToFakeCorp.ts'
import { insertExports } from './insert/insertExports.ts'
import { sourceFile } from './render/sourceFile.ts'
import { testFile } from './render/testFile.ts'
import type { Scaffold } from './Scaffold.ts'
import { changeFile, createFile } from './files.ts'

/**
 * Adds the function for a call to its package: the source file, the test, and the export. Also adds the call to the
 * fake corp, which refuses the call until somebody writes the answer.
 */
export async function addCall(tree: Tree, scaffold: Scaffold): Promise<void> {
  const { packageName, entry } = scaffold
  const source = `packages/${packageName}/src`
  await createFile(tree, `${source}/${entry.fn}.ts`, await sourceFile(scaffold))
  await createFile(tree, `${source}/${entry.fn}.test.ts`, testFile(scaffold))
  await changeFile(tree, `${source}/index.ts`, (index) => insertExports(index, scaffold))
  await addToFakeCorp(tree, packageName, entry.fn)
}
