import { Command, CommanderError } from 'commander'
import { commands } from './commands/commands.ts'
import { exitCodes } from './exitCodes.ts'
import type { Surroundings } from './Surroundings.ts'
import { version } from './version.ts'

const about = `Syncs, calls and diagnoses WeCom (企业微信) customer contact.

Settings come from the environment or from the file of --config:
  WECOM_CORP_ID        id of the corp
  WECOM_SECRET         secret of an app that may call customer contact
  WECOM_BASE_URL       default https://qyapi.weixin.qq.com
  WECOM_DATABASE       for sync and worker; default sqlite:corp.db
To try a command without a corp, add --mock: it then uses a fake corp.`

const afterHelp = `
Exit codes:
  0  done
  1  failure
  2  wrong arguments or settings; nothing was sent
  3  done, with gaps: something could not be read, members are missing from a
     result, or answers differ from their documentation
  130  stopped before the end`

export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, err } = surroundings
  let exitCode = 0
  const program = new Command('wecom-contact')
    .description(about)
    .version(version)
    .helpCommand(false)
    .addHelpText('after', afterHelp)
    .exitOverride()
    .configureOutput({
      writeOut: out.write,
      writeErr: err.write,
      getOutHelpWidth: () => out.columns,
      getErrHelpWidth: () => err.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (message, write) => write(`wecom-contact: ${inOneLine(message)}\n`),
    })
    .configureHelp({ minWidthToWrap: 20 })
  for (const { name, summary } of commands) program.command(name).summary(summary).description(summary)
  // Loads the code of a command only when the user names the command, so that `--version` and `--help` stay fast.
  program.hook('preSubcommand', async (_program, command) => {
    const named = commands.find(({ name }) => name === command.name())
    const configure = await named?.load()
    configure?.(command, surroundings, (code) => (exitCode = code))
    const { refuseRepeats } = await import('./refuseRepeats.ts')
    refuseRepeats(command)
  })

  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : [...args], { from: 'user' })
    return exitCode
  } catch (error) {
    // Nothing to print, because Commander has printed the message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage
    const { describeError } = await import('./describeError.ts')
    const described = describeError(error)
    if (!described) throw error
    err.write(`wecom-contact: ${described.line}\n`)
    return described.exitCode
  }
}

function inOneLine(message: string): string {
  const line = message
    .replace(/^error: /, '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
  // A suggestion of Commander (the library that reads the command line) ends with `?)`.
  return line.endsWith('?)') ? line : `${line.replace(/\.$/, '')}; see --help`
}
