import process from 'node:process'
import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/** The handler that runs the checks. The servers from the proxy's README serve it in place of their own proxy. */
export const proxy: Handler = createHandler(JSON.parse(process.env['SETTINGS'] ?? '') as Settings)
