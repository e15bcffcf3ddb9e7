import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/** What is used of Deno's own types, which cannot stand beside those of Node. */
declare const Deno: {
  readonly args: readonly string[]
  serve(
    options: { port: number; hostname: string; onListen: (address: { port: number }) => void },
    handler: Handler,
  ): unknown
}

const settings = JSON.parse(Deno.args[0] ?? '') as Settings
const onListen = ({ port }: { port: number }): void => console.log(port)
Deno.serve({ port: 0, hostname: '127.0.0.1', onListen }, createHandler(settings))
