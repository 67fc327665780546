import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // `npm run test:slow` has these.
    exclude: [...configDefaults.exclude, '**/*.slow.test.ts'],
    // The browser tests wait for a browser most of the time, so that two files at once fit two cores.
    maxWorkers: 2,
    // For a busy machine: none takes a tenth of it on an idle one.
    testTimeout: 30_000,
  },
});
