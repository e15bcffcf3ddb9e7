import { runWecomMock } from '@wecom/mock/server'
import type { Command } from 'commander'
import type { Surroundings } from '../Surroundings.ts'

export function configureMock(command: Command, _: Surroundings, exit: (code: number) => void): void {
  command
    .helpOption(false)
    .allowUnknownOption()
    .argument('[options...]')
    .action(async (args: readonly string[]) => exit(await runWecomMock(args, 'wecom-contact mock')))
}
