import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The browser tests wait for a browser most of the time, so that three files at once fit two cores.
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], maxWorkers: 3 },
});
