import { READ_ARTICLE, type ReadArticleAnswer, type Request, type RequestName } from '../../messages/messages.ts';

/** What of the extension API the content script needs. */
interface ExtensionApi {
  runtime?: {
    /** Missing once the extension is gone or updated under the page. */
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: Listener): void };
  };
}
type Listener = (message: unknown, sender: { id?: string }, answer: (article: ReadArticleAnswer) => void) => boolean;

/**
 * The extension API as it stands in each browser: the polyfill and the validator, which the background needs, would be
 * most of what is loaded into every page.
 */
const runtime = () => {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const found = browser?.runtime ?? chrome?.runtime;
  if (!found?.id) throw new Error('The extension is gone.');
  return found;
};

export type Tell = <Name extends RequestName>(name: Name, request: Request<Name>) => Promise<unknown>;

let told = 0;

/**
 * Tells the background. One that is stopped while it listens is told once more, unless there is newer to tell by then:
 * repeated later, the old would be taken for the newest.
 * @throws where the extension is gone or updated under the page
 */
export const tell: Tell = async (name, request) => {
  const mine = ++told;
  const message = { name, request };
  return runtime()
    .sendMessage(message)
    .catch(() => (mine === told ? runtime().sendMessage(message) : null));
};

/** Answers the background when it asks for the article. */
export function answerForPage(read: () => Promise<ReadArticleAnswer>): void {
  const { id, onMessage } = runtime();
  onMessage.addListener((message, sender, answer) => {
    if (message !== READ_ARTICLE || sender.id !== id) return false;
    read().then(answer, (error: unknown) => {
      answer(null);
      throw error;
    });
    // The answer comes later.
    return true;
  });
}
