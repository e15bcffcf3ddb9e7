import { readBlocks, readPage } from '@wecom-tools/docs'
import type { BuiltRuntime, Runtimes } from './findRuntimes.ts'
import type { Command } from './startServer.ts'

export interface ReadmeCommandOptions {
  readonly executables: Runtimes['built']
  /** Folder with the files that the README shows. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** Host to use instead of WeCom, with an optional port. */
  readonly wecom: string
}

/**
 * Reads the commands in a README that start a server, such as `deno run … server.ts`. A command belongs to the runtime
 * that is its first word. The function replaces the runtime by the path of its executable, WeCom's host by the option
 * `wecom`, and the port 8080 by the port that the server gets.
 *
 * @returns one command for each runtime that the README has a command for.
 */
export function readmeCommands(
  page: string,
  { executables, folder, env, wecom }: ReadmeCommandOptions,
): ReadonlyMap<BuiltRuntime, Command> {
  const shell = readBlocks(page, readPage(page)).filter(({ language }) => language === 'sh')
  const printed = shell.flatMap(({ code }) => code.split('\n')).map((line) => line.split(' '))
  const commands = new Map<BuiltRuntime, Command>()
  for (const [runtime, executable] of executables) {
    const [, ...args] = printed.find(([first]) => first === runtime) ?? []
    if (args.length === 0) continue
    const argsAt = (port: string): readonly string[] =>
      args.map((arg) => arg.replace('qyapi.weixin.qq.com', wecom).replace(/^8080$/, port))
    commands.set(runtime, { executable, args: argsAt, folder, env })
  }
  return commands
}
