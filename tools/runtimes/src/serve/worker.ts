import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

interface Env {
  readonly SETTINGS: string
}

let handler: Handler | undefined

export const worker = {
  fetch(request: Request, { SETTINGS }: Env): Promise<Response> {
    handler ??= createHandler(JSON.parse(SETTINGS) as Settings)
    return handler(request)
  },
}
