import { join } from 'node:path'
import type { PackedPackage } from './Check.ts'
import type { WorkspacePackage } from './listPackages.ts'
import { run } from './run.ts'

/** Packs a package into a tarball in the folder `destination`, as `npm publish` would. */
export async function pack({ folder, packageJson }: WorkspacePackage, destination: string): Promise<PackedPackage> {
  const { exitCode, output } = await run('npm', ['pack', '--json', '--pack-destination', destination], folder)
  if (exitCode !== 0) throw new Error(`npm pack of ${packageJson.name} failed:\n${output}`)
  const [packed] = JSON.parse(output) as { filename: string; files: { path: string }[] }[]
  if (!packed) throw new Error(`npm pack of ${packageJson.name} made no tarball`)
  return {
    folder,
    packageJson,
    tarball: join(destination, packed.filename),
    files: packed.files.map(({ path }) => path),
  }
}
