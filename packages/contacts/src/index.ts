export { getContact, getContactEndpoint } from './getContact.ts'
