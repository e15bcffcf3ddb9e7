import type { Tree } from '@nx/devkit'
import { addCall } from './addCall.ts'
import { checkCall } from './checkCall.ts'
import { findCall } from './findCalls.ts'
import { toScaffold } from './toScaffold.ts'

export interface EndpointOptions {
  /** Name of the package without `@wecom/`, e.g. `contacts`. */
  readonly package: string
  readonly fn: string
  readonly checkWith?: string | undefined
}

/**
 * Generates the source file and the test of one call of the catalogue. After an error, no files are written, because Nx
 * writes all files at the end.
 */
export async function endpointGenerator(tree: Tree, options: EndpointOptions): Promise<void> {
  const { package: packageName, fn, checkWith } = options
  const call = findCall(packageName, fn)
  if (checkWith !== undefined) findCall(packageName, checkWith)
  checkCall(call, checkWith)
  await addCall(tree, toScaffold(packageName, call, checkWith))
}
