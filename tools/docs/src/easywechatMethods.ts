import { listCatalogues, loadCatalogue } from '@wecom-tools/catalogue'

/** A method of EasyWeChat, and the function of this SDK that makes the same call. */
export interface EasyWeChatMethod {
  /** Name of the method of EasyWeChat, e.g. `external_contact.get`. */
  readonly easywechat: string
  /** Name of the function of this SDK, e.g. `getContact`. */
  readonly fn: string
  /** Name of the package of this SDK without `@wecom/`, e.g. `contacts`. */
  readonly domain: string
  readonly title_zh: string
  readonly method: 'GET' | 'POST'
  readonly path: string
}

/**
 * Returns the methods of EasyWeChat for customer contact. The methods of one package stand together, in the order of
 * the catalogue. Methods that request tokens are left out, because a client requests tokens by itself.
 */
export function listEasyWeChatMethods(): EasyWeChatMethod[] {
  const others = listCatalogues().filter((name) => name !== 'core' && name !== 'contacts')
  return ['contacts', ...others].flatMap((domain) =>
    loadCatalogue(domain).endpoints.flatMap(({ easywechat, fn, title_zh, method, path }) =>
      easywechat ? [{ easywechat, fn, domain, title_zh, method, path }] : [],
    ),
  )
}
