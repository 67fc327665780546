import { expect, test } from 'vitest';
import { failureOf } from '../../../src/archive/import/failure.ts';

/** As Chromium 156 tells it on a file system without room, and as it refuses to open a database there. */
const CHROMIUM = [
  'Connection is closing because of: IO error: .../000005.ldb: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
  'Encountered full disk while opening backing store for indexedDB.open.',
];

test.each([
  new DOMException('The current transaction exceeded its quota limitations.', 'QuotaExceededError'),
  null,
  ...CHROMIUM.map((message) => new DOMException(message, 'UnknownError')),
])('says that the disk is full where the browser says %s', (error) => {
  expect(failureOf(error).reason).toBe('disk-full');
});

test('does not call every unknown error of the browser a full disk', () => {
  expect(failureOf(new DOMException('Internal error.', 'UnknownError')).reason).toBe('storage');
});
