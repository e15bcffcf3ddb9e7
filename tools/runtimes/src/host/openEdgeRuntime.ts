import { readFile } from 'node:fs/promises'
import { EdgeVM } from '@edge-runtime/vm'
import { bundle } from './bundle.ts'

/**
 * Loads the program `program/globals.ts` of a folder into an edge runtime. The program contains checks of the packages.
 * Returns a function that runs one of the checks in that runtime.
 */
export async function openEdgeRuntime(folder: string): Promise<typeof globalThis.runRuntimeCheck> {
  const script = await bundle(folder, 'edge', "import './program/globals.ts'", 'iife')
  return new EdgeVM({ initialCode: await readFile(script, 'utf8') }).evaluate('runRuntimeCheck')
}
