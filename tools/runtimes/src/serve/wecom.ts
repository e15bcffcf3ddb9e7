import process from 'node:process'
import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/**
 * The handler that the servers of the README serve instead of the README's proxy. So these servers also run the checks.
 */
export const proxy: Handler = createHandler(JSON.parse(process.env['SETTINGS'] ?? '') as Settings)
