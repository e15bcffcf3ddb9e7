import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { inFolder, startProcess } from './measureSync.ts'
import type { Row } from './Row.ts'
import type { Syncer } from './Syncer.ts'
import { type MockReady, withMock } from './withMock.ts'
import type { WorkerNews } from './workerProcess.ts'

/**
 * Measures the first sync run of a corp that two workers share. The function kills one worker in the middle of the run.
 * The other worker can take over the killed worker's parts of the run after one minute, when the leases on these parts
 * end.
 */
export function killOneOfTwo(customers: number): Promise<Row[]> {
  const args = ['--members', '1000', '--customers', String(customers), '--start-at', 'now', '--clock', 'running']
  return withMock(args, (mock) =>
    inFolder(async (folder) => {
      const file = join(folder, 'corp.db')
      await control(mock, 'POST', 'limits', { kind: 'documented' })
      await control(mock, 'POST', 'limits', { kind: 'concurrency', inFlight: 5 })
      const refused = watchRefusals(mock)
      const startedAt = performance.now()
      const workers = [0, 1].map(() => startWorker({ way: 'sync', ...mock, file }))
      try {
        const [one, two] = workers as [Worker, Worker]
        await Promise.all(workers.map((worker) => worker.pages(customers / 1000)))
        one.child.kill('SIGKILL')
        const isOk = await two.report
        const seconds = (performance.now() - startedAt) / 1000
        const refusals = await refused.stop()
        const isMet = isOk && refusals === 0 && isWhole(file, customers)
        const name = `sync of ${customers.toLocaleString('en')} customers by two workers, one killed in the middle`
        return [{ name, value: seconds, unit: 's', limit: { text: 'each customer once, no call refused', met: isMet } }]
      } finally {
        await refused.stop()
        for (const { child } of workers) child.kill('SIGKILL')
      }
    }),
  )
}

interface Worker {
  readonly child: ChildProcess
  /** Resolves when the worker has read `count` pages after this call. */
  readonly pages: (count: number) => Promise<void>
  /**
   * Resolves when this worker has ended a sync run: to true if the run has read all data, otherwise to false. Rejects
   * if the process of the worker ends earlier.
   */
  readonly report: Promise<boolean>
}

function startWorker(syncer: Syncer): Worker {
  const child = startProcess('workerProcess.ts')
  child.send(syncer)
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`a worker ended with ${String(code ?? signal)}`)
  })
  const waitFor = <Result>(read: (news: WorkerNews) => Result | undefined): Promise<Result> => {
    const found = new Promise<Result>((resolve) => {
      child.on('message', (news: WorkerNews) => {
        const result = read(news)
        if (result !== undefined) resolve(result)
      })
    })
    return Promise.race([found, ended])
  }
  const report = waitFor((news) => (news.is === 'report' ? news.ok : undefined))
  // The report of the killed worker rejects. Without this handler, the rejection would end the process.
  report.catch(() => {})
  return {
    child,
    report,
    pages: async (count) => {
      let read = 0
      await waitFor((news) => (news.is === 'page' && ++read >= count ? true : undefined))
    },
  }
}

/**
 * Counts the calls that the mock server refuses. The server's journal contains only the last 1,000 calls, so the
 * function reads the journal every second.
 */
function watchRefusals(mock: MockReady): { readonly stop: () => Promise<number> } {
  const refused = new Set<string>()
  const look = async (): Promise<void> => {
    const { requests } = (await control(mock, 'GET', 'requests')) as { requests: { errcode?: number }[] }
    for (const request of requests) if (request.errcode !== 0) refused.add(JSON.stringify(request))
  }
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await looking.then(look)
      return refused.size
    },
  }
}

/**
 * Whether the table of customers contains every customer, and the table of changes (`wecom_changes`) contains the
 * creation of every customer exactly once.
 */
function isWhole(file: string, customers: number): boolean {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const count = (what: string): unknown => database.prepare(`select ${what} as n`).get()?.['n']
    const created = "from wecom_changes where kind = 'customers.created'"
    return (
      count('(select count(*) from wecom_customers)') === customers &&
      count(`(select count(*) ${created})`) === customers &&
      count(`(select count(distinct row_key) ${created})`) === customers
    )
  } finally {
    database.close()
  }
}

async function control({ url }: MockReady, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${url}/__corp/${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  if (!response.ok) throw new Error(`${method} /__corp/${path} was answered with ${response.status}`)
  return response.json()
}
