import { Worker } from 'node:worker_threads'

// A text instead of a file of its own, because bundlers would not find the file. Node 22 warns about `node:sqlite`.
const code = `
const { parentPort, workerData } = require('node:worker_threads')
process.removeAllListeners('warning')
try {
  const { DatabaseSync } = require('node:sqlite')
  const sqlite = new DatabaseSync(workerData, { readOnly: true, timeout: 30_000 })
  const [row] = sqlite.prepare('pragma quick_check(1)').all()
  // Before the answer: the connection that is closed last moves the log into the file.
  sqlite.close()
  parentPort.postMessage({ result: row.quick_check })
} catch (error) {
  parentPort.postMessage({ errcode: error.errcode, message: error.message })
}
`

type Message = { readonly result: string } | { readonly errcode: number | undefined; readonly message: string }

/**
 * Checks a SQLite file in a worker thread. The check reads the whole file. For a corp with a million customers, the
 * check takes more than a second. In the thread of the caller, no callback and no timer could run during this time.
 *
 * @returns `ok`, or text that says where the file is damaged.
 * @throws {Error} SQLite cannot read the file. The error has the `errcode` of SQLite.
 */
export function checkFile(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // The options of this process, such as `--import`, are not for this code.
    const worker = new Worker(code, { eval: true, execArgv: [], workerData: file })
    worker.once('message', (message: Message) => {
      if ('result' in message) resolve(message.result)
      else reject(Object.assign(new Error(message.message), { errcode: message.errcode }))
    })
    worker.once('error', reject)
    // Without effect after a message.
    worker.once('exit', () => reject(new Error(`${file}: the thread that checks the file ended without a result`)))
  })
}
