import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { canConnect } from './canConnect.ts'
import { signalTree } from './signalTree.ts'
import { findProgram, freePort, runProgram, startProgram, stopProgram, waitUntilReady } from './runProgram.ts'

/** A MariaDB server for one test. */
export interface MariaDbServer {
  /** URL of an empty database, starting with `mysql://`. */
  url: string
  port: number
  /** Path of the socket on which the user `root` can connect without a password. */
  socket: string
  /** Suspends the process, so that the server no longer responds. `resume` continues the process. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** Starts Debian's MariaDB on a free port of the loopback interface, with its data in a temporary folder. */
export async function startMariaDb(): Promise<MariaDbServer> {
  const server = findProgram(['/usr/sbin/mariadbd'], 'mariadb-server')
  const install = findProgram(['/usr/bin/mariadb-install-db'], 'mariadb-server')
  const client = findProgram(['/usr/bin/mariadb'], 'mariadb-client')
  const folder = await mkdtemp(join(tmpdir(), 'wecom-mariadb-'))
  const data = join(folder, 'data')
  const socket = join(folder, 'socket')
  const user = userInfo().username

  await runProgram(install, [
    '--no-defaults',
    `--datadir=${data}`,
    `--user=${user}`,
    '--auth-root-authentication-method=normal',
  ])
  const port = await freePort()
  const settings = [
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--user=${user}`,
  ]
  const started = startProgram(server, [
    '--no-defaults',
    ...settings,
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
  ])
  await waitUntilReady('mariadbd', started, () => canConnect(port, started.output, 'ready for connections'))
  const statements = "create database wecom; create user wecom@'127.0.0.1'; grant all on wecom.* to wecom@'127.0.0.1'"
  await runProgram(client, ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-e', statements])
  const { child } = started
  return {
    url: `mysql://wecom@127.0.0.1:${port}/wecom`,
    port,
    socket,
    pause: () => signalTree(child.pid, 'SIGSTOP'),
    resume: () => signalTree(child.pid, 'SIGCONT'),
    async stop() {
      await stopProgram(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
