declare module 'virtual:endpoint-facts' {
  /** Facts about all endpoints that come from the catalogue. The key is the name of the endpoint, e.g. `getContact`. */
  export const endpointFacts: Readonly<Record<string, import('../../build/endpointFacts.ts').EndpointFacts | undefined>>
}
