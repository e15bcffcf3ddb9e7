import type { AnyEndpoint } from '@wecom/core'

// Loaded on demand, so that the program imports only the package of the called function.
const packages: Readonly<Record<string, () => Promise<object>>> = {
  acquisition: () => import('@wecom/acquisition'),
  'contact-way': () => import('@wecom/contact-way'),
  contacts: () => import('@wecom/contacts'),
  core: () => import('@wecom/core'),
  groupchat: () => import('@wecom/groupchat'),
  'id-convert': () => import('@wecom/id-convert'),
  intercept: () => import('@wecom/intercept'),
  media: () => import('@wecom/media'),
  messages: () => import('@wecom/messages'),
  moments: () => import('@wecom/moments'),
  products: () => import('@wecom/products'),
  stats: () => import('@wecom/stats'),
  tags: () => import('@wecom/tags'),
}

export async function loadEndpoint(name: string, packageName: string): Promise<AnyEndpoint> {
  const exported = (await packages[packageName]?.()) as Readonly<Record<string, AnyEndpoint>> | undefined
  const endpoint = exported?.[`${name}Endpoint`]
  // A test checks that this never happens to the functions in `facts/calls.generated.ts`.
  if (!endpoint) throw new TypeError(`@wecom/${packageName} has no ${name}Endpoint`)
  return endpoint
}
