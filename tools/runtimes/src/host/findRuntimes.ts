import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { workspaceRoot } from '@wecom-tools/packages'

/** Name of a program that can run the built packages. */
export type BuiltRuntime = 'node' | 'deno' | 'bun' | 'workerd'

export interface Runtimes {
  /** Paths of the installed executables. The key is the name of the runtime. */
  readonly built: ReadonlyMap<BuiltRuntime, string>
  readonly chromium: string | undefined
  /** One sentence for each runtime that is not installed. */
  readonly missing: readonly string[]
}

/**
 * Glob pattern for the executable of each runtime, relative to `node_modules`. Each runtime has one npm package for
 * each platform, and npm installs only the package for this machine. The packages contain the executable, so no install
 * script needs to download it.
 */
const packages: Readonly<Record<Exclude<BuiltRuntime, 'node'>, string>> = {
  deno: '@deno/*/deno{,.exe}',
  bun: '@oven/bun-*/bin/bun{,.exe}',
  workerd: '@cloudflare/workerd-*/bin/workerd{,.exe}',
}

const chromiumPlaces: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/**
 * Returns the runtimes that are installed on this machine. By default, the function looks for Chromium and Chrome in
 * their usual folders. To use a browser in another folder, set the environment variable `CHROMIUM` to its path.
 */
export function findRuntimes(): Runtimes {
  const built = new Map<BuiltRuntime, string>([['node', process.execPath]])
  const missing: string[] = []
  for (const [name, pattern] of Object.entries(packages) as [BuiltRuntime, string][]) {
    const [executable] = globSync(pattern, { cwd: join(workspaceRoot, 'node_modules') })
    if (executable) built.set(name, join(workspaceRoot, 'node_modules', executable))
    else missing.push(`${name} has no build for this machine, or "npm ci" left out optional dependencies`)
  }
  const { CHROMIUM } = process.env
  const chromium = (CHROMIUM ? [CHROMIUM] : chromiumPlaces).find((place) => existsSync(place))
  if (!chromium) missing.push('no Chromium: install one (on Debian "apt-get install chromium"), or name it in CHROMIUM')
  return { built, chromium, missing }
}
