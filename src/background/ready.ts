/*
 * What a background that has just been started brings before anything else: the browser opens the archive while the rest of the
 * script is run, and while the message that it was started for is still on its way.
 */
import { getReady } from '../archive/store/reading.ts';

void getReady();
