import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/** What is used of Bun's own types, which cannot stand beside those of Node. */
declare const Bun: {
  readonly argv: readonly string[]
  serve(options: { port: number; hostname: string; fetch: Handler }): { readonly port: number }
}

const settings = JSON.parse(Bun.argv[2] ?? '') as Settings
const { port } = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: createHandler(settings) })
console.log(port)
