import sqlite3InitModule, { type Database, type SAHPoolUtil } from '@sqlite.org/sqlite-wasm';
import type { BenchQuery, Contestant } from '../contestant.ts';

/** SQLite's own full text search: wasm, on the origin private file system, words unstemmed, ranked by its bm25. */
const SCHEMA = `
  CREATE TABLE posts (id INTEGER PRIMARY KEY, key TEXT, title TEXT, date INTEGER, publisher TEXT, body TEXT);
  CREATE INDEX by_key ON posts (key);
  CREATE VIRTUAL TABLE words USING fts5 (title, body, content = 'posts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');`;
/** 32 MB of cache and a page size that suits large lists. */
const SETTINGS = 'PRAGMA page_size = 8192; PRAGMA cache_size = -32000; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;';

const BEST = `
  SELECT posts.key, posts.title, posts.date, posts.publisher
  FROM (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10) AS best JOIN posts ON posts.id = best.rowid`;
/** The same as our search gives but for the number of all results. */
const PAGE = `
  SELECT posts.key, posts.title, posts.date, posts.publisher, snippet(words, 1, '[', ']', '…', 24)
  FROM words JOIN posts ON posts.id = words.rowid WHERE words MATCH ? ORDER BY rank LIMIT 20`;
const LOOKUP = 'SELECT key, title, date, publisher, body FROM posts WHERE key = ? ORDER BY date DESC LIMIT 1';

let database: Database | null = null;
let loaded = 0;

async function open(): Promise<Database> {
  if (database) return database;
  const start = performance.now();
  const sqlite = await sqlite3InitModule({ print: () => undefined, printErr: () => undefined });
  loaded = performance.now() - start;
  const pool: SAHPoolUtil = await sqlite.installOpfsSAHPoolVfs({ name: 'bench', initialCapacity: 4 });
  database = new pool.OpfsSAHPoolDb('/bench.db');
  database.exec(SETTINGS);
  return database;
}

const keys = async (sql: string, bind: string): Promise<string[]> => {
  const opened = await open();
  return opened.selectArrays(sql, [bind]).map((row) => String(row[0]));
};
const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`);

export const contestant: Contestant = {
  async take(source) {
    const opened = await open();
    const start = performance.now();
    opened.exec(SCHEMA);
    opened.exec('BEGIN');
    const insert = opened.prepare('INSERT INTO posts (id, key, title, date, publisher, body) VALUES (?, ?, ?, ?, ?, ?)');
    const index = opened.prepare('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)');
    let posts = 0;
    for await (const batch of source.posts()) {
      for (const { key, title, date, publisher, text } of batch) {
        posts++;
        insert.bind([posts, key, title, date, publisher, text]).stepReset();
        index.bind([posts, title, text]).stepReset();
      }
    }
    insert.finalize();
    index.finalize();
    opened.exec(`COMMIT; INSERT INTO words (words) VALUES ('optimize');`);
    return { posts, milliseconds: performance.now() - start };
  },
  loading: () => loaded,
  ask: {
    lookup: ({ key }) => keys(LOOKUP, key),
    related: ({ terms }: BenchQuery) => keys(BEST, quoted(terms).join(' OR ')),
    search: ({ words }) => keys(PAGE, quoted(words).join(' AND ')),
    phrase: ({ phrase }) => keys(PAGE, `"${phrase.join(' ')}"`),
    prefix: ({ prefix }) => keys(PAGE, `${quoted(prefix).join(' AND ')} *`),
  },
};
