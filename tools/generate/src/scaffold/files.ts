import type { Tree } from '@nx/devkit'
import { formatText } from '../formatText.ts'

export function checkAbsent(tree: Tree, path: string): void {
  if (tree.exists(path)) throw new Error(`${path} already exists. Nothing was written`)
}

/**
 * Creates a file with the given text.
 *
 * @throws {Error} the file exists already.
 */
export async function createFile(tree: Tree, path: string, text: string): Promise<void> {
  checkAbsent(tree, path)
  tree.write(path, await formatText(path, text))
}

/**
 * Copies a file.
 *
 * @throws {Error} the file `to` exists already, or the file `from` does not exist.
 */
export function copyFile(tree: Tree, from: string, to: string): void {
  checkAbsent(tree, to)
  tree.write(to, readFile(tree, from))
}

/**
 * Replaces the text of a file with the result of `change`.
 *
 * @throws {Error} the file does not exist.
 */
export async function changeFile(tree: Tree, path: string, change: (text: string) => string): Promise<void> {
  tree.write(path, await formatText(path, change(readFile(tree, path))))
}

/**
 * Returns the text of a file.
 *
 * @throws {Error} the file does not exist.
 */
export function readFile(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf8')
  if (text === null) throw new Error(`${path} does not exist. Nothing was written`)
  return text
}
