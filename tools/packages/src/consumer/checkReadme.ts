import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Check } from '../Check.ts'
import { workspaceRoot } from '../listPackages.ts'
import { run } from '../run.ts'

/** Matches the blocks of the README that contain commands or files for a user's project. */
const step = /^```(?:sh project|ts file=(\S+))\n(.*?)^```$/gms

/**
 * Follows the first steps of the root README in an empty folder, with the tarballs from `npm run pack`. Checks that all
 * commands succeed.
 */
export async function checkReadme(tarballs: readonly string[], folder: string): Promise<Check> {
  const project = join(folder, 'readme', 'my-app')
  const packed = join(folder, 'readme', 'wecom-sdk', 'packed')
  await mkdir(project, { recursive: true })
  await mkdir(packed, { recursive: true })
  for (const tarball of tarballs) await copyFile(tarball, join(packed, basename(tarball)))

  const name = 'first steps of the README'
  const readme = await readFile(join(workspaceRoot, 'README.md'), 'utf8')
  let printed = ''
  for (const [, file, text = ''] of readme.matchAll(step)) {
    if (file) {
      await writeFile(join(project, file), text)
      continue
    }
    const { exitCode, output } = await run('bash', ['-e', '-c', text], project)
    if (exitCode !== 0) return { name, problems: [`${text}\n${output}`] }
    printed = output
  }
  return {
    name,
    problems: printed.includes('is a customer of') ? [] : [`the example printed no customer:\n${printed}`],
  }
}
