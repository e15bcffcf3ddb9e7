import { FailureError, UsageError } from '../ProgramError.ts'
import type { NamedCall } from './makeCall.ts'

const effects: Readonly<Record<string, string>> = {
  create: 'creates something new each time',
  send: 'reaches people',
}

/**
 * Returns a function that asks the user to confirm the call. Returns undefined if no confirmation is needed: the call
 * creates and sends nothing, or the user set `--yes`.
 *
 * @throws {UsageError} a confirmation is needed, but the program cannot ask the user: it does not run in a terminal, or
 *   `--json -` reads stdin.
 */
export function confirmationOf({
  name,
  facts,
  options,
  surroundings: { ask },
}: NamedCall): ((corpId: string) => Promise<void>) | undefined {
  const effect = effects[facts.effect]
  if (effect === undefined || options.yes) return undefined
  if (options.json === '-') {
    throw new UsageError(`${name} ${effect}; add --yes to confirm the call, because --json - reads stdin to its end`)
  }
  if (!ask) throw new UsageError(`${name} ${effect}; add --yes to confirm the call`)
  return async (corpId) => {
    const answer = await ask(`${name} ${effect}. Make this call in corp ${corpId}? [y/N] `)
    if (!/^y(es)?$/i.test(answer.trim())) throw new FailureError(`${name}: not confirmed; nothing was sent`)
  }
}
