import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { bundle } from './bundle.ts'

/** Bundles the program for workerd, and says how to serve it. Returns the name of the configuration. */
export async function writeWorkerdConfig(folder: string, settings: string): Promise<string> {
  const script = await bundle(folder, 'workerd', "export { worker as default } from './serve/workerd.ts'")
  const file = join(folder, 'workerd.capnp')
  // No `nodejs_compat`: the packages need nothing of Node.
  await writeFile(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "program", worker = (
      modules = [(name = "program", esModule = embed "${basename(script)}")],
      bindings = [(name = "settings", json = ${JSON.stringify(settings)})],
      compatibilityDate = "2026-10-01",
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "program")],
);
`,
  )
  return file
}
