declare module 'virtual:endpoint-facts' {
  /** Facts from the catalogue about all endpoints. The key is the name of the endpoint, e.g. `getContact`. */
  export const endpointFacts: Readonly<Record<string, import('../../build/endpointFacts.ts').EndpointFacts | undefined>>
}
