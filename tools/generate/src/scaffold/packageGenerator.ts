import type { Tree } from '@nx/devkit'
import { addCall } from './addCall.ts'
import { addPackage } from './addPackage.ts'
import { addToPlayground } from './addToPlayground.ts'
import { checkCall } from './checkCall.ts'
import { findCall, findCalls } from './findCalls.ts'
import { toScaffold } from './toScaffold.ts'
import { checkAbsent } from './files.ts'

export interface PackageOptions {
  /** Name of the package without `@wecom/`, e.g. `contacts`. */
  readonly name: string
  readonly description: string
  /**
   * Pairs of function names, e.g. `createItem:listItems`. The first function makes a `create` or `send` call. If the
   * answer to this call is lost, the second function shows whether the call took effect.
   */
  readonly checkWith?: readonly string[] | undefined
}

/**
 * Generates a package with all its calls. After an error, no files are written, because Nx writes all files at the end.
 *
 * @returns a callback that prints the next steps.
 */
export async function packageGenerator(
  tree: Tree,
  { name, description, checkWith = [] }: PackageOptions,
): Promise<() => void> {
  const calls = findCalls(name)
  checkAbsent(tree, `packages/${name}/package.json`)
  const checks = new Map(checkWith.map((pair) => readPair(name, pair)))
  for (const call of calls) checkCall(call, checks.get(call.fn))

  await addPackage(tree, name, description)
  await addToPlayground(tree, name)
  for (const call of calls) await addCall(tree, toScaffold(name, call, checks.get(call.fn)))
  return () => console.log('\nNow `npm install` links the package, and `npm run generate` lists its functions.')
}

function readPair(name: string, pair: string): readonly [fn: string, checkWith: string] {
  const [fn, checkWith, ...rest] = pair.split(':')
  if (fn === undefined || checkWith === undefined || rest.length > 0) {
    throw new Error(`--checkWith=${pair} does not have the form createItem:listItems`)
  }
  return [findCall(name, fn).fn, findCall(name, checkWith).fn]
}
