import { execFile } from 'node:child_process'

export interface RunResult {
  readonly exitCode: number
  /** The output, errors included. */
  readonly output: string
}

/** Without the settings of this workspace, which npm passes on: they must not apply to the projects of users. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)))

/** Runs a program to its end. A failure is a result, not an error. */
export function run(program: string, args: readonly string[], cwd: string): Promise<RunResult> {
  return new Promise((resolve) => {
    // On Windows npm and the commands of packages are scripts, which need a shell.
    const shell = process.platform === 'win32' && program !== process.execPath
    execFile(program, args, { cwd, shell, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      // A program that a signal ended, or that could not be started, tells nothing itself.
      const failure = error !== null && typeof error.code !== 'number' ? `\n${error.message} (${error.signal})` : ''
      resolve({ exitCode, output: `${stdout}${stderr}${failure}`.trim() })
    })
  })
}
