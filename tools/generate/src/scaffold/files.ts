import type { Tree } from '@nx/devkit'
import { formatText } from '../formatText.ts'

/** @throws {Error} there is such a file already. */
export function checkAbsent(tree: Tree, path: string): void {
  if (tree.exists(path)) throw new Error(`${path} already exists. Nothing was written`)
}

/** @throws {Error} there is such a file already. */
export async function createFile(tree: Tree, path: string, text: string): Promise<void> {
  checkAbsent(tree, path)
  tree.write(path, await formatText(path, text))
}

/** @throws {Error} there is such a file already, or none to copy. */
export function copyFile(tree: Tree, from: string, to: string): void {
  checkAbsent(tree, to)
  tree.write(to, readFile(tree, from))
}

/** @throws {Error} there is no such file. */
export async function changeFile(tree: Tree, path: string, change: (text: string) => string): Promise<void> {
  tree.write(path, await formatText(path, change(readFile(tree, path))))
}

/** @throws {Error} there is no such file. */
export function readFile(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf8')
  if (text === null) throw new Error(`${path} does not exist. Nothing was written`)
  return text
}
