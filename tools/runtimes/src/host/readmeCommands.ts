import { readBlocks, readPage } from '@wecom-tools/docs'
import type { BuiltRuntime, Runtimes } from './findRuntimes.ts'
import type { Command } from './startServer.ts'

export interface ReadmeCommandOptions {
  readonly executables: Runtimes['built']
  /** Where the files of the README are. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** What stands in for WeCom: a name, perhaps with a port. */
  readonly wecom: string
}

/**
 * The commands with which a README starts its servers, by the runtime that is their first word. They are run as they are
 * printed, but for the name of WeCom and the port.
 */
export function readmeCommands(
  page: string,
  { executables, folder, env, wecom }: ReadmeCommandOptions,
): ReadonlyMap<BuiltRuntime, Command> {
  const shell = readBlocks(page, readPage(page)).filter(({ language }) => language === 'sh')
  const printed = shell.flatMap(({ code }) => code.split('\n')).map((line) => line.split(' '))
  const commands = new Map<BuiltRuntime, Command>()
  for (const [runtime, executable] of executables) {
    const [, ...words] = printed.find(([first]) => first === runtime) ?? []
    if (words.length === 0) continue
    const wordsAt = (port: string): readonly string[] =>
      words.map((word) => word.replace('qyapi.weixin.qq.com', wecom).replace(/^8080$/, port))
    commands.set(runtime, { executable, words: wordsAt, folder, env })
  }
  return commands
}
