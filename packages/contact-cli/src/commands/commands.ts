import type { Command } from 'commander'
import type { Surroundings } from '../Surroundings.ts'

/**
 * A function that adds arguments, options and the action to a command. The program calls the function only if the user
 * has named the command on the command line. Commander (the library that reads the command line) has then already begun
 * to read it. So Commander does not set the default values of `--no-…` options that the function adds, and the function
 * must set these values itself.
 *
 * @param exit - sets the exit code of the program. The default is 0. If the action fails, the action throws an error
 *   instead of calling `exit`.
 */
export type Configure = (command: Command, surroundings: Surroundings, exit: (code: number) => void) => void

interface LazyCommand {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Configure>
}

// In the order of the help text.
export const commands: readonly LazyCommand[] = [
  {
    name: 'sync',
    summary: 'read a corp into tables of a database',
    load: async () => (await import('./sync.ts')).configureSync,
  },
  {
    name: 'worker',
    summary: 'keep the tables current until you stop it',
    load: async () => (await import('./worker.ts')).configureWorker,
  },
  {
    name: 'call',
    summary: 'make one call of the API',
    load: async () => (await import('./call.ts')).configureCall,
  },
  {
    name: 'explain',
    summary: 'explain an errcode',
    load: async () => (await import('./explain.ts')).configureExplain,
  },
  {
    name: 'doctor',
    summary: 'check the settings, the app and this machine',
    load: async () => (await import('./doctor.ts')).configureDoctor,
  },
  {
    name: 'verify',
    summary: 'compare the answers of a corp with the documentation',
    load: async () => (await import('./verify.ts')).configureVerify,
  },
  {
    name: 'mock',
    summary: 'serve a fake corp over HTTP',
    load: async () => (await import('./mock.ts')).configureMock,
  },
]
