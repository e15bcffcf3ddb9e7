import type { ApiFunction } from '../listFunctions.ts'
import type { WorkspacePackage } from '../listPackages.ts'
import type { Entry } from './Entry.ts'
import { exceptions, limits } from './limits.ts'

const getContact: ApiFunction = {
  specifier: '@wecom/contacts',
  name: 'getContact',
  path: '/cgi-bin/externalcontact/get',
}
const listUnassignedContacts: ApiFunction = {
  specifier: '@wecom/contacts',
  name: 'listUnassignedContacts',
  path: '/cgi-bin/externalcontact/get_unassigned_list',
}
const paths = [getContact.path]
/** Words of the code that requests tokens. A program behind a proxy must not have it. */
const tokenWords = ['corpsecret', 'gettoken', 'expires_in']
/** A word of the error codes of Node. Bundles for browsers must not have them. */
const nodeWords = ['getaddrinfo']
/** An option of ky. Its name is in every bundle with ky. */
const kyWords = ['throwHttpErrors']
const program = writeProgram('staticToken', [getContact])

/** Whole programs: a client, a token source, one function. */
export const programEntries: readonly Entry[] = [
  {
    name: 'client + staticToken',
    source: program,
    limit: { gzip: limits.client },
    paths,
    // Words of ky, and of the code that walks pages.
    absent: [...kyWords, ...nodeWords, 'asyncIterator'],
  },
  {
    name: 'client + staticToken + a list',
    source: writeProgram('staticToken', [getContact, listUnassignedContacts]),
    limit: { gzip: limits.client + limits.function + limits.paging },
    paths: [...paths, listUnassignedContacts.path],
  },
  {
    name: 'client + proxied',
    source: writeProgram('proxied', [getContact]),
    limit: { gzip: limits.client },
    paths,
    absent: [...tokenWords, ...nodeWords, ...kyWords],
  },
  {
    name: 'client + corpToken',
    source: writeProgram('corpToken', [getContact]),
    limit: { gzip: limits.client + limits.corpToken },
    paths: [...paths, '/cgi-bin/gettoken'],
  },
  {
    // Not the condition `node`, whose bundle cannot be reduced.
    name: 'client + staticToken, for a server',
    source: program,
    platform: 'node',
    limit: { gzip: limits.serverClient },
    paths,
  },
  {
    name: 'client over ky + staticToken',
    source: writeProgram('staticToken', [getContact], 'ky'),
    limit: { gzip: limits.kyClient },
    paths,
  },
  {
    name: 'client over ky + proxied',
    source: writeProgram('proxied', [getContact], 'ky'),
    limit: { gzip: limits.kyClient },
    paths,
    absent: tokenWords,
  },
]

/**
 * Measures the bytes that one more function adds to a program with a client, one function, the shared schemas of the
 * package, and the validators that it uses.
 */
export function functionEntry(added: ApiFunction, shared: string): Entry {
  const without = `${shared}\n${program}`
  return {
    name: `… and ${added.name}`,
    source: `${shared}\n${writeProgram('staticToken', [getContact, added])}`,
    without,
    limit: { gzip: exceptions[added.name]?.limit ?? limits.function },
    paths: [...paths, added.path],
  }
}

/** The same for a program with another function that shares the large part of this one. */
export function besideEntry(added: ApiFunction, other: ApiFunction, shared: string): Entry {
  const programOf = (functions: readonly ApiFunction[]): string =>
    `${shared}\n${writeProgram('staticToken', [getContact, ...functions])}`
  return {
    name: `… and ${added.name}, beside ${other.name}`,
    source: programOf([other, added]),
    without: programOf([other]),
    limit: { gzip: limits.function },
    paths: [...paths, other.path, added.path],
  }
}

/** A package that is imported but not used. It must add nothing. */
export function unusedEntry({ packageJson, entries }: WorkspacePackage): Entry {
  const imports = entries.map(({ specifier }, index) => `import * as unused${index} from '${specifier}'\n`)
  return {
    name: `… and ${packageJson.name}, unused`,
    source: imports.join('') + program,
    without: program,
    // Bundlers name variables in the order of the imports, which changes the size by a few bytes; the smallest function
    // has 60.
    limit: { min: 8 },
    paths,
  }
}

/** Without top-level await, which keeps webpack from joining modules. */
function writeProgram(token: string, functions: readonly ApiFunction[], transport?: 'ky'): string {
  const options = { corpToken: "{ corpId: 'ww1', secret: 'secret' }", proxied: '', staticToken: "'token'" }[token]
  return [
    `import { createClient, ${token} } from '@wecom/core'`,
    ...(transport ? [`import { ${transport}Transport as transport } from '@wecom/core/${transport}'`] : []),
    ...functions.map(({ specifier, name }) => `import { ${name} } from '${specifier}'`),
    `const client = createClient({ token: ${token}(${options})${transport ? ', transport: transport()' : ''} })`,
    ...functions.map(({ name }) => `${name}(client, {}).then(console.log)`),
  ].join('\n')
}
