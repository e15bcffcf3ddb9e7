import { writeWorkerdConfig } from './writeWorkerdConfig.ts'
import type { Command } from './startServer.ts'

/**
 * Returns the command that serves a worker with workerd.
 *
 * @param contents - source of a module that exports the worker as `default`.
 */
export async function workerdCommand(
  executable: string,
  folder: string,
  contents: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[],
): Promise<Command> {
  const config = await writeWorkerdConfig(folder, contents, env, flags)
  return { executable, args: (port) => ['serve', `--socket-addr=http=127.0.0.1:${port}`, config], folder, env: {} }
}
