import { createInterface } from 'node:readline'

export function ask(question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> {
  return new Promise((resolve) => {
    const terminal = createInterface({ input, output })
    // After Ctrl+C, Ctrl+D or the end of the input.
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
