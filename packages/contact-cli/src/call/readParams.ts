import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CallField } from '../facts/CallFacts.ts'
import type { Surroundings } from '../Surroundings.ts'
import { UsageError } from '../ProgramError.ts'
import { decodeText, readTextFile, unreadable } from '../readText.ts'
import { nearest } from './nearest.ts'

type AnyObject = Readonly<Record<string, unknown>>

export async function readParams(
  fields: readonly CallField[],
  options: AnyObject,
  { readInput }: Pick<Surroundings, 'readInput'>,
): Promise<AnyObject> {
  const { json } = options
  const params: Record<string, unknown> = typeof json === 'string' ? { ...(await readJson(json, readInput)) } : {}
  checkNames(fields, params, '')
  // A flag overrides the same field of the JSON.
  for (const { name, type } of fields) {
    if (options[name] !== undefined) params[name] = options[name]
    if (type === 'file' && typeof params[name] === 'string') params[name] = await readUpload(name, params[name])
  }
  return params
}

async function readJson(file: string, readInput: Surroundings['readInput']): Promise<AnyObject> {
  const where = file === '-' ? 'stdin' : file
  const what = `--json: ${where}`
  const text = file === '-' ? decodeText(await readInput(), what) : await readTextFile(file, what)
  const value = parse(text, where)
  if (!isObject(value))
    throw new UsageError(`--json: ${where} must contain one JSON object with the fields of the call`)
  return value
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--json: ${where} is not JSON: ${(error as SyntaxError).message}`)
  }
}

/**
 * Refuses fields that WeCom's documentation does not list, because they are most likely misspelt. The schemas of the
 * SDK accept them, because WeCom may add fields.
 */
function checkNames(fields: readonly CallField[], object: AnyObject, path: string): void {
  const names = fields.map(({ name }) => name)
  for (const [name, value] of Object.entries(object)) {
    const field = fields.find((known) => known.name === name)
    if (!field) {
      const meant = nearest(name, names)
      const hint = meant === undefined ? `fields here: ${names.join(', ') || 'none'}` : `did you mean ${meant}?`
      throw new UsageError(`--json: unknown field ${path}${name}; ${hint}`)
    }
    if (!field.fields) continue
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isObject(item)) checkNames(field.fields, item, `${path}${name}.`)
    }
  }
}

async function readUpload(name: string, path: string): Promise<File> {
  const bytes = await readFile(path).catch(unreadable(`--${name}: ${path}`))
  return new File([bytes], basename(path))
}

function isObject(value: unknown): value is AnyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
