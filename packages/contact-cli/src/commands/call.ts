import type { Command } from 'commander'
import widthOf from 'fast-string-width'
import { addFieldOptions, describeJsonFields } from '../call/fieldOptions.ts'
import { loadEndpoint } from '../call/loadEndpoint.ts'
import { type CallOptions, isOnceOnly, makeCall } from '../call/makeCall.ts'
import { similarCalls } from '../call/similarCalls.ts'
import { addConnectionOptions } from '../connection/connect.ts'
import type { CallFacts } from '../facts/CallFacts.ts'
import { calls } from '../facts/calls.generated.ts'
import { addOutputOption } from '../output/outputOption.ts'
import { refuseRepeats } from '../refuseRepeats.ts'
import type { Surroundings } from '../Surroundings.ts'

const maxShown = 10

const about = `Makes one call of the API. Each field of the official page is a flag:

  wecom-contact call getContact --help
  wecom-contact call getContact --external_userid wm… --mock

To find a function, give a part of its name or of its official title:

  wecom-contact call 标签`

export function configureCall(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  command
    .description(about)
    .usage('<function> [options]')
    .helpCommand(false)
    // A Chinese character is two columns wide.
    .configureHelp({ ...command.configureHelp(), displayWidth: widthOf })
    .on('command:*', ([word = '']: string[]) => refuseFunction(command, word))
  for (const [name, { title, summary, package: group }] of Object.entries(calls)) {
    command
      .command(name)
      .helpGroup(`@wecom/${group}:`)
      .summary(`${title}: ${summary}`)
      .helpOption('-h, --help', 'list the flags')
  }
  command.hook('preSubcommand', (_call, named) => configureFunction(named, surroundings, exit))
}

function refuseFunction(command: Command, word: string): never {
  const similar = similarCalls(word, calls)
  const shown = similar.slice(0, maxShown).join(', ')
  const more = similar.length > maxShown ? `, and ${similar.length - maxShown} more` : ''
  return command.error(`error: unknown function '${word}'${shown && `; similar: ${shown}${more}`}`)
}

async function configureFunction(
  command: Command,
  surroundings: Surroundings,
  exit: (code: number) => void,
): Promise<void> {
  const name = command.name()
  const facts = calls[name]
  if (!facts) throw new TypeError(`${name} is not in the table of calls`)
  const endpoint = await loadEndpoint(name, facts.package)
  addFieldOptions(command, facts.fields)
  command.option('--json <file>', 'JSON file with more fields, - for stdin; flags override its fields')
  if (endpoint.pagination) command.option('--all', 'read all pages, and print only the items; as JSON, one item a line')
  if (endpoint.download) command.requiredOption('--out <file>', 'path for the file that WeCom returns')
  if (isOnceOnly(facts))
    command.option('--yes', 'do not ask for confirmation; required without a terminal, and with --json -')
  addConnectionOptions(command)
  if (!endpoint.download) addOutputOption(command)
  refuseRepeats(command)
  command
    .description(describe(facts))
    .addHelpText('after', describeJsonFields(facts.fields, surroundings.out.columns))
    .action(async (options: CallOptions) => exit(await makeCall({ name, facts, endpoint, options, surroundings })))
}

function describe({ title, summary, effect, docs, replacedBy }: CallFacts): string {
  return [
    title,
    `${capitalised(summary)}.`,
    ...(replacedBy === undefined ? [] : [`Superseded by ${replacedBy}.`]),
    `Effect: ${effect}. Official page: https://developer.work.weixin.qq.com/document/path/${docs}`,
  ].join('\n')
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
