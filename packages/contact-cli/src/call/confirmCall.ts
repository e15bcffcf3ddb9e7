import { FailureError, UsageError } from '../ProgramError.ts'
import type { NamedCall } from './makeCall.ts'

/** Effects that a person has to agree to. */
const effects: Readonly<Record<string, string>> = {
  create: 'creates something new each time it is made',
  send: 'reaches people',
}

/**
 * Asks before a call that creates or sends, unless `--yes` is there.
 *
 * @throws {UsageError} nobody can be asked.
 * @throws {FailureError} the person said no.
 */
export async function confirmCall({ name, facts, options, surroundings }: NamedCall, corpId: string): Promise<void> {
  const effect = effects[facts.effect]
  if (effect === undefined || options.yes) return
  const { ask } = surroundings
  if (!ask) throw new UsageError(`${name} ${effect}: add --yes to make it without a question`)
  const answer = await ask(`${name} ${effect}. Make it in corp ${corpId}? [y/N] `)
  if (!/^y(es)?$/i.test(answer.trim())) throw new FailureError(`${name} was not made`)
}
