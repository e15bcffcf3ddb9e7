import process from 'node:process'
import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/**
 * The handler that runs the checks. The example servers from the README of `@wecom/proxy` import `proxy` from
 * `./wecom.ts`. The tests copy the example servers into the folder of this file, so this import finds the handler.
 */
export const proxy: Handler = createHandler(JSON.parse(process.env['SETTINGS'] ?? '') as Settings)
