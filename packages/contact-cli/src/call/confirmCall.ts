import { FailureError, UsageError } from '../ProgramError.ts'
import type { NamedCall } from './makeCall.ts'

/** Texts for the question to the user, by `effect` of the call. Calls with other effects need no confirmation. */
const effects: Readonly<Record<string, string>> = {
  create: 'creates something new each time',
  send: 'reaches people',
}

/**
 * @throws {UsageError} the program does not run in a terminal, so it cannot ask the user.
 * @throws {FailureError} the user did not confirm.
 */
export async function confirmCall({ name, facts, options, surroundings }: NamedCall, corpId: string): Promise<void> {
  const effect = effects[facts.effect]
  if (effect === undefined || options.yes) return
  const { ask } = surroundings
  if (!ask) throw new UsageError(`${name} ${effect}; add --yes to confirm the call`)
  const answer = await ask(`${name} ${effect}. Make this call in corp ${corpId}? [y/N] `)
  if (!/^y(es)?$/i.test(answer.trim())) throw new FailureError(`${name}: not confirmed; nothing was sent`)
}
