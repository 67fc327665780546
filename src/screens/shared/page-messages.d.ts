/** The messages of the page whose folder it is imported in: made by the build, of what the page's modules ask for. */
declare module 'virtual:messages' {
  const messages: import('./page-texts.ts').PageMessages;
  export default messages;
}
