import { FailureError, UsageError } from '../ProgramError.ts'
import type { NamedCall } from './makeCall.ts'

const effects: Readonly<Record<string, string>> = {
  create: 'creates something new each time',
  send: 'reaches people',
}

export async function confirmCall({ name, facts, options, surroundings }: NamedCall, corpId: string): Promise<void> {
  const effect = effects[facts.effect]
  if (effect === undefined || options.yes) return
  const { ask } = surroundings
  if (!ask) throw new UsageError(`${name} ${effect}; add --yes to confirm the call`)
  const answer = await ask(`${name} ${effect}. Make this call in corp ${corpId}? [y/N] `)
  if (!/^y(es)?$/i.test(answer.trim())) throw new FailureError(`${name}: not confirmed; nothing was sent`)
}
