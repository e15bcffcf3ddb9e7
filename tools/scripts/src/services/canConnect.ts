import { connect } from 'node:net'

/** Returns whether a program has printed `text` and accepts connections on `port`. */
export function canConnect(port: number, output: () => string, text: string): Promise<boolean> {
  if (!output().includes(text)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
