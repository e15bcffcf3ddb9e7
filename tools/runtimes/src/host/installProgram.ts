import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listPackages, pack, run } from '@wecom-tools/packages'

/** Installs the packed packages in a folder, as a user does, and puts the program beside them. */
export async function installProgram(folder: string): Promise<void> {
  const used = await readUsedPackages()
  const packages = (await listPackages()).filter(({ packageJson }) => used.includes(packageJson.name))
  const packed = await Promise.all(packages.map((each) => pack(each, folder)))
  await writeFile(join(folder, 'package.json'), '{ "name": "program", "private": true, "type": "module" }\n')
  const tarballs = packed.map(({ tarball }) => tarball)
  const { exitCode, output } = await run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs],
    folder,
  )
  if (exitCode !== 0) throw new Error(`npm install of the packed packages failed:\n${output}`)
  for (const part of ['program', 'serve']) {
    await cp(fileURLToPath(new URL(`../${part}`, import.meta.url)), join(folder, part), { recursive: true })
  }
}

/** The packages that the program imports: those that this tool depends on. */
async function readUsedPackages(): Promise<readonly string[]> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  const { dependencies } = JSON.parse(text) as { dependencies: Readonly<Record<string, string>> }
  return Object.keys(dependencies).filter((name) => name.startsWith('@wecom/'))
}
