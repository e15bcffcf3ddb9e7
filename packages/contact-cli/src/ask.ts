import { createInterface } from 'node:readline'

/**
 * Asks the user a question in the terminal and returns the typed line. If the user presses Ctrl+C or Ctrl+D, or the
 * input ends, the function returns an empty text.
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
