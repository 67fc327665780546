// Posts of an invented archive, as many as one likes: words by vocabulary.mjs, stories with their follow-ups, versions.
//   node scripts/bench/generate.mjs FILE POSTS    writes such an archive as a ZIP

import { randomFrom } from './random.mjs';
import { vocabularyFrom } from './vocabulary.mjs';
import { openZip } from './zip-writer.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{ names: string[], subjects: string[], picture: string, category: string, left: number, title: string }} Story */

const FIRST_DAY = Date.UTC(2010, 0, 1);
const LAST_DAY = Date.UTC(2019, 11, 31);
const CATEGORIES = 'binnenland buitenland sport economie cultuur politiek wetenschap regio'.split(' ');
const PUBLISHERS = ['dagblad-oost', 'de-stad', 'kustkrant', 'avondnieuws', 'streekpost'];
const OPEN_STORIES = 400;
/** Shares of the posts, as in the real archive: follow-ups of a story, posts of NOS, an article saved again. */
const FOLLOW_UPS = 0.15;
const NOS = 0.15;
const SAVED_AGAIN = 0.05;
/** Words of a text: median, and the deviation of their logarithm. */
const SHORT = { median: 35, deviation: 0.4 };
const LONG = { median: 270, deviation: 0.55 };

/**
 * @param {number} posts
 * @param {{ seed?: number, long?: boolean }} options `long`: full texts, as those of NOS, in place of summaries
 * @returns {Generator<{ name: string, text: string }>}
 */
function* generatePosts(posts, { seed = 4, long = false } = {}) {
  const random = randomFrom(seed);
  const vocabulary = vocabularyFrom(random);
  /** @type {Story[]} */
  const stories = [];
  let lastNos = '';
  for (let i = 0; i < posts; i++) {
    const date = FIRST_DAY + ((LAST_DAY - FIRST_DAY) / posts) * i;
    const story = storyFor(random, vocabulary, stories);
    const { median, deviation } = long ? LONG : SHORT;
    const length = Math.max(5, Math.round(median * Math.exp(deviation * random.normal())));
    const title = titleOf(random, vocabulary, story);
    const ofNos = random.next() < NOS;
    if (ofNos && !(lastNos && random.next() < SAVED_AGAIN)) lastNos = `https://nos.nl/artikel/${1_000_000 + i}-${slugOf(title)}`;
    const publisher = PUBLISHERS[i % PUBLISHERS.length] ?? '';
    const link = ofNos ? lastNos : `https://www.${publisher}.example/nieuws/${i}/${slugOf(title)}`;
    const body = bodyOf(random, vocabulary, story, length);
    const day = new Date(date);
    yield {
      name: `_posts/${day.getUTCFullYear()}-${day.getUTCMonth() + 1}-${day.getUTCDate()}-${slugOf(title)}_${i}.md`,
      text: postOf({
        title,
        date: day,
        link,
        picture: story.picture,
        category: story.category,
        publisher: ofNos ? 'NOS' : publisher,
        body,
      }),
    };
  }
}

/** @param {Random} random @param {ReturnType<typeof vocabularyFrom>} vocabulary @param {Story[]} stories */
function storyFor(random, vocabulary, stories) {
  const open = stories.length > 0 && random.next() < FOLLOW_UPS ? random.below(stories.length) : -1;
  const told = stories[open];
  if (told) {
    if (--told.left === 0) stories.splice(open, 1);
    return told;
  }
  /** @type {Story} */
  const story = {
    names: Array.from({ length: 2 }, () => capital(random.next() < 0.3 ? vocabulary.newWord() : vocabulary.subject())),
    subjects: Array.from({ length: 6 }, () => vocabulary.subject()),
    picture: `https://beeld.example/${Math.floor(random.next() * 2 ** 40).toString(36)}.jpg`,
    category: random.of(CATEGORIES),
    left: 1 + random.below(3),
    title: '',
  };
  if (stories.length === OPEN_STORIES) stories.splice(random.below(OPEN_STORIES), 1);
  stories.push(story);
  return story;
}

/** @param {Random} random @param {ReturnType<typeof vocabularyFrom>} vocabulary @param {Story} story */
function titleOf(random, vocabulary, story) {
  const words = Array.from({ length: 3 + random.below(7) }, () => vocabulary.next());
  const about = [...story.names, random.of(story.subjects)].map((word) => vocabulary.again(word));
  words.splice(random.below(words.length), 0, ...about);
  return capital(words.join(' '));
}

/** Sentences in paragraphs; here and there a word of the story. */
function bodyOf(
  /** @type {Random} */ random,
  /** @type {ReturnType<typeof vocabularyFrom>} */ vocabulary,
  /** @type {Story} */ story,
  /** @type {number} */ length,
) {
  const paragraphs = [];
  let sentences = [];
  for (let said = 0; said < length; ) {
    const words = [];
    for (let left = Math.min(length - said, 6 + random.below(14)); left > 0; left--, said++) {
      const about = random.next();
      words.push(
        about < 0.03
          ? vocabulary.again(random.of(story.names))
          : about < 0.08
            ? vocabulary.again(random.of(story.subjects))
            : vocabulary.next(),
      );
    }
    if (words.length > 8 && random.next() < 0.4) words[4] += ',';
    sentences.push(`${capital(words.join(' '))}.`);
    if (sentences.length === 4) {
      paragraphs.push(sentences.join(' '));
      sentences = [];
    }
  }
  if (sentences.length > 0) paragraphs.push(sentences.join(' '));
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
}

/** @param {{ title: string, date: Date, link: string, picture: string, category: string, publisher: string, body: string }} post */
function postOf({ title, date, link, picture, category, publisher, body }) {
  const tokens = body.split(/\s+/);
  const head = [
    'layout: post',
    `title: "${title}"`,
    `date: ${date.toUTCString()}`,
    `categories: \n- ${category} `,
    `externe_link: "${link}"`,
    `feature_image: "${picture}"`,
    `aantal: ${tokens.length}`,
    `unieke: ${new Set(tokens).size}`,
    `bron: ${publisher}`,
  ];
  return `---\n${head.join('\n')}\n---\n\n${body}\n`;
}

const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
const slugOf = (/** @type {string} */ title) => title.toLowerCase().split(' ').slice(0, 8).join('_');

/**
 * Writes an archive of generated posts as a ZIP like a repository's download.
 * @param {string} path
 * @param {number} posts
 * @param {{ seed?: number, long?: boolean }} [options]
 */
export function generateBundle(path, posts, options) {
  const zip = openZip(path);
  for (const { name, text } of generatePosts(posts, options)) zip.add(`gegenereerd-master/${name}`, Buffer.from(text));
  zip.end();
}

const [, script, file, posts] = process.argv;
if (import.meta.filename === script && file && posts) generateBundle(file, Number(posts));
