import process from 'node:process'
import { createHandler, type Handler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

/** In place of the README's proxy: its servers serve the checks, too. */
export const proxy: Handler = createHandler(JSON.parse(process.env['SETTINGS'] ?? '') as Settings)
