/*
 * What a background that has just been started brings before anything else: the browser opens the archive, and fetches what every
 * question begins with, while the rest of the script is run and the message that it was started for is still on its way. Where that
 * fails, the question fails too, and tells it.
 */
import { readArchive } from '../archive/store/reading.ts';

readArchive(async () => undefined).catch(() => undefined);
