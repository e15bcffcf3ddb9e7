import process from 'node:process'
import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/**
 * Handler that takes the place of the proxy in the example servers from the README of `@wecom/proxy`. The servers
 * import `proxy` from `./wecom.ts`. The tests copy the servers into the folder of this file, so the servers import this
 * handler. It runs the checks of the tests (see `createHandler`).
 */
export const proxy: Handler = createHandler(JSON.parse(process.env['SETTINGS'] ?? '') as Settings)
