import process from 'node:process'
import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/** Used in place of the README's proxy, so that its servers serve the checks as well. */
export const proxy: Handler = createHandler(JSON.parse(process.env['SETTINGS'] ?? '') as Settings)
