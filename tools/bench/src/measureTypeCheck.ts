import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listPackages, tsc, withTemporaryFolder, workspaceRoot, writeConsumer } from '@wecom-tools/packages'

/** Measures how many seconds it takes to type-check a program that uses every function of every built package. */
export function measureTypeCheck(): Promise<number> {
  return withTemporaryFolder(async (folder) => {
    await symlink(join(workspaceRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
    await writeFile(join(folder, 'consumer.ts'), await writeConsumer(await listPackages()))
    const { exitCode, output } = await tsc(['consumer.ts'], ['--extendedDiagnostics', '--skipLibCheck'], folder)
    const seconds = /Check time:\s+([\d.]+)s/.exec(output)?.[1]
    if (exitCode !== 0 || seconds === undefined) throw new Error(`the consumer does not type-check:\n${output}`)
    return Number(seconds)
  })
}
