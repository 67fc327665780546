// Words that grow in number and stand as often as those of a real news archive in Dutch.
/** @typedef {import('./random.mjs').Random} Random */

/**
 * How the 67,101 posts of a real archive (3.2 million words, 118,946 different ones) grow: a text of n words gains new
 * ones at β · V / n, where β falls with ln n and is taken as constant once it has reached that of the archive's end.
 * @param {number} words
 */
const growth = (words) => Math.min(0.91, Math.max(0.5, 0.637 - 0.0451 * (Math.log(words) - 11.78)));

/**
 * The share of the word of each of some ranks there; between two of them it falls by a power of the rank, and it goes
 * on falling by the last one's. One law of Zipf and Mandelbrot does not fit from first to last.
 */
/** @type {[rank: number, share: number][]} */
const SHARES = [
  [1, 0.0614],
  [2, 0.0324],
  [10, 0.0096],
  [50, 0.0018],
  [200, 0.000475],
  [1000, 0.000107],
  [5000, 0.0000175],
  [10_000, 0.0000072],
  [50_000, 0.00000063],
];

const knotAt = (/** @type {number} */ i) => /** @type {[rank: number, share: number]} */ (SHARES[i]);

/** @param {number} rank */
function shareOf(rank) {
  const after = SHARES.findIndex(([knot]) => knot > rank);
  const i = (after === -1 ? SHARES.length : after) - 1;
  const [from, share] = knotAt(i);
  const [other, otherShare] = knotAt(i + 1 < SHARES.length ? i + 1 : i - 1);
  return share * (rank / from) ** (Math.log(otherShare / share) / Math.log(other / from));
}

const COMMON =
  'de van het een in en is op te dat voor met zijn die niet aan er om als ook na bij uit maar naar heeft door worden over dan nog wordt tot hij werd meer was of jaar tegen ze had hebben kan al deze veel zich wil moet gaat'.split(
    ' ',
  );
const STARTS = 'b d f g h j k l m n p r s t v w z b d g h k l m p r s t v w br dr gr kl pr sch st tr vl zw'.split(' ');
const VOWELS = 'a e i o u a e i o aa ee oo ie oe ij ui'.split(' ');
const ENDS = ['', '', '', '', '', '', '', 'n', 'l', 'r', 'k', 't', 's', 'm', 'p', 'nd', 'rt', 'ng', 'st'];
const SUFFIXES = ['en', 's', 'e', 'er', 'je', 'de', 'ing'];

/** Ranks below this are words that stand in every text, whatever it is about. */
const SUBJECTS = 200;

/** @param {Random} random */
export function vocabularyFrom(random) {
  const words = [...COMMON];
  const wordAt = (/** @type {number} */ i) => /** @type {string} */ (words[i]);
  const known = new Set(words);
  let said = 0;
  /** How many different words there should be by now. */
  let due = 1;
  /** Of each rank, the share of itself and all before. */
  let until = new Float64Array(0);

  function count() {
    if (said > 0) due += (growth(said) * due) / said;
    said++;
  }

  function weigh() {
    until = new Float64Array(words.length);
    let sum = 0;
    for (let i = 0; i < until.length; i++) until[i] = sum += shareOf(i + 1);
  }

  function newWord() {
    for (;;) {
      const word = made();
      if (known.has(word)) continue;
      known.add(word);
      words.push(word);
      return word;
    }
  }

  function made() {
    const kind = random.next();
    // Forms of a word and compounds come once there are words to make them of.
    if (words.length > 2000 && kind < 0.3) return random.of(words) + random.of(SUFFIXES);
    if (words.length > 2000 && kind < 0.5) return wordAt(COMMON.length + random.below(1500)) + wordAt(COMMON.length + random.below(1500));
    const syllables = words.length < 500 ? 1 + random.below(2) : 2 + (words.length > 5000 ? random.below(2) : 0);
    let word = '';
    for (let i = 0; i < syllables; i++) word += random.of(STARTS) + random.of(VOWELS) + random.of(ENDS);
    return word;
  }

  /** A word by how often each is said, from a rank on. @param {number} first */
  function drawn(first) {
    if (words.length > until.length * 1.02) weigh();
    const before = until[first - 1] ?? 0;
    const share = before + random.next() * ((until.at(-1) ?? 0) - before);
    let low = first;
    let high = until.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((until[middle] ?? 0) < share) low = middle + 1;
      else high = middle;
    }
    return wordAt(low);
  }

  return {
    /** One that nobody has said yet, such as a name. */
    newWord,
    /** A word that a story can be about. */
    subject: () => drawn(Math.min(SUBJECTS, words.length - 1)),
    /** One that is said again, of a story's own. @param {string} word */
    again(word) {
      count();
      return word;
    },
    /** The next word of a text. */
    next() {
      count();
      return words.length < due ? newWord() : drawn(0);
    },
  };
}
