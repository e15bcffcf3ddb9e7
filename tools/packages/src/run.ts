import { execFile } from 'node:child_process'

export interface RunResult {
  readonly exitCode: number
  /** Standard output and error output of the program. */
  readonly output: string
}

/**
 * Environment variables of the programs that `run` starts. npm sets a variable for each setting in the `.npmrc` of this
 * workspace. Two of these variables are removed, because the projects of users do not have these settings. Variables of
 * the machine, such as certificates, are kept.
 */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_(strict_allow_scripts|loglevel)$/i.test(name)),
)

/** Runs a program until it ends. The function never throws. If the program fails, `exitCode` is not 0. */
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
