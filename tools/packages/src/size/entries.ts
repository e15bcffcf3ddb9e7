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
/**
 * Words that occur in the code that requests tokens. A program that calls through a proxy does not need this code, so
 * its bundle must not contain these words.
 */
const tokenWords = ['corpsecret', 'gettoken', 'expires_in']
/** Words from the code that reads the errors of Node.js. Bundles for browsers must not contain them. */
const nodeWords = ['getaddrinfo']
/**
 * A word from the code that uploads files, and a word from the code that downloads files. If a program transfers no
 * files, its bundle must not contain these words.
 */
const fileWords = ['form-data', 'content-disposition']
/** A word from the code of ky. The bundle of a program that does not use ky must not contain this word. */
const kyWords = ['throwHttpErrors']
const program = writeProgram('staticToken', [getContact])

/** Programs whose whole size is measured. Each program has a client, a token source, and one or two functions. */
export const programEntries: readonly Entry[] = [
  {
    name: 'client + staticToken',
    source: program,
    limit: { gzip: limits.client },
    paths,
    // The last word is from the code that iterates over pages.
    absent: [...kyWords, ...nodeWords, ...fileWords, 'asyncIterator'],
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
 * Returns the entry (one measurement of the size check) for the function `added`. The check bundles two programs, and
 * subtracts their sizes. Both programs have a client, a call of `getContact`, and the code in `shared`. Only one of the
 * programs also calls `added`, so the difference is the number of bytes that `added` adds to a program.
 *
 * @param shared - source of the code that the functions of the package share, from `sharedByPackage`: schemas,
 *   validators and paging.
 */
export function functionEntry(added: ApiFunction, shared: string): Entry {
  const baseline = `${shared}\n${program}`
  return {
    name: `… and ${added.name}`,
    source: `${shared}\n${writeProgram('staticToken', [getContact, added])}`,
    baseline,
    limit: { gzip: exceptions[added.name]?.limit ?? limits.function },
    paths: [...paths, added.path],
  }
}

/**
 * Returns the entry (one measurement of the size check) for the function `added` and a program that already calls the
 * function `other`. The entry measures how many bytes `added` adds to this program. The two functions share most of
 * their code.
 *
 * @param shared - source of the code that the functions of the package share, from `sharedByPackage`: schemas,
 *   validators and paging.
 */
export function entryWithOtherFunction(added: ApiFunction, other: ApiFunction, shared: string): Entry {
  const programOf = (functions: readonly ApiFunction[]): string =>
    `${shared}\n${writeProgram('staticToken', [getContact, ...functions])}`
  return {
    name: `… and ${added.name}, in a program with ${other.name}`,
    source: programOf([other, added]),
    baseline: programOf([other]),
    limit: { gzip: limits.function },
    paths: [...paths, other.path, added.path],
  }
}

/**
 * Returns the entry for a package that a program imports but does not use. Such a package must add nothing to the
 * bundle.
 */
export function unusedEntry({ packageJson, entries }: WorkspacePackage): Entry {
  const imports = entries.map(({ specifier }, index) => `import * as unused${index} from '${specifier}'\n`)
  return {
    name: `… and ${packageJson.name}, unused`,
    source: imports.join('') + program,
    baseline: program,
    // Bundlers name variables in the order of the imports, which changes the size by a few bytes; the smallest function
    // has 60.
    limit: { min: 8 },
    paths,
  }
}

/**
 * Returns the source of a program that creates a client and calls the functions. The program has no top-level await,
 * because webpack does not concatenate modules that have a top-level await.
 *
 * @param token - name of the function that creates the token source, e.g. `staticToken`.
 */
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
