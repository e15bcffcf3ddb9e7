import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

interface Env {
  readonly settings: Settings
}

let handler: Handler | undefined

export const worker = {
  fetch(request: Request, { settings }: Env): Promise<Response> {
    handler ??= createHandler(settings)
    return handler(request)
  },
}
