// Packs all packages into the folder `packed` of the workspace, for projects outside of it.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { listPackages, workspaceRoot } from './listPackages.ts'
import { pack } from './pack.ts'

const folder = join(workspaceRoot, 'packed')
await rm(folder, { recursive: true, force: true })
await mkdir(folder)
for (const workspacePackage of await listPackages()) console.log((await pack(workspacePackage, folder)).tarball)
console.log(`\nTo install all packages in another folder, run there:\n  npm install ${join(folder, '*.tgz')}`)
