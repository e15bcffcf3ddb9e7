import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { bundle } from './bundle.ts'

/**
 * Bundles a worker for workerd, and writes the configuration to serve it.
 *
 * @param contents - source of a module that exports the worker as `default`.
 * @param env - environment variables of the worker, by name.
 * @param flags - compatibility flags of workerd. With the flag `nodejs_compat`, `process.env` also contains `env`.
 * @returns path of the configuration file. The configuration has a socket with the name `http`.
 */
export async function writeWorkerdConfig(
  folder: string,
  contents: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[],
): Promise<string> {
  const script = await bundle(folder, 'workerd', contents, 'esm')
  const bindings = Object.entries(env).map(([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`)
  const file = join(folder, 'workerd.capnp')
  await writeFile(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "program", worker = (
      modules = [(name = "program", esModule = embed "${basename(script)}")],
      bindings = [${bindings.join(', ')}],
      compatibilityDate = "2026-10-01",
      compatibilityFlags = ${JSON.stringify(flags)},
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", http = (), service = "program")],
);
`,
  )
  return file
}
