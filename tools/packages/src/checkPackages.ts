import type { Check } from './Check.ts'
import { checkContents } from './checks/checkContents.ts'
import { checkDocuments } from './checks/checkDocuments.ts'
import { checkExports } from './checks/checkExports.ts'
import { checkPublint } from './checks/checkPublint.ts'
import { checkTypes } from './checks/checkTypes.ts'
import { checkVersion } from './checks/checkVersion.ts'
import { checkConsumer } from './consumer/checkConsumer.ts'
import { checkReadme } from './consumer/checkReadme.ts'
import { listPackages } from './listPackages.ts'
import { pack } from './pack.ts'
import { withTemporaryFolder } from './withTemporaryFolder.ts'

const checks = [checkPublint, checkTypes, checkContents, checkDocuments, checkExports, checkVersion]

await withTemporaryFolder(async (folder) => {
  const packages = await listPackages()
  const tarballs: string[] = []
  for (const workspacePackage of packages) {
    const packed = await pack(workspacePackage, folder)
    tarballs.push(packed.tarball)
    for (const check of checks) report(packed.packageJson.name, await check(packed))
  }
  for await (const check of checkConsumer(packages, tarballs, folder)) report('consumer', check)
  report('consumer', await checkReadme(tarballs, folder))
})

function report(subject: string, { name, problems }: Check): void {
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${subject}: ${name}`)
  for (const problem of problems) console.log(problem.replaceAll(/^/gm, '        '))
  if (problems.length > 0) process.exitCode = 1
}
