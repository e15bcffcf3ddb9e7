declare module 'virtual:endpoint-facts' {
  /** By the name of the endpoint. */
  export const endpointFacts: Readonly<Record<string, import('../../build/endpointFacts.ts').EndpointFacts | undefined>>
}
