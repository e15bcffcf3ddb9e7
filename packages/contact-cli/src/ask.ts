import { createInterface } from 'node:readline'

/**
 * Asks a person at a terminal and returns the answer. Ctrl+C, Ctrl+D and the end of the input count as an empty answer.
 */
export function ask(question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> {
  return new Promise((resolve) => {
    const terminal = createInterface({ input, output })
    terminal.once('close', () => {
      output.write('\n')
      resolve('')
    })
    terminal.question(question, (answer) => {
      resolve(answer)
      terminal.removeAllListeners('close').close()
    })
  })
}
