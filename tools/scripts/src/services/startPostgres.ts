import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { findProgram, freePort, runProgram, startProgram, stopProgram, waitUntilReady } from './runProgram.ts'
import { canConnect } from './canConnect.ts'
import { signalTree } from './signalTree.ts'

/** A Postgres server for one test. */
export interface PostgresServer {
  /** URL of an empty database, starting with `postgres://`. */
  url: string
  port: number
  /** Suspends the processes, so that the server no longer responds. `resume` continues the processes. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** Starts Debian's Postgres on a free port of the loopback interface, with its data in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [] as string[])
  const folders = versions.map((version) => `/usr/lib/postgresql/${version}/bin`)
  const program = (name: string) =>
    findProgram(
      folders.map((folder) => `${folder}/${name}`),
      'postgresql',
    )
  const folder = await mkdtemp(join(tmpdir(), 'wecom-postgres-'))
  const prefix = await ownedByPostgres(folder)
  const run = (name: string, args: readonly string[]) => [...prefix, program(name), ...args] as [string, ...string[]]

  const [init, ...initArgs] = run('initdb', [
    '-D',
    join(folder, 'data'),
    '-U',
    'wecom',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '-N',
  ])
  await runProgram(init, initArgs)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off']
  const [start, ...startArgs] = run('postgres', [
    '-D',
    join(folder, 'data'),
    ...settings.flatMap((text) => ['-c', text]),
  ])
  const started = startProgram(start, startArgs)
  await waitUntilReady('postgres', started, () => canConnect(port, started.output, 'ready to accept connections'))
  const { child } = started
  return {
    url: `postgres://wecom@127.0.0.1:${port}/postgres`,
    port,
    pause: () => signalTree(child.pid, 'SIGSTOP'),
    resume: () => signalTree(child.pid, 'SIGCONT'),
    async stop() {
      signalTree(child.pid, 'SIGCONT')
      // SIGTERM alone would wait until all connections are closed.
      child.kill('SIGINT')
      await stopProgram(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Makes the system user `postgres` the owner of a folder, because Postgres refuses to run as root. Debian's package
 * creates this system user. If this process does not run as root, the function changes nothing.
 *
 * @returns the words to put before a command, so that the command runs as the system user `postgres`. Empty if this
 *   process does not run as root.
 */
async function ownedByPostgres(folder: string): Promise<string[]> {
  if (userInfo().uid !== 0) return []
  const { readFile } = await import('node:fs/promises')
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((text) => text.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw new Error('no user postgres. apt-get install postgresql')
  await chown(folder, Number(uid), Number(gid))
  await chmod(folder, 0o700)
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
}
