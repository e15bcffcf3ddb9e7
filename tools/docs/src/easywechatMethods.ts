import { listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'

/** A method of EasyWeChat, and the function that does the same. */
export interface EasyWeChatMethod {
  /** e.g. `external_contact.get`. */
  readonly easywechat: string
  /** e.g. `getContact`. */
  readonly fn: string
  /** Name of the package without `@wecom/`, e.g. `contacts`. */
  readonly domain: string
  readonly title_zh: string
  readonly method: 'GET' | 'POST'
  readonly path: string
}

/**
 * The methods of EasyWeChat for customer contact, by domain and in the catalogue's order. Those that fetch tokens are in
 * core's part of the catalogue, and not listed: clients fetch tokens by themselves.
 */
export function listEasyWeChatMethods(): EasyWeChatMethod[] {
  const others = listCatalogues().filter((name) => name !== 'core' && name !== 'contacts')
  return ['contacts', ...others].flatMap((domain) =>
    loadCatalogue(domain).endpoints.flatMap(({ easywechat, fn, title_zh, method, path }) =>
      easywechat ? [{ easywechat, fn, domain, title_zh, method, path }] : [],
    ),
  )
}
