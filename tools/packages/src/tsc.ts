import { join } from 'node:path'
import { workspaceRoot } from './listPackages.ts'
import { run, type RunResult } from './run.ts'

/**
 * Type-checks files with the compiler of this workspace and with strict settings. The condition `@wecom/source`, which
 * selects the sources of the packages, is not set. So the compiler uses the built types, as in a user's project.
 */
export function tsc(files: readonly string[], options: readonly string[], cwd: string): Promise<RunResult> {
  const compiler = join(workspaceRoot, 'node_modules/typescript/bin/tsc')
  const settings = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--pretty', 'false']
  return run(process.execPath, [compiler, ...settings, ...options, ...files], cwd)
}
