import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Check } from '../Check.ts'
import type { WorkspacePackage } from '../listPackages.ts'
import { run, type RunResult } from '../run.ts'
import { tsc } from '../tsc.ts'
import { writeConsumer } from '../writeConsumer.ts'

/**
 * Packages from npm that the test project also needs: the peer dependencies of our packages, and the types of Node.js
 * that `program.ts` uses.
 */
const others = ['msw@3', '@opentelemetry/api@1', 'bullmq@6', '@types/node@24']

const programs = ['program.ts', 'syncProgram.ts']

const commands = [
  'call listFollowUsers --mock',
  'sync --mock --to sqlite:demo.db',
  'explain 84061',
  'doctor --quick --mock',
]

/**
 * Installs the tarballs in an empty project, as a user does. Then type-checks and runs programs that use the packages,
 * and runs commands of `wecom-contact`. Yields the result of each step.
 */
export async function* checkConsumer(
  packages: readonly WorkspacePackage[],
  tarballs: readonly string[],
  folder: string,
): AsyncGenerator<Check> {
  const project = join(folder, 'consumer')
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n')
  const install = await run('npm', ['install', '--no-audit', '--no-fund', ...tarballs, ...others], project)
  yield toCheck('npm install of all tarballs', install)
  if (install.exitCode !== 0) return

  for (const program of programs) {
    await copyFile(fileURLToPath(new URL(program, import.meta.url)), join(project, program))
  }
  await writeFile(join(project, 'everything.ts'), await writeConsumer(packages))
  const types = await tsc([...programs, 'everything.ts'], ['--skipLibCheck', 'false', '--types', 'node'], project)
  yield toCheck('type-check, strict, declarations of the packages included', types)
  for (const program of programs) {
    const name = `${program} against the fake corp on Node ${process.versions.node}`
    yield toCheck(name, await run(process.execPath, [program], project))
  }
  for (const command of commands) {
    yield toCheck(`wecom-contact ${command}`, await run('npx', ['wecom-contact', ...command.split(' ')], project))
  }
}

function toCheck(name: string, { exitCode, output }: RunResult): Check {
  return { name, problems: exitCode === 0 ? [] : [output] }
}
