// What stands on the disk, read and written apart from the extension's own code. Each stands alone, as it runs in a page of the extension.

/** Makes one database the same as another, in one transaction. @param {string} from @param {string} to */
export async function copyDatabase(from, to) {
  const settled = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const source = await settled(indexedDB.open(from));
  const names = [...source.objectStoreNames];
  const reading = source.transaction(names);
  const stores = await Promise.all(
    names.map(async (name) => {
      const store = reading.objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return { name, keyPath: store.keyPath, keys, values };
    }),
  );
  source.close();
  // Without a version: one that is there stays of its own, and of another it does not matter.
  const opening = indexedDB.open(to);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath } of stores) opening.result.createObjectStore(name, { keyPath });
  };
  const target = await settled(opening);
  const writing = target.transaction(names, 'readwrite', { durability: 'strict' });
  for (const { name, keyPath, keys, values } of stores) {
    const store = writing.objectStore(name);
    store.clear();
    for (const [i, value] of values.entries()) {
      if (keyPath === null) store.put(value, keys[i]);
      else store.put(value);
    }
  }
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onabort = () => reject(writing.error);
  });
  target.close();
}

/**
 * Records that neither the manifest nor a journal names, those that are named and have none, and how many imports wait.
 * @returns {Promise<{ unnamed: number[], missing: number[], waiting: number, segments: number }>}
 */
export async function readNames() {
  const settled = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('terugblik'));
  const reading = database.transaction(['manifest', 'imports', 'blocks']);
  const [[manifest], journals, keys] = await Promise.all([
    settled(reading.objectStore('manifest').getAll()),
    settled(reading.objectStore('imports').getAll()),
    settled(reading.objectStore('blocks').getAllKeys()),
  ]);
  database.close();
  const segments = (manifest?.bundles ?? []).flatMap((/** @type {any} */ bundle) => bundle.segments);
  const named = new Set([
    ...segments.flatMap((/** @type {any} */ one) => [one.index, ...one.parts.map((/** @type {any} */ part) => part.id), one.tombstones]),
    ...journals.flatMap((/** @type {any} */ one) => [one.documents, ...one.indexes]),
  ]);
  named.delete(null);
  const stored = new Set(keys.map((/** @type {any} */ [id]) => id));
  return {
    unnamed: [...stored].filter((id) => !named.has(id)),
    missing: [...named].filter((id) => !stored.has(id)),
    waiting: journals.length,
    segments: segments.length,
  };
}

/**
 * All that the archive answers to some questions, as text, asked of the archive page's own thread.
 * @param {string} thread address of its script
 * @param {{ keys: readonly string[], words: readonly string[] }} asked
 * @returns {Promise<string>}
 */
export async function readAnswers(thread, { keys, words }) {
  const worker = new Worker(new URL(thread, location.href), { type: 'module' });
  const ask = (/** @type {string} */ name, /** @type {unknown[]} */ ...given) =>
    new Promise((resolve, reject) => {
      const id = Math.random();
      worker.addEventListener('message', ({ data }) => {
        if (data.id === id) data.error ? reject(new Error(data.error.message)) : resolve(data.answer);
      });
      worker.postMessage({ id, name, given });
    });
  const filters = { publisher: null, category: null, from: null, to: null, offset: 0, limit: 20 };
  const answers = await Promise.all([
    ...keys.map((key) => ask('article', key, null)),
    ...words.flatMap((text) => [ask('search', { ...filters, text, sort: 'relevance' }), ask('search', { ...filters, text, sort: 'date' })]),
    ask('facets'),
  ]);
  worker.terminate();
  // An archive that answers the same may have been written more often, and at another time; and only a merge brings up to date
  // how many posts have more or less of a count.
  const without = ['generation', 'bytes', 'imported', 'standing'];
  return JSON.stringify(answers, (name, value) => (without.includes(name) ? undefined : value), 1);
}
